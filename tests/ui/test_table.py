"""A table keeps its row, sorts, copies, and can be worked and read without a mouse or eyes."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.parts import clipboard
from ui.parts.table import Column, Name, Number, Progress, Table, Text, cells
from ui.theme import look
from ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    name: str
    rent: int | None = None
    done: int = 0


ROWS = (Person(1, "Özdemir", 700, 3), Person(2, "jansen", None, 1), Person(3, "Peters", 500, 2))


def name(person: Person) -> cells.Cell:
    return Name(person.name, f"C-{person.id:04}", str(person.id))


def rent(person: Person) -> cells.Cell:
    return Number(person.rent, "" if person.rent is None else f"€ {person.rent}")


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    columns: list[Column[Person]] = [
        Column("name", "Client", name),
        Column("rent", "Rent", rent, 120),
        Column("steps", "Steps", lambda p: Progress(p.done, 4, f"{p.done} of 4"), 160),
        Column("note", "Note", lambda _: Text("=1+1"), 100, hidden=True),
    ]
    made = Table(columns, name="Clients", key=lambda p: p.id, empty=QLabel("None yet"))
    made.resize(800, 400)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_rows(ROWS)
    return made


def names(table: Table) -> list[str]:
    return [row.name for row in table.rows()]


def test_header_click_sorts_then_turns_then_gives_up(table: Table) -> None:
    table.view._header_clicked(0)
    assert names(table) == ["jansen", "Özdemir", "Peters"]
    table.view._header_clicked(0)
    assert names(table) == ["Peters", "Özdemir", "jansen"]
    table.view._header_clicked(0)
    assert names(table) == ["Özdemir", "jansen", "Peters"]


def test_what_is_empty_comes_last_both_ways(table: Table) -> None:
    table.view.sort(1, descending=False)
    assert names(table) == ["Peters", "Özdemir", "jansen"]
    table.view.sort(1, descending=True)
    assert names(table) == ["Özdemir", "Peters", "jansen"]


def test_current_row_stays_through_sorting_and_reload(qtbot: QtBot, table: Table) -> None:
    table.choose(3)
    with qtbot.assertNotEmitted(table.chosen):
        table.view.sort(0, descending=True)
        table.show_rows([*ROWS, Person(4, "Aalbers")])
    current = table.current()
    assert current is not None
    assert current.id == 3
    assert table.view.selectionModel().isRowSelected(0)


def test_vanished_row_is_told(qtbot: QtBot, table: Table) -> None:
    table.choose(3)
    with qtbot.waitSignal(table.chosen) as signal:
        table.show_rows(ROWS[:2])
    assert signal.args == [None]


def test_no_rows_shows_what_to_do_instead(table: Table) -> None:
    table.show_rows([])
    empty = table._empty
    assert empty is not None
    assert empty.isVisible()
    table.show_rows(ROWS)
    assert table.view.isVisible()


def test_keyboard_moves_opens_and_acts(qtbot: QtBot, table: Table) -> None:
    noted: list[str] = []
    table.on_key("n", lambda row: noted.append(row.name))
    table.view.clearFocus()
    table.view.setFocus(Qt.FocusReason.TabFocusReason)
    current = table.current()
    assert current is not None
    assert current.id == 1
    qtbot.keyClick(table.view, Qt.Key.Key_Down)
    qtbot.keyClick(table.view, Qt.Key.Key_N)
    assert noted == ["jansen"]
    with qtbot.waitSignal(table.opened) as signal:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert signal.args == [ROWS[1]]
    table.step(1)
    assert table.current() == ROWS[2]


def test_copy_gives_titles_and_rows_for_a_spreadsheet(qtbot: QtBot, table: Table) -> None:
    table.choose(1)
    qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied == "Client\tRent\tSteps\nÖzdemir, C-0001\t€ 700\t3 of 4"
    table.view.fitting.switch(3, on=True)
    qtbot.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().endswith("\t'=1+1")
    clipboard.wipe()
    assert QGuiApplication.clipboard().text() == ""


def test_wiping_leaves_what_others_copied(qapp: QApplication) -> None:
    qapp.clipboard().setText("from elsewhere")
    clipboard.wipe()
    assert qapp.clipboard().text() == "from elsewhere"


def test_choice_of_columns_and_sorting_is_kept(table: Table) -> None:
    table.view.sort(1, descending=True)
    table.view.fitting.menu().actions()[1].toggle()
    kept = table.state()
    assert kept == {"sort": "rent", "descending": True, "hidden": ["steps", "note"]}
    table.restore({"sort": "name", "hidden": []})
    assert table.state() == {"sort": "name", "descending": False, "hidden": []}
    table.restore(kept)
    assert table.state() == kept


def test_a_screen_reader_hears_title_and_cell(table: Table) -> None:
    index = table.model.index(0, 2)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Steps: 3 of 4"
    spoken = QAccessible.queryAccessibleInterface(table.view)
    assert spoken.role() == QAccessible.Role.Table
    assert spoken.text(QAccessible.Text.Name) == "Clients"


def test_selected_row_has_no_gaps_between_its_cells(table: Table) -> None:
    table.choose(1)
    image = table.view.viewport().grab().toImage()
    middle = 6
    colours = {image.pixelColor(x, middle).name() for x in range(4, image.width() - 2)}
    assert colours == {look.colour("selected").name()}


def test_rows_grow_with_the_text(qapp: QApplication, table: Table) -> None:
    assert table.view.rowHeight(0) == 52
    look.wear(qapp, Look("light", text=150))
    assert table.view.rowHeight(0) == 78


def test_narrow_table_leaves_out_its_last_columns_and_brings_them_back(table: Table) -> None:
    table.resize(420, 400)
    assert [table.view.isColumnHidden(i) for i in range(4)] == [False, False, True, True]
    assert table.view.columnWidth(0) >= 190
    assert table.state()["hidden"] == ["note"]
    assert "Steps" in table.view.horizontalHeader().toolTip()
    table.resize(150, 400)
    assert not table.view.isColumnHidden(0)
    table.resize(800, 400)
    assert [table.view.isColumnHidden(i) for i in range(4)] == [False, False, False, True]


def test_table_that_must_show_all_scrolls_sideways(qtbot: QtBot) -> None:
    columns: list[Column[Person]] = [
        Column("name", "Client", name),
        Column("rent", "Rent", rent, 120),
        Column("why", "Why", lambda p: Text(p.name)),
    ]
    made = Table(columns, name="Clients", key=lambda p: p.id, folds=False)
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    made.show_rows(ROWS)
    assert not any(made.view.isColumnHidden(i) for i in range(3))
    assert made.view.columnWidth(2) == 190
    assert made.view.horizontalScrollBar().maximum() > 0
    made.resize(900, 300)
    assert made.view.horizontalScrollBar().maximum() == 0


@given(st.lists(st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False))))
def test_order_of_numbers_is_total_with_blanks_last(values: list[float | None]) -> None:
    ordered = sorted((Number(v, "") for v in values), key=cells.order)
    filled = [cell.value for cell in ordered if cell.value is not None]
    assert filled == sorted(filled)
    assert all(cell.value is None for cell in ordered[len(filled) :])
