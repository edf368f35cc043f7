"""Charts draw what they are given, say it in words, and copy as numbers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.parts import paint
from ui.parts.charts.bars import Bar, Bars, Stack, Stacked
from ui.parts.charts.burn_up import BurnUp, Point
from ui.parts.charts.chart import Chart
from ui.parts.charts.dumbbell import Dumbbell, Pair
from ui.parts.charts.progress import ProgressBar
from ui.parts.charts.sparkline import Sparkline
from ui.parts.charts.with_table import ChartWithTable
from ui.theme import look


def areas() -> Dumbbell:
    known = [Pair("Home", 2, 4), Pair("Health", 3, 2)]
    unknown = [Pair("New", None, 3), Pair("Not asked", None, None)]
    return Dumbbell("Areas of life", [*known, *unknown], (1, 5))


def bars() -> Bars:
    return Bars("Occupied", [Bar("Lindehof", 22, 24, "22 / 24"), Bar("None", 0, 0, "0")])


def stacked() -> Stacked:
    stacks = [Stack("2024", (20, 5), "25"), Stack("2025", (0, 0))]
    return Stacked("Stay", ["same house", "other house"], stacks)


def burn_up() -> BurnUp:
    counted = [Point("jan", 1), Point("feb", 2)]
    ahead = [Point("mar", 3, 2, 4)]
    return BurnUp("Housed", counted, ahead, goal=(5, "goal"), now_words="2", then_words="3")


def burn_up_without_numbers() -> BurnUp:
    return BurnUp("Housed", [])


CHARTS = (areas, bars, stacked, burn_up, burn_up_without_numbers)


@pytest.fixture(params=CHARTS, ids=[make.__name__ for make in CHARTS])
def chart(request: pytest.FixtureRequest, qtbot: QtBot) -> Chart:
    made: Chart = request.param()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_chart_is_drawn_and_shows_the_focus(chart: Chart) -> None:
    chart.clearFocus()
    plain = chart.grab().toImage()
    chart.setFocus()
    focused = chart.grab().toImage()
    bottom = chart.height() - 1
    assert focused.pixelColor(5, bottom).name() == look.colour("focus").name()
    assert plain != focused


def test_chart_is_copied_as_numbers(qtbot: QtBot, chart: Chart) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines == ["\t".join(line) for line in chart.numbers]
    chart.copy_picture()
    assert not QGuiApplication.clipboard().image().isNull()


@pytest.mark.parametrize("months", [1, 2, 12])
def test_the_words_at_the_last_month_stand_inside_the_chart(qtbot: QtBot, months: int) -> None:
    counted = [Point(f"{n}", n) for n in range(months)]
    said, silent = (
        BurnUp("Housed", counted, goal=(200, "goal"), now_words=words)
        for words in ("118 housed", "")
    )
    pictures = []
    for one in (said, silent):
        qtbot.addWidget(one)
        one.resize(480, 180)
        pictures.append(one.grab().toImage())
    with_words, without = pictures
    written = [
        x
        for x in range(with_words.width())
        if any(with_words.pixel(x, y) != without.pixel(x, y) for y in range(without.height()))
    ]
    assert written[-1] - written[0] > 0.8 * paint.width("118 housed", "strong")


def test_dumbbell_is_read_out(qtbot: QtBot) -> None:
    chart = areas()
    qtbot.addWidget(chart)
    spoken = QAccessible.queryAccessibleInterface(chart)
    assert spoken.text(QAccessible.Text.Name) == "Areas of life"
    said = spoken.text(QAccessible.Text.Description)
    assert said == "Home, 2, 4; Health, 3, 2; New, 3; Not asked"


def test_better_and_worse_differ_in_shape_not_in_colour_alone(qtbot: QtBot) -> None:
    def picture(start: int, now: int) -> object:
        chart = Dumbbell("x", [Pair("", start, now)], (1, 5))
        qtbot.addWidget(chart)
        chart.resize(400, chart.sizeHint().height())
        image = chart.grab().toImage()
        width, height = image.width(), image.height()
        ground = look.colour("surface").rgb()
        return [
            (x, y)
            for x in range(width - 60, width)
            for y in range(30, height - 4)
            if image.pixel(x, y) != ground
        ]

    assert picture(2, 4) != picture(4, 2)


@pytest.mark.parametrize("share", [-1.0, 0.0, 0.01, 0.5, 1.0, 7.0])
def test_progress_never_leaves_its_track(qtbot: QtBot, share: float) -> None:
    bar = ProgressBar("x", share)
    qtbot.addWidget(bar)
    bar.resize(200, 8)
    image = bar.grab().toImage()
    filled = [x for x in range(200) if image.pixelColor(x, 4) == look.colour("primary")]
    expected = 200 * min(max(share, 0), 1)
    assert abs(len(filled) - expected) <= 8


def test_sparkline_stands_still_values_on_its_floor(qtbot: QtBot) -> None:
    for values in ([], [3], [3, 3, 3], [1, 2]):
        line = Sparkline("x", values)
        qtbot.addWidget(line)
        assert not line.grab().isNull()


def test_chart_can_be_read_as_a_table(qtbot: QtBot) -> None:
    both = ChartWithTable(areas())
    page = QWidget()
    qtbot.addWidget(page)
    both.setParent(page)
    both.resize(500, 300)
    page.show()
    both.switch._buttons["table"].click()
    table = both._views.currentWidget()
    assert table is not None
    assert table.isVisible()
    both.switch._buttons["chart"].click()
    assert isinstance(both._views.currentWidget(), Dumbbell)


def test_a_margin_is_drawn_from_its_low_to_its_high_end(qtbot: QtBot) -> None:
    plain = Bars("Waiting", [Bar("Short", 50, 100, "50")])
    with_margin = Bars("Waiting", [Bar("Short", 50, 100, "50", (25, 75))])
    for made in (plain, with_margin):
        qtbot.addWidget(made)
        made.resize(400, made.sizeHint().height())
        made.show()
    assert with_margin.height() > plain.height()
    picture = with_margin.grab().toImage()
    ink = look.colour("text").rgb()
    middle = next(y for y in range(picture.height()) if picture.pixelColor(290, y).rgb() == ink)
    dark = [x for x in range(400) if picture.pixelColor(x, middle).rgb() == ink]
    assert abs(min(dark) - 100) <= 3
    assert abs(max(dark) - 300) <= 3


def test_a_number_too_small_to_lean_on_is_drawn_in_grey(qtbot: QtBot) -> None:
    made = Bars("Waiting", [Bar("Short", 5, 10, "5", faint=True)])
    qtbot.addWidget(made)
    made.resize(400, made.sizeHint().height())
    made.show()
    seen = {made.grab().toImage().pixelColor(100, y).rgb() for y in range(made.height())}
    assert look.colour("chart_other").rgb() in seen
    assert look.colour("primary").rgb() not in seen
