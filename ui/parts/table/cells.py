"""What a cell may hold, how it reads as plain text, and how it sorts."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.parts.chip import Mood


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody or something with a second line; `key` (an id) chooses the avatar's tint.

    Without `key` there is no avatar: an address, a file.
    """

    text: str
    under: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words; `soft` for what is missing or of less weight, `strong` for what counts.

    `order` sorts it where the words themselves would not, such as dates.
    """

    text: str
    soft: bool = False
    strong: bool = False
    order: float | str | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """A state in a pill, followed by words where they add something."""

    text: str
    mood: Mood = "mute"
    icon: str = ""
    after: str = ""
    order: float | str | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A number, right aligned; `text` as the reader's language writes it."""

    value: float | None
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of something is done, as a bar with words."""

    done: int
    total: int
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """The title of the rows that follow; in a table of which the order is fixed."""

    text: str
    under: str = ""


Cell = Name | Text | Chip | Number | Progress | Group
Order = tuple[int, float, str]


def plain(cell: Cell) -> str:
    """Return a cell as one line of text: for the clipboard, a screen reader, a search."""
    match cell:
        case Name() | Group():
            return f"{cell.text}, {cell.under}" if cell.under else cell.text
        case Chip():
            return f"{cell.text} {cell.after}".strip()
        case _:
            return cell.text


def order(cell: Cell) -> Order:
    """Return what a cell is sorted by; what is empty comes after all else."""
    match cell:
        case Number():
            return (1, 0.0, "") if cell.value is None else (0, cell.value, "")
        case Progress():
            return (0, cell.done / cell.total, "") if cell.total else (1, 0.0, "")
        case Text() | Chip() if cell.order is not None:
            if isinstance(cell.order, str):
                return (0, 0.0, cell.order)
            return (0, cell.order, "")
        case _:
            return (0, 0.0, folded(cell.text)) if cell.text else (1, 0.0, "")


def folded(words: str) -> str:
    """Return words as they are alphabetised: Özdemir among the O's, upper case ignored."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
