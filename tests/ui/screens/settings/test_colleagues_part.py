"""Colleagues in the settings: added, changed, let in and kept out, in a real key file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from desktop_app import practice
from desktop_app.register import workers
from desktop_app.register.workers import WorkerFields
from desktop_app.store import keys
from tests.ui.screens.settings.conftest import (
    SLOW,
    banners,
    button,
    opens,
    part,
    said,
    shown,
    who,
)
from ui.parts.dialog import Dialog
from ui.parts.side_sheet import SideSheet
from ui.screens.settings.colleague import ColleagueSheet
from ui.screens.settings.colleagues import ColleaguesSection
from ui.screens.settings.new_colleague import NewColleagueSheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.screens.conftest import Visits
    from ui.desk import Desk
    from ui.screens.settings import SettingsScreen


def adding(section: ColleaguesSection) -> NewColleagueSheet:
    section.add.click()
    assert isinstance(section.sheet, NewColleagueSheet)
    return section.sheet


def opened(section: ColleaguesSection, desk: Desk, name: str) -> ColleagueSheet:
    section.table.opened.emit(who(desk.db, name))
    assert isinstance(section.sheet, ColleagueSheet)
    return section.sheet


def first_password(qtbot: QtBot, section: ColleaguesSection) -> str:
    """Wait until a first password is shown, and return it."""

    def told() -> list[str]:
        return [
            label.text()
            for sheet in section.findChildren(SideSheet)
            for label in sheet.findChildren(QLabel)
            if label.accessibleName() == "First password" and sheet.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(told()), timeout=SLOW)
    return told()[0]


def answer(section: ColleaguesSection, verb: str) -> None:
    """Press the verb of the dialog that asks."""
    (dialog,) = [d for d in section.window().findChildren(Dialog) if d.isVisible()]
    button(dialog, verb).click()


def test_everybody_is_listed_with_role_and_access(screen: SettingsScreen, desk: Desk) -> None:
    section = part(screen, "colleagues", ColleaguesSection)
    rows = section.table.rows()
    assert {row.name for row in rows} == {row.name for row in workers.worker_rows(desk.db)}
    assert [row.opens for row in rows] == sorted((row.opens for row in rows), reverse=True)
    assert any("Only Joost Smit can let people in" in title for title in banners(section))


def test_a_new_colleague_opens_the_register_with_the_password_that_was_shown(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk
) -> None:
    section = part(screen, "colleagues", ColleaguesSection)
    sheet = adding(section)
    sheet.form.restore({"name": "Lotte Prins", "role": "FB", "email": "lotte@voordeur.example"})
    sheet.do.click()
    password = first_password(qtbot, section)
    assert opens(desk, "Lotte Prins", password)
    lotte = who(desk.db, "Lotte")
    assert (lotte.role, lotte.first_password) == ("FB", True)
    qtbot.waitUntil(lambda: "Lotte Prins" in {row.name for row in section.table.rows()})
    assert not any("Only Joost Smit" in title for title in banners(section))
    button(section, "I passed it on").click()
    qtbot.waitUntil(lambda: password not in said(section))


def test_a_colleague_who_is_only_named_gets_no_way_in(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk
) -> None:
    section = part(screen, "colleagues", ColleaguesSection)
    sheet = adding(section)
    sheet.form.restore({"name": "Lotte Prins", "role": "BEG", "opens": ""})
    sheet.do.click()
    qtbot.waitUntil(
        lambda: "Lotte Prins" in {row.name for row in section.table.rows()}, timeout=SLOW
    )
    assert not who(desk.db, "Lotte").opens
    assert "Lotte Prins" not in {slot.label for slot in keys.slots(desk.db.folder)}


def test_what_is_wrong_stands_at_its_field(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk
) -> None:
    section = part(screen, "colleagues", ColleaguesSection)
    sheet = adding(section)
    sheet.form.restore({"name": "", "role": ""})
    sheet.do.click()
    assert "Fill this in." in said(section)
    assert "Choose an answer." in said(section)
    sheet.form.restore({"name": "joost smit", "role": "BEG"})
    sheet.do.click()
    qtbot.waitUntil(lambda: "already has access" in said(section), timeout=SLOW)
    assert len([r for r in workers.worker_rows(desk.db) if "joost" in r.name.lower()]) == 1


def test_a_colleague_is_renamed_and_gets_another_role(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk, visits: Visits
) -> None:
    section = part(screen, "colleagues", ColleaguesSection)
    sheet = opened(section, desk, "Marieke")
    sheet.form.restore({"name": "Marieke Bos-Vink", "role": "MAN"})
    sheet.do.click()
    qtbot.waitUntil(lambda: visits.said == ["Colleague saved"], timeout=SLOW)
    assert who(desk.db, "Marieke").role == "MAN"
    assert opens(desk, "Marieke Bos-Vink", practice.PASSWORD)
    assert visits.locks == []


def test_the_last_one_who_manages_keeps_that_role(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk, visits: Visits
) -> None:
    section = part(screen, "colleagues", ColleaguesSection)
    sheet = opened(section, desk, "Joost")
    sheet.form.restore({"role": "BEG"})
    sheet.do.click()
    qtbot.waitUntil(lambda: "Nobody else can let people in" in said(section), timeout=SLOW)
    assert who(desk.db, "Joost").role == "MAN"
    assert visits.locks == []


def test_after_a_change_of_ones_own_role_the_register_locks(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk, visits: Visits
) -> None:
    lotte = WorkerFields(name="Lotte Prins", role="FB")
    workers.add_worker(desk.db, lotte, (desk.opened, "vijf groene jassen daar"))
    section = part(screen, "colleagues", ColleaguesSection)
    sheet = opened(section, desk, "Joost")
    sheet.form.restore({"role": "BEG"})
    sheet.do.click()
    qtbot.waitUntil(lambda: visits.locks == ["lock"], timeout=SLOW)
    assert who(desk.db, "Joost").role == "BEG"


def test_access_is_given_later_and_a_forgotten_password_is_replaced(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk
) -> None:
    section = part(screen, "colleagues", ColleaguesSection)
    opened(section, desk, "Tessa").give.click()
    first = first_password(qtbot, section)
    assert opens(desk, "Tessa", first)
    button(section, "I passed it on").click()
    opened(section, desk, "Tessa").reset.click()
    answer(section, "New first password")
    second = first_password(qtbot, section)
    assert second != first
    assert opens(desk, "Tessa", second)
    assert not opens(desk, "Tessa", first)


def test_taking_access_away_renews_the_keys_and_locks(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk, visits: Visits
) -> None:
    section = part(screen, "colleagues", ColleaguesSection)
    sheet = opened(section, desk, "Marieke")
    sheet.take.click()
    answer(section, "Keep access")
    assert who(desk.db, "Marieke").opens
    sheet.take.click()
    answer(section, "Take access away")
    qtbot.waitUntil(lambda: visits.locks == ["lock"], timeout=SLOW)
    marieke = who(desk.db, "Marieke")
    assert (marieke.opens, marieke.active_until) == (False, desk.today())
    labels = {slot.label for slot in keys.slots(desk.db.folder)}
    assert marieke.name not in labels
    assert opens(desk, "Joost", practice.PASSWORD)


def test_ones_own_line_leads_to_ones_own_password(
    screen: SettingsScreen, desk: Desk, visits: Visits
) -> None:
    section = part(screen, "colleagues", ColleaguesSection)
    sheet = opened(section, desk, "Joost")
    assert sheet.take.parent() is None
    button(sheet.sheet, "Change my password").click()
    assert [place.part for place in visits.places] == ["password"]


def test_what_was_typed_is_there_again_after_a_lock(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk
) -> None:
    section = part(screen, "colleagues", ColleaguesSection)
    adding(section).form.restore({"name": "Lotte Prins"})
    assert screen.keep_drafts() == ["A new colleague, not saved yet"]
    kept = screen.state()
    again = shown(qtbot, desk)
    again.restore(kept)
    sheet = part(again, "colleagues", ColleaguesSection).sheet
    assert isinstance(sheet, NewColleagueSheet)
    assert sheet.form.draft()["name"] == "Lotte Prins"
    sheet.cancel()
    assert again.keep_drafts() == []
