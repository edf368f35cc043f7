"""Short texts beside one another, each with a sign in front, on as many lines as they need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.paper.blocks import Room
    from desktop_app.paper.canvas import TaggedCanvas
    from desktop_app.paper.tags import Node
    from desktop_app.paper.text import Text


class Sign(Protocol):
    """Draws a sign; gets its left edge and the height of its middle."""

    def __call__(self, canvas: TaggedCanvas, left: float, y: float) -> None:
        """Draw the sign."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text and the sign in the room before it."""

    text: Text
    indent: float = 0
    sign: Sign | None = None


class Inline:
    """Pieces beside one another; a piece that is too long breaks in its own lines."""

    def __init__(self, pieces: Sequence[Piece], *, gap: float, step: float) -> None:
        """Take the pieces, the gap between two, and the height of a line."""
        self.pieces = pieces
        self.gap, self.step = gap, step
        self.nodes: Sequence[Node] = [node for piece in pieces for node in piece.text.nodes]

    def _places(self, width: float) -> tuple[list[tuple[float, float, float]], float]:
        """Return per piece how far right and down it stands and how wide it is, and the end."""
        pen = down = 0.0
        places: list[tuple[float, float, float]] = []
        deepest = self.step
        for piece in self.pieces:
            wide = piece.indent + piece.text.natural_width() + 0.1
            if pen and pen + wide > width:
                pen, down = 0.0, deepest
            wide = min(wide, width)
            places.append((pen, down, wide))
            more = piece.text.height(wide - piece.indent) - piece.text.base.leading
            deepest = max(deepest, down + self.step + more)
            pen += wide + self.gap
        return places, deepest

    def height(self, width: float) -> float:
        """Return the height of all lines."""
        return self._places(width)[1]

    def split(self, width: float, room: Room) -> None:
        """Never break."""

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw signs and texts."""
        places, _end = self._places(width)
        for piece, (right, down, wide) in zip(self.pieces, places, strict=True):
            base = piece.text.base
            y = top - down - (self.step - base.leading) / 2
            if piece.sign is not None:
                # Half the height of capitals, 0.66 of the size, is where the eye is.
                piece.sign(canvas, left + right, y - base.size * 0.67)
            piece.text.draw(canvas, left + right + piece.indent, y, wide - piece.indent, 0)
