"""A sheet with every chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.charts.bars import Bar, Bars, Stack, Stacked
from ui.parts.charts.burn_up import BurnUp, Point
from ui.parts.charts.dumbbell import Dumbbell, Pair
from ui.parts.charts.progress import ProgressBar
from ui.parts.charts.sparkline import Sparkline
from ui.parts.charts.with_table import ChartWithTable
from ui.parts.chip import Chip
from ui.parts.icon import Icon
from ui.parts.layouts import EDGE, column, holding, row
from ui.parts.page_head import PageHead
from ui.parts.text import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def charts() -> QWidget:
    """Every chart once."""
    left = column(_areas(), _goal(), gap=12)
    right = column(_figure(), _projects(), _cohorts(), ..., gap=12)
    halves = row(left, right, gap=12)
    halves.setStretch(0, 3)
    halves.setStretch(1, 2)
    return holding(column(PageHead("Grafieken"), halves, gap=14, edge=EDGE), "surface")


def _areas() -> Card:
    card = Card("Zo gaat het per leefgebied", Chip("start ○  nu ●"))
    levels = [("Wonen", 2, 4), ("Geld en schulden", 1, 2), ("Werk en dagbesteding", 1, 3)]
    levels += [("Geestelijke gezondheid", 3, 3), ("Lichamelijke gezondheid", 3, 2)]
    card.add(Dumbbell("Zo gaat het", [Pair(*level) for level in levels], (1, 5)))
    return card


def _projects() -> Card:
    card = Card("Bezetting per project")
    card.at_right(Button("Woningen", kind="link"))
    bars = [Bar("Lindehof", 22, 24, "22 / 24"), Bar("De Werf", 16, 18, "16 / 18")]
    card.add(Bars("Bezetting", [*bars, Bar("Verspreid", 5, 7, "5 / 7")]))
    return card


def _cohorts() -> Card:
    card = Card("Blijven mensen wonen?", Chip("bevroren", "info", "snowflake"))
    stacks = [
        Stack("Start eind 2024, na 1 jaar", (20, 5, 0, 5), "25 van 30"),
        Stack("Start begin 2025, na 1 jaar", (15, 5, 5), "20 van 25"),
    ]
    series = ["zelfde huis", "ander huis", "weer dakloos", "onbekend"]
    card.add(Stacked("Blijven mensen wonen?", series, stacks))
    return card


def _figure() -> Card:
    card = Card()
    line = Sparkline("Bezet: van 46 naar 52", [46, 47, 47, 49, 51, 51, 52])
    card.add(
        row(Icon("house", "primary"), label("Bezet", "body", "text2"), ...),
        row(label("52 van 61", "figure"), ..., line),
        label("85% · 3 meer dan vorige maand", "small_strong", "primary"),
        ProgressBar("Ons deel: 21 van 24", 21 / 24, mark=0.9),
    )
    return card


def _goal() -> Card:
    card = Card("Halen we de 200?")
    months = ["jan 24", "jul 24", "jan 25", "jul 25", "jan 26", "jul 26", "okt 26"]
    counted = [Point(m, v) for m, v in zip(months, (0, 12, 28, 49, 74, 101, 118), strict=True)]
    ahead = [Point("jan 27", 128, 122, 134), Point("jul 27", 154, 142, 168)]
    chart = BurnUp(
        "Gehuisvest sinds de start",
        counted,
        [*ahead, Point("dec 27", 180, 165, 196)],
        goal=(200, "doel: 200 mensen"),
        now_words="118 gehuisvest",
        then_words="verwacht: 180",
    )
    both = ChartWithTable(chart)
    card.at_right(both.switch)
    card.add(both)
    return card
