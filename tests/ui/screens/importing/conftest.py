"""The import page with a list on its way into the practice register."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.register import client_list
from ui import background
from ui.parts.buttons import Button
from ui.screens.importing import ImportScreen
from ui.screens.importing.column_line import ColumnLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.desk import Desk


HEADS = "Naam;geb.dat;BSN;Straat + nr;Huur;Ingang;Tot;Besch. t/m;MO/BW"
FIRST = (
    "Özdemir, Aylin;14-03-1992;999990019;Kastanjeplein 12;€ 612,00;3-2-26;31-12-26;"
    "30-06-2027;BW"
)
SECOND = "Vries, S. de;3-4-85;999990020;Kastanjeplein 12A-3;498;01-01-2025;vast;46568;MO"
WRONG = "García, José;1 mei 1979;999990032;Kastanjeplein 7;€ 512,50;31-02-2025;;30-09-2027;"
TEXT = f"{HEADS}\n{FIRST}\n{SECOND}\n{WRONG}\n"


def shown(qtbot: QtBot, desk: Desk) -> ImportScreen:
    screen = ImportScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1180, 820)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


def settle() -> None:
    for _turn in range(3):
        background.finish()
        QApplication.processEvents()


@pytest.fixture
def listed(tmp_path: Path) -> Callable[..., Path]:
    """Write a list and return its path."""

    def write(text: str = TEXT, codec: str = "cp1252", name: str = "lijst.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(codec))
        return path

    return write


def taken(qtbot: QtBot, desk: Desk, path: Path) -> ImportScreen:
    screen = shown(qtbot, desk)
    screen.take([path])
    settle()
    return screen


def on(screen: ImportScreen) -> None:
    screen.foot.next.click()
    settle()


def stage(screen: ImportScreen) -> str:
    return screen.stage


def said(screen: ImportScreen) -> str:
    return "\n".join(one.text() for one in screen.findChildren(QLabel) if one.isVisible())


def press(screen: ImportScreen, words: str) -> None:
    (button,) = (
        one for one in screen.findChildren(Button) if one.words() == words and one.isVisible()
    )
    button.click()
    settle()


def names(desk: Desk) -> set[str]:
    return {row.name for row in client_list.client_rows(desk.db, today=desk.today())}


def lines(screen: ImportScreen) -> dict[str, ColumnLine]:
    return {
        one.column.letter: one for one in screen.findChildren(ColumnLine) if one.isVisible()
    }


def choose(line: ColumnLine, code: str) -> None:
    line.pick.setCurrentIndex(line.pick.findData(code))
    line.pick.activated.emit(line.pick.currentIndex())
    settle()
