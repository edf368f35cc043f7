"""People who may be somebody else: both beside each other, and who it is to choose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.register.importing import telling
from desktop_app.words import _
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.layouts import column, empty, row, rule
from ui.parts.segmented import Segmented
from ui.parts.text import Elided, label

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QVBoxLayout

    from desktop_app.register.importing.doubts import Decisions, Doubt
    from ui.screens.importing.work import Read

_AT_ONCE = 40


class Doubtful(Card):
    """The people to decide about; those decided stay in sight, to decide otherwise.

    Signals:
        decided(Decisions): what was said about all of them.
    """

    decided = Signal(object)

    def __init__(self) -> None:
        self._count = Chip("")
        super().__init__(_("Who is this?"), self._count)
        self._doubts: dict[tuple[int, ...], Doubt] = {}
        self._lines = column(gap=0)
        self.add(self._lines)
        self.hide()

    def begin(self) -> None:
        """Forget the people of the file before."""
        self._doubts = {}

    def tell(self, found: Read) -> None:
        """Show who is doubtful in a file."""
        for doubt in found.plan.doubts:
            self._doubts[doubt.rows] = doubt
        decisions = found.plan.decisions
        every = sorted(self._doubts.values(), key=lambda one: (not one.stops, one.rows))
        open_ = sum(_answer(one, decisions) == "out" and one.stops for one in every)
        self._count.say(_("{n} left out").format(n=open_), "warn" if open_ else "ok")
        self._count.setVisible(bool(open_))
        empty(self._lines)
        for number, doubt in enumerate(every[:_AT_ONCE]):
            if number:
                self._lines.addWidget(rule())
            line = _Line(doubt, _answer(doubt, decisions))
            line.answer.chosen.connect(
                lambda said, one=doubt: self.decided.emit(_decide(decisions, one, said))
            )
            self._lines.addWidget(line)
        self.setVisible(bool(every))


class _Line(QWidget):
    """Somebody of the file, whom they look like, and the choice."""

    def __init__(self, doubt: Doubt, answer: str) -> None:
        super().__init__()
        rows = " + ".join(map(str, doubt.rows[:4]))
        here = _("row {row}").format(row=rows)
        there = doubt.number or _("row {row}").format(row=doubt.other)
        same = _("{who} is {other}").format(who=here, other=there)
        self.answer = Segmented(
            f"{doubt.name}: {same}",
            [("same", _("The same")), ("apart", _("Somebody else")), ("out", _("Leave out"))],
            answer,
        )
        line = row(gap=16, edge=(0, 8, 0, 8))
        line.addLayout(_person(doubt.name, here, doubt.born), 1)
        line.addLayout(_person(doubt.other_name, there, doubt.other_born), 1)
        line.addWidget(label(doubt.why, "small", "text2", wrap=True), 1)
        line.addWidget(self.answer, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)


def _person(name: str, where: str, birth: date | int | None) -> QVBoxLayout:
    born = telling.born(birth) or _("birth not known")
    return column(Elided(name, "strong"), Elided(f"{where} · {born}", "small", "text2"), gap=1)


def _answer(doubt: Doubt, decisions: Decisions) -> str:
    """Return what was said about somebody; nothing said leaves out or keeps apart."""
    row_ = doubt.rows[0]
    if row_ in decisions.same:
        return "same"
    if row_ in decisions.apart:
        return "apart"
    return "out" if doubt.stops or row_ in decisions.left_out else "apart"


def _decide(decisions: Decisions, doubt: Doubt, said: str) -> Decisions:
    row_ = doubt.rows[0]
    same = {row: who for row, who in decisions.same.items() if row != row_}
    apart, out = decisions.apart - {row_}, decisions.left_out - set(doubt.rows)
    match said:
        case "same":
            same[row_] = doubt.other
        case "apart":
            apart |= {row_}
        case _:
            out |= set(doubt.rows)
    return replace(decisions, same=same, apart=apart, left_out=out)
