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

HALF = "Vanmiddag belde de buurvrouw over de kanarie en"


def lock_while_typing(hands: Hands, office: Office, number: str) -> None:
    """Lock in the middle of a sentence; after unlocking it stands there again."""
    hands.keys(Qt.Key.Key_K, control=True)
    hands.type_in_focus(number)
    hands.keys(Qt.Key.Key_Return)
    hands.press("Note")
    hands.type_in("What happened", HALF)
    hands.keys(Qt.Key.Key_L, control=True)
    assert HALF not in hands.said()
    founding.unlock(hands, office)
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


def restore(office: Office, backup: Path, name: str) -> None:
    """Put a backup back in another folder, by command; all of it is there."""
    back = office.computer.home / "back"
    run = office.computer.command
    run(office.password, "restore", backup, back)
    assert "is whole" in run(office.password, "check", back)
    for noun in ("clients", "dwellings", "tenancies", "plans"):
        listed = run(office.password, "list", back, noun)
        assert listed == run(office.password, "list", office.folder, noun)
        assert name in listed or noun == "dwellings"


def find_leaks(home: Path, words: Iterable[str], but: Iterable[Path]) -> list[str]:
    """Return the files in which one of the words stands, those asked for left out."""
    marks = [word.encode(codec) for word in words for codec in ("utf-8", "utf-16-le")]
    files = [path for path in home.rglob("*") if path.is_file()]
    assert len(files) >= 5, files
    asked = set(but)
    return [
        str(path.relative_to(home))
        for path in files
        if not any(path.is_relative_to(one) for one in asked)
        and any(mark in part for part in contents(path) for mark in marks)
    ]
