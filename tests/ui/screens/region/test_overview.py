"""The region's overview, as an analyst works at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.region import report
from tests.store.test_keyfile import read_only
from tests.ui.pdf_text import text_of
from tests.ui.screens.region.conftest import (
    OCTOBER,
    SILENT,
    TODAY,
    choose,
    lines,
    press,
    said,
    settle,
    shown,
    take,
)
from ui.desk import Place
from ui.parts.banner import Banner
from ui.parts.charts.bars import Bars
from ui.parts.empty import EmptyState
from ui.screens.region import RegionScreen

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.screens.conftest import Visits
    from tests.ui.screens.region.conftest import Stored
    from ui.desk import Desk


def test_before_anything_came_it_says_what_to_do(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, desk, RegionScreen)
    assert any(one.isVisible() for one in screen.findChildren(EmptyState))
    assert lines(screen) == {}


def test_files_are_read_added_up_and_the_missing_named(
    qtbot: QtBot, manned: Desk, stored: Stored, visits: Visits
) -> None:
    screen = shown(qtbot, manned, RegionScreen)
    assert set(lines(screen).values()) == {"Not received yet"}
    take(screen, *stored.october.values())
    states = lines(screen)
    assert states.pop(SILENT) == "Not received yet"
    assert set(states.values()) == {"Came late"}
    assert visits.said[-1] == "2 files read"
    assert "Regio Utrecht · October 2026" in said(screen)
    assert "1 organisation is missing" in said(screen)
    seen = report.view(manned.db, OCTOBER, today=TODAY)
    assert f"{seen.ahead.reached.value} of 200" in said(screen)


def test_totals_carry_their_margin_or_are_called_indicative(
    qtbot: QtBot, manned: Desk, stored: Stored
) -> None:
    screen = shown(qtbot, manned, RegionScreen)
    take(screen, *stored.october.values())
    words = said(screen)
    assert "indicative" in words
    assert any(one.startswith("±") for one in words)


def test_months_are_paged_through(qtbot: QtBot, manned: Desk, stored: Stored) -> None:
    screen = shown(qtbot, manned, RegionScreen)
    take(screen, *stored.september.values(), *stored.october.values())
    assert "Regio Utrecht · October 2026" in said(screen)
    before = next(
        one for one in screen.findChildren(QWidget) if one.accessibleName() == "Month before"
    )
    qtbot.keyClick(before, Qt.Key.Key_Space)
    settle()
    assert "Regio Utrecht · September 2026" in said(screen)
    assert not before.isEnabled()
    again = RegionScreen(manned)
    qtbot.addWidget(again)
    again.restore(screen.state())
    again.show()
    settle()
    assert "Regio Utrecht · September 2026" in said(again)


def test_workbook_and_report_are_written_into_a_folder(
    qtbot: QtBot, manned: Desk, stored: Stored, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    screen = shown(qtbot, manned, RegionScreen)
    take(screen, *stored.october.values())
    press(qtbot, screen, "Workbook (.xlsx)")
    choose(qtbot, screen, out)
    press(qtbot, screen, "Report (PDF)")
    choose(qtbot, screen, out)
    assert load_workbook(out / "regio_2026-10.xlsx").sheetnames
    assert SILENT in text_of(out / "regio_2026-10.pdf")
    assert "Saved as regio_2026-10.pdf" in said(screen)


def test_a_folder_that_is_gone_is_told(
    qtbot: QtBot, manned: Desk, stored: Stored, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    screen = shown(qtbot, manned, RegionScreen)
    take(screen, *stored.october.values())
    press(qtbot, screen, "Report (PDF)")
    dialog = screen.findChildren(QFileDialog)[-1]
    gone.rmdir()
    dialog.fileSelected.emit(str(gone))
    dialog.reject()
    settle()
    wrong = [b for b in screen.findChildren(Banner) if b.property("k") == "danger"]
    assert [b.isVisible() for b in wrong] == [True]
    assert list(tmp_path.glob("*.pdf*")) == []


def test_the_margin_is_drawn_on_every_bar(qtbot: QtBot, manned: Desk, stored: Stored) -> None:
    screen = shown(qtbot, manned, RegionScreen)
    take(screen, *stored.october.values())
    totals = report.view(manned.db, OCTOBER, today=TODAY).month.merged.totals
    charts = [one for one in screen.findChildren(Bars) if one.isVisibleTo(screen)]
    drawn = [bar.margin for chart in charts for bar in chart.bars if bar.margin]
    rounded = [t for cell, t in totals.items() if cell.split(".")[0] in {"band", "form"}]
    counted = [t for t in rounded if not t.cell.endswith("._T")]
    assert sorted(drawn) == sorted((t.low, t.high) for t in counted)


def test_a_folder_that_is_read_only_is_told_and_left_alone(
    qtbot: QtBot, manned: Desk, stored: Stored, tmp_path: Path
) -> None:
    screen = shown(qtbot, manned, RegionScreen)
    take(screen, *stored.october.values())
    out = tmp_path / "out"
    out.mkdir()
    for words in ("Report (PDF)", "Workbook (.xlsx)"):
        press(qtbot, screen, words)
        dialog = screen.findChildren(QFileDialog)[-1]
        with read_only(out):
            dialog.fileSelected.emit(str(out))
            dialog.reject()
            settle()
        (wrong,) = [
            b
            for b in screen.findChildren(Banner)
            if b.property("k") == "danger" and b.isVisible()
        ]
        assert "may not be written in this folder" in wrong.accessibleName()
    assert list(out.iterdir()) == []


def test_it_leads_to_the_other_pages(qtbot: QtBot, desk: Desk, visits: Visits) -> None:
    screen = shown(qtbot, desk, RegionScreen)
    for words in ("All files", "Profile and organisations", "Fill in what was agreed"):
        press(qtbot, screen, words)
    assert visits.places == [
        Place("region-files"),
        Place("region-profile"),
        Place("region-goals"),
    ]


def test_a_month_that_was_searched_for_is_shown(
    qtbot: QtBot, manned: Desk, stored: Stored
) -> None:
    screen = shown(qtbot, manned, RegionScreen)
    take(screen, *stored.september.values(), *stored.october.values())
    screen.show_place(Place("region", None, "2026-09-30"))
    settle()
    assert "Regio Utrecht · September 2026" in said(screen)
