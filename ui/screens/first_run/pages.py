"""The pages of the steps: the list at the left, one step on the sheet, the buttons below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from desktop_app.words import _
from ui.parts.announce import announce
from ui.parts.buttons import Button
from ui.parts.corners import Corners
from ui.parts.icon import Icon
from ui.parts.layouts import column, holding, row, rule
from ui.parts.scroll_page import ScrollPage
from ui.parts.skyline import Logo
from ui.parts.text import label
from ui.screens.first_run.step_list import StepLine, StepList
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from ui.screens.first_run.step import Step
    from ui.screens.first_run.step_list import State

_LEFT, _EDGE = 300, 48


class StepPages(QWidget):
    """Goes through steps one by one.

    Args:
        steps: in order; those that do not apply are left out.
        title: what is being done, over the list of steps.
        under: a few words under it.

    Attributes:
        fixed: the steps before the one at hand cannot be gone back to.

    Signals:
        moved(): another step is shown.
        left(): back from the first step.
        finished(): past the last step.
    """

    moved = Signal()
    left = Signal()
    finished = Signal()

    def __init__(self, steps: Sequence[Step], title: str, under: str) -> None:
        super().__init__()
        self._all = list(steps)
        self._at: Step = steps[0]
        self._later: set[Step] = set()
        self._first: Step = steps[0]
        self.fixed = self._over = False
        self.list = StepList()
        self._title = label("", "display", wrap=True)
        self._under = label("", "body", "text2", wrap=True)
        self._stack = QStackedWidget()
        self.back = Button(_("Back"), self.go_back, keys="Alt+Left")
        self.later = Button(_("Later"), self.put_off, kind="ghost")
        self.next = Button(_("Next"), self.go_on, kind="primary", keys="Ctrl+Return")
        self._why = label("", "small", "text2")
        for step in steps:
            self._add(step)
        self._lay_out(title, under)

    def begin(self) -> None:
        """Begin with the first step."""
        self.go_to(self._first)

    def step(self) -> Step:
        """Return the step that is shown."""
        return self._at

    def typed(self) -> dict[str, str]:
        """Return what was typed in all steps and is no secret."""
        return {name: words for step in self._all for name, words in step.typed().items()}

    def restore(self, typed: Mapping[str, str]) -> None:
        """Show again what was typed an earlier time."""
        for step in self._all:
            step.restore(typed)

    def steps(self) -> list[Step]:
        """Return the steps that apply."""
        return [step for step in self._all if step.applies()]

    def lines(self) -> list[StepLine]:
        """Return the steps for a list."""
        steps = self.steps()
        here = steps.index(self._at)
        lines = []
        for number, step in enumerate(steps):
            state: State = "ahead" if number > here else "here"
            if number < here or self._over:
                state = "later" if step in self._later else "done"
            note = step.note() if state == "done" else ""
            lines.append(StepLine(step.name(), state, note))
        return lines

    def go_on(self) -> None:
        """Take up the answers of this step and show the next one."""
        if not self._at.blocked():
            self._later.discard(self._at)
            self._at.go_on(self._forth)

    def put_off(self) -> None:
        """Leave this step for later."""
        self._later.add(self._at)
        self._forth()

    def go_back(self) -> None:
        """Show the step before."""
        steps = self.steps()
        before = steps.index(self._at) - 1
        if self._at is self._first:
            if not self.fixed:
                self.left.emit()
            return
        self.go_to(steps[before])

    def go_to(self, step: Step) -> None:
        """Show a step."""
        self._at = step
        title, under = step.head()
        self._title.setText(title)
        self._under.setText(under)
        self._stack.setCurrentIndex(self._all.index(step))
        self.moved.emit()
        self._refresh()
        step.begin()
        announce(self, f"{self.list.accessibleName()}. {title}")

    def fix(self) -> None:
        """Let nobody go back before the step at hand any more."""
        self.fixed = True
        self._first = self._at
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on at Enter, where the field with the focus did not need it itself."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.next.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _forth(self) -> None:
        steps = self.steps()
        after = steps.index(self._at) + 1
        if after == len(steps):
            self._over = True
            self.finished.emit()
            return
        self.go_to(steps[after])

    def _refresh(self) -> None:
        self.list.show_lines(self.lines())
        why = self._at.blocked()
        self._why.setText(why)
        self.next.setEnabled(not why)
        last = self._at is self.steps()[-1]
        self.next.say(self._at.verb() or (_("Finish") if last else _("Next")))
        self.later.setVisible(self._at.skippable and not self._at.note())
        self.back.setVisible(not (self.fixed and self._at is self._first))

    def _working(self, words: str) -> None:
        if words:
            self.next.busy(words)
        else:
            self.next.ready()
        self.back.setEnabled(not words)
        self.later.setEnabled(not words)

    def _add(self, step: Step) -> None:
        step.changed.connect(self._refresh)
        step.working.connect(self._working)
        page = ScrollPage(column(step, gap=0, edge=(_EDGE, 18, _EDGE, 20)))
        self._stack.addWidget(page)

    def _lay_out(self, title: str, under: str) -> None:
        self._side = holding(
            column(
                row(Logo(38), ...),
                12,
                label(title, "title", wrap=True),
                label(under, "body", "text2", wrap=True),
                14,
                self.list,
                ...,
                row(
                    Icon("wifi-off", "text2", 15),
                    label(_("No internet needed"), "small", "text2"),
                    ...,
                ),
                gap=4,
                edge=(36, 36, 20, 28),
            )
        )
        layer = QFrame()
        layer.setProperty("k", "layer")
        head = column(self._title, self._under, gap=6, edge=(_EDGE, 38, _EDGE, 4))
        foot = row(
            self.back,
            ...,
            self._why,
            4,
            self.later,
            self.next,
            gap=8,
            edge=(_EDGE, 14, _EDGE, 22),
        )
        inside = column(holding(head), gap=0, edge=(1, 1, 1, 1))
        inside.addWidget(self._stack, 1)
        line = column(rule(), gap=0, edge=(_EDGE, 0, _EDGE, 0))
        inside.addLayout(line)
        inside.addLayout(foot)
        layer.setLayout(inside)
        Corners(layer, "chrome")
        around = column(layer, gap=0, edge=(0, 10, 10, 10))
        whole = row(self._side, gap=0)
        whole.addLayout(around, 1)
        self.setLayout(column(holding(whole, "chrome"), gap=0))
        self._fit()

    def _fit(self) -> None:
        side = min(look.px(_LEFT), round(self.width() * 0.26))
        self._side.setFixedWidth(max(200, side))
