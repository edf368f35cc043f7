"""One thing that happened, on the line of time: its sign, what it was, and where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.register.timeline import Event, Kind
from desktop_app.words import _
from ui.parts import paint
from ui.parts.buttons import IconButton
from ui.parts.icon import Icon, IconTile
from ui.parts.layouts import column, row
from ui.parts.painted import follow_look
from ui.parts.text import Elided, label
from ui.screens.client import wording
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QLayout

    from ui.parts.chip import Mood

    Lead = tuple[str, Callable[[], object]]

_SIGNS: dict[Kind, tuple[str, Mood]] = {
    Kind.CONTACT: ("message-square", "primary"),
    Kind.GOAL: ("target", "ok"),
    Kind.SCORE: ("gauge", "info"),
    Kind.PLAN: ("file-check", "info"),
    Kind.HOME: ("key-round", "ok"),
    Kind.STEP: ("footprints", "mute"),
    Kind.DECISION: ("scroll-text", "warn"),
}
_TILE = 30
_SIDE = 8  # between the edge and what stands in the row


class HappenedRow(QWidget):
    """One event.

    Args:
        event: what happened.
        lead: what going there is called, and what goes there; a click anywhere does it too.
    """

    def __init__(self, event: Event, lead: Lead) -> None:
        super().__init__()
        self.event_shown = event
        words, self._go = lead
        self._hovered = False
        icon, mood = _SIGNS[event.kind]
        if event.kind is Kind.CONTACT:
            icon = wording.NOTE_ICONS.get(event.code, icon)
            mood = "mute" if event.code == "NOSHOW" else mood
        self._tile = IconTile(icon, mood, _TILE, round_=True)
        sign = "square-pen" if event.note else "chevron-right"
        self.leading = IconButton(sign, f"{words}: {event.title}", self._go, size=26)
        self.leading.setToolTip(words)
        top = Qt.AlignmentFlag.AlignTop
        line = row(gap=12, edge=(_SIDE, 6, 2, 12))
        line.addWidget(self._tile, 0, top)
        line.addLayout(self._words(event), 1)
        line.addWidget(self.leading, 0, top)
        self.setLayout(line)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _words(self, event: Event) -> QLayout:
        head = row(gap=10)
        head.addWidget(label(event.title, "strong", wrap=True), 1)
        when = Elided(_facts(event), "small", "text2")
        head.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        words = column(head, gap=3)
        if event.text:
            words.addWidget(label(event.text, "body", "text2", wrap=True))
        if event.about:
            about = row(Icon("target", "text2", 14), Elided(event.about, "small", "text2"))
            about.setStretch(1, 1)
            words.addLayout(about)
        note = event.note
        if note is not None and note.corrected_at is not None:
            corrected = _("Corrected on {day}. First it read: {text}").format(
                day=f"{note.corrected_at.astimezone():%d-%m-%Y}", text=note.first_text
            )
            words.addWidget(label(corrected, "small", "text3", wrap=True))
        return words

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # so that the release comes here too

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._go()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        if self._hovered:
            paint.rounded(painter, QRectF(self.rect()), 8, look.colour("hover"))
        under = self._tile.geometry()
        middle = under.center().x() + 0.5
        paint.line(
            painter, QPointF(middle, under.bottom() + 5), QPointF(middle, self.height() - 1)
        )
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        follow_look(self, event)
        super().changeEvent(event)


def _facts(event: Event) -> str:
    """Return when it was, how long it took and who was there."""
    when = f"{event.at.astimezone():%d-%m-%Y %H:%M}" if event.at else f"{event.on:%d-%m-%Y}"
    minutes = event.note.minutes if event.note else None
    long = _("{n} min").format(n=minutes) if minutes else ""
    return " · ".join(filter(None, (when, long, event.who)))
