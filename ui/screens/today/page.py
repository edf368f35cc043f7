"""The page Today: numbers on top, what asks for attention, occupancy, this week."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.paper import days
from desktop_app.register import agenda, dwelling_list, standing, tasks
from desktop_app.words import _, ngettext
from ui.desk import Place
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.charts.progress import ProgressBar
from ui.parts.charts.sparkline import Sparkline
from ui.parts.check_box import CheckBox
from ui.parts.icon import Icon
from ui.parts.layouts import column, empty, row, rule
from ui.parts.page_head import PageHead
from ui.parts.scroll_page import ScrollPage
from ui.parts.segmented import Segmented
from ui.parts.task_sheet import add_task
from ui.parts.text import Elided, label
from ui.screens.today.attention import AttentionRow
from ui.screens.today.beginning import Beginning

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from desktop_app.register.standing import Standing
    from ui.desk import Desk

NOUNS = (
    "client",
    "contact_note",
    "decision",
    "dwelling",
    "dwelling_status",
    "month_file",
    "organisation",
    "plan",
    "setting",
    "task",
    "tenancy",
    "trajectory_step",
)
_AT_ONCE = 7
_NARROW = 900
_WEEK = 5
_FREE_LONG = 30


class TodayScreen(ScrollPage):
    """What a worker sees first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._all = False
        self._head = PageHead("")
        new = Button(_("New client"), lambda: desk.go(Place("client-form")), icon="user-plus")
        top = row(self._head, new)
        top.setStretch(0, 1)
        self._beginning = Beginning(desk)
        self._numbers = QGridLayout()
        self._numbers.setSpacing(12)
        whose = [("mine", _("Mine")), ("all", _("Everybody's"))]
        self._whose = Segmented(_("Whose"), whose, self._usual())
        self._whose.chosen.connect(self.reload)
        self._attention = Card(_("Asks for attention"))
        self._attention.at_right(self._whose)
        self._full = Card(_("Occupancy per project"))
        self._full.at_right(
            Button(_("Dwellings"), lambda: desk.go(Place("dwellings")), kind="link")
        )
        self._week = Card(_("My week"))
        adding = Button(_("New task"), lambda: add_task(self, desk), icon="plus")
        self._week.at_right(adding)
        self._middle = QGridLayout()
        self._middle.setSpacing(12)
        self.page.addLayout(top)
        self.page.addWidget(self._beginning)
        self.page.addLayout(self._numbers)
        self.page.addLayout(self._middle)
        self.page.addWidget(self._week)
        self.page.addStretch(1)
        self._wide = True
        self._arrange(wide=True)
        desk.changes.follow(self, NOUNS, self.reload)
        self.reload()

    def reload(self) -> None:
        """Read everything again."""
        today = self._desk.today()
        name = self._desk.me.name.split()[0] if self._desk.me else ""
        hello = _("Good day, {name}").format(name=name) if name else _("Good day")
        self._head.say(hello, days.weekday_in_words(today))
        self._beginning.reload()
        self._show_numbers(standing.standing(self._desk.db, today=today))
        self._show_attention(today)
        self._show_occupancy(today)
        self._show_week(today)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(wide=event.size().width() >= _NARROW)
        super().resizeEvent(event)

    def _usual(self) -> str:
        me = self._desk.me
        return "all" if me is None or me.role != "BEG" else "mine"

    def _arrange(self, *, wide: bool) -> None:
        for card in (self._attention, self._full):
            self._middle.removeWidget(card)
        top = Qt.AlignmentFlag.AlignTop
        self._middle.addWidget(self._attention, 0, 0, top)
        self._middle.addWidget(self._full, 0 if wide else 1, 1 if wide else 0, top)
        self._middle.setColumnStretch(0, 3)
        self._middle.setColumnStretch(1, 2 if wide else 0)
        if wide != self._wide:
            self._wide = wide
            self._lay_numbers()

    def _show_numbers(self, now: Standing) -> None:
        self._cards = [_number(*facts) for facts in _numbers(now)]
        empty(self._numbers)
        self._lay_numbers()

    def _lay_numbers(self) -> None:
        across = 4 if self._wide else 2
        for number, card in enumerate(self._cards):
            self._numbers.addWidget(card, number // across, number % across)

    def _show_attention(self, today: date) -> None:
        mine = self._desk.me.worker_id if self._desk.me else None
        wanted = mine if self._whose.value() == "mine" else None
        lines = agenda.attention(self._desk.db, today=today, key_worker_id=wanted)
        box = self._attention.body
        empty(box)
        box.setSpacing(0)
        shown = lines if self._all else lines[:_AT_ONCE]
        for number, line in enumerate(shown):
            if number:
                box.addWidget(rule())
            box.addWidget(AttentionRow(line, self._desk.go))
        if not lines:
            box.addWidget(label(_("Nothing asks for attention now."), "body", "text2"))
        if len(lines) > len(shown):
            rest = ngettext("Show {n} more", "Show {n} more", len(lines) - len(shown))
            more = Button(rest.format(n=len(lines) - len(shown)), self._show_all, kind="link")
            box.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_all(self) -> None:
        self._all = True
        self._show_attention(self._desk.today())

    def _show_occupancy(self, today: date) -> None:
        empty(self._full.body)
        for one in dwelling_list.complex_rows(self._desk.db, today=today):
            if not one.stock:
                continue
            said = f"{one.occupied} / {one.stock}"
            self._full.add(
                column(
                    row(label(one.name, "control"), ..., label(said, "body", "text2")),
                    ProgressBar(f"{one.name}: {said}", min(1.0, one.occupied / one.stock)),
                    gap=6,
                )
            )
        if not self._full.body.count():
            self._full.add(label(_("No dwellings yet"), "body", "text2"))

    def _show_week(self, today: date) -> None:
        empty(self._week.body)
        monday = today - timedelta(today.weekday())
        mine = self._desk.me.worker_id if self._desk.me else None
        found = tasks.task_rows(
            self._desk.db, since=monday, until=monday + timedelta(_WEEK - 1), worker_id=mine
        )
        line = row(gap=8)
        for offset in range(_WEEK):
            day = monday + timedelta(offset)
            inside = [task for task in found if task.due_on == day]
            line.addWidget(self._day(day, inside, today), 1)
        self._week.add(line)

    def _day(self, day: date, inside: list[tasks.TaskRow], today: date) -> QWidget:
        box = Card(edge=(10, 8, 10, 10), kind="inset" if day == today else "card")
        box.add(label(days.short_weekday(day), "caption", "text2"))
        for task in inside:
            tick = CheckBox(task.title)
            tick.setChecked(task.done_on is not None)
            tick.toggled.connect(lambda on, task=task: self._tick(task, on=on))
            when = f"{task.at:%H:%M}" if task.at else ""
            about = " · ".join(part for part in (task.client_name, when) if part)
            box.add(column(tick, Elided(about, "small", "text2"), gap=0))
        box.body.addStretch(1)
        return box

    def _tick(self, task: tasks.TaskRow, *, on: bool) -> None:
        tasks.tick(self._desk.db, task.task_id, on=self._desk.today() if on else None)


Number = tuple[str, str, str, str, str, tuple[int, ...]]


def _numbers(now: Standing) -> list[Number]:
    """Return icon, title, figure, words under it, their colour, and the months before."""
    share = round(100 * now.occupied / now.stock) if now.stock else 0
    long_empty = ngettext("{n} longer than 30 days", "{n} longer than 30 days", now.long_vacant)
    longest = ngettext("longest: {n} day", "longest: {n} days", now.longest_wait or 0)
    return [
        (
            "house",
            _("Occupied"),
            _("{n} of {total}").format(n=now.occupied, total=now.stock),
            _("{share}%").format(share=share) if now.stock else "",
            "ok",
            now.occupied_before,
        ),
        (
            "door-open",
            _("Empty"),
            str(now.vacant),
            long_empty.format(n=now.long_vacant) if now.long_vacant else "",
            "warn",
            now.vacant_before,
        ),
        (
            "hourglass",
            _("Waiting"),
            str(now.waiting),
            longest.format(n=now.longest_wait) if now.longest_wait is not None else "",
            "text2",
            now.waiting_before,
        ),
        (
            "target",
            _("Our share of the goal"),
            str(now.placed)
            if now.target is None
            else _("{n} of {total}").format(n=now.placed, total=now.target),
            _("housed since the start"),
            "text2",
            now.placed_before,
        ),
    ]


def _number(
    icon: str, title: str, figure: str, under: str, colour: str, before: tuple[int, ...]
) -> Card:
    box = Card(edge=(16, 14, 16, 14))
    box.setAccessibleName(f"{title}: {figure}. {under}")
    said = ", ".join(str(value) for value in before)
    line = row(label(figure, "figure"), ..., gap=8)
    if len(set(before)) > 1:
        name = _("{what}, the months before: {values}").format(what=title, values=said)
        line.addWidget(Sparkline(name, before))
    box.add(
        column(
            row(Icon(icon, "primary", 16), label(title, "body", "text2"), ..., gap=8),
            line,
            Elided(under, "small", colour),
            gap=4,
        )
    )
    return box
