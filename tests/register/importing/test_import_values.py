"""Cells as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import codelists, words
from desktop_app.register.importing import dayreading, evidence, values
from desktop_app.register.importing.dayreading import Style, UnreadableError

STYLE = Style(today=date(2026, 11, 24))
BIRTHS = Style(past=True, today=date(2026, 11, 24))


@pytest.mark.parametrize(
    "cell",
    ["14-03-1992", "14/3/1992", "14.3.1992", "14 3 1992", "1992-03-14", "1992-03-14T00:00:00",
     "14 mrt 1992", "14 maart 1992", "14-mrt-92", "14 Mrt. '92", "14031992", "19920314",
     14031992, 33677, "33677", 33677.0, date(1992, 3, 14)],
)  # fmt: skip
def test_one_day_in_every_notation(cell: str | float | date) -> None:
    assert dayreading.read(cell, BIRTHS) == date(1992, 3, 14)


@pytest.mark.parametrize(
    "cell", [None, "onbekend", "n.v.t.", "?", "-", "vast", "heden", "01-01-1900"]
)
def test_some_words_say_that_there_is_no_date(cell: str | None) -> None:
    assert dayreading.read(cell, STYLE) is None


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("31-02-2026", "31-02-2026 does not exist. Choose a day up to 28."),
        ("29-2-2025", "up to 28"),
        ("volgende week", "This is no date"),
        ("45-13-2026", "This is no date"),
        (True, "This is no date"),
        (3.5, "This is no date"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_a_reason(cell: str | float, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        dayreading.read(cell, STYLE)


def test_two_digits_are_a_birth_long_ago_but_a_start_of_this_century() -> None:
    assert dayreading.read("1-3-26", BIRTHS) == date(1926, 3, 1)
    assert dayreading.read("1-3-26", STYLE) == date(2026, 3, 1)
    assert dayreading.read("1-3-05", BIRTHS) == date(2005, 3, 1)


def test_the_order_of_day_and_month_follows_from_the_whole_column() -> None:
    assert dayreading.order(["1-2-2026", "13-2-2026"])[0] == "dmy"
    assert dayreading.order(["1-2-2026", "2-13-2026"])[0] == "mdy"
    assert dayreading.order(["1-2-2026"])[0] == "dmy"
    assert dayreading.read("2-13-2026", Style(order="mdy")) == date(2026, 2, 13)


@given(st.dates(date(1930, 1, 1), date(2060, 12, 31)))
def test_a_day_reads_back_from_what_excel_and_we_write(day: date) -> None:
    for cell in (f"{day:%d-%m-%Y}", day.isoformat(), (day - date(1899, 12, 30)).days, day):
        assert dayreading.read(cell, STYLE) == day


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading_of_a_date(text: str) -> None:
    try:
        read = dayreading.read(text, STYLE)
    except UnreadableError:
        return
    assert read is None or date(1, 1, 1) <= read <= date(9999, 12, 31)


@pytest.mark.parametrize(
    ("cell", "cents"),
    [("612,50", 61250), ("€ 612,50", 61250), ("1.234,56", 123456), ("€ 1.234,-", 123400),
     ("1234.5", 123450), ("1.234", 123400), (612, 61200), (612.5, 61250), ("612 euro", 61200),
     ("onbekend", None), (None, None), ("498 per maand", 49800)],
)  # fmt: skip
def test_amounts(cell: str | float | None, cents: int | None) -> None:
    assert values.cents(cell) == cents


@pytest.mark.parametrize("cell", ["veel", "-3", "1.000.000,00", "12,34,56"])
def test_what_is_no_amount_is_refused(cell: str) -> None:
    with pytest.raises(UnreadableError):
        values.cents(cell)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vries, S. de", ("S.", "de", "Vries", "S.")),
        ("Özdemir, Aylin", ("Aylin", "", "Özdemir", "")),
        ("de Vries, Saskia", ("Saskia", "de", "Vries", "")),
        ("Saskia de Vries", ("Saskia", "de", "Vries", "")),
        ("Youssef El Amrani", ("Youssef", "", "El Amrani", "")),
        ("Daniëlle van ’t Hof", ("Daniëlle", "van ’t", "Hof", "")),
        ("Berg, J.P. (Jan) van den", ("Jan", "van den", "Berg", "J.P.")),
        ("Aylin Özdemir", ("Aylin", "", "Özdemir", "")),
        ("Samer al Hussein", ("Samer", "al", "Hussein", "")),
        ("Karim", ("", "", "Karim", "")),
        ("Anna Maria Jansen", ("Anna Maria", "", "Jansen", "")),
    ],
)
def test_names_in_one_cell(text: str, name: tuple[str, str, str, str]) -> None:
    assert tuple(values.name(text)) == name


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Lindehof 12A-3", ("Lindehof", 12, "A", "3", "", "")),
        ("Lindehof 12", ("Lindehof", 12, "", "", "", "")),
        (
            "Burgemeester Wildschutlaan 7 bis",
            ("Burgemeester Wildschutlaan", 7, "", "bis", "", ""),
        ),
        ("2e Perenlaan 5-2", ("2e Perenlaan", 5, "", "2", "", "")),
        ("Lindehof 12, 3454 ab De Meern", ("Lindehof", 12, "", "", "3454AB", "De Meern")),
        ("Lindehof 12 b Utrecht", ("Lindehof", 12, "B", "", "", "Utrecht")),
    ],
)
def test_addresses_in_one_cell(text: str, address: tuple[object, ...]) -> None:
    found = values.address(text)
    assert found is not None
    assert tuple(found) == address


def test_no_address_is_none() -> None:
    assert values.address("bij zijn broer") is None


@pytest.mark.parametrize("listed", codelists.names())
def test_each_answer_reads_back_from_its_code_and_its_words(listed: str) -> None:
    for item in codelists.read(listed).codes.values():
        assert values.code(item.code, listed) == item.code
        for language in words.LANGUAGES:
            with words.in_language(language):
                assert values.code(item.label.upper(), listed) == item.code


def test_an_answer_that_no_list_knows_is_refused() -> None:
    assert values.code("wmo", "legal_frame") == "WMOM"
    assert values.code("onbekend", "homeless_duration") == "U"
    assert values.code("?", "gender") is None
    with pytest.raises(UnreadableError, match="not an answer of the list “Gender"):
        values.code("blauw", "gender")


@pytest.mark.parametrize(
    ("cell", "answer"),
    [("ja", True), ("N", False), ("x", True), (True, True), (None, None), ("onbekend", None)],
)
def test_yes_no_and_no_answer(cell: str | bool | None, answer: bool | None) -> None:  # noqa: FBT001
    assert values.answer(cell) is answer


def test_citizen_service_numbers_are_known_without_a_head() -> None:
    assert evidence.is_bsn("999990019")
    assert not evidence.is_bsn("999990018")
    assert evidence.are_bsns(["999990019", 999990020, "9999 90 032"])
    assert not evidence.are_bsns(["0612345678", "0687654321"])
