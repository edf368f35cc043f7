"""What a report of figures may say: the parts that `report.print_report` lays out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.words import Language


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's title; the next part stays with it."""

    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; small ones are notes."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """What the reader must not miss, on a panel: who is missing, what is an estimate."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure in large type with its label and a note."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tiles:
    """Up to four figures beside one another."""

    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A table's cell: the text, a small note under it, and whether it is only indicative."""

    text: str
    note: str = ""
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column; figures stand at the right."""

    head: str
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads that repeat on each page; `totals` last rows stand in bold.

    The first cell of a row names it.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str | Value, ...], ...]
    totals: int = 0


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its label, how long it is, and what it says at its end.

    `low` and `high` draw a margin; a faint bar is only indicative.
    """

    label: str
    value: float
    text: str
    low: float | None = None
    high: float | None = None
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars on one scale from zero; `goal` draws a dashed line that a note explains."""

    bars: tuple[Bar, ...]
    goal: float | None = None
    goal_text: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A moment on a course: its label under the axis (or none) and the value."""

    label: str
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """A line over time, towards a goal, with a forecast and its band.

    Points stand at equal distances. `now_text` stands at the last known point,
    `forecast_text` at the end of the forecast. `said` puts the picture in words: a reader who
    does not see it hears that.
    """

    past: tuple[Point, ...]
    said: str
    forecast: tuple[Point, ...] = ()
    now_text: str = ""
    forecast_text: str = ""
    goal: float | None = None
    goal_text: str = ""


Content = Paragraph | Notice | Tiles | Table | Bars | Course
Part = Heading | Content


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report; `footnote` stands at the bottom of each page."""

    title: str
    subtitle: str
    organisation: str
    made_on: date
    language: Language
    parts: tuple[Part, ...]
    pill: str = ""
    note: str = ""
    footnote: str = ""
