"""One column of the user's: what stands in it, what it becomes, why, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from desktop_app.words import _
from ui.parts.buttons import IconButton
from ui.parts.chip import Chip
from ui.parts.form.inputs import Pick
from ui.parts.layouts import column, row
from ui.parts.text import Elided
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.register.importing.columns import Certainty, Column
    from ui.parts.form.field import Choice

HEAD, LETTER, EXAMPLE, FIELD, CERTAINTY, AGAIN = 160, 26, 120, 240, 144, 30
EDGE = (18, 5, 14, 5)
NARROW = 980
"""Below this width the reason stands under the head."""
_ENDLESS = 16_777_215  # Qt's own


class ColumnLine(QWidget):
    """A line with the choice.

    Signals:
        chosen(str): the code of another field; "" leaves the column out.
        again(): let it be recognised by itself again.

    Attributes:
        pick: the choice.
    """

    chosen = Signal(str)
    again = Signal()

    def __init__(self, found: Column, offered: tuple[Choice, ...]) -> None:
        super().__init__()
        self.column = found
        self.pick = Pick(offered)
        self.pick.setItemText(0, _("Not read in"))
        self.pick.setAccessibleName(
            _("Column {letter}, {head}, becomes").format(letter=found.letter, head=found.head)
        )
        self.pick.setAccessibleDescription(found.why)
        field = found.field
        self.pick.put(field.code if field is not None and field.noun != "none" else "")
        self.pick.setEnabled(bool(found.key) and not found.secret)
        if not found.key:
            self.pick.setToolTip(_("Put a head above this column to choose what it is."))
        self.pick.typed.connect(lambda: self.chosen.emit(self.pick.raw()))
        self._again = IconButton(
            "undo-2",
            _("Recognise column {letter} again").format(letter=found.letter),
            size=AGAIN,
        )
        self._again.clicked.connect(self.again)
        self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = event.size().width() >= look.px(NARROW)
        self._why.setVisible(wide)
        self._under.setVisible(not wide)
        stretch_head(self._head, on=not wide)
        super().resizeEvent(event)

    def _build(self) -> None:
        found = self.column
        letter = Elided(found.letter, "strong", "text2")
        letter.setFixedWidth(look.px(LETTER))
        head = row(letter, gap=0)
        head.addWidget(Elided(found.head, "strong"), 1)
        self._under = Elided(found.why, "small", "text2")
        self._why = Elided(found.why, "body", "text2")
        example = Elided(found.example, "body", "text2")
        line = row(gap=12, edge=EDGE)
        self._head = _fixed(column(head, self._under, gap=0), HEAD)
        line.addWidget(self._head)
        line.addWidget(_fixed(column(example), EXAMPLE))
        self.pick.setFixedWidth(look.px(FIELD))
        line.addWidget(self.pick)
        line.addWidget(self._why, 1)
        chip = column(_sure(found.certainty, chosen=found.chosen))
        chip.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(_fixed(chip, CERTAINTY))
        policy = self._again.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._again.setSizePolicy(policy)
        self._again.setVisible(found.chosen)
        line.addWidget(self._again)
        self.setLayout(line)


def stretch_head(head: QWidget, *, on: bool) -> None:
    """Let the first part of a line take the room that the reason leaves."""
    across = QSizePolicy.Policy.Expanding if on else QSizePolicy.Policy.Fixed
    head.setSizePolicy(across, QSizePolicy.Policy.Preferred)
    head.setMinimumWidth(look.px(HEAD))
    head.setMaximumWidth(_ENDLESS if on else look.px(HEAD))


def _fixed(inside: QLayout, wide: int) -> QWidget:
    """Return a widget of a fixed width around a layout."""
    box = QWidget()
    box.setLayout(inside)
    box.setFixedWidth(look.px(wide))
    return box


def _sure(certainty: Certainty, *, chosen: bool) -> Chip:
    if chosen:
        return Chip(_("your choice"), "primary", "check")
    match certainty:
        case "sure":
            return Chip(_("sure"), "ok", "check")
        case "look":
            return Chip(_("have a look"), "warn", "circle-question-mark")
        case _:
            return Chip(_("left out"), "mute", "minus")
