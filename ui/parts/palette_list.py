"""The lines of the palette, under their headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy

from ui.parts import paint
from ui.parts.avatar import paint_avatar
from ui.parts.keys import keys_width, paint_keys, split
from ui.parts.painted import Painted
from ui.theme import icons, look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent

    from ui.parts.hit import Hit

_SIDE = 10
_MOST = 460


class PaletteList(QScrollArea):
    """Lines to choose from; the related actions of the chosen one follow its group.

    Signals:
        picked(object): the hit that was chosen for good.
        moved(object): the hit that is marked now.
    """

    picked = Signal(object)
    moved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines = _Lines()
        self._lines.clicked_at.connect(self._clicked)
        self.setWidgetResizable(True)
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setWidget(self._lines)
        self._given: list[Hit] = []

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show other lines; the first is marked."""
        self._given = list(hits)
        self._mark(0)
        self.verticalScrollBar().setValue(0)
        self.updateGeometry()

    def hits(self) -> list[Hit]:
        """Return the lines as they stand."""
        return list(self._lines.hits)

    def move_by(self, steps: int) -> None:
        """Mark a line further down or up."""
        if not self._lines.hits:
            return
        last = len(self._lines.hits) - 1
        self._mark(min(max(self._lines.at + steps, 0), last))
        hit = self._lines.hits[self._lines.at]
        box = self._lines.box_of(self._lines.at)
        self.ensureVisible(0, round(box.center().y()), 0, round(box.height()))
        self.moved.emit(hit)

    def pick(self, *, with_control: bool = False) -> None:
        """Choose the marked line; with Ctrl the one whose shortcut is Ctrl+Enter."""
        hits = self._lines.hits
        if with_control:
            hits = [hit for hit in hits if hit.keys == "Ctrl+Enter"]
            if hits:
                self.picked.emit(hits[0])
        elif hits:
            self.picked.emit(hits[self._lines.at])

    def sizeHint(self) -> QSize:
        return QSize(400, min(self._lines.sizeHint().height() + 2, look.px(_MOST)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, min(self.sizeHint().height(), 200))

    def _mark(self, at: int) -> None:
        """Mark a line; the actions for it come after the last line of its group."""
        given = self._given
        before = self._lines.hits
        if not given:
            self._lines.show_hits([], 0)
            return
        marked = before[at] if at < len(before) and before[at] in given else None
        chosen = marked or (given[0] if at == 0 else None)
        if chosen is None:  # an action of the chosen hit: the lines stay as they are
            self._lines.show_hits(before, at)
            return
        lines: list[Hit] = []
        for place, hit in enumerate(given):
            lines.append(hit)
            ends = place + 1 == len(given) or given[place + 1].group != hit.group
            if ends and hit.group == chosen.group:
                lines.extend(chosen.related)
        self._lines.show_hits(lines, lines.index(chosen))

    def _clicked(self, at: int) -> None:
        self.picked.emit(self._lines.hits[at])


class _Lines(Painted):
    clicked_at = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.hits: list[Hit] = []
        self.at = 0
        self.setMouseTracking(True)

    def show_hits(self, hits: list[Hit], at: int) -> None:
        self.hits, self.at = hits, at
        self.updateGeometry()
        self.update()

    def box_of(self, at: int) -> QRectF:
        top = 6.0
        for place, hit in enumerate(self.hits):
            if place == 0 or self.hits[place - 1].group != hit.group:
                top += self._heading()
            if place == at:
                return QRectF(_SIDE, top, self.width() - 2 * _SIDE, self._line())
            top += self._line()
        return QRectF(_SIDE, top, self.width() - 2 * _SIDE, 0)

    def sizeHint(self) -> QSize:
        return QSize(400, round(self.box_of(len(self.hits)).top()) + 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for at in range(len(self.hits)):
            if self.box_of(at).contains(event.position()):
                self.clicked_at.emit(at)
                return

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = paint.begin(self)
        for place, hit in enumerate(self.hits):
            box = self.box_of(place)
            if place == 0 or self.hits[place - 1].group != hit.group:
                head = QRectF(_SIDE + 2, box.top() - self._heading(), 400, self._heading())
                paint.text(painter, head.adjusted(0, 4, 0, 0), hit.group, "caption", "text3")
            self._paint_hit(painter, box, hit, marked=place == self.at)
        painter.end()

    def _paint_hit(self, painter: QPainter, box: QRectF, hit: Hit, *, marked: bool) -> None:
        if marked:
            paint.rounded(painter, box, 8, look.colour("selected"), look.colour("primary"))
        side = look.px(26 if hit.person else 18)
        centre = box.left() + 12 + look.px(13)
        sign = QRectF(0, 0, side, side)
        sign.moveCenter(QPointF(round(centre), round(box.center().y())))
        if hit.person:
            paint_avatar(painter, sign, hit.title, hit.person)
        else:
            icons.draw(painter, sign, hit.icon or "arrow-right", "text2")
        keys = split(hit.keys) if hit.keys else ["Enter"] if marked else []
        right = keys_width(keys) + 12 if keys else 0
        words = box.adjusted(12 + look.px(26) + 10, 0, -right - 12, 0)
        role = "strong" if marked else "control" if hit.person else "body"
        paint.text(painter, words, hit.title, role)
        after = words.adjusted(paint.width(hit.title, role) + 10, 0, 0, 0)
        if hit.under and after.width() > 0:
            paint.text(painter, after, hit.under, "small", "text2")
        if keys:
            tall = paint.height("small") + 3
            caps = QRectF(box.right() - right, box.center().y() - tall / 2, right, tall)
            paint_keys(painter, caps, keys)

    def _line(self) -> int:
        return look.px(40)

    def _heading(self) -> int:
        return paint.height("caption") + 12
