"""A region's desk of one's own, real files of two organisations, and how a test works at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from desktop_app import practice
from desktop_app.region import roster
from desktop_app.summary import connection, export, package, sealing
from tests.regions import found_region
from ui import background
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.screens.region.arrivals import ArrivalLine
from ui.screens.region.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.store.database import Database
    from desktop_app.store.keys import Opened
    from desktop_app.summary.package import Package
    from ui.desk import Desk

TODAY = date(2026, 11, 24)
SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)
SILENT = "Perspectief Zorg"
Screen = TypeVar("Screen", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Stored:
    """A region with nobody in it, closed; files and cards of its organisations.

    `identity` opens what is sealed to the region, `signing` holds the organisations' own keys:
    with these a test makes files that are whole and genuine, and yet not what is wanted.
    """

    folder: Path
    opened: Opened
    cards: dict[str, Path]
    october: dict[str, Path]
    september: dict[str, Path]
    identity: str
    signing: dict[str, bytes]

    def package(self, code: str) -> Package:
        """Return what an organisation sent for October, opened."""
        return package.unpack(sealing.unseal(self.october[code].read_bytes(), self.identity))

    def sealed(self, found: Package, folder: Path, key: bytes = b"") -> Path:
        """Write a file as its organisation would: signed by it, sealed to the region."""
        to = found.envelope
        data = package.pack(found.published, found.audit, to, key or self.signing[to.code])
        months = found.published
        name = sealing.file_name(to.region, to.code, months.period, months.revision)
        path = folder / name
        path.write_bytes(sealing.seal(data, [sealing.recipient(self.identity)]))
        return path


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Stored:
    home = tmp_path_factory.mktemp("desk")
    founded = found_region(home / "region")
    db = founded.db
    known: dict[str, Path] = {}
    october: dict[str, Path] = {}
    september: dict[str, Path] = {}
    signing: dict[str, bytes] = {}
    for at, size in enumerate((8, 30)):
        who = practice.organisations()[at]
        made = practice.make_register(
            home / who.code, today=TODAY, clients=size, seed=at, organisation=who
        ).db
        known[who.code] = _card(home, made, who.code)
        words = connection.words_of(roster.profile(db, today=TODAY))
        connection.connect(made, roster.profile_file(db, today=TODAY), words)
        for month, kept in ((SEPTEMBER, september), (OCTOBER, october)):
            draft = export.prepare(made, month, today=TODAY)
            kept[who.code] = export.approve(made, draft, home, today=TODAY).path
        with made.read() as session:
            signing[who.code] = connection.own_keys(session).signing
        made.close()
    silent = practice.make_register(
        home / "silent",
        today=TODAY,
        clients=0,
        organisation=practice.Invented(SILENT, "perspectief"),
    ).db
    known["perspectief"] = _card(home, silent, "perspectief")
    silent.close()
    with db.read() as session:
        identity = connection.own_keys(session).identity
    db.close()
    return Stored(home / "region", founded.opened, known, october, september, identity, signing)


def _card(home: Path, db: Database, code: str) -> Path:
    path = home / f"{code}.json"
    path.write_bytes(connection.card_file(db))
    return path


@pytest.fixture
def desk(stored: Stored, desk_over: Callable[[Path, Opened], Desk]) -> Desk:
    """The region's desk, opened by its analyst, of one's own."""
    return desk_over(stored.folder, stored.opened)


@pytest.fixture
def manned(desk: Desk, stored: Stored) -> Desk:
    """The same, with three organisations that take part."""
    for path in stored.cards.values():
        roster.add(desk.db, path.read_bytes(), today=TODAY)
    return desk


def shown(qtbot: QtBot, desk: Desk, make: Callable[[Desk], Screen]) -> Screen:
    screen = make(desk)
    qtbot.addWidget(screen)
    screen.resize(1190, 830)
    with qtbot.waitExposed(screen):
        screen.show()
    settle()
    return screen


def settle() -> None:
    """Let the worker finish, and what it asked for after that."""
    for _time in range(3):
        background.finish()
        QApplication.processEvents()


def take(screen: QWidget, *files: Path) -> None:
    (reader,) = screen.findChildren(Reader)
    reader.take(files)
    settle()


def press(qtbot: QtBot, screen: QWidget, words: str) -> None:
    button = next(
        b for b in screen.findChildren(Button) if b.words() == words and b.isVisible()
    )
    qtbot.keyClick(button, Qt.Key.Key_Return)
    settle()


def choose(qtbot: QtBot, screen: QWidget, path: Path) -> None:
    dialog = screen.findChildren(QFileDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    dialog.findChildren(QLineEdit)[0].setText(str(path))
    dialog.accept()
    settle()


def said(screen: QWidget) -> list[str]:
    return [one.text() for one in screen.findChildren(QLabel) if one.isVisible()]


def lines(screen: QWidget) -> dict[str, str]:
    """Return the state per organisation."""
    found = [one for one in screen.findChildren(ArrivalLine) if one.isVisible()]
    named = (one.accessibleName().partition(": ") for one in found)
    return {name: rest.split(".")[0] for name, _colon, rest in named}


def refused(screen: QWidget) -> str:
    """Return what the one danger or warning about a file says."""
    found = [
        one.accessibleName()
        for one in screen.findChildren(Banner)
        if one.isVisible() and ".age" in one.accessibleName()
    ]
    assert len(found) == 1
    return found[0]
