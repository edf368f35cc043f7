"""The top of the window: back, where one is, search, and whether all is safe."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from desktop_app.words import _
from ui.parts import paint
from ui.parts.buttons import Button, IconButton
from ui.parts.charts.progress import ProgressBar
from ui.parts.icon import Icon
from ui.parts.keys import keys_width, paint_keys
from ui.parts.layouts import empty, holding, row
from ui.parts.painted import PaintedButton
from ui.parts.save_state import SaveState
from ui.parts.text import Elided
from ui.theme import icons, look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

_SEARCH = 430


class TopBar(QFrame):
    """The bar above the page.

    Attributes:
        saving: the save state.

    Signals:
        back_asked(), search_asked()
        names_asked(): somebody wants to see the names in full again.
        crumb_chosen(int): the number of the step that was pressed.
    """

    back_asked = Signal()
    search_asked = Signal()
    names_asked = Signal()
    crumb_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "chrome")
        self._back = IconButton("arrow-left", _("Back"), self.back_asked.emit)
        self._back.setToolTip(_("Back") + "  Alt+←")
        self._crumbs: QHBoxLayout = row(gap=6)
        search = self._search = _SearchButton("")
        search.clicked.connect(self.search_asked.emit)
        self.saving = SaveState()
        self.shielded = IconButton("eye-off", _("Show names in full"), self.names_asked.emit)
        self.shielded.setToolTip(_("Show names in full") + "  Ctrl+Shift+L")
        self.shielded.hide()
        self._backup: QHBoxLayout = row(gap=6)
        self._work: QHBoxLayout = row(gap=8)
        self._work_holder = holding(self._work)
        self._work_holder.hide()
        left = holding(row(self._back, 4, self._crumbs, ...))
        right = holding(
            row(..., self._work_holder, self.shielded, self.saving, 8, self._backup, 6)
        )
        line = row(gap=12, edge=(4, 9, 10, 9))
        line.addWidget(left, 5)
        line.addWidget(search, 4)
        line.addWidget(right, 5)
        self.setLayout(line)

    def say_sought(self, words: str) -> None:
        """Show what can be searched for."""
        self._search.say(words)
        self._search.setToolTip(f"{words}  Ctrl+K")

    def show_crumbs(self, crumbs: Sequence[str], *, can_go_back: bool) -> None:
        """Show where somebody is; every step but the last can be pressed."""
        empty(self._crumbs)
        for number, crumb in enumerate(crumbs):
            if number:
                self._crumbs.addWidget(Icon("chevron-right", "text3", 14))
            if number < len(crumbs) - 1:
                step = Button(crumb, partial(self.crumb_chosen.emit, number), kind="quiet")
                self._crumbs.addWidget(step)
            else:
                self._crumbs.addWidget(Elided(crumb, "body", "text2"))
        self._back.setEnabled(can_go_back)

    def show_backup(self, words: str, *, warn: bool) -> None:
        """Show how old the newest backup is."""
        empty(self._backup)
        self._backup.addWidget(Icon("hard-drive-download", "warn" if warn else "text2"))
        self._backup.addWidget(Elided(words, "small", "warn" if warn else "text2"))

    def show_work(self, words: str, share: float, stop: Callable[[], object]) -> None:
        """Show long work: what is being done, how far it is, and a way to stop it."""
        empty(self._work)
        bar = ProgressBar(words, share)
        bar.setFixedWidth(look.px(70))
        self._work.addWidget(Elided(words, "small", "text2"))
        self._work.addWidget(bar)
        self._work.addWidget(Button(_("Stop"), stop, kind="link"))
        self._work_holder.show()

    def hide_work(self) -> None:
        """The long work is over."""
        empty(self._work)
        self._work_holder.hide()


class _SearchButton(PaintedButton):
    """Looks like a field and opens the palette."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(look.px(_SEARCH))

    def sizeHint(self) -> QSize:
        return QSize(look.px(_SEARCH), max(34, paint.height("body") + 18))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        rect = QRectF(self.rect())
        line = "border_strong" if self.hovered else "border"
        paint.rounded(painter, rect, 8, look.colour("surface"), look.colour(line))
        if self.hasFocus():
            paint.ring(painter, rect, 8)
        side = look.px(16)
        top = round(rect.center().y() - side / 2)
        icons.draw(painter, QRectF(12, top, side, side), "search", "text2")
        keys = ["Ctrl", "K"]
        caps = keys_width(keys)
        inside = rect.adjusted(12 + side + 8, 0, -10, 0)
        if rect.width() > caps + look.px(200):
            tall = paint.height("small") + 3
            box = QRectF(inside.right() - caps, rect.center().y() - tall / 2, caps, tall)
            paint_keys(painter, box, keys)
            inside.setRight(box.left() - 8)
        paint.text(painter, inside, self.words(), "body", "text3")
        painter.end()
