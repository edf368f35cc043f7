"""Tables break between rows that may part, and repeat what a reader needs."""

from __future__ import annotations

from desktop_app.paper import flow, style
from desktop_app.paper.tables import Cell, Column, Row, Table
from desktop_app.paper.tags import cell, header
from desktop_app.paper.text import SetText, Text

KIT = style.kit()
LINE = KIT.cell.leading


def _row(name: str, lines: int = 1, *, joined: bool = False, leads: bool = False) -> Row:
    text = Text("P", ("\n".join([name] * lines), KIT.cell))
    return Row((Cell(text, cell()),), joined=joined, leads=leads)


def _table(*rows: Row) -> Table:
    head = Row((Cell(Text("P", ("Kop", KIT.head)), header()),))
    return Table([Column(0)], head, rows)


def _names(block: object) -> list[str]:
    assert isinstance(block, Table)
    repeated = [block.lead] if block.lead and block.repeats else []
    found = []
    for row in (*repeated, *block.rows):
        text = row.cells[0].block
        text = text.of if isinstance(text, SetText) else text
        assert isinstance(text, Text)
        found.append(text.spans[0][0].split("\n")[0])
    return found


def _pages(table: Table, room: float) -> list[list[str]]:
    pages = flow.paginate([flow.Item(table)], 300, room)
    return [_names(placed.block) for page in pages for placed in page]


def test_rows_that_are_joined_move_together() -> None:
    table = _table(_row("a"), _row("b"), _row("b1", joined=True), _row("b2", joined=True))
    assert _pages(table, KIT.head.leading + 3.5 * LINE) == [["a"], ["b", "b1", "b2"]]


def test_a_joined_group_that_no_page_holds_breaks_and_repeats_its_lead() -> None:
    steps = [_row(f"stap{n}", joined=True) for n in range(9)]
    pages = _pages(_table(_row("doel", leads=True), *steps), KIT.head.leading + 5.5 * LINE)
    assert pages == [
        ["doel", "stap0", "stap1", "stap2", "stap3"],
        ["doel", "stap4", "stap5", "stap6", "stap7"],
        ["doel", "stap8"],
    ]


def test_a_lead_that_fills_much_of_a_page_does_not_repeat() -> None:
    steps = [_row(f"stap{n}", joined=True) for n in range(6)]
    table = _table(_row("doel", 4, leads=True), *steps)
    pages = _pages(table, KIT.head.leading + 6.5 * LINE)
    assert [page.count("doel") for page in pages] == [1, 0]


def test_a_row_that_no_page_holds_breaks_within() -> None:
    table = _table(_row("kort"), _row("lang", 30), _row("kort"))
    pages = _pages(table, KIT.head.leading + 10 * LINE)
    assert [page.count("lang") for page in pages] == [0, 1, 1, 1, 0]
    assert [page.count("kort") for page in pages] == [1, 0, 0, 0, 1]


def test_only_the_first_part_says_the_head() -> None:
    table = _table(*(_row(f"r{n}") for n in range(10)))
    pages = flow.paginate([flow.Item(table)], 300, KIT.head.leading + 4 * LINE)
    parts = [placed.block for page in pages for placed in page]
    assert [part.repeats for part in parts if isinstance(part, Table)] == [False, True, True]
    assert all(list(part.nodes) == list(table.nodes) for part in parts)


def test_a_column_of_no_width_takes_what_is_left() -> None:
    row = Row((Cell(_plain("a"), cell()), Cell(_plain("b"), cell())))
    table = Table([Column(100, 4, 6), Column(0, 2, 3)], None, [row])
    placed = [(left, wide) for _, left, wide in table._placed(row, 10, 300)]
    assert placed == [(14, 90), (112, 195)]


def _plain(text: str) -> Text:
    return Text("P", (text, KIT.cell))
