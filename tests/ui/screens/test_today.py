"""The page Today, as a coordinator sees it first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.register import agenda, tasks
from desktop_app.register.tasks import TaskFields
from ui.parts.buttons import Button
from ui.parts.check_box import CheckBox
from ui.parts.form import Form
from ui.parts.side_sheet import SideSheet
from ui.screens.today import TodayScreen, attention
from ui.screens.today.attention import AttentionRow, place_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.screens.conftest import Visits
    from ui.desk import Desk


TODAY = date(2026, 11, 24)


def shown(qtbot: QtBot, desk: Desk) -> TodayScreen:
    screen = TodayScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1190, 800)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


def test_what_presses_most_stands_on_top_with_its_verb(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    screen = shown(qtbot, desk)
    first = agenda.attention(desk.db, today=desk.today())[0]
    line = screen.findChildren(AttentionRow)[0]
    words = "\n".join(label.text() for label in line.findChildren(QLabel))
    assert first.sentence in words
    (button,) = [b for b in line.children() if b.isWidgetType() and hasattr(b, "click")]
    button.click()
    assert visits.places == [place_of(first)]


def test_every_kind_of_line_leads_somewhere(desk: Desk) -> None:
    pages = {place_of(line).page for line in agenda.attention(desk.db, today=desk.today())}
    assert pages <= {"client", "placing", "month", "settings"}


def test_a_task_is_ticked_where_it_stands(qtbot: QtBot, desk: Desk) -> None:
    me = desk.me
    assert me is not None
    task = tasks.add_task(
        desk.db, TaskFields(title="Sleutel halen", due_on=desk.today(), worker_id=me.worker_id)
    )
    screen = shown(qtbot, desk)
    (tick,) = [box for box in screen.findChildren(CheckBox) if box.text() == "Sleutel halen"]
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    rows = tasks.task_rows(desk.db, since=desk.today(), until=desk.today())
    assert {r.task_id: r.done_on for r in rows}[task] == desk.today()


def test_every_kind_has_a_sign_and_a_place() -> None:
    for kind in agenda.Kind:
        line = agenda.Attention(
            kind=kind,
            on=TODAY,
            client_id=uuid4(),
            title="",
            sentence="",
            days=0,
            severity=agenda.Severity.CALM,
        )
        assert kind in attention.ICONS
        assert place_of(line).page in {"client", "placing", "month", "settings"}


def test_a_new_task_stands_in_my_week(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, desk)
    (adding,) = [b for b in screen.findChildren(Button) if b.words() == "New task"]
    adding.click()
    (sheet,) = [one for one in screen.findChildren(SideSheet) if one.isVisible()]
    (form,) = sheet.findChildren(Form)
    form.fill({"title": "Sleutel bijmaken"})
    next(b for b in sheet.findChildren(Button) if b.words() == "Save").click()
    qtbot.waitUntil(
        lambda: "Sleutel bijmaken" in {box.text() for box in screen.findChildren(CheckBox)}
    )
