"""Acts of the main job that keep it safe: the lock, backups, a restore, and nothing leaking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from tests.commands.test_nothing_leaks import contents
from tests.journeys import founding_acts as founding

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.journeys.founding_acts import Office
    from tests.journeys.hands import Hands

WRITTEN = {".db", ".keys", ".tbbackup", ".toml", ".json", ".age", ".xlsx", ".pdf"}
"""Endings of what the program writes: of each there must be one among what is searched."""
HALF = "Vanmiddag belde de buurvrouw over de kanarie en"


def lock_while_typing(hands: Hands, office: Office, number: str) -> None:
    """Lock in the middle of a sentence; after unlocking it stands there again."""
    open_by_number(hands, number)
    hands.press("Note")
    hands.type_in("What happened", HALF)
    hands.keys(Qt.Key.Key_L, control=True)
    assert HALF not in hands.said()
    founding.unlock(hands, office)
    find_half_sentence(hands)


def open_by_number(hands: Hands, number: str) -> None:
    """Go to a client by keyboard alone."""
    hands.keys(Qt.Key.Key_K, control=True)
    hands.type_in_focus(number)
    hands.keys(Qt.Key.Key_Return)


def find_half_sentence(hands: Hands) -> None:
    """Look whether the sentence stands where it was being typed."""
    hands.open_tab("Timeline")
    kept = hands.field("What happened")
    assert isinstance(kept, QPlainTextEdit)
    assert kept.toPlainText() == HALF


def back_up(hands: Hands, stick: Path) -> Path:
    """Make a backup on the stick that was used before; return the newest one."""
    before = set(stick.iterdir())
    hands.press("Settings")
    hands.press("Backups")
    hands.press("In the same place")
    hands.see("The backup was made and read back")
    (made,) = set(stick.iterdir()) - before
    return made


def held(hands: Hands, number: str) -> tuple[object, ...]:
    """Read what the register holds: all clients and dwellings, and a client's plan on paper."""
    hands.press("Clients")
    people = hands.table("Clients")
    hands.press("Dwellings")
    hands.press("Table")
    homes = hands.table("Dwellings")
    open_by_number(hands, number)
    hands.open_tab("Housing")
    hands.see("waits for: Suitable dwelling", "Moved in with partner")
    hands.open_tab("Plan")
    return people, homes, hands.paper()


def lose_half_of_the_register(office: Office) -> None:
    """Do what a disk does that is wearing out."""
    register = office.folder / "register.db"
    register.write_bytes(register.read_bytes()[: register.stat().st_size // 2])


def put_back(hands: Hands, office: Office, backup: Path) -> None:
    """Hear at the unlock window that the register is damaged, and put the backup back."""
    hands.see(office.person)
    hands.type_in("Password", office.password)
    hands.keys(Qt.Key.Key_Return)
    hands.see("Nothing was overwritten")
    hands.press("Put a backup back")
    hands.see("Which backup?")
    hands.press("Choose the backup file")
    hands.choose(backup)
    hands.see("Read from end to end, and whole")
    hands.press("Next")
    hands.see("There is a register in this folder already")
    hands.tick("Set it aside and put the backup in its place")
    hands.press("Next")
    hands.see("Who opens the backup?")
    hands.pick("Who are you?", office.person)
    hands.type_in("Password", office.password)
    hands.press("Put the backup back")
    hands.see("The backup is back", "What was there is set aside")
    hands.press("Open the register")


def find_leaks(home: Path, words: Iterable[str], but: Iterable[Path]) -> list[str]:
    """Return the files in which one of the words stands, those asked for left out."""
    marks = [word.encode(codec) for word in words for codec in ("utf-8", "utf-16-le")]
    files = [path for path in home.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} >= WRITTEN
    asked = set(but)
    return [
        str(path.relative_to(home))
        for path in files
        if not any(path.is_relative_to(one) for one in asked)
        and any(mark in part for part in contents(path) for mark in marks)
    ]
