"""The row of canal houses, as an SVG drawing in four colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QPainter


class _House(NamedTuple):
    width: int
    height: int
    gable: str


_NEAR = (
    _House(66, 108, "flat"), _House(62, 132, "bell"), _House(72, 100, "flat"),
    _House(64, 122, "step"), _House(86, 98, "spout"), _House(94, 82, "flat"),
    _House(64, 104, "spout"), _House(96, 98, "step"), _House(84, 121, "flat"),
    _House(70, 58, "flat"), _House(80, 92, "step"), _House(84, 104, "bell"),
    _House(96, 92, "flat"), _House(74, 118, "step"), _House(64, 122, "neck"),
    _House(84, 122, "bell"), _House(96, 100, "flat"),
)  # fmt: skip
_FAR = (
    _House(30, 118, "step"), _House(96, 172, "step"), _House(64, 166, "bell"),
    _House(64, 188, "neck"), _House(92, 132, "step"), _House(72, 150, "flat"),
    _House(66, 226, "bell"), _House(62, 146, "bell"), _House(64, 196, "neck"),
    _House(74, 128, "step"), _House(64, 192, "step"), _House(84, 176, "step"),
    _House(64, 196, "step"), _House(66, 130, "bell"), _House(86, 136, "spout"),
    _House(66, 160, "spout"), _House(74, 188, "bell"), _House(96, 222, "step"),
)  # fmt: skip
_TALL = 250
"""The strip along the bottom that holds every house with its gable."""
_LIT = (2, 14)
"""Which near houses have somebody at home."""


def paint_houses(painter: QPainter, rect: QRectF, colour: Callable[[str], str]) -> None:
    """Paint, along the bottom of a rectangle, as many houses as it needs.

    Args:
        painter: draws it.
        rect: where.
        colour: gives a colour as "#RRGGBB" by its token.
    """
    strip = QRectF(rect.left(), rect.bottom() - _TALL, rect.width(), _TALL)
    drawing = street(round(strip.width()), colour)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, strip)


def street(width: int, colour: Callable[[str], str]) -> str:
    """Return a row of houses as an SVG drawing of a width in pixels."""
    far = "".join(_house(house, left, _TALL) for house, left in _row(_FAR, 0, width))
    near: list[str] = []
    panes: list[str] = []
    lights: list[str] = []
    for house, left in _row(_NEAR, -44, width):
        near.append(_house(house, left, _TALL))
        first, *others = _panes(house, left, _TALL)
        lit = house is _NEAR[_LIT[0]] or house is _NEAR[_LIT[1]]
        (lights if lit else panes).append(first)
        panes.extend(others)
    box = f'viewBox="0 0 {width} {_TALL}" width="{width}" height="{_TALL}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {box}>'
        f'<path fill="{colour("skyline_far")}" d="{far}"/>'
        f'<path fill="{colour("skyline_near")}" d="{"".join(near)}"/>'
        f'<path fill="{colour("skyline_window")}" d="{"".join(panes)}"/>'
        f'<path fill="{colour("amber")}" d="{"".join(lights)}"/></svg>'
    )


def _row(houses: tuple[_House, ...], start: int, width: int) -> Iterator[tuple[_House, int]]:
    """Give houses side by side, each with where it begins."""
    left, number = start, 0
    while left < width:
        house = houses[number % len(houses)]
        yield house, left
        left, number = left + house.width + 2, number + 1


def _house(house: _House, left: int, bottom: int) -> str:
    width, tall, gable = house
    top, middle = bottom - tall, left + width // 2
    if gable == "step":
        steps = [
            (inset, up) for inset, up in ((0, 0), (14, 12), (26, 22)) if width > 2 * inset + 8
        ]
        return "".join(
            _box(left + inset, top - up, width - 2 * inset, tall + up) for inset, up in steps
        )
    if gable == "spout":
        roof = f"M{left} {top}L{middle} {top - 34}L{left + width} {top}Z"
        return roof + _box(left, top, width, tall)
    if gable == "flat":
        return _box(left, top, width, tall)
    bell = gable == "bell"
    shoulder, round_ = (top, 30) if bell else (top + 10, 26)
    half, up, head = (11, 11, 16) if bell else (9, 4, 20)
    body = (
        f"M{left} {bottom}V{shoulder + round_}a{round_} {round_} 0 0 1 {round_} -{round_}"
        f"H{left + width - round_}a{round_} {round_} 0 0 1 {round_} {round_}V{bottom}Z"
    )
    return body + _box(middle - half, top - up, 2 * half, head)


def _panes(house: _House, left: int, bottom: int) -> list[str]:
    side, tall, between = 16, 20, 12
    columns = 2 if house.width < 90 else 3  # noqa: PLR2004 - a wide house has room for three
    edge = left + (house.width - columns * side - (columns - 1) * between) // 2
    storeys = max(1, (house.height - 34) // 42)
    return [
        _box(
            edge + place * (side + between),
            bottom - house.height + 22 + storey * 44,
            side,
            tall,
        )
        for storey in range(storeys)
        for place in range(columns)
    ]


def _box(left: int, top: int, width: int, height: int) -> str:
    return f"M{left} {top}h{width}v{height}h-{width}Z"
