"""The screens of a window: made at the first visit, kept for the next, a few of each kind."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.errors import UserError
from ui.parts import page as promises
from ui.parts.side_sheet import SideSheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QStackedWidget, QWidget

    from ui.contents import PageEntry
    from ui.desk import Desk, Place

_MOST = 12
"""Screens that are kept; the one not seen for the longest time goes first."""

_Key = tuple[str, "UUID | None"]


class Shelf:
    """Keeps screens.

    Args:
        desk: what they are made of.
        stack: where they stand.
        moved: called when a screen moves within itself.
    """

    def __init__(self, desk: Desk, stack: QStackedWidget, moved: Callable[[], object]) -> None:
        self._desk = desk
        self._stack = stack
        self._moved = moved
        self._screens: OrderedDict[_Key, QWidget] = OrderedDict()

    def take(self, entry: PageEntry, place: Place) -> QWidget:
        """Return the screen for a place, made if there is none yet, and show it."""
        key = _key(entry, place)
        if not entry.kept and key in self._screens:
            self._throw_away(key)
        if key not in self._screens:
            self._screens[key] = self._make(entry, place)
            if len(self._screens) > _MOST:
                self._throw_away(next(iter(self._screens)))
        self._screens.move_to_end(key)
        screen = self._screens[key]
        self._stack.setCurrentWidget(screen)
        return screen

    def keep_drafts(self) -> promises.Drafts:
        """Have every screen, and every sheet over one, save what is being typed.

        A full disk or a long piece of writing by another window keeps no screen from the
        next one, nor the lock from falling.
        """
        kept: list[str] = []
        lost: dict[str, None] = {}
        for screen in self._screens.values():
            for part in (screen, *screen.findChildren(SideSheet)):
                if not isinstance(part, promises.KeepsDrafts):
                    continue
                try:
                    kept.extend(part.keep_drafts())
                except UserError as error:
                    lost[str(error)] = None
        return promises.Drafts(kept, tuple(lost))

    def _make(self, entry: PageEntry, place: Place) -> QWidget:
        screen = entry.build(self._desk, place)
        screen.setAccessibleName(entry.words)
        if screen.focusPolicy() == Qt.FocusPolicy.NoFocus:
            screen.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        if isinstance(screen, promises.Moves):
            screen.moved.connect(self._moved)
        self._stack.addWidget(screen)
        return screen

    def _throw_away(self, key: _Key) -> None:
        screen = self._screens.pop(key)
        if isinstance(screen, promises.KeepsDrafts):
            screen.keep_drafts()
        self._stack.removeWidget(screen)
        screen.deleteLater()


def _key(entry: PageEntry, place: Place) -> _Key:
    return (entry.key, place.row if entry.per_row else None)
