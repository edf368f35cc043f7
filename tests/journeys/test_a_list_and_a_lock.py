"""A list on its way in when the program locks: nothing half, and the file is still at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.register import client_list
from ui import background
from ui.desk import Place
from ui.screens.importing import ImportScreen
from ui.screens.unlock.screen import UnlockScreen

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.conftest import Program

ROWS = 600  # so many that it is still at work when the lock falls


def listed(folder: Path) -> Path:
    path = folder / "lijst.csv"
    people = (
        f"Bewoner{n}, Jan{n};{1 + n % 28}-3-{1950 + n % 50};Laan {n + 1};1-2-26"
        for n in range(ROWS)
    )
    path.write_text("\n".join(["Naam;geb.dat;Adres;Ingang", *people]), encoding="utf-8")
    return path


def page(program: Program) -> ImportScreen:
    screen = program.window.screen_now()
    assert isinstance(screen, ImportScreen)
    return screen


def test_a_lock_while_a_list_is_read_in_leaves_the_register_as_it_was(
    program: Program, tmp_path: Path
) -> None:
    window = program.unlock()
    before = client_list.count_clients(window.desk.db, today=program.today)
    window.go(Place("clients"))
    program.press("Read in from Excel")
    screen = page(program)
    screen.take([listed(tmp_path)])
    program.qtbot.waitUntil(lambda: screen.stage == "columns")
    program.press("On to the check")
    shares: list[float] = []
    screen.course.progress.connect(lambda share, _words: shares.append(share))
    program.press(f"Read in {ROWS} rows")
    program.qtbot.waitUntil(lambda: any(0 < share < 1 for share in shares), timeout=20_000)
    program.qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(program.app.shell.content(), UnlockScreen)

    window = program.unlock()
    background.finish()
    assert client_list.count_clients(window.desk.db, today=program.today) == before
    again = page(program)
    program.qtbot.waitUntil(lambda: again.stage == "check")
    program.press(f"Read in {ROWS} rows")
    program.qtbot.waitUntil(lambda: again.stage == "done", timeout=60_000)
    after = client_list.count_clients(window.desk.db, today=program.today)
    assert after == before + ROWS
    program.qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    program.qtbot.waitUntil(
        lambda: client_list.count_clients(window.desk.db, today=program.today) == before,
        timeout=60_000,
    )
