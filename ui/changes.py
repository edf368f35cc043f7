"""Brings the core's notices of change to the screens: "client", "tenancy" were written.

The core calls back after each commit, on whatever thread wrote. Here the notices become one
signal on the GUI thread, joined when several come at once.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

Nouns = frozenset[str]


class Source(Protocol):
    """What an opened register offers: tell me the nouns of every commit, until I say stop."""

    def on_change(self, callback: Callable[[Nouns], None]) -> Callable[[], None]:
        """Call back with the changed nouns after each commit; returns what ends it."""


class Changes(QObject):
    """The notices of one opened register.

    Signals:
        changed(frozenset): the nouns of one or more commits, on the GUI thread.
    """

    changed = Signal(object)
    _heard = Signal()

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._waiting: deque[Nouns] = deque()
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = source.on_change(self._hear)

    def close(self) -> None:
        """Hear no more, and tell no more of what was heard; before the register closes."""
        self._unsubscribe()
        self._waiting.clear()

    def renew(self) -> None:
        """Have every screen that shows people read anew: how they are named has changed."""
        self.changed.emit(frozenset({"client"}))

    def follow(
        self, owner: QWidget, nouns: Iterable[str], reload: Callable[[], object]
    ) -> None:
        """Have a screen reload when one of its nouns changed: now, or when it is next shown."""
        follower = _Follower(owner, frozenset(nouns), reload)
        self.changed.connect(follower.hear)

    def _hear(self, nouns: Nouns) -> None:
        self._waiting.append(nouns)
        self._heard.emit()

    @Slot()
    def _tell(self) -> None:
        nouns: set[str] = set()
        while self._waiting:
            nouns |= self._waiting.popleft()
        if nouns:
            self.changed.emit(frozenset(nouns))


class _Follower(QObject):
    """Reloads one screen; a hidden one waits until it is shown."""

    def __init__(
        self,
        owner: QWidget,
        nouns: Nouns,
        reload: Callable[[], object],
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._nouns = nouns
        self._reload = reload
        self._stale = False
        owner.installEventFilter(self)

    @Slot(object)
    def hear(self, nouns: Nouns) -> None:
        """Reload, or note that it must be done, if this screen shows one of the nouns."""
        if not nouns & self._nouns:
            return
        if self._owner.isVisible():
            self._reload()
        else:
            self._stale = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._stale and event.type() == QEvent.Type.Show:
            self._stale = False
            self._reload()
        return super().eventFilter(watched, event)
