"""Ctrl+K: one field that finds people, houses and actions, by keyboard alone.

It searches only what the given function offers, and forgets the query when it closes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.words import _
from ui.parts.announce import announce
from ui.parts.icon import Icon
from ui.parts.key_hints import KeyHints
from ui.parts.layouts import column, row, rule
from ui.parts.overlay import Overlay
from ui.parts.palette_list import PaletteList
from ui.parts.table.cells import folded
from ui.parts.text import Elided

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.parts.hit import Hit

_WIDTH, _TOP = 640, 120
_PAUSE_MS = 30


class Palette(Overlay):
    """The search and command palette of a window.

    Args:
        over: the window.
        search: gives the hits for a query, best first and grouped; for "" what was recent.
        actions: what can always be done; found by any of their words.
        sought: what stands in the empty field: what can be searched for.
    """

    def __init__(
        self,
        over: QWidget,
        search: Callable[[str], Sequence[Hit]],
        actions: Callable[[], Sequence[Hit]],
        sought: str,
    ) -> None:
        super().__init__(over, width=_WIDTH, top=_TOP)
        self.setAccessibleName(_("Search and commands"))
        self._search = search
        self._actions = actions
        self._field = QLineEdit()
        self._field.setProperty("k", "bare")
        self._field.setPlaceholderText(sought)
        self._field.setAccessibleName(sought)
        self._field.installEventFilter(self)
        self._list = PaletteList()
        self._list.picked.connect(self._pick)
        self._list.moved.connect(self._moved)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.refresh)
        self._field.textChanged.connect(lambda _words: self._pause.start())
        hints = KeyHints(
            (("↑", "↓"), _("choose")), (("Enter",), _("open")), (("Esc",), _("close"))
        )
        body = column(
            row(Icon("search", "text2", 20), self._field, gap=10, edge=(18, 8, 14, 8)),
            rule(),
            self._list,
            rule(),
            row(hints, ..., Elided(_("Finds typing errors and numbers too"), "small", "text3"),
                edge=(16, 9, 16, 10)),
            gap=0,
            edge=(1, 1, 1, 1),
        )  # fmt: skip
        self.panel.setLayout(body)

    def summon(self, query: str = "") -> None:
        """Open with an empty field or with a query, or close when it is open."""
        if self.isVisible():
            self.close_it()
            return
        self._field.setText(query)
        self.refresh()
        self.open(self._field)

    def close_it(self) -> None:
        super().close_it()
        self._field.clear()
        self._list.show_hits([])

    def refresh(self) -> None:
        """Search again for what stands in the field."""
        self._pause.stop()
        query = self._field.text().strip()
        hits = [*self._search(query), *self._matching_actions(query)]
        self._list.show_hits(hits)
        self.place()

    def shown(self) -> list[Hit]:
        """Return the lines that are shown, in order."""
        return self._list.hits()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and self._key(event):
                return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        steps = {
            Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8,
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in steps:
            self._list.move_by(steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._pause.isActive():
                self.refresh()
            self._list.pick(with_control=control)
        else:
            return False
        return True

    def _pick(self, hit: Hit) -> None:
        if hit.more is not None:
            self._list.show_hits(hit.more())
            self.place()
            return
        self.close_it()
        hit.act()

    def _moved(self, hit: Hit) -> None:
        announce(self._field, f"{hit.title} {hit.under}".strip())

    def _matching_actions(self, query: str) -> list[Hit]:
        words = folded(query).split()
        return [
            hit
            for hit in self._actions()
            if all(word in folded(f"{hit.title} {hit.under}") for word in words)
        ]
