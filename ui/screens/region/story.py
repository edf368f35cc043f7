"""The month in cards: the same parts that the report prints, drawn on the screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app import dates
from desktop_app.paper import report_parts as parts
from desktop_app.region import story
from desktop_app.words import _
from ui.parts.card import Card
from ui.parts.charts.bars import Bar, Bars
from ui.parts.charts.burn_up import BurnUp, Point
from ui.parts.charts.with_table import ChartWithTable
from ui.parts.layouts import column, empty, rule
from ui.parts.scroll_page import ScrollPage
from ui.parts.text import Elided, label
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from desktop_app.region.report import View

_NARROW = 640
_HALF_COLUMNS = 3
_CHART = 230


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    title: str
    hint: str
    content: tuple[parts.Content, ...]

    @property
    def half(self) -> bool:
        """Whether two of these stand side by side."""
        return all(
            isinstance(one, parts.Bars)
            or (isinstance(one, parts.Table) and len(one.columns) <= _HALF_COLUMNS)
            for one in self.content
        )


class Story(ScrollPage):
    """The right side of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.page.setContentsMargins(6, 14, 28, 20)
        self._tiles = QGridLayout()
        self._tiles.setSpacing(12)
        self._cards = QGridLayout()
        self._cards.setSpacing(12)
        self._notes = column(gap=6)
        self.page.addLayout(self._tiles)
        self.page.addLayout(self._cards)
        self.page.addLayout(self._notes)
        self.page.addStretch(1)
        self._made: list[tuple[QWidget, bool]] = []
        self._tile_cards: list[QWidget] = []
        self._wide = True

    def show_view(self, seen: View) -> None:
        """Show a month."""
        told = list(story.story(seen.month, seen.ahead, seen.past))
        months = [merged.period for merged in seen.past]
        for grid in (self._tiles, self._cards, self._notes):
            empty(grid)
        tiles = (one for one in told if isinstance(one, parts.Tiles))
        self._tile_cards = [_tile(tile) for one in tiles for tile in one.tiles]
        self._made = [(card(one, months), one.half) for one in sections(told)]
        for one in told:
            if isinstance(one, parts.Paragraph) and one.small:
                self._notes.addWidget(label(one.text, "small", "text2", wrap=True))
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = event.size().width() >= look.px(_NARROW)
        if wide != self._wide:
            self._wide = wide
            self._lay()
        super().resizeEvent(event)

    def _lay(self) -> None:
        across = 4 if self._wide else 2
        for number, card in enumerate(self._tile_cards):
            self._tiles.addWidget(card, number // across, number % across)
        line, at = 0, 0
        while at < len(self._made):
            card, half = self._made[at]
            beside = self._made[at + 1] if at + 1 < len(self._made) else None
            if self._wide and half and beside is not None and beside[1]:
                self._cards.addWidget(card, line, 0)
                self._cards.addWidget(beside[0], line, 1)
                at += 1
            else:
                self._cards.addWidget(card, line, 0, 1, 2)
            line, at = line + 1, at + 1
        for place in (0, 1):
            self._cards.setColumnStretch(place, 1 if self._wide or not place else 0)


def sections(told: Sequence[parts.Part]) -> list[Section]:
    """Return what was told by heading; tiles, notices and notes stand elsewhere."""
    found: list[Section] = []
    for one in told:
        if isinstance(one, parts.Heading):
            found.append(Section(one.text, one.hint, ()))
        elif found and not (isinstance(one, parts.Paragraph) and one.small):
            found[-1] = replace(found[-1], content=(*found[-1].content, one))
    return found


def _tile(tile: parts.Tile) -> Card:
    card = Card(edge=(14, 12, 14, 12))
    card.setAccessibleName(f"{tile.label}: {tile.value}. {tile.note}")
    card.add(
        column(
            Elided(tile.label, "body", "text2"),
            label(tile.value, "figure"),
            Elided(tile.note, "small", "primary"),
            gap=2,
        )
    )
    return card


def card(section: Section, months: Sequence[date]) -> Card:
    """Return a section as a card; the months name the points of a course."""
    hint = [Elided(section.hint, "small", "text2")] if section.hint else []
    made = Card(section.title)
    for part in hint:
        made.at_right(part)
    for one in section.content:
        match one:
            case parts.Course():
                chart = ChartWithTable(_course(section.title, one, months))
                chart.setMinimumHeight(_CHART)
                made.at_right(chart.switch)
                made.add(chart)
            case parts.Table():
                made.add(_table(one))
            case parts.Bars():
                made.add(_bars(section.title, one))
            case parts.Paragraph():
                made.add(label(one.text, "body", "text2", wrap=True))
            case _:
                pass
    made.body.addStretch(1)
    return made


def _course(title: str, course: parts.Course, months: Sequence[date]) -> BurnUp:
    """Return the way to the goal; every point is named by its month."""
    counted = [
        Point(f"{day:%m-%Y}", one.value) for day, one in zip(months, course.past, strict=True)
    ]
    ahead = [dates.add_months(months[-1], step + 1) for step in range(len(course.forecast))]
    expected = [
        Point(f"{day:%m-%Y}", round(one.value), _whole(one.low), _whole(one.high))
        for day, one in zip(ahead, course.forecast, strict=True)
    ]
    return BurnUp(
        title,
        counted,
        expected,
        goal=None if course.goal is None else (course.goal, course.goal_text),
        now_words=course.now_text,
        then_words=course.forecast_text.split("\n")[0],
    )


def _whole(value: float | None) -> float | None:
    return None if value is None else round(value)


def _bars(title: str, bars: parts.Bars) -> Bars:
    longest = max((max(bar.value, bar.high or 0) for bar in bars.bars), default=1)
    return Bars(title, [_bar(one, longest) for one in bars.bars])


def _bar(bar: parts.Bar, longest: float) -> Bar:
    whole = bar.low is None or bar.high is None or bar.low == bar.high
    margin = None if whole else (bar.low or 0, bar.high or 0)
    return Bar(bar.label, bar.value, longest, bar.text, margin, bar.faint)


def _table(table: parts.Table) -> QWidget:
    """Return a small table: figures at the right, each with its margin under it."""
    around = QWidget()
    around.setAccessibleName(", ".join(_spoken(table)))
    grid = QGridLayout(around)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    sides = [_side(one) for one in table.columns]
    for place, one in enumerate(table.columns):
        head = label(one.head, "small_strong", "text3", wrap=True)
        head.setAlignment(sides[place] | Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(head, 0, place)
    first_total = len(table.rows) - table.totals
    for line, cells in enumerate(table.rows):
        grid.addWidget(rule(), 2 * line + 1, 0, 1, len(sides))
        for place, cell in enumerate(cells):
            strong = line >= first_total or (place > 0 and not _faint(cell))
            made = _cell(cell, strong=strong, side=sides[place])
            grid.addWidget(made, 2 * line + 2, place)
    return around


def _side(one: parts.Column) -> Qt.AlignmentFlag:
    right = one.align == "right"
    return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft


def _faint(cell: str | parts.Value) -> bool:
    return isinstance(cell, parts.Value) and cell.faint


def _cell(cell: str | parts.Value, *, strong: bool, side: Qt.AlignmentFlag) -> QWidget:
    value = cell if isinstance(cell, parts.Value) else parts.Value(cell)
    wraps = side == Qt.AlignmentFlag.AlignLeft
    colour = "text2" if value.faint else "text"
    words = label(value.text, "strong" if strong else "body", colour, wrap=wraps)
    words.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    if not value.note:
        return words
    note = label(value.note, "small", "text2")
    note.setAlignment(side)
    around = QWidget()
    around.setLayout(column(words, note, gap=0))
    return around


def _spoken(table: parts.Table) -> Iterator[str]:
    """Yield a table as a screen reader says it, row by row."""
    heads = [one.head for one in table.columns]
    for name, *cells in table.rows:
        for head, cell in zip(heads[1:], cells, strict=True):
            value = cell if isinstance(cell, parts.Value) else parts.Value(cell)
            said = f"{value.text} {value.note}".strip()
            yield _("{row}, {column}: {value}").format(row=name, column=head, value=said)
