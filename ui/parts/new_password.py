"""Asks for a new password twice, and tells while somebody types how strong it is.

What is strong enough the core knows; whoever shows this part says how to ask it, because the
first run must be painted before the core is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.errors import UserError
from desktop_app.words import _
from ui.parts import paint
from ui.parts.layouts import column, row
from ui.parts.painted import Painted
from ui.parts.password_field import PasswordField
from ui.parts.question import Question
from ui.parts.text import label, recolour
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

_LEVELS = {"": 0, "weak": 1, "fair": 2, "good": 3, "strong": 4}
_INKS = {"": "text3", "weak": "danger", "fair": "warn", "good": "ok", "strong": "ok"}


class NewPassword(QWidget):
    """A new password, twice.

    Args:
        strength: says in a word how strong a password is (`passwords.strength`).
        check: raises UserError for one that is too weak (`passwords.check_password`).
        words: the question; "Password" where there was none before.
    """

    def __init__(
        self,
        strength: Callable[[str], str],
        check: Callable[[str], None],
        words: str = "",
    ) -> None:
        super().__init__()
        self._strength, self._check = strength, check
        first, twice = words or _("Password"), _("The same password once more")
        self.password = PasswordField(first)
        self.again = PasswordField(twice)
        self.meter = Meter()
        self._first = Question(
            first,
            self.password,
            _("At least 12 characters, or 4 words that do not belong together."),
            self.meter,
        )
        self._twice = Question(twice, self.again)
        self.password.textChanged.connect(lambda _words: self.measure())
        self.again.textChanged.connect(lambda _words: self._twice.say(""))
        self.setLayout(column(self._first, self._twice, gap=16))
        self.setFocusProxy(self._first)

    def measure(self) -> None:
        """Tell how strong what stands there is, also when a name it may not hold changed."""
        if self._first.wrong():
            self._first.say("")
        typed = self.password.text()
        self.meter.show_strength(self._strength(typed) if typed else "")

    def complete(self) -> bool:
        """Tell whether it is strong enough and twice the same; if not, say so at the field."""
        self.calm()
        try:
            self._check(self.password.text())
        except UserError as weak:
            self.refuse(str(weak))
            return False
        if self.again.text() != self.password.text():
            self._twice.say(_("This is not the same password. Type it once more."))
            return False
        return True

    def refuse(self, sentence: str) -> None:
        """Say at the first field what is wrong with it."""
        self._first.say(sentence)

    def calm(self) -> None:
        """Say of neither field that it is wrong."""
        self._first.say("")
        self._twice.say("")

    def clear(self) -> None:
        """Forget what was typed."""
        self.password.clear()
        self.again.clear()


class Meter(QWidget):
    """How strong a password is: four bars and a few words."""

    def __init__(self) -> None:
        super().__init__()
        self._bars = _Bars()
        self._words = label("", "small", "text3")
        self.setLayout(row(self._bars, self._words, ..., gap=10, edge=(0, 4, 0, 0)))
        self.show_strength("")

    def show_strength(self, strength: str) -> None:
        """Show one; "" before anything was typed."""
        self._words.setText(_sentences()[strength])
        recolour(self._words, _INKS[strength])
        self._bars.show_level(_LEVELS[strength], _INKS[strength])

    def words(self) -> str:
        """Return what is said."""
        return self._words.text()


class _Bars(Painted):
    def __init__(self) -> None:
        super().__init__()
        self._level, self._ink = 0, "text3"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_level(self, level: int, ink: str) -> None:
        self._level, self._ink = level, ink
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.px(132), look.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        wide = (self.width() - 3 * 4) / 4
        for place in range(4):
            bar = QRectF(place * (wide + 4), self.height() / 2 - 3, wide, 6)
            ink = self._ink if place < self._level else "track"
            paint.rounded(painter, bar, 3, look.colour(ink))
        painter.end()


def _sentences() -> dict[str, str]:
    return {
        "": _("Length is what counts"),
        "weak": _("Too weak"),
        "fair": _("Good enough"),
        "good": _("Strong"),
        "strong": _("Very strong"),
    }
