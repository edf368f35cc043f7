"""Acts of the main job at the organisation: its card, the region's profile, the month file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.hands import Hands

_EIGHT_WORDS = re.compile(r"[a-z]+(?: [a-z]+){7}")


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that is handed over, and the eight words that are read out on the telephone."""

    file: Path
    words: str


@dataclass(frozen=True, slots=True)
class Leaving:
    """A number of the month file as the page shows it: what stays beside what leaves."""

    figure: str
    real: str
    leaves: str
    why: str

    @property
    def thing(self) -> bool:
        """Whether dwellings are counted, not people."""
        return "things, not people" in self.why

    @property
    def counted_here(self) -> bool:
        """Whether it stands in this line, and not with the rest."""
        return "counted with the rest" not in self.why


def eight_words(hands: Hands) -> set[str]:
    """Read what stands on the screen in eight words."""
    return {line for line in hands.said().splitlines() if _EIGHT_WORDS.fullmatch(line)}


def give_card(hands: Hands, stick: Path) -> Handed:
    """Save the organisation's public card for the region."""
    hands.press("Month file")
    hands.see("Give the region your card")
    (words,) = eight_words(hands)
    hands.press("Save the card for the region")
    hands.choose(stick)
    hands.see("Card saved as")
    (card,) = stick.glob("thuisbasis_card_*.json")
    return Handed(card, words)


def connect(hands: Hands, profile: Handed, region: str) -> None:
    """Take the region's profile in use; other words than the region's are refused."""
    hands.press("Month file")
    hands.press("Choose the profile file")
    hands.choose(profile.file)
    question = "The eight words of the region"
    hands.see(region)
    assert profile.words not in hands.said()
    hands.type_in(question, " ".join(reversed(profile.words.split())))
    hands.press("Connect")
    hands.see("These are not the eight words of this region profile")
    hands.type_in(question, profile.words)
    hands.keys(Qt.Key.Key_Return)
    hands.see(f"Connected to {region}.", "Check the data")


def agree_exact_headlines(hands: Hands, officer: str) -> None:
    """Write down at the preview that the privacy officer agreed to exact headlines."""
    hands.press("On to the preview")
    assert _leaving(hands)[0].leaves in {"about 10", "about 15"}
    hands.press("Agree to exact headlines")
    hands.type_in("Who agreed?", officer)
    hands.press("Agree")
    hands.see(f"exact from 10; agreed by {officer}")


def make_month_file(hands: Hands, stick: Path) -> tuple[Path, list[Leaving]]:
    """See what stays beside what leaves, make the file and note it as sent.

    Returns:
        The file, and every number that leaves.
    """
    hands.see("Exactly this leaves", "Attack test: nobody can be found back")
    lines = _leaving(hands)
    assert (lines[0].figure, lines[0].real, lines[0].leaves) == ("In support", "11", "11")
    assert any(line.real != line.leaves for line in lines)
    assert all(line.why for line in lines)
    hands.press("Agreed, on to the file")
    hands.press("Choose another folder")
    hands.choose(stick)
    hands.press("Make the file")
    hands.see("The file is made")
    hands.press("On: note as sent")
    hands.type_in("How was it sent?", "stick")
    hands.press("Note as sent")
    hands.see("Noted as sent")
    (file,) = stick.glob("*.age")
    return file, lines


def _leaving(hands: Hands) -> list[Leaving]:
    """Read the numbers; a line without one is the title of those under it."""
    lines = hands.table("What leaves")
    assert list(lines[0]) == ["Figure", "Real (stays here)", "Goes to the region", "Why"]
    return [Leaving(*line.values()) for line in lines if line["Real (stays here)"]]
