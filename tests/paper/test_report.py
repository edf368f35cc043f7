"""A report of figures: every figure in text, tables that go on, pictures in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.paper import report, report_course, report_parts
from desktop_app.paper.report_parts import (
    Bar,
    Bars,
    Column,
    Course,
    Heading,
    Notice,
    Paragraph,
    Point,
    Report,
    Table,
    Tile,
    Tiles,
    Value,
)  # fmt: skip
from tests.paper.reading import Paper, check_accessible, check_margins

COURSE = Course(
    past=tuple(Point("jan 2024" if n == 0 else "", n * 4.0) for n in range(30)),
    forecast=tuple(
        Point("", 116 + n * 5.0, 110 + n * 4.0, 120 + n * 6.0) for n in range(1, 12)
    ),
    said="116 mensen zijn gehuisvest. Verwacht: 171.",
    now_text="116 gehuisvest",
    forecast_text="verwacht: 171\ntussen 154 en 186",
    goal=200,
    goal_text="doel: 200",
)
REPORT = Report(
    title="Regio Utrecht",
    subtitle="Oktober 2026",
    organisation="Regio Utrecht",
    made_on=date(2026, 11, 12),
    language="nl",
    pill="Maandcijfers",
    note="gemaakt op 12 november 2026",
    footnote="Alleen afgeronde cijfers.",
    parts=(
        Tiles((Tile("Gehuisvest", "118 van 200", "exact"), Tile("Wachtend", "112"))),
        Notice("Een organisatie ontbreekt", "Perspectief Zorg. Wij schatten niets."),
        Heading("Halen we de 200?"),
        COURSE,
        Paragraph("Nog ongeveer 20 plekken te vinden."),
        Heading("Waar zit de keten verstopt?", "stand 30 september 2026"),
        Table(
            (Column("Reden"), Column("Uit MO", "right"), Column("Samen", "right")),
            (
                ("Geschikte woning", Value("40", "tussen 33 en 47"), "65"),
                ("Papieren", Value("5", "indicatief", faint=True), "20"),
                ("Alle redenen", "45", "85"),
            ),
            totals=1,
        ),
        Paragraph("Elk getal is op een vijftal afgerond.", small=True),
        Heading("Per gemeente"),
        Bars(
            (Bar("Utrecht", 64, "64", 57, 71), Bar("De Ronde Venen", 0, "0 t/m 4", faint=True)),
            goal=80,
            goal_text="Doel per gemeente: 80.",
        ),
    ),
)


def test_a_report_is_accessible_and_keeps_its_margins() -> None:
    paper = Paper(report.print_report(REPORT))
    check_accessible(paper)
    check_margins(paper)


def test_every_word_and_figure_can_be_read() -> None:
    paper = Paper(report.print_report(REPORT))
    for words in (
        "118 van 200", "exact", "112", "Perspectief Zorg. Wij schatten niets.",
        "116 gehuisvest", "tussen 154 en 186", "doel: 200", "stand 30 september 2026",
        "tussen 33 en 47", "indicatief", "Alle redenen", "0 t/m 4", "Doel per gemeente: 80.",
        "Maandcijfers", "1 van 2", "Alleen afgeronde cijfers.",
    ):  # fmt: skip
        assert words in paper.text, words


def test_a_bar_is_a_row_of_a_table_with_its_figure() -> None:
    rows = [tag.text() for tag in Paper(report.print_report(REPORT)).tree.find("TR")]
    assert "Utrecht64" in rows


def test_the_course_is_told_in_words() -> None:
    (figure,) = Paper(report.print_report(REPORT)).tree.find("Figure")
    assert figure.alt == COURSE.said


def test_a_long_table_goes_on_with_its_head() -> None:
    rows = tuple((f"Organisatie {n}", str(n)) for n in range(120))
    table = Table((Column("Naam"), Column("Aantal", "right")), rows)
    paper = Paper(report.print_report(replace(REPORT, parts=(Heading("Wie?"), table))))
    assert len(paper.pdf.pages) > 2
    assert all("Aantal" in text for text in paper.page_texts)
    assert [tag.text() for tag in paper.tree.find("TR")] == [
        "NaamAantal", *(f"{name}{count}" for name, count in rows)
    ]  # fmt: skip
    check_accessible(paper)


def test_many_wide_columns_stay_within_the_margins() -> None:
    heads = tuple(Column(f"Een lange kolomkop {n}", "right") for n in range(6))
    row = ("Een lange naam van een gemeente", *("tussen 1000 en 2000" for _ in heads))
    table = Table((Column("Gemeente"), *heads), (row, row))
    paper = Paper(report.print_report(replace(REPORT, parts=(table,))))
    check_margins(paper)


@pytest.mark.parametrize(
    ("highest", "step"),
    [(4, 1), (5, 1), (9, 2), (23, 5), (50, 10), (118, 50), (200, 50), (900, 200)],
)
def test_grid_lines_stand_at_round_numbers(highest: float, step: float) -> None:
    assert report_course.nice_step(highest) == step


def test_a_report_of_nothing_but_zeros_prints() -> None:
    parts = (
        Bars((Bar("Utrecht", 0, "0"),)),
        Course(past=(Point("nu", 0),), said="Nog niemand."),
        Paragraph("Geen cijfers."),
    )
    check_accessible(Paper(report.print_report(replace(REPORT, parts=parts))))


def test_same_report_gives_the_same_bytes() -> None:
    assert report.print_report(REPORT) == report.print_report(REPORT)
    assert report_parts.Report is Report
