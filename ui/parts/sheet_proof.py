"""The recovery sheet on paper, proved by typing two of its groups over."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.words import _, ngettext
from ui.parts.announce import announce
from ui.parts.banner import Banner, BannerPlace
from ui.parts.check_box import CheckBox
from ui.parts.icon import Icon
from ui.parts.layouts import column, holding, row
from ui.parts.secret_paper import SecretPaper, printed_banner
from ui.parts.text import label, recolour
from ui.parts.two_columns import TwoColumns
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Callable

_GROUPS, _LENGTH, _PAPER = 9, 4, 500


class SheetProof(QWidget):
    """Shows the sheet, prints it, and wants proof that somebody can read it.

    Args:
        matches: tells whether a text is a group of the code, by its number from 1.

    Signals:
        changed(): what `blocked` says may be different now.
    """

    changed = Signal()

    def __init__(self, matches: Callable[[int, str], bool]) -> None:
        super().__init__()
        self.paper = SecretPaper(_("The recovery sheet"))
        self.paper.out.connect(self._out)
        self._told = BannerPlace()
        chosen = sorted(secrets.SystemRandom().sample(range(1, _GROUPS + 1), 2))
        self.groups = tuple(GroupField(number, matches) for number in chosen)
        for group in self.groups:
            group.typed.connect(self._typed)
            group.entered.connect(lambda: self.paper.cover(on=True))
        self.apart = CheckBox(_("I do not keep the sheet with this computer or a backup"))
        self.apart.toggled.connect(lambda _on: self.changed.emit())
        both = TwoColumns(self.paper, holding(self._proof()), shares=(6, 5), gap=24, tall=True)
        both.folded.connect(self._fold)
        self.setLayout(column(both, gap=0))

    def blocked(self) -> str:
        """Return in words why one cannot go on yet; empty when one can."""
        if not all(group.right() for group in self.groups):
            return _("You can go on once both groups are right")
        if not self.apart.isChecked():
            return _("You can go on once the box is ticked")
        return ""

    def _proof(self) -> QVBoxLayout:
        card = column(
            label(_("Check: type two groups over from your paper"), "strong", wrap=True),
            label(
                _(
                    "So we know for sure that the sheet can be read. The code beside this then"
                    " goes off the screen."
                ),
                "small",
                "text2",
                wrap=True,
            ),
            4,
            row(*self.groups, ..., gap=16),
            gap=4,
            edge=(16, 14, 16, 14),
        )
        apart = Banner(
            "warn",
            _("Never keep sheet and backup together"),
            _("Whoever finds both can read everything."),
            icon="key-round",
        )
        places = label(
            _("Good places: a safe, somebody of the board, a sealed envelope elsewhere."),
            "small",
            "text2",
            wrap=True,
        )
        return column(self._told, holding(card, "inset"), apart, self.apart, places, gap=12)

    def _fold(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.paper.setMinimumHeight(look.px(_PAPER) if on else 0)

    def _out(self, printed: bool) -> None:  # noqa: FBT001 - a signal's argument
        if printed:
            self._told.show_banner(printed_banner())
        self.paper.cover(on=True)
        self.groups[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        if self.groups[0].right() and self.groups[0].answer.hasFocus():
            self.groups[1].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


class GroupField(QWidget):
    """One group of the code, typed over from paper.

    Args:
        number: of the group, from 1.
        matches: tells whether a text is that group.

    Signals:
        typed(): something was typed.
        entered(): somebody came here to type.
    """

    typed = Signal()
    entered = Signal()

    def __init__(self, number: int, matches: Callable[[int, str], bool]) -> None:
        super().__init__()
        self._number, self._matches, self._right = number, matches, False
        self.answer = QLineEdit()
        self.answer.setMaxLength(9)
        self.answer.setProperty("k", "code")
        self.answer.setFixedWidth(look.px(132))
        title = _("Group {number}").format(number=number)
        self.answer.setAccessibleName(title)
        self.answer.textEdited.connect(self._judge)
        self.answer.installEventFilter(self)
        self._sign = Icon("check", "ok", 14)
        self._said = label(" ", "small", "text3")
        self._sign.hide()
        self.setLayout(
            column(
                label(title, "body", "text2"),
                self.answer,
                row(self._sign, self._said, ..., gap=5),
                gap=4,
            )
        )
        self.setFocusProxy(self.answer)

    def number(self) -> int:
        """Return which group it is."""
        return self._number

    def right(self) -> bool:
        """Tell whether the group is right."""
        return self._right

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)

    def _judge(self, typed: str) -> None:
        if typed != typed.upper():
            at = self.answer.cursorPosition()
            self.answer.setText(typed.upper())
            self.answer.setCursorPosition(at)
        count = sum(sign.isalnum() for sign in typed)
        self._right = self._matches(self._number, typed)
        wrong = not self._right and count >= _LENGTH
        if self._right:
            words, ink = _("this is right"), "ok"
            announce(self, words)
        elif wrong:
            words, ink = _("not right; look at your paper"), "danger"
            announce(self, words, at_once=True)
        else:
            left = _LENGTH - count
            more = ngettext("{n} more character", "{n} more characters", left).format(n=left)
            words, ink = more if count else " ", "text3"
        self._sign.setVisible(self._right)
        self._said.setText(words)
        recolour(self._said, ink)
        self.answer.setProperty("wrong", wrong)
        self.answer.style().polish(self.answer)
        self.typed.emit()
