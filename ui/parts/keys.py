"""Keys drawn as keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy

from ui.parts import paint
from ui.parts.painted import Painted
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QPaintEvent

_GAP = 6


class Keys(Painted):
    """Key caps: "Ctrl+K" becomes two."""

    def __init__(self, keys: str | Sequence[str]) -> None:
        super().__init__()
        self._keys = split(keys) if isinstance(keys, str) else list(keys)
        self.setAccessibleName(" ".join(self._keys))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(keys_width(self._keys), paint.height("small") + 5)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        paint_keys(painter, QRectF(self.rect()), self._keys)
        painter.end()


def split(keys: str) -> list[str]:
    """Return the caps of a shortcut: "Ctrl+K" or "↑ ↓"."""
    return keys.split() if " " in keys else keys.split("+")


def keys_width(keys: Sequence[str]) -> int:
    """Return how wide some key caps are together."""
    caps = [max(paint.width(key, "small") + 14, 26) for key in keys]
    return sum(caps) + _GAP * (len(caps) - 1)


def paint_keys(painter: QPainter, rect: QRectF, keys: Sequence[str]) -> None:
    """Draw key caps from the left of a rectangle."""
    left = rect.left()
    for key in keys:
        wide = max(paint.width(key, "small") + 14, 26)
        cap = QRectF(left, rect.top(), wide, rect.height())
        paint.rounded(painter, cap, 4, look.colour("surface"), look.colour("border"))
        paint.text(painter, cap, key, "small", "text2", paint.CENTRE)
        left += wide + _GAP
