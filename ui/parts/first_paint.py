"""Waits until a widget stands on the screen for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class _Watch(QObject):
    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._act = act
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, watched, self._act)  # once this picture is on the screen
        return super().eventFilter(watched, event)


def when_painted(widget: QWidget, act: Callable[[], object]) -> None:
    """Do something as soon as a widget stands on the screen for the first time."""
    _Watch(widget, act)
