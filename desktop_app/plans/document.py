"""What a printed plan holds: every word on the paper, settled before a page is laid out.

Pure data, in the plan's own language. `composing.compose` makes a document out of a template
and its answers; `printing.print_plan` lays it out. The same document always gives the same
bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.words import Language

Row = tuple[str, ...]
"""Codes of the sections that stand side by side."""
Group = tuple[Row, ...]
"""Rows that start on a page together."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who gives the support, as the top of the paper names it."""

    name: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value; facts with the same line number share a line."""

    label: str
    value: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Facts:
    """Who the plan is about (P01)."""

    code: str
    heading: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """The client's wish in the client's words (P02); a new line in it stays a new line."""

    code: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Ticks:
    """Short lines with a tick (P03)."""

    code: str
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph; its label runs in bold before the text."""

    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs (P04 and P05)."""

    code: str
    heading: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How one life area goes: 1 to 5, first and now, and the client's sentence."""

    area: str
    now: int | None = None
    first: int | None = None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Scores:
    """The opened life areas (P06 to P09 and the others), in the client's own order.

    `first_on` is None where the areas were first scored in different months.
    """

    rows: tuple[Score, ...]
    code: str = ""
    heading: str = ""
    now_on: date | None = None
    first_on: date | None = None
    given_by: Literal["client", "worker", "together"] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled line of a card; `strong` (a name) stands in bold above the text."""

    label: str
    text: str
    strong: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A panel of labelled lines (P12, P13)."""

    code: str
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """Who may know how much, and what exactly."""

    who: str
    much: Literal["all", "part", "none"]
    what: str


@dataclass(frozen=True, slots=True)
class Shares:
    """With whom something is shared (P15)."""

    code: str
    heading: str
    shares: tuple[Share, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """One step: what, who, and when.

    `since` alone reads "from 1 December", `due` alone the date, both "1 to 5 December".
    `when` says it in other words ("every Monday") and then stands alone.
    """

    what: str
    who: str
    due: date | None = None
    since: date | None = None
    done: bool = False
    when: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """What the client wants to reach, how we see that it worked, and the steps."""

    title: str
    reached_when: str = ""
    area: str = ""
    due: date | None = None
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Goals:
    """Goals with their steps (P10 and P11)."""

    code: str
    heading: str
    goals: tuple[Goal, ...]


@dataclass(frozen=True, slots=True)
class Signal:
    """What we notice and do in one phase; `phase` is a code of the list signal_phase."""

    phase: str
    label: str
    notice: str
    do: str


@dataclass(frozen=True, slots=True)
class Signals:
    """Early warning (P14); `foot` may hold **bold** words."""

    code: str
    heading: str
    signals: tuple[Signal, ...]
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """When we look back (P16)."""

    code: str
    heading: str
    on: date
    check_on: date | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A fixed text (P17)."""

    code: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signs (P18).

    `state` is a code of the list signature_state. While it is OPEN the paper has empty boxes
    and writing room; afterwards it shows what was agreed, and when.
    """

    client: str
    worker: str
    code: str = ""
    heading: str = ""
    representative: str = ""
    state: str = "OPEN"
    signed_on: date | None = None
    read: Literal["self", "aloud"] | None = None
    copy: bool = False


Section = (
    Facts | Quote | Ticks | Prose | Scores | Card | Shares | Goals | Signals | Review | Notice
    | Signing
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the sections stand.

    Attributes:
        pages: what starts on each page of a plan that fits as designed.
        large: the same in large print.
        moves: rows (named by their first section) that leave the first page when it is too
            full, in this order.
        after: the section behind which they go.
        closing: rows that never come apart, so that a signature never stands alone.
    """

    pages: tuple[Group, ...]
    large: tuple[Group, ...]
    moves: tuple[str, ...] = ()
    after: str = ""
    closing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Replaced:
    """The version that this one takes the place of."""

    version: int
    made_on: date


@dataclass(frozen=True, slots=True)
class Cover:
    """Whose plan it is and which version.

    `code` is the opaque short code ("7F3K-Q2M9") that stands beside the QR mark; the mark
    holds "TB1:7F3K-Q2M9:2" and nothing about a person. `made_on` is the plan's own date.
    """

    language: Language
    organisation: Organisation
    person: str
    number: str
    version: int
    made_on: date
    code: str
    concept: bool = True
    replaces: Replaced | None = None


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """One version of one plan, ready for the printer. Empty sections are not in it."""

    title: str
    cover: Cover
    sections: tuple[Section, ...]
    layout: Layout
