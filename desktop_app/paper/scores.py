"""The score strip: five ticks, a ring for the start, a disc for now, a line for the change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.paper import shaping
from desktop_app.paper.canvas import disc
from desktop_app.paper.style import MM
from desktop_app.paper.tags import Node
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.paper.blocks import Room
    from desktop_app.paper.canvas import TaggedCanvas
    from desktop_app.paper.style import Kit, Type

_HIGHEST = 5


class Scale:
    """Five places at equal distance; subclasses draw on it."""

    def __init__(self, kit: Kit, said: str) -> None:
        self.kit = kit
        self.said = said
        self.node = Node("Span")
        self.nodes: Sequence[Node] = (self.node,)
        self.step = (46 * MM - 14) / (_HIGHEST - 1)

    def split(self, width: float, room: Room) -> None:
        """Never break."""

    def _x(self, left: float, value: int) -> float:
        return left + 7 * self.kit.strip_scale + (value - 1) * self.step

    def _number(
        self, canvas: TaggedCanvas, x: float, y: float, value: int, style: Type
    ) -> None:
        runs = shaping.runs(str(value), style.face)
        canvas.show(x - runs[0].width * style.size / 2, y, style, runs)


class ScaleHead(Scale):
    """The numbers 1 to 5 above the strips."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, _("Score from 1 to 5"))

    def height(self, width: float) -> float:
        """Return the height of the numbers' line."""
        return self.kit.head.leading

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Write the numbers above their places."""
        canvas.begin(self.node, self.said)
        for value in range(1, _HIGHEST + 1):
            style = self.kit.head
            self._number(canvas, self._x(left, value), top - style.size, value, style)
        canvas.end()


class Strip(Scale):
    """One life area's score, now and at first."""

    def __init__(self, kit: Kit, now: int | None, first: int | None) -> None:
        super().__init__(kit, score_in_words(now, first))
        self.now, self.first = now, first

    def height(self, width: float) -> float:
        """Return the height of a line beside it; the disc reaches over it a little."""
        return self.kit.cell.leading

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw the line and its marks."""
        colours, scale = self.kit.colours, self.kit.strip_scale
        y = top - self.height(width) / 2
        canvas.rule(self._x(left, 1), self._x(left, _HIGHEST), y, colours.dots, 0.8)
        for value in range(1, _HIGHEST + 1):
            canvas.paint(disc(self._x(left, value), y, 1.6 * scale), fill=colours.dots)
        if self.now is not None and self.first is not None and self.now != self.first:
            begin, end = self._x(left, self.first), self._x(left, self.now)
            canvas.rule(begin, end, y, colours.teal, 2.4)
        if self.first is not None and self.first != self.now:
            ring(canvas, self._x(left, self.first), y, self.kit)
        canvas.begin(self.node, self.said)
        if self.now is not None:
            x = self._x(left, self.now)
            canvas.paint(disc(x, y, 7 * scale), fill=colours.teal)
            style = self.kit.disc
            self._number(canvas, x, y - style.size * 0.33, self.now, style)
        canvas.end()


def ring(canvas: TaggedCanvas, x: float, y: float, kit: Kit) -> None:
    """Draw the hollow mark of the first score."""
    radius = 3.6 * kit.strip_scale
    canvas.paint(disc(x, y, radius), fill=kit.colours.white, stroke=kit.colours.teal, width=2)


def score_in_words(now: int | None, first: int | None) -> str:
    """Return what a strip says: "from 3 to 4", "4", "no score"."""
    if now is None:
        return _("no score") if first is None else _("at first {first}").format(first=first)
    if first is None or first == now:
        return str(now)
    return _("from {first} to {now}").format(first=first, now=now)
