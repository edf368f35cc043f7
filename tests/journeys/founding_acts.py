"""Acts of the main job: the first run, for an organisation and for a region; unlocking."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app import dates

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.computers import Computer
    from tests.journeys.hands import Hands

_GROUPS = 9
_CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}\b")
"""A group of a recovery code: Crockford's letters and digits."""


@dataclass(frozen=True, slots=True)
class Office:
    """Somebody's organisation or region, and who founds its register."""

    name: str
    person: str
    password: str
    computer: Computer

    @property
    def folder(self) -> Path:
        """Where the program proposes to keep the register."""
        return self.computer.home / "Documents" / "Thuisbasis" / f"Register {self.name}"


def found_organisation(hands: Hands, office: Office, colleague: tuple[str, str]) -> None:
    """Begin for real: name, place, password, sheet on paper, colleague, first backup."""
    hands.language("Nederlands", "English")
    hands.press("Begin for real")
    _name_and_protect(hands, office, "Name of the organisation")
    _prove_sheet(hands, office.computer.home / "sheet.pdf")
    _let_in(hands, colleague, "Support worker")
    hands.see("Does a region count you in?")
    hands.press("Later")
    _back_up(hands, office.computer.stick)
    hands.press("To Today")
    hands.see("Today")


def found_region(hands: Hands, region: Office, colleague: tuple[str, str]) -> None:
    """Begin for real at the region's desk: it has no clients, so fewer things are asked."""
    hands.language("Nederlands", "English")
    hands.press("Begin for real")
    hands.press("A region")
    hands.see("Keeps nothing about people")
    _name_and_protect(hands, region, "Name of the region")
    _prove_sheet(hands, region.computer.home / "sheet.pdf")
    _let_in(hands, colleague, "Region analyst")
    _back_up(hands, region.computer.stick)
    hands.press("To the overview")
    hands.see("No month files yet")


def unlock(hands: Hands, office: Office) -> None:
    """Type the password at the unlock window."""
    hands.see(office.person)
    hands.type_in("Password", office.password)
    hands.keys(Qt.Key.Key_Return)
    hands.see("Main menu", office.name)


def _name_and_protect(hands: Hands, office: Office, question: str) -> None:
    hands.type_in(question, office.name)
    hands.press("Next")
    hands.see("This folder suits")
    hands.press("Next")
    hands.see("Your own name")
    hands.type_in("Your own name", office.person)
    hands.type_in("Password", office.password)
    hands.type_in("The same password once more", office.password)
    hands.press("Next")


def _prove_sheet(hands: Hands, paper: Path) -> None:
    """Print the sheet, and type two groups over from the paper."""
    hands.see("Print the recovery sheet")
    year = f"{dates.now().astimezone():%Y}"
    code = [group for group in _CODE.findall(hands.paper()) if group != year]
    assert len(code) == _GROUPS, code
    hands.print_with("Print", paper)
    hands.see("Sent to the printer", "The code is off the screen")
    for number, group in enumerate(code, start=1):
        if f"Group {number}" in hands.said():
            hands.type_in(f"Group {number}", group.lower())
    hands.tick("I do not keep the sheet with this computer or a backup")
    hands.press("Next")


def _let_in(hands: Hands, colleague: tuple[str, str], role: str) -> None:
    name, password = colleague
    hands.see("Who works with you?")
    hands.type_in("Name", name)
    hands.pick("Role", role)
    hands.type_in("First password", password)
    hands.press("Next")


def _back_up(hands: Hands, stick: Path) -> None:
    hands.see("Make the first backup")
    hands.press("Choose a folder…")
    hands.choose(stick)
    hands.see("The backup was made and read back")
    hands.press("Finish")
