"""The look of paper, read from resources/paper/style.json: page, colours, type, measures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from desktop_app import assets
from desktop_app.paper.fonts import Face, face

if TYPE_CHECKING:
    from collections.abc import Mapping

MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set: face, size and line distance in points, colour as a PDF operand."""

    face: Face
    size: float
    leading: float
    colour: str


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet and its frame, in points from the bottom left corner."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    strip: float
    footer: float

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.right - self.left

    @property
    def room(self) -> float:
        """The height between the margins."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as PDF operands ("0.04 0.35 0.4"), named by what they are for."""

    ink: str
    grey: str
    rule: str
    panel: str
    teal: str
    tint: str
    warm: str
    white: str
    dots: str
    green: str
    orange: str
    red: str
    green_tint: str
    orange_tint: str
    red_tint: str


@dataclass(frozen=True, slots=True)
class Kit:
    """One size of the look: the usual one, or large print.

    `columns` are the widths of tables, `pairs` the width of the left one of two blocks side
    by side and of the gap; all in points.
    """

    large: bool
    page: Page
    colours: Colours
    h1: Type
    name: Type
    name_strong: Type
    h2: Type
    h3: Type
    quote: Type
    date: Type
    body: Type
    body_strong: Type
    body_grey: Type
    body_teal: Type
    cell: Type
    cell_strong: Type
    cell_grey: Type
    goal: Type
    goal_number: Type
    head: Type
    small: Type
    small_strong: Type
    small_warm: Type
    footer: Type
    page_number: Type
    org: Type
    org_small: Type
    pill: Type
    strip: Type
    strip_strong: Type
    disc: Type
    code: Type
    gap: float
    box: float
    tick_box: float
    strip_scale: float
    indent: float
    columns: Mapping[str, tuple[float, ...]]
    pairs: Mapping[str, tuple[float, float]]


@cache
def kit(*, large: bool = False) -> Kit:
    """Return the look in one of its two sizes."""
    data = assets.read_json("paper/style.json")
    size = "large" if large else "normal"
    colours = Colours(**{name: _operand(value) for name, value in data["colours"].items()})
    types: dict[str, Any] = {
        name: _type(item, size, colours) for name, item in data["types"].items()
    }
    measures: dict[str, Any] = data["measures"][size]
    for name in ("columns", "pairs"):
        points = {key: tuple(mm * MM for mm in row) for key, row in measures[name].items()}
        measures[name] = MappingProxyType(points)
    page = _page(data["page"])
    return Kit(large=large, page=page, colours=colours, **types, **measures)


def _operand(value: str) -> str:
    """Return "#0A5A66" as the three numbers that PDF wants before rg."""
    return " ".join(f"{int(value[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))


def _type(item: Mapping[str, Any], size: str, colours: Colours) -> Type:
    points, leading = item[size]
    return Type(face(item["font"]), points, leading, getattr(colours, item["colour"]))


def _page(data: Mapping[str, float]) -> Page:
    side = data["side_mm"] * MM
    return Page(
        width=data["width"],
        height=data["height"],
        left=side,
        right=data["width"] - side,
        top=data["height"] - data["top_mm"] * MM,
        bottom=data["bottom_mm"] * MM,
        strip=data["height"] - data["strip_mm"] * MM,
        footer=data["footer_mm"] * MM,
    )
