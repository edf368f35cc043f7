"""Tables: columns of fixed width, rows that keep together, a head that repeats on each page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop_app.paper.blocks import Empty
from desktop_app.paper.canvas import box
from desktop_app.paper.tags import Node
from desktop_app.paper.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.paper.blocks import Block, Room
    from desktop_app.paper.canvas import TaggedCanvas
    from desktop_app.paper.text import Align, Span

RULE = 0.6
HEAD_RULE = 1.2
_LARGEST_LEAD = 0.25  # of a page: a higher row does not repeat


@dataclass(frozen=True, slots=True)
class Cell:
    """A block in a row.

    `node` is the TD or TH around it (None: decoration only); `span` counts the columns it
    takes; `middle` centres it in the height of the row.
    """

    block: Block
    node: Node | None
    span: int = 1
    middle: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side.

    Attributes:
        above, below: padding in points.
        fill: colour behind the row.
        rule: colour of the line under it; none when empty.
        joined: whether the row starts no page of its own, but follows the row before it.
        leads: whether the row repeats when the joined rows after it break over pages.
        widths: how wide the cells are when not as their columns; 0 takes what is left.
        node: the TR; made from the cells when it is not given.
        heights: by width, so that a row is measured once.
    """

    cells: tuple[Cell, ...]
    above: float = 0
    below: float = 0
    fill: str = ""
    rule: str = ""
    rule_width: float = RULE
    joined: bool = False
    leads: bool = False
    widths: tuple[float, ...] = ()
    node: Node | None = None
    heights: dict[float, float] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Column:
    """A column's width and the padding at either side of its cells, in points.

    The column of width 0 takes what the others leave.
    """

    width: float
    left: float = 0
    right: float = 4


class Table:
    """Rows under a head; breaks between rows, and within a row that is taller than a page."""

    def __init__(
        self,
        columns: Sequence[Column],
        head: Row | None,
        rows: Sequence[Row],
        *,
        node: Node | None = None,
    ) -> None:
        """Take the columns, the head that repeats, and the rows."""
        self.columns = tuple(columns)
        self.head = None if head is None else _whole(head)
        self.rows = [_whole(row) for row in rows]
        if node is None:
            node = Node("Table")
            tops = [] if self.head is None else [self.head]
            node.add(*(row.node for row in [*tops, *self.rows] if row.node is not None))
        self.node = node
        self.nodes: Sequence[Node] = (node,)
        self.repeats = False
        self.lead: Row | None = None

    def height(self, width: float) -> float:
        """Return the height of the head and all rows."""
        return self._tops(width) + sum(self._row(row, width) for row in self.rows)

    def _tops(self, width: float) -> float:
        """Return the height of the rows that stand above on this page."""
        lead = self.lead if self.repeats else None
        return sum(self._row(row, width) for row in (self.head, lead) if row is not None)

    def _row(self, row: Row, width: float) -> float:
        tall = row.heights.get(width)
        if tall is None:
            inner = max(
                (c.block.height(w) for c, _, w in self._placed(row, 0, width)), default=0
            )
            tall = row.heights[width] = row.above + inner + row.below
        return tall

    def _placed(self, row: Row, left: float, width: float) -> list[tuple[Cell, float, float]]:
        """Return each cell with its left edge and its inner width."""
        rest = width - sum(column.width for column in self.columns)
        placed, at = [], 0
        for number, cell in enumerate(row.cells):
            taken = self.columns[at : at + cell.span]
            wide = sum(column.width or rest for column in taken)
            if row.widths:
                wide = row.widths[number] or width - sum(row.widths)
            inner = wide - taken[0].left - taken[-1].right
            placed.append((cell, left + taken[0].left, inner))
            left += wide
            at += cell.span
        return placed

    def split(self, width: float, room: Room) -> tuple[Block, Block] | None:
        """Break before a row that may start a page.

        Joined rows that no page can hold break between one another, and repeat the one that
        leads them; a row that no page can hold breaks within.
        """
        room = room.inside(self._tops(width))
        fits = self._fitting(width, room.height)
        at = max((n for n in range(1, fits + 1) if not self.rows[n].joined), default=0)
        if at:
            return self._part(self.rows[:at]), self._rest(self.rows[at:])
        group = self._group()
        tall = sum(self._row(row, width) for row in group)
        if tall <= room.page and not room.fresh:
            return None
        first = group[0]
        leads = first.leads and len(group) > 1
        lead = self.lead
        if leads and self._row(first, width) < room.page * _LARGEST_LEAD:
            lead = first
        if fits > leads:
            return self._part(self.rows[:fits]), self._rest(self.rows[fits:], lead)
        return self._split_within(width, room, min(fits, leads), lead)

    def _split_within(
        self, width: float, room: Room, at: int, lead: Row | None
    ) -> tuple[Block, Block] | None:
        """Break within the first row that does not fit."""
        used = sum(self._row(row, width) for row in self.rows[:at])
        halves = self._broken(self.rows[at], width, room.less(used))
        if halves is not None:
            first = self._part([*self.rows[:at], halves[0]])
            return first, self._rest([halves[1], *self.rows[at + 1 :]], lead)
        if at and room.fresh:
            return self._part(self.rows[:at]), self._rest(self.rows[at:], lead)
        return None

    def _group(self) -> list[Row]:
        """Return the first row and those that are joined to it."""
        end = next((n for n, row in enumerate(self.rows) if n and not row.joined), None)
        return self.rows[:end]

    def _fitting(self, width: float, room: float) -> int:
        """Return how many rows fit a height, at most all but one."""
        used = 0.0
        for at, row in enumerate(self.rows):
            used += self._row(row, width)
            if used > room:
                return at
        return len(self.rows) - 1

    def _broken(self, row: Row, width: float, room: Room) -> tuple[Row, Row] | None:
        room = room.inside(row.above + row.below)
        first, rest = [], []
        for cell, _, inner in self._placed(row, 0, width):
            if cell.block.height(inner) <= room.height:
                first.append(cell)
                rest.append(replace(cell, block=Empty()))
                continue
            halves = cell.block.split(inner, room)
            if halves is None:
                return None
            first.append(replace(cell, block=halves[0]))
            rest.append(replace(cell, block=halves[1]))
        return (
            replace(row, cells=tuple(first), rule="", heights={}),
            replace(row, cells=tuple(rest), heights={}),
        )

    def _part(self, rows: Sequence[Row]) -> Table:
        part = Table(self.columns, self.head, rows, node=self.node)
        part.repeats, part.lead = self.repeats, self.lead
        return part

    def _rest(self, rows: Sequence[Row], lead: Row | None = None) -> Table:
        part = self._part(rows)
        part.repeats, part.lead = True, lead
        return part

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw the grounds, then head and rows; what repeats is decoration."""
        repeated = [row for row in (self.head, self.lead) if row is not None and self.repeats]
        said = [self.head] if self.head is not None and not self.repeats else []
        y = top
        for row in (*repeated, *said, *self.rows):
            tall = self._row(row, width)
            if row.fill:
                canvas.paint(box(left, y - tall, width, tall), fill=row.fill)
            y -= tall
        with canvas.as_decoration():
            for row in repeated:
                top = self._draw_row(canvas, row, left, top, width)
        for row in (*said, *self.rows):
            top = self._draw_row(canvas, row, left, top, width)

    def _draw_row(
        self, canvas: TaggedCanvas, row: Row, left: float, top: float, width: float
    ) -> float:
        tall = self._row(row, width)
        room = tall - row.above - row.below
        for cell, at, inner in self._placed(row, left, width):
            own = cell.block.height(inner)
            down = row.above + ((room - own) / 2 if cell.middle else 0)
            cell.block.draw(canvas, at, top - down, inner, own)
        if row.rule:
            canvas.rule(left, left + width, top - tall, row.rule, row.rule_width)
        return top - tall


def text_cell(node: Node, *spans: Span, align: Align = "left", middle: bool = False) -> Cell:
    """Return a cell of one text, which needs no element of its own."""
    return Cell(Text(node, *spans, align=align), node, middle=middle)


def _whole(row: Row) -> Row:
    """Return a row whose structure is complete."""
    if row.node is not None:
        return row
    node = Node("TR")
    for cell in row.cells:
        if cell.node is not None:
            cell.node.add(*(inner for inner in cell.block.nodes if inner is not cell.node))
            node.add(cell.node)
    return replace(row, node=node)
