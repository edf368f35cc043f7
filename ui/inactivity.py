"""Notices that nobody is there: one event filter, one signal.

Counts by the wall clock, so that a laptop that slept for an hour is locked the moment it
wakes, before the first key reaches a screen.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from desktop_app import dates

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_LOOK_EVERY_MS = 2000


class Inactivity(QObject):
    """Watches an application.

    Args:
        application: whose keys and pointer count.
        minutes: how long nothing may happen.
        clock: tells the time; a test brings its own.

    Signals:
        passed(): nothing happened for so long. Comes once, until there is life again.
    """

    passed = Signal()

    def __init__(
        self,
        application: QObject,
        minutes: float,
        clock: Callable[[], datetime] = dates.now,
    ) -> None:
        super().__init__(application)
        self._limit = timedelta(minutes=minutes)
        self._clock = clock
        self._last = clock()
        self._told = False
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        application.installEventFilter(self)

    def set_minutes(self, minutes: float) -> None:
        """Wait longer or shorter from now on."""
        self._limit = timedelta(minutes=minutes)

    def look(self) -> bool:
        """Tell whether time is up; the first time it is, the signal goes out."""
        late = self._clock() - self._last >= self._limit
        if late and not self._told:
            self._told = True
            self.passed.emit()
        return late

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self.look()  # after sleep: lock before this key or click counts as life
            self._last = self._clock()
            self._told = False
        return super().eventFilter(watched, event)
