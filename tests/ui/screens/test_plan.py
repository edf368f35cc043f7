"""The plan beside its paper, as somebody writes it together with a client."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.plans import freezing, goals, reading, versions, writing
from desktop_app.plans.goals import ActionFields, GoalFields
from desktop_app.register import client_list
from tests.ui.pdf_text import text_of
from tests.ui.screens.walking import said
from ui.parts.card import Card
from ui.parts.check_box import CheckBox
from ui.parts.form import Form
from ui.parts.link_line import LinkLine
from ui.parts.painted import PaintedButton
from ui.parts.side_sheet import SideSheet
from ui.screens.plan import PlanScreen
from ui.screens.plan.agreed_goal import AgreedGoal
from ui.screens.plan.answers import LinesAnswer, RowsAnswer, TextAnswer
from ui.screens.plan.areas import AreaBox
from ui.screens.plan.earlier import Earlier
from ui.screens.plan.goals import GoalBox
from ui.screens.plan.needed import Needed
from ui.screens.plan.page import TEMPLATE
from ui.screens.plan.preview import Preview
from ui.screens.plan.sections import SectionBox
from ui.screens.plan.steps import StepRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop_app.plans.versions import PlanRow
    from tests.ui.screens.conftest import Visits
    from ui.desk import Desk


@pytest.fixture
def somebody(desk: Desk) -> UUID:
    """A client without a plan."""
    rows = client_list.client_rows(desk.db, today=desk.today())
    return next(
        row.client_id
        for row in rows
        if not versions.versions(desk.db, row.client_id, today=desk.today())
    )


def shown(qtbot: QtBot, desk: Desk, client_id: UUID) -> PlanScreen:
    screen = PlanScreen(desk, client_id)
    qtbot.addWidget(screen)
    screen.resize(1200, 800)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    return screen


def started(qtbot: QtBot, desk: Desk, client_id: UUID) -> PlanScreen:
    writing.start_plan(desk.db, client_id, TEMPLATE, today=desk.today())
    return shown(qtbot, desk, client_id)


def in_force(desk: Desk, wanted: Callable[[PlanRow], object]) -> PlanRow:
    """A plan that was agreed, and is what else is wanted."""
    rows = versions.plan_rows(desk.db, today=desk.today())
    return next(row for row in rows if row.status in {"LOP", "EVA"} and wanted(row))


def press(qtbot: QtBot, widget: QWidget, words: str) -> None:
    """Wait for a button or a cross that has its place, and press it."""

    def found() -> list[PaintedButton]:
        return [
            one
            for one in widget.findChildren(PaintedButton)
            if words in {one.words(), one.accessibleName()}
            and one.isVisible()
            and one.height() > 0
        ]

    qtbot.waitUntil(lambda: bool(found()))
    qtbot.mouseClick(found()[0], Qt.MouseButton.LeftButton)


def focused_box(qtbot: QtBot, screen: PlanScreen) -> SectionBox:
    """Wait until the cursor is in a section, and return that."""

    def found() -> list[SectionBox]:
        focus = screen.window().focusWidget() or screen
        return [box for box in screen.findChildren(SectionBox) if box.isAncestorOf(focus)]

    qtbot.waitUntil(lambda: bool(found()) and not found()[0].visibleRegion().isEmpty())
    return found()[0]


def card(desk: Desk, client_id: UUID) -> reading.PlanCard:
    newest = versions.versions(desk.db, client_id, today=desk.today())[0]
    return reading.plan_card(desk.db, newest.plan_id, today=desk.today())


def test_a_plan_begins_with_one_press(qtbot: QtBot, desk: Desk, somebody: UUID) -> None:
    screen = shown(qtbot, desk, somebody)
    press(qtbot, screen, "Start “My plan”")
    assert card(desk, somebody).number == 1
    qtbot.waitUntil(lambda: bool(screen.findChildren(TextAnswer)))


def test_what_is_typed_is_saved_and_stands_on_paper(
    qtbot: QtBot, desk: Desk, somebody: UUID
) -> None:
    screen = started(qtbot, desk, somebody)
    wish = next(a for a in screen.findChildren(TextAnswer) if "own words" in a.accessibleName())
    wish.setFocus()
    qtbot.keyClicks(wish, "Ik wil rust in huis.")
    strengths = screen.findChildren(LinesAnswer)[0]
    strengths.setFocus()
    qtbot.keyClicks(strengths, "Koken")
    screen.keep_drafts()
    plan = card(desk, somebody)
    answers = {c.section.code: dict(c.answers) for c in plan.sections}
    assert answers["P02"]["wish"] == "Ik wil rust in huis."
    assert list(answers["P03"]["strengths"]) == ["Koken"]
    pdf = freezing.preview(desk.db, plan.plan_id, today=desk.today())
    assert "Ik wil rust in huis." in text_of(pdf)
    (preview,) = screen.findChildren(Preview)
    qtbot.waitUntil(lambda: preview._view.page_count() >= 1, timeout=8000)


def test_only_what_is_opened_is_there(qtbot: QtBot, desk: Desk, somebody: UUID) -> None:
    screen = started(qtbot, desk, somebody)
    assert screen.findChildren(AreaBox) == []
    press(qtbot, screen, "Money and paperwork")
    qtbot.waitUntil(lambda: len(screen.findChildren(AreaBox)) == 1)
    (area,) = screen.findChildren(AreaBox)
    area._mark._buttons["2"].click()
    plan = card(desk, somebody)
    assert [(a.life_area, a.score) for a in plan.areas] == [("GEL", 2)]


def test_goals_and_steps_are_written_and_ticked(
    qtbot: QtBot, desk: Desk, somebody: UUID
) -> None:
    screen = started(qtbot, desk, somebody)
    press(qtbot, screen, "First goal")
    (sheet,) = screen.findChildren(SideSheet)
    (form,) = sheet.findChildren(Form)
    form.fill({"title": "Ik heb mijn post op orde"})
    press(qtbot, sheet, "Add")
    qtbot.waitUntil(lambda: len(screen.findChildren(GoalBox)) == 1)
    (goal,) = screen.findChildren(GoalBox)
    qtbot.waitUntil(lambda: screen.window().focusWidget() is goal._new)
    for step in ("Alle post in de map", "Samen de map openen"):
        qtbot.keyClicks(goal._new, step)
        qtbot.keyClick(goal._new, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(goal.findChildren(StepRow)) == 2)
    assert screen.window().focusWidget() is goal._new
    goal.findChildren(StepRow)[0]._done.click()
    (kept,) = card(desk, somebody).goals
    assert kept.title == "Ik heb mijn post op orde"
    assert [(a.what, a.done_on) for a in kept.actions] == [
        ("Alle post in de map", desk.today()),
        ("Samen de map openen", None),
    ]


def test_rows_grow_as_they_are_filled(qtbot: QtBot, desk: Desk, somebody: UUID) -> None:
    screen = started(qtbot, desk, somebody)
    rows = next(r for r in screen.findChildren(RowsAnswer) if r._field.code == "agreements")
    before = len(rows._rows)
    line = rows._rows[-1]["text"]
    line.setFocus()
    qtbot.keyClicks(line, "Kan ik niet? Dan bel ik.")
    assert len(rows._rows) == before + 1
    screen.keep_drafts()
    stored = next(c for c in card(desk, somebody).sections if c.section.code == "P13")
    assert stored.answers["agreements"][-1]["text"] == "Kan ik niet? Dan bel ik."


def test_an_unfinished_plan_is_not_frozen_and_says_why(
    qtbot: QtBot, desk: Desk, somebody: UUID
) -> None:
    screen = started(qtbot, desk, somebody)
    (preview,) = screen.findChildren(Preview)
    preview.freeze(lambda _frozen: None)
    qtbot.waitUntil(
        lambda: any("still needs" in one.text() for one in preview.findChildren(QLabel)),
        timeout=8000,
    )
    assert not card(desk, somebody).frozen


def test_what_was_typed_a_moment_ago_leaves_with_the_copy(
    qtbot: QtBot, desk: Desk, somebody: UUID, tmp_path: Path
) -> None:
    screen = started(qtbot, desk, somebody)
    (box,) = [
        one
        for one in screen.findChildren(TextAnswer)
        if one.accessibleName() == "In my own words"
    ]
    box.setFocus()
    qtbot.keyClicks(box, "Een tuin met zonnebloemen")
    (preview,) = screen.findChildren(Preview)
    preview.save_to(tmp_path)
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*.pdf"))), timeout=8000)
    (saved,) = tmp_path.glob("*.pdf")
    assert "Een tuin met zonnebloemen" in " ".join(text_of(saved).split())


def test_a_signature_is_noted_and_can_be_taken_back(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    waiting = next(
        row
        for row in versions.plan_rows(desk.db, today=desk.today())
        if row.signature == "OPEN" and row.status == "BESP"
    )
    screen = shown(qtbot, desk, waiting.client_id)
    press(qtbot, screen, "Signature received")
    (sheet,) = screen.findChildren(SideSheet)
    press(qtbot, sheet, "Save")
    assert card(desk, waiting.client_id).signature == "CLI"
    assert visits.said == ["Signature noted"]
    visits.undos[0]()
    assert card(desk, waiting.client_id).signature == "OPEN"


def test_a_step_of_an_agreed_plan_can_still_be_ticked(qtbot: QtBot, desk: Desk) -> None:
    agreed = in_force(desk, lambda row: row.steps_done < row.steps)
    screen = shown(qtbot, desk, agreed.client_id)
    box = next(one for one in screen.findChildren(CheckBox) if not one.isChecked())
    box.click()
    steps = [step for goal in card(desk, agreed.client_id).goals for step in goal.actions]
    assert sum(step.done_on is not None for step in steps) == agreed.steps_done + 1


def has_status(goal: AgreedGoal, status: str) -> bool:
    return goal._card.status == status


def test_how_a_goal_of_an_agreed_plan_ended_is_noted_and_taken_back(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    agreed = in_force(desk, lambda row: row.goals)
    screen = shown(qtbot, desk, agreed.client_id)
    goal = screen.findChildren(AgreedGoal)[0]
    before = card(desk, agreed.client_id).goals[0].status
    for status in ("GEH", "DEELS"):
        goal._pick.put(status)
        goal._pick.typed.emit()
        assert card(desk, agreed.client_id).goals[0].status == status
        qtbot.waitUntil(partial(has_status, goal, status))
    assert visits.said[-1] == "Goal 1: Partly reached"
    visits.undos[-1]()
    qtbot.waitUntil(lambda: goal._pick.value() == "GEH")
    visits.undos[0]()
    qtbot.waitUntil(lambda: goal._pick.value() == before)


def test_a_section_that_is_opened_is_written_at_once(
    qtbot: QtBot, desk: Desk, somebody: UUID
) -> None:
    screen = started(qtbot, desk, somebody)
    before = len(screen.findChildren(SectionBox))
    press(qtbot, screen, "My neighbourhood")
    qtbot.waitUntil(lambda: len(screen.findChildren(SectionBox)) == before + 1)
    opened = focused_box(qtbot, screen)
    assert opened.findChildren(Card)[0].accessibleName() == "My neighbourhood"


def test_what_cannot_be_saved_is_not_lost_when_a_part_comes(
    qtbot: QtBot, desk: Desk, somebody: UUID
) -> None:
    screen = started(qtbot, desk, somebody)
    goals.add_goal(desk.db, card(desk, somebody).plan_id, GoalFields(title="Ik leer koken"))
    qtbot.waitUntil(lambda: len(screen.findChildren(GoalBox)) == 1)
    (goal,) = screen.findChildren(GoalBox)
    goal._title.clear()
    qtbot.keyClicks(goal._success, "Ik kook elke zondag voor mijn zus")
    press(qtbot, screen, "Money and paperwork")
    assert any("wants to reach" in one.text() for one in goal.problems.findChildren(QLabel))
    assert goal._success.value() == "Ik kook elke zondag voor mijn zus"
    assert card(desk, somebody).areas == ()
    qtbot.keyClicks(goal._title, "Ik leer koken")
    press(qtbot, screen, "Money and paperwork")
    qtbot.waitUntil(lambda: len(screen.findChildren(AreaBox)) == 1)
    assert card(desk, somebody).goals[0].success == "Ik kook elke zondag voor mijn zus"


def test_what_is_taken_out_comes_back(
    qtbot: QtBot, desk: Desk, visits: Visits, somebody: UUID
) -> None:
    screen = started(qtbot, desk, somebody)
    plan_id = card(desk, somebody).plan_id
    goal_id = goals.add_goal(desk.db, plan_id, GoalFields(title="Ik leer koken"))
    goals.add_action(desk.db, goal_id, ActionFields(what="Soep maken"))
    qtbot.waitUntil(lambda: len(screen.findChildren(StepRow)) == 1)
    press(qtbot, screen, "Take out goal 1")
    qtbot.waitUntil(lambda: screen.findChildren(GoalBox) == [])
    assert visits.said == ["Goal taken out"]
    visits.undos[0]()
    qtbot.waitUntil(lambda: len(screen.findChildren(StepRow)) == 1)
    assert card(desk, somebody).goals[0].actions[0].what == "Soep maken"


def test_what_is_still_needed_is_said_and_leads_there(
    qtbot: QtBot, desk: Desk, somebody: UUID
) -> None:
    screen = started(qtbot, desk, somebody)
    (needed,) = screen.findChildren(Needed)
    links = needed.findChildren(LinkLine)
    assert [link.words() for link in links] == [
        one.text for one in card(desk, somebody).missing
    ]
    links[0].click()
    focused_box(qtbot, screen)


def test_the_next_version_shows_what_changed_since_the_one_before(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    agreed = in_force(desk, lambda row: row.goals)
    screen = shown(qtbot, desk, agreed.client_id)
    press(qtbot, screen, "Write the next version")
    qtbot.waitUntil(lambda: bool(screen.findChildren(GoalBox)))
    goal = screen.findChildren(GoalBox)[0]
    goal._title.setText(goal._title.text() + " zonder hulp")
    goal.touch()
    press(qtbot, screen, "Show what changed")
    (sheet,) = screen.findChildren(SideSheet)
    (words,) = [one for one in sheet.findChildren(QLabel) if "zonder hulp" in one.text()]
    assert re.search(r"<u [^>]*>[^<]*zonder hulp", words.text())
    assert words.accessibleName().startswith("Was: ")
    press(qtbot, sheet, "Close")
    press(qtbot, screen, "Throw this draft away")
    qtbot.waitUntil(lambda: screen.findChildren(GoalBox) == [])
    assert card(desk, agreed.client_id).number == agreed.number
    visits.undos[0]()
    qtbot.waitUntil(lambda: bool(screen.findChildren(GoalBox)))
    assert card(desk, agreed.client_id).goals[0].title.endswith("zonder hulp")


def test_an_earlier_version_is_looked_at_saved_and_left_again(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    older = in_force(desk, lambda row: row.number > 1)
    screen = shown(qtbot, desk, older.client_id)
    (preview,) = screen.findChildren(Preview)
    (earlier,) = screen.findChildren(Earlier)
    first = versions.versions(desk.db, older.client_id, today=desk.today())[-1]
    earlier.chosen.emit(first.plan_id)
    qtbot.waitUntil(lambda: "version 1, as it was printed" in said(preview))
    preview.save_to(tmp_path)
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*-v1.pdf"))), timeout=8000)
    press(qtbot, preview, "Back to the newest")
    assert "version 1, as it was printed" not in said(preview)
