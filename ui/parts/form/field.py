"""What a field of a form is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop_app import codelists

Kind = Literal["text", "long", "date", "partly_date", "choice", "number", "money", "check"]
"""What the value is, and how it is typed:

text, long: str; "" when empty
date: datetime.date; from 1-3-26, 01032026, 1 mrt, vandaag, gisteren, +14
partly_date: (year, month, day) with None for what is unknown; from 1992, 3-1992 or a date
choice: the code of the answer as str
number: int
money: int, in cents; from 612 or 612,50
check: bool

An empty date, number, money or choice is None.
"""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Field:
    """One question.

    Args:
        name: what the core calls it; `InvalidFieldsError.fields` uses the same names.
        label: the question.
        kind: see `Kind`.
        hint: help that stays in sight, under the label.
        optional: may be left empty; the label says so.
        choices: the answers of a "choice"; see `from_list`.
        also: other names by which the core calls parts of it ("birth_date" of "birth").
        width: pixels at normal text size; 0 fills the column. The usual one fits the kind.
    """

    name: str
    label: str
    kind: Kind = "text"
    hint: str = ""
    optional: bool = False
    choices: tuple[Choice, ...] = ()
    also: tuple[str, ...] = ()
    width: int | None = None


def from_list(name: str) -> tuple[Choice, ...]:
    """Return the answers of a code list, in its order and the language of now."""
    return tuple(Choice(code.code, code.label) for code in codelists.read(name).codes.values())
