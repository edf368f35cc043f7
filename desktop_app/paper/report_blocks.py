"""How the parts of a report look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.paper import report_parts as parts
from desktop_app.paper.beside import Across
from desktop_app.paper.blocks import Gapped, Stack
from desktop_app.paper.canvas import rounded
from desktop_app.paper.headings import titled
from desktop_app.paper.inline import Inline, Piece
from desktop_app.paper.panels import Panel
from desktop_app.paper.report_course import CourseChart
from desktop_app.paper.tables import HEAD_RULE, Cell, Column, Row, Table, text_cell
from desktop_app.paper.tags import cell, header
from desktop_app.paper.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.paper.blocks import Block, Room
    from desktop_app.paper.canvas import TaggedCanvas
    from desktop_app.paper.inline import Sign
    from desktop_app.paper.style import Kit
    from desktop_app.paper.tags import Node

_BETWEEN = 14.0  # points between a table's columns
_FIRST_AT_LEAST = 0.26  # of the width, for the column that names the rows
_BAR = 11.0


def block(part: parts.Content, heading: parts.Heading | None, kit: Kit) -> Block:
    """Return a part as a block, under its heading."""
    content = _content(part, kit)
    if heading is None:
        return content
    return titled(heading.text, content, kit, hint=heading.hint)


def _content(part: parts.Content, kit: Kit) -> Block:
    match part:
        case parts.Paragraph():
            return Text("P", (part.text, kit.small if part.small else kit.body))
        case parts.Notice():
            return _notice(part, kit)
        case parts.Tiles():
            return _tiles(part, kit)
        case parts.Table():
            return _table(part, kit)
        case parts.Bars():
            return _bars(part, kit)
        case parts.Course():
            return CourseChart(part, kit)


def _notice(part: parts.Notice, kit: Kit) -> Block:
    inner = Stack(
        [Gapped(Text("P", (part.title, kit.h3))), Gapped(Text("P", (part.text, kit.cell)), 2)]
    )
    return Panel(inner, kit.colours.orange_tint, 13, 10, bar=kit.colours.orange)


def _tiles(part: parts.Tiles, kit: Kit) -> Block:
    made: list[Block] = []
    for tile in part.tiles:
        lines = [
            Gapped(Text("P", (tile.label, kit.small))),
            Gapped(Text("P", (tile.value, kit.date)), 2),
        ]
        if tile.note:
            lines.append(Gapped(Text("P", (tile.note, kit.small)), 1))
        made.append(Panel(Stack(lines), kit.colours.panel, 10, 9))
    return Across(made, 9)


def _table(part: parts.Table, kit: Kit) -> Block:
    widths = _widths(part, kit)
    last = len(widths) - 1
    columns = [
        Column(width, 0, _BETWEEN if at < last else 0) for at, width in enumerate(widths)
    ]
    heads = [
        text_cell(header(), (column.head, kit.head), align=column.align)
        for column in part.columns
    ]
    head = Row(tuple(heads), 0, 5, rule=kit.colours.teal, rule_width=HEAD_RULE)
    first_total = len(part.rows) - part.totals
    rows = [
        _table_row(row, part.columns, kit, total=at >= first_total)
        for at, row in enumerate(part.rows)
    ]
    return Table(columns, head, rows)


def _table_row(
    row: Sequence[str | parts.Value],
    columns: Sequence[parts.Column],
    kit: Kit,
    *,
    total: bool,
) -> Row:
    cells = []
    for at, (found, column) in enumerate(zip(row, columns, strict=True)):
        value = parts.Value(found) if isinstance(found, str) else found
        kind = kit.cell_strong if total or at == 0 else kit.cell
        if value.faint:
            kind = kit.cell_grey
        texts = [Gapped(Text("P", (value.text, kind), align=column.align))]
        if value.note:
            texts.append(Gapped(Text("P", (value.note, kit.small), align=column.align)))
        node = header(row=True) if at == 0 else cell()
        cells.append(Cell(Stack(texts), node))
    fill = kit.colours.panel if total else ""
    rule = kit.colours.rule  # a total starts no page of its own: it follows what it sums
    return Row(tuple(cells), 3.4, 4.6, fill=fill, rule=rule, joined=total)


def _widths(part: parts.Table, kit: Kit) -> list[float]:
    """Return the columns' widths: as their content asks, the first one takes the rest."""
    natural = []
    for at, column in enumerate(part.columns):
        words = max(column.head.split() or [""], key=len)
        wide = Text(None, (words, kit.head)).natural_width()
        wide = max([wide, *(_natural(row[at], kit) for row in part.rows)])
        natural.append(wide + _BETWEEN)
    figures = [at for at, column in enumerate(part.columns) if at and column.align == "right"]
    for at in figures:
        natural[at] = max(natural[other] for other in figures)
    natural[-1] -= _BETWEEN - 0.1
    measure = kit.page.measure
    others = sum(natural[1:])
    most = measure * (1 - _FIRST_AT_LEAST)
    if others > most:
        natural[1:] = [wide * most / others for wide in natural[1:]]
    natural[0] = measure - sum(natural[1:])
    if natural[0] > measure / 2 and len(natural) > 1:
        spare = (natural[0] - measure / 2) / (len(natural) - 1)
        natural[1:] = [wide + spare for wide in natural[1:]]
        natural[0] = measure - sum(natural[1:])
    return natural


def _natural(found: str | parts.Value, kit: Kit) -> float:
    value = parts.Value(found) if isinstance(found, str) else found
    texts = ((value.text, kit.cell_strong), (value.note, kit.small))
    return max(Text(None, (text, kind)).natural_width() for text, kind in texts)


def _bars(part: parts.Bars, kit: Kit) -> Block:
    highest = _highest(part)
    labels = _widest((bar.label for bar in part.bars), kit) + _BETWEEN
    texts = _widest((bar.text for bar in part.bars), kit)
    measure = kit.page.measure
    labels, texts = min(labels, measure * 0.36), min(texts, measure * 0.3) + 0.1
    columns = [Column(labels, 0, _BETWEEN), Column(0, 0, 10), Column(texts, 0, 0)]
    rows = [_bar_row(bar, part, highest, kit) for bar in part.bars]
    table = Table(columns, None, rows)
    if part.goal is None:
        return table
    note = Text("P", (part.goal_text, kit.small))
    legend = Inline([Piece(note, 10, _goal_sign(kit))], gap=0, step=kit.small.leading)
    return Stack([Gapped(table), Gapped(legend, 4)], tail=True)


def _highest(part: parts.Bars) -> float:
    ends = [max(bar.value, bar.high or 0) for bar in part.bars]
    return max([*ends, part.goal or 0, 1e-9])


def _widest(texts: Iterable[str], kit: Kit) -> float:
    return max(Text(None, (text, kit.cell_strong)).natural_width() for text in texts)


def _bar_row(bar: parts.Bar, part: parts.Bars, highest: float, kit: Kit) -> Row:
    kind = kit.cell_grey if bar.faint else kit.cell_strong
    return Row(
        (
            text_cell(header(row=True), (bar.label, kit.cell), middle=True),
            Cell(_Drawn(bar, part.goal, highest, kit), None, middle=True),
            text_cell(cell(), (bar.text, kind), align="right", middle=True),
        ),
        2.2,
        2.2,
    )


class _Drawn:
    """The bar of a row: decoration, for the figure stands beside it."""

    nodes: Sequence[Node] = ()

    def __init__(self, bar: parts.Bar, goal: float | None, highest: float, kit: Kit) -> None:
        self.bar, self.goal, self.highest, self.kit = bar, goal, highest, kit

    def height(self, width: float) -> float:
        """Return the bar's thickness."""
        return _BAR

    def split(self, width: float, room: Room) -> None:
        """Never break."""

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw the track, the bar, its margin and the goal."""
        colours, scale = self.kit.colours, width / self.highest
        low, y = top - _BAR, top - _BAR / 2
        canvas.paint(rounded(left, low, width, _BAR, 3), fill=colours.panel)
        if self.bar.value > 0:
            long = max(self.bar.value * scale, 2)
            fill = colours.dots if self.bar.faint else colours.teal
            canvas.paint(rounded(left, low, long, _BAR, 3), fill=fill)
        if self.bar.low is not None and self.bar.high is not None:
            begin, end = left + self.bar.low * scale, left + self.bar.high * scale
            whisker = (
                f"{begin:.2f} {y:.2f} m {end:.2f} {y:.2f} l "
                f"{begin:.2f} {y - 3:.2f} m {begin:.2f} {y + 3:.2f} l "
                f"{end:.2f} {y - 3:.2f} m {end:.2f} {y + 3:.2f} l"
            )
            canvas.paint(whisker, stroke=colours.white, width=2.6)
            canvas.paint(whisker, stroke=colours.ink, width=1)
        if self.goal is not None:
            x = left + self.goal * scale
            path = f"{x:.2f} {low - 3.4:.2f} m {x:.2f} {top + 3.4:.2f} l"
            canvas.paint(path, stroke=colours.warm, width=1.4)


def _goal_sign(kit: Kit) -> Sign:
    def draw(canvas: TaggedCanvas, left: float, y: float) -> None:
        path = f"{left + 2:.2f} {y - 6:.2f} m {left + 2:.2f} {y + 6:.2f} l"
        canvas.paint(path, stroke=kit.colours.warm, width=1.4)

    return draw
