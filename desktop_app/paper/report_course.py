"""The course of a figure over time: known, expected, and the goal."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop_app.paper import shaping
from desktop_app.paper.canvas import disc
from desktop_app.paper.tags import Node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.paper.blocks import Room
    from desktop_app.paper.canvas import TaggedCanvas
    from desktop_app.paper.report_parts import Course, Point
    from desktop_app.paper.style import Kit, Type

_TALL = 150.0
_ABOVE = 16.0
_BELOW = 20.0
_AXIS = 30.0
_DASH = (5.0, 3.0)
_XY = tuple[float, float]


class CourseChart:
    """A figure that draws a course; what it says is its alternative text."""

    def __init__(self, course: Course, kit: Kit) -> None:
        self.course, self.kit = course, kit
        self.node = Node("Figure", alt=course.said)
        self.nodes: Sequence[Node] = (self.node,)
        points = (*course.past, *course.forecast)
        tops = [point.high if point.high is not None else point.value for point in points]
        self.step = nice_step(max([*tops, course.goal or 0, 1]))
        self.highest = self.step * -(-max([*tops, course.goal or 0, 1]) // self.step)
        ends = course.forecast_text.split("\n")
        self.right = max(self._wide(text, kit.small_strong) for text in ends) + 12

    def height(self, width: float) -> float:
        """Return the fixed height."""
        return _TALL + _ABOVE + _BELOW

    def split(self, width: float, room: Room) -> None:
        """Never break."""

    def draw(
        self, canvas: TaggedCanvas, left: float, top: float, width: float, height: float
    ) -> None:
        """Draw grid, goal, band, lines and texts."""
        bounds = f"{left:.2f} {top - height:.2f} {left + width:.2f} {top:.2f}"
        self.node.attributes = f"<</O/Layout/Placement/Block/BBox [{bounds}]>>"
        self.left, self.base = left + _AXIS, top - _ABOVE - _TALL
        self.wide = width - _AXIS - self.right
        canvas.begin(self.node)
        self._grid(canvas)
        self._goal(canvas)
        self._lines(canvas)
        self._labels(canvas)
        canvas.end()

    def _at(self, index: int, value: float) -> _XY:
        count = len(self.course.past) + len(self.course.forecast)
        x = self.left + self.wide * index / max(count - 1, 1)
        return x, self.base + _TALL * value / self.highest

    def _grid(self, canvas: TaggedCanvas) -> None:
        kind, colours = self.kit.small, self.kit.colours
        for number in range(int(self.highest / self.step) + 1):
            value = number * self.step
            y = self._at(0, value)[1]
            canvas.rule(self.left, self.left + self.wide, y, colours.rule, 0.6)
            self._write(canvas, f"{value:g}", self.left - 8, y - kind.size * 0.33, kind, 1)

    def _goal(self, canvas: TaggedCanvas) -> None:
        goal = self.course.goal
        if goal is None:
            return
        y = self._at(0, goal)[1]
        path = dashed([(self.left, y), (self.left + self.wide, y)])
        canvas.paint(path, stroke=self.kit.colours.warm, width=1.3)
        self._write(canvas, self.course.goal_text, self.left + 3, y + 4, self.kit.small_warm, 0)

    def _lines(self, canvas: TaggedCanvas) -> None:
        colours = self.kit.colours
        past = [self._at(at, point.value) for at, point in enumerate(self.course.past)]
        start = len(past) - 1
        (first, _y), (last, _z) = past[0], past[-1]
        area = [(first, self.base), *past, (last, self.base)]
        canvas.paint(line(area) + " h", fill=colours.green_tint)
        ahead = [past[-1]]
        ahead += [self._at(start + n, p.value) for n, p in enumerate(self.course.forecast, 1)]
        if len(ahead) > 1:
            canvas.paint(self._band(start) + " h", fill=colours.tint)
            canvas.paint(dashed(ahead), stroke=colours.teal, width=1.8)
        canvas.paint(line(past), stroke=colours.teal, width=2.2, round_=True)
        canvas.paint(disc(*past[-1], 4), fill=colours.white, stroke=colours.teal, width=2.2)

    def _band(self, start: int) -> str:
        points = list(enumerate(self.course.forecast, start + 1))
        now = self._at(start, self.course.past[-1].value)
        high = [self._at(at, _or(p.high, p)) for at, p in points]
        low = [self._at(at, _or(p.low, p)) for at, p in reversed(points)]
        return line([now, *high, *low])

    def _labels(self, canvas: TaggedCanvas) -> None:
        course, kit = self.course, self.kit
        points = (*course.past, *course.forecast)
        for at, point in enumerate(points):
            if point.label:
                x = self._at(at, 0)[0]
                side = 0.0 if at == 0 else 1.0 if at == len(points) - 1 else 0.5
                self._write(canvas, point.label, x, self.base - 14, kit.small, side)
        x = self._at(len(course.past) - 1, 0)[0]
        begin = x - 8 - self._wide(course.now_text, kit.body_teal)
        fits = begin >= self.left
        line_ = [self._at(at, point.value) for at, point in enumerate(course.past)]
        under = [y for at, y in line_ if fits and at >= begin]  # it stands above all of these
        y = max([*under, line_[-1][1]])
        self._write(
            canvas, course.now_text, x - 8 if fits else x + 8, y + 8, kit.body_teal, fits
        )
        if course.forecast:
            x, y = self._at(len(points) - 1, course.forecast[-1].value)
            for number, text in enumerate(course.forecast_text.split("\n")):
                kind = kit.small if number else kit.small_strong
                self._write(canvas, text, x + 8, y - 3 - number * kind.leading, kind, 0)

    def _wide(self, text: str, kind: Type) -> float:
        return shaping.width(text, kind.face) * kind.size

    def _write(
        self, canvas: TaggedCanvas, text: str, x: float, y: float, kind: Type, side: float
    ) -> None:
        """Write a text that begins (0), ends (1) or has its middle (0.5) at x."""
        if text:
            x -= side * self._wide(text, kind)
            canvas.show(x, y, kind, shaping.runs(f"{text} ", kind.face))


def nice_step(highest: float) -> float:
    """Return the distance of grid lines: 1, 2 or 5 times a power of ten, four or five lines."""
    unit = 1.0
    while unit * 50 < highest:
        unit *= 10
    return next(unit * n for n in (1, 2, 5, 10) if unit * n * 5 >= highest)


def line(points: Sequence[_XY]) -> str:
    """Return the path through points."""
    (x, y), *others = points
    return f"{x:.2f} {y:.2f} m " + " ".join(f"{px:.2f} {py:.2f} l" for px, py in others)


def dashed(points: Sequence[_XY]) -> str:
    """Return the path through points in dashes."""
    parts: list[str] = []
    on, off = _DASH
    for (x, y), (to_x, to_y) in pairwise(points):
        long = ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5
        done = 0.0
        while done < long:
            begin, end = done / long, min(done + on, long) / long
            parts.append(
                line(
                    [
                        (x + (to_x - x) * begin, y + (to_y - y) * begin),
                        (x + (to_x - x) * end, y + (to_y - y) * end),
                    ]
                )
            )
            done += on + off
    return " ".join(parts)


def _or(value: float | None, point: Point) -> float:
    return point.value if value is None else value
