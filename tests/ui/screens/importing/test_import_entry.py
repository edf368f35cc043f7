"""Who may read lists in, and from where."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app import practice
from desktop_app.register import clients, workers
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.register.importing import applying, preview
from tests.ui.screens.importing.conftest import lines, on, taken
from ui import pages
from ui.changes import Changes
from ui.desk import Desk, Place
from ui.parts.buttons import Button
from ui.screens.clients import ClientsScreen
from ui.screens.importing.found import Found
from ui.screens.today import TodayScreen
from ui.screens.today.beginning import Beginning

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.screens.conftest import Visits


def test_every_choice_and_button_has_a_name(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    screen = taken(qtbot, desk, listed())
    for line in lines(screen).values():
        assert line.pick.accessibleName().startswith(f"Column {line.column.letter}, ")
        assert line.pick.accessibleDescription()
    on(screen)
    (found,) = screen.findChildren(Found)
    assert found.table.view.accessibleName() == "What we found"


def test_the_way_in_is_there_for_who_may_and_for_nobody_else(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    worker = next(one for one in workers.worker_rows(desk.db) if one.role == "BEG")
    other = replace(desk, me=worker)
    entry = next(one for one in pages.PAGES if one.key == "import")
    assert entry.seen_by("MAN")
    for role in ("BEG", "ERV", "WOON", "REGIO", ""):
        assert not entry.seen_by(role)
        assert not applying.may_read_in(role)
    for seen, count in ((desk, 1), (other, 0)):
        hits = [
            one for one in pages.contents().commands(seen) if one.title == "Read in from Excel"
        ]
        assert len(hits) == count
        screen = ClientsScreen(seen)
        qtbot.addWidget(screen)
        screen.show()
        buttons = [
            one
            for one in screen.findChildren(Button)
            if one.words() == "Read in from Excel" and one.isVisible()
        ]
        assert len(buttons) == count
        for button in buttons:
            button.click()
    assert visits.places == [Place("import")]


def test_today_offers_it_while_nobody_is_in_the_register(
    qtbot: QtBot, desk: Desk, visits: Visits, tmp_path: Path
) -> None:
    made = practice.make_register(
        tmp_path / "empty", today=desk.today(), clients=0, dwellings=0
    )
    changes = Changes(made.db)
    empty = replace(desk, db=made.db, changes=changes)
    screen = TodayScreen(empty)
    qtbot.addWidget(screen)
    screen.show()
    (offer,) = screen.findChildren(Beginning)
    assert offer.isVisible()
    button = next(one for one in offer.findChildren(Button) if "Excel" in one.words())
    button.click()
    assert visits.places == [Place("import")]
    fields = ClientFields(call_name="Noor", last_name="Aalbers")
    referral = ReferralFields(received_on=desk.today(), source="MO")
    clients.add_client(made.db, fields, referral, today=desk.today())
    qtbot.waitUntil(offer.isHidden)
    changes.close()
    made.db.close()


def test_command_and_page_go_the_same_way(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    path = listed()
    screen = taken(qtbot, desk, path)
    plan = preview.prepare(desk.db, path, today=desk.today())
    assert screen.course.read is not None
    assert screen.course.read.plan == plan
    ready = preview.without_stops(desk.db, plan, today=desk.today())
    assert screen.course.read.ready == ready
