"""The goals of the region: to fill in, to take back, and kept while somebody types."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from desktop_app.region import goals, receiving, report, roster
from desktop_app.region.goals import Goals
from desktop_app.register import drafts
from tests.ui.screens.region.conftest import OCTOBER, TODAY, press, said, settle, shown
from ui.desk import Place
from ui.parts.charts.burn_up import BurnUp
from ui.screens.region import GoalsScreen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.screens.conftest import Visits
    from tests.ui.screens.region.conftest import Stored
    from ui.desk import Desk


def write(screen: GoalsScreen, name: str, words: str) -> None:
    field = screen.form.input(name)
    typed = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
    assert isinstance(typed, QLineEdit)
    typed.setText(words)
    typed.textEdited.emit(words)


def test_start_and_target_are_filled_in_here_and_give_a_new_profile(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    before = roster.profile(desk.db, today=TODAY)
    screen = shown(qtbot, desk, GoalsScreen)
    write(screen, "programme", "Eerst een (t)huis")
    write(screen, "start", "1-7-2024")
    write(screen, "target", "250")
    press(qtbot, screen, "Save")
    assert goals.goals(desk.db) == Goals(
        programme="Eerst een (t)huis", start=date(2024, 7, 1), target=250
    )
    now = roster.profile(desk.db, today=TODAY)
    assert (now.start, now.target) == (date(2024, 7, 1), 250)
    assert now.version != before.version
    assert f"The profile is now version {now.version}" in said(screen)
    press(qtbot, screen, "To the profile")
    assert visits.places == [Place("region-profile")]


def test_a_change_is_taken_back_and_made_again(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    before = goals.goals(desk.db)
    screen = shown(qtbot, desk, GoalsScreen)
    write(screen, "target", "90")
    press(qtbot, screen, "Save")
    assert goals.goals(desk.db).target == 90
    visits.undos[-1]()
    settle()
    assert goals.goals(desk.db) == before
    assert screen.form.values()["target"] == before.target


def test_without_a_first_day_it_says_what_is_needed(qtbot: QtBot, desk: Desk) -> None:
    before = goals.goals(desk.db)
    screen = shown(qtbot, desk, GoalsScreen)
    write(screen, "start", "")
    write(screen, "target", "123456")
    press(qtbot, screen, "Save")
    assert goals.goals(desk.db) == before
    assert "Fill in a date, for example 14-03-1992." in said(screen)
    write(screen, "start", "1-7-2024")
    press(qtbot, screen, "Save")
    assert "A goal is a number from 0 to 99999." in said(screen)
    assert goals.goals(desk.db) == before


def test_what_is_typed_outlives_a_lock(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, desk, GoalsScreen)
    assert screen.keep_drafts() == []
    write(screen, "target", "31")
    assert screen.keep_drafts() == ["The goals of the region"]
    screen.close()
    again = shown(qtbot, desk, GoalsScreen)
    assert again.form.values()["target"] == 31
    press(qtbot, again, "Save")
    assert drafts.draft(desk.db, "region/goals") is None
    assert goals.goals(desk.db).target == 31


def test_the_same_again_changes_nothing(qtbot: QtBot, desk: Desk, visits: Visits) -> None:
    before = roster.profile(desk.db, today=TODAY)
    press(qtbot, shown(qtbot, desk, GoalsScreen), "Save")
    assert visits.said == ["Nothing changed"]
    assert roster.profile(desk.db, today=TODAY) == before


def test_the_way_to_the_goal_is_that_of_the_newest_month(
    qtbot: QtBot, manned: Desk, stored: Stored
) -> None:
    screen = shown(qtbot, manned, GoalsScreen)
    assert any("Once month files have come in" in words for words in said(screen))
    receiving.receive(manned.db, list(stored.october.values()), today=TODAY)
    settle()
    assert "Shall we reach 200?" in said(screen)
    (line,) = screen.findChildren(BurnUp)
    reached = report.view(manned.db, OCTOBER, today=TODAY).ahead.reached.value
    assert line.numbers[1][1] == f"{reached}"
