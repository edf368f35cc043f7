"""The first run from end to end: welcome, the steps, and the register that is ready.

The register is made at the end of the step with the password, whole. Whoever leaves after
that has a register that opens; what was not done yet, the agenda and Settings ask for.

It may be the first thing that the program paints, so only the welcome is made at once.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop_app.words import _
from ui.screens.first_run.answers import Answers, Made
from ui.screens.first_run.welcome import Welcome

# ruff: noqa: PLC0415 - after the first paint; see above

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from desktop_app.store.restoring import Restored
    from ui.screens.first_run.pages import StepPages
    from ui.screens.first_run.practising import Practice


class FirstRun(QWidget):
    """Leads from nothing to a register.

    Args:
        now: tells the time, in the zone of the clock on the wall.
        back: there is a register to go back to.
        last: the folder of the register that was open here last.
        begun: what was filled in an earlier time, by field.

    Attributes:
        welcome: the ways to begin.
        answers: what was answered so far.

    Signals:
        founded(Path, Opened, Database): the register exists and is open; whoever listens
            closes it.
        finished(): to the register.
        open_asked(Path): a register that is there.
        language_chosen(str): the program's language.
        left(): back to the register that was offered.
        kept(dict): what is filled in now and is no secret; empty once the register is made.
    """

    founded = Signal(object, object, object)
    finished = Signal()
    open_asked = Signal(object)
    language_chosen = Signal(str)
    left = Signal()
    kept = Signal(object)

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        back: bool = False,
        last: Path | None = None,
        begun: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__()
        self._now, self._last, self._begun = now, last, begun
        self.answers = Answers()
        self.welcome = Welcome(back=back, begun=begun.get("name", ""))
        self._steps: StepPages | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.welcome)
        self.welcome.begun.connect(self.begin)
        self.welcome.practising.connect(self.practise)
        self.welcome.put_back_asked.connect(self.put_back)
        self.welcome.open_asked.connect(self.open_asked)
        self.welcome.left.connect(self.left)
        self.welcome.language_chosen.connect(self.language_chosen)
        self.setFocusProxy(self.welcome)

    def begin(self) -> StepPages:
        """Begin with the first step; what was answered before still stands there."""
        from ui.screens.first_run import order

        if self._steps is None:
            self._steps = order.pages(self.answers, self._now)
            self._steps.restore(self._begun)
            self._steps.left.connect(self.start_over)
            self._steps.left.connect(self.keep)
            self._steps.moved.connect(self._moved)
            self._steps.finished.connect(self._show_ready)
        self._show(self._steps)
        self._steps.begin()
        return self._steps

    def practise(self) -> Practice:
        """Offer to make a practice register."""
        from ui.screens.first_run.practising import Practice

        practice = Practice(self._now)
        practice.left.connect(self.start_over)
        practice.made.connect(self._practise_made)
        self._show(practice)
        practice.begin()
        return practice

    def put_back(self) -> StepPages:
        """Begin putting a backup back."""
        from ui.screens.first_run.putting_back import order
        from ui.screens.first_run.putting_back.chosen import Chosen

        chosen = Chosen(self._now(), self._last)
        steps = order.pages(
            chosen, self._now, lambda restored: self._show_restored(chosen.place, restored)
        )
        steps.left.connect(lambda: self._give_up(steps))
        self._show(steps)
        steps.begin()
        return steps

    def keep(self) -> None:
        """Tell what is filled in, to go on with another time; never a password."""
        if self._steps is not None and self.answers.made is None:
            self.kept.emit(self._steps.typed())

    def start_over(self) -> None:
        """Show the ways to begin."""
        self._show(self.welcome)
        self.welcome.setFocus()

    def shown(self) -> QWidget:
        """Return what is shown."""
        return self._stack.currentWidget() or self

    def _give_up(self, steps: StepPages) -> None:
        self.start_over()
        self._stack.removeWidget(steps)
        steps.deleteLater()

    def _show(self, page: QWidget) -> None:
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def _moved(self) -> None:
        """Tell once that the register exists; from then on there is no way back before it."""
        self.keep()
        made = self.answers.made
        if made is not None and self._steps is not None and not self._steps.fixed:
            self._steps.fix()
            self.kept.emit({})
            self._tell(made)

    def _practise_made(self, made: Made) -> None:
        self._tell(made)
        self.finished.emit()

    def _tell(self, made: Made) -> None:
        self.founded.emit(made.folder, made.opened, made.db)

    def _show_restored(self, folder: Path, restored: Restored) -> None:
        from ui.screens.first_run.putting_back.restored import RestoredCard

        card = RestoredCard(folder, restored)
        card.opening.connect(lambda: self.open_asked.emit(folder))
        self._show(card)
        card.go.setFocus()

    def _show_ready(self) -> None:
        from ui.screens.first_run.ready import Ready

        lines = self._steps.lines() if self._steps else []
        onward = _("To the overview") if self.answers.kind == "region" else _("To Today")
        ready = Ready(self.answers.register_name, lines, onward)
        ready.left.connect(self.finished)
        self._show(ready)
        ready.go.setFocus()
