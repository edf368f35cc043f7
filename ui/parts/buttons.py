"""Buttons: one primary per page, outlines beside it, ghosts and links for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QSizePolicy

from ui.parts import paint
from ui.parts.painted import PaintedButton
from ui.theme import icons, look

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = Literal["primary", "outline", "ghost", "link", "quiet", "danger"]
_BARE = frozenset({"link", "quiet"})

_ICON = 16
_GAP = 8
_RADIUS = 8


class Button(PaintedButton):
    """A button with words.

    Args:
        words: a verb, and what it acts on where that is not plain.
        on_click: called without arguments.
        kind: "primary" is filled (one per page), "outline" the usual one, "ghost" has no
            line, "link" looks like a link, "quiet" like the words around it, "danger" is
            filled for what cannot be undone.
        icon: name of a Lucide icon before the words.
        keys: a shortcut such as "Ctrl+P"; works while the page is open, stands in the tooltip.
        wide: takes the whole width there is.
    """

    def __init__(
        self,
        words: str,
        on_click: Callable[[], object] | None = None,
        *,
        kind: Kind = "outline",
        icon: str = "",
        keys: str = "",
        wide: bool = False,
    ) -> None:
        super().__init__(words)
        self.kind: Kind = kind
        self.icon_name = icon
        self._waiting = ""
        self._turn = 0
        self._clock = QTimer(self, interval=60)
        self._clock.timeout.connect(self._spin)
        across = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        if on_click is not None:
            self.clicked.connect(on_click)
        if keys:
            set_keys(self, keys, words)

    def busy(self, words: str) -> None:
        """Show that the work has begun ("Opening…"); further presses do nothing."""
        self._waiting = words
        self.blockSignals(True)
        self.setAccessibleName(words)
        if not look.now().still:
            self._clock.start()
        self.updateGeometry()
        self.update()

    def ready(self) -> None:
        """Be pressed again."""
        self._waiting = ""
        self.blockSignals(False)
        self.setAccessibleName("")
        self._clock.stop()
        self.updateGeometry()
        self.update()

    def _shown(self) -> str:
        return self._waiting or self.words()

    def _has_sign(self) -> bool:
        return bool(self.icon_name or self._waiting)

    def _side(self) -> int:
        return 0 if self.kind in _BARE else 14

    def sizeHint(self) -> QSize:
        across = paint.width(self._shown(), _role(self.kind)) + 2 * self._side()
        if self._has_sign():
            across += look.px(_ICON) + (_GAP if self._shown() else 0)
        around = 6 if self.kind in _BARE else 18
        return QSize(across, paint.height(_role(self.kind)) + around)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        fill, line, ink = _colours(self.kind, hovered=self.hovered, on=self.isEnabled())
        if self.hasFocus() and self.kind in _BARE:
            under = QRectF(0, rect.bottom() - 3, rect.width(), 2)
            paint.rounded(painter, rect, 4, look.colour("selected"))
            painter.fillRect(under, look.colour("focus"))
        elif self.hasFocus():
            paint.ring(painter, rect, _RADIUS)
            rect = rect.adjusted(3, 3, -3, -3)
            if self.kind == "outline":
                line = ""
        if fill or line:
            paint.rounded(
                painter,
                rect,
                _RADIUS - (3 if self.hasFocus() else 0),
                look.colour(fill) if fill else None,
                look.colour(line) if line else None,
            )
        if self.isDown():
            painter.translate(0, 1)
        self._paint_words(painter, ink)
        painter.end()

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        words, role, size = self._shown(), _role(self.kind), look.px(_ICON)
        room = QRectF(self.rect()).adjusted(self._side(), 0, -self._side(), 0)
        if not self._has_sign():
            paint.text(painter, room.adjusted(-2, 0, 2, 0), words, role, ink, paint.CENTRE)
            return
        across = min(paint.width(words, role) + size + _GAP, room.width())
        left = room.left() + (room.width() - across) / 2
        sign = QRectF(round(left), round(room.center().y() - size / 2), size, size)
        if self._waiting:
            self._paint_spinner(painter, sign, ink)
        else:
            icons.draw(painter, sign, self.icon_name, ink)
        beside = QRectF(sign.right() + _GAP, 0, across - size - _GAP + 2, self.height())
        paint.text(painter, beside, words, role, ink)

    def _paint_spinner(self, painter: QPainter, rect: QRectF, ink: str) -> None:
        painter.setPen(QPen(look.colour(ink), 2, c=Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(rect.adjusted(2, 2, -2, -2), -self._turn * 16, 270 * 16)

    def _spin(self) -> None:
        self._turn = (self._turn + 24) % 360
        self.update()


class IconButton(PaintedButton):
    """A square button with only an icon. Its name is said by tooltip and screen reader."""

    def __init__(
        self,
        icon: str,
        name: str,
        on_click: Callable[[], object] | None = None,
        *,
        keys: str = "",
        size: int = 34,
    ) -> None:
        super().__init__("")
        self.icon_name = icon
        self._size = size
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if on_click is not None:
            self.clicked.connect(on_click)
        if keys:
            set_keys(self, keys, name)

    def sizeHint(self) -> QSize:
        return QSize(look.px(self._size), look.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        if self.isEnabled() and (self.hovered or self.isDown()):
            paint.rounded(painter, rect, _RADIUS, look.colour("hover"))
        if self.hasFocus():
            paint.ring(painter, rect, _RADIUS)
        size = look.px(18 if self._size >= 30 else 16)  # noqa: PLR2004 - sizes of the design
        square = QRectF(0, 0, size, size)
        square.moveCenter(QPointF(rect.center()))
        square.moveTopLeft(QPointF(round(square.left()), round(square.top())))
        icons.draw(painter, square, self.icon_name, "text2" if self.isEnabled() else "text3")
        painter.end()


def set_keys(button: PaintedButton, keys: str, words: str) -> None:
    """Give a button a shortcut and say so in its tooltip."""
    sequence = QKeySequence(keys)
    QShortcut(sequence, button).activated.connect(button.click)
    shown = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    shown = shown.replace("Return", "Enter").replace("Left", "←")  # what stands on the key
    button.setToolTip(f"{words}  {shown}")


def _role(kind: Kind) -> str:
    if kind == "quiet":
        return "body"
    return "strong" if kind in {"primary", "outline", "danger"} else "control"


def _colours(kind: Kind, *, hovered: bool, on: bool) -> tuple[str, str, str]:
    """Return fill, line and ink; an empty name draws nothing."""
    if not on:
        return (
            ("mute_soft", "border", "text3")
            if kind not in {"ghost", "link"}
            else ("", "", "text3")
        )
    usual: dict[Kind, tuple[str, str, str]] = {
        "primary": ("primary_hover" if hovered else "primary", "", "on_primary"),
        "danger": ("danger", "", "surface"),
        "outline": ("hover" if hovered else "surface", "border", "text"),
        "ghost": ("hover" if hovered else "", "", "text2"),
        "link": ("", "", "primary_hover" if hovered else "primary"),
        "quiet": ("", "", "text" if hovered else "text2"),
    }
    return usual[kind]
