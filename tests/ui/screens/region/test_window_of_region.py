"""What an analyst of the region finds in the window: pages of the region, and no people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop_app.region import receiving
from desktop_app.register import organisation
from tests.ui.screens.region.conftest import TODAY, settle
from ui import pages
from ui.desk import Place
from ui.parts.painted import PaintedButton
from ui.parts.sidebar import Sidebar
from ui.screens.region import RegionScreen, hits
from ui.window import Session, Window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.screens.conftest import Visits
    from tests.ui.screens.region.conftest import Stored
    from ui.desk import Desk


@pytest.fixture
def window(qtbot: QtBot, manned: Desk) -> Window:
    card = organisation.organisation(manned.db)
    session = Session(
        db=manned.db,
        opened=manned.opened,
        me=manned.me,
        organisation=card.name,
        register=card.register_name,
        changes=manned.changes,
        today=manned.today,
    )
    made = Window(session, pages.contents())
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitExposed(made):
        made.show()
    settle()
    return made


def test_the_sidebar_has_the_pages_of_the_region_and_no_clients_or_dwellings(
    window: Window,
) -> None:
    (side,) = window.findChildren(Sidebar)
    words = [item.words() for item in side.findChildren(PaintedButton)]
    assert words[:4] == ["Overview", "Files", "Goals", "Region profile"]
    assert not {"Today", "Clients", "Dwellings", "Placing", "Month file"} & set(words)


def test_what_can_be_searched_for_is_what_the_region_has(window: Window) -> None:
    sought = "Search for an organisation, month or action"
    said = {one.words() for one in window.findChildren(PaintedButton)}
    said |= {one.placeholderText() for one in window.findChildren(QLineEdit)}
    assert sought in said
    assert not any("client" in words or "dwelling" in words for words in said)


@pytest.mark.parametrize("page", ["region", "region-files", "region-goals", "region-profile"])
def test_every_page_of_the_region_opens(window: Window, page: str) -> None:
    window.go(Place(page))
    settle()
    assert window.here().place.page == page


@pytest.mark.parametrize("page", ["clients", "dwellings", "placing", "today", "month"])
def test_pages_about_people_do_not_open(window: Window, page: str) -> None:
    window.go(Place(page))
    assert isinstance(window.screen_now(), RegionScreen)


def test_the_palette_finds_organisations_and_months(
    manned: Desk, stored: Stored, visits: Visits
) -> None:
    assert hits(manned, "") == []
    both = [*stored.september.values(), *stored.october.values()]
    receiving.receive(manned.db, both, today=TODAY)
    assert [hit.title for hit in hits(manned, "")] == ["October 2026", "September 2026"]
    (september,) = hits(manned, "sept")
    september.act()
    (silent,) = hits(manned, "perspectief")
    silent.act()
    assert visits.places == [
        Place("region", None, "2026-09-30"),
        Place("region-profile"),
    ]
    assert hits(manned, "nobody") == []
