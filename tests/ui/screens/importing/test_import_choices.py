"""What somebody chooses about columns, rows and people, and the lists that come of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop_app.register import clients
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.register.importing import choices
from tests.ui.screens.importing.conftest import (
    HEADS,
    TEXT,
    choose,
    lines,
    on,
    press,
    said,
    settle,
    taken,
)
from ui.parts.pills import Pill
from ui.parts.segmented import Segmented
from ui.screens.importing.found import Found

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.desk import Desk
    from ui.screens.importing import ImportScreen


def test_a_column_is_what_somebody_chose_now_and_for_the_next_list(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    screen = taken(qtbot, desk, listed())
    choose(lines(screen)["I"], "client.living_situation")
    assert choices.remembered(desk.db) == {"mo bw": "client.living_situation"}
    choose(lines(screen)["I"], "")
    assert lines(screen)["I"].pick.raw() == ""
    choose(lines(screen)["H"], "tenancy.contract_until")
    choose(lines(screen)["G"], "tenancy.contract_until")
    kept = choices.remembered(desk.db)
    assert (kept["tot"], kept["besch t m"]) == ("tenancy.contract_until", "")
    lines(screen)["G"]._again.click()
    settle()
    assert "tot" not in choices.remembered(desk.db)
    again = taken(qtbot, desk, listed(name="volgende.csv"))
    assert lines(again)["I"].pick.raw() == ""


def test_findings_filter_and_a_row_with_one_can_be_left_out(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    text = TEXT.replace("46568", "30-09-2026")
    screen = taken(qtbot, desk, listed(text))
    on(screen)
    (found,) = screen.findChildren(Found)
    pill = next(one for one in screen.findChildren(Pill) if one.words() == "Solve first")
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    (stop,) = found.table.rows()
    assert (stop.row, stop.letter, stop.head, stop.cell) == (4, "F", "Ingang", "31-02-2025")
    assert stop.finding.what == "31-02-2025 does not exist."
    assert stop.finding.advice == "Choose a day up to 28."
    found.filter("look")
    late = next(one for one in found.table.rows() if "over since" in one.finding.sentence)
    found.table.choose((late.row, late.letter, late.finding.sentence))
    qtbot.keyClick(found.table.view, Qt.Key.Key_L)
    settle()
    assert screen.foot.next.words() == "Read in 1 row, 2 later"
    found.filter("out")
    (out,) = found.table.rows()
    found.table.choose((out.row, out.letter, out.finding.sentence))
    press(screen, "Read this row after all")
    assert screen.foot.next.words() == "Read in 2 rows, 1 later"


@pytest.mark.parametrize(
    ("answer", "new", "leases"), [("same", 0, 1), ("apart", 1, 1), ("out", 0, 0)]
)
def test_somebody_who_may_be_known_is_linked_added_or_left_out(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path], answer: str, new: int, leases: int
) -> None:
    fields = ClientFields(call_name="Noor", last_name="Aalbers", birth_date=date(1988, 5, 1))
    referral = ReferralFields(received_on=desk.today(), source="MO")
    clients.add_client(desk.db, fields, referral, today=desk.today())
    text = f"{HEADS}\nNoor Aalbers;;;Kastanjeplein 9;500;1-2-2026;vast;;MO\n"
    screen = taken(qtbot, desk, listed(text))
    on(screen)
    assert not screen.foot.next.isEnabled()
    (asked,) = (one for one in screen.findChildren(Segmented) if one.isVisible())
    assert asked.value() == "out"
    asked._buttons[answer].click()
    settle()
    read = screen.course.read
    assert read is not None
    assert (read.ready.counts.clients, read.ready.counts.tenancies) == (new, leases)
    (asked,) = (one for one in screen.findChildren(Segmented) if one.isVisible())
    assert asked.value() == answer
    assert screen.foot.next.isEnabled() == bool(leases)


def test_rows_left_out_and_coloured_cells_go_to_a_folder_of_choice(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path], tmp_path: Path
) -> None:
    screen = taken(qtbot, desk, listed())
    on(screen)
    press(screen, "Excel with coloured cells")
    pick_folder(qtbot, screen, tmp_path)
    assert "Saved as To look at 2026-11-24.xlsx" in said(screen)
    on(screen)
    for name in ("Not read in 2026-11-24.xlsx", "Not read in 2026-11-24 (2).xlsx"):
        press(screen, "Save these rows")
        pick_folder(qtbot, screen, tmp_path)
        sheet = openpyxl.load_workbook(tmp_path / name).worksheets[0]
        assert [sheet["A1"].value, sheet["A2"].value] == ["Naam", "García, José"]
        assert sheet["C2"].value is None


def pick_folder(qtbot: QtBot, screen: ImportScreen, folder: Path) -> None:
    qtbot.waitUntil(lambda: bool(screen.findChildren(QFileDialog)))
    dialog = screen.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(folder))
    dialog.close()
    settle()
