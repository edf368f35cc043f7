"""Forms understand what people type, say what is missing, and never lose it."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCalendarWidget, QLabel, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.errors import InvalidFieldsError, UserError
from ui.parts.banner import Banner
from ui.parts.form import Choice, Field, Form, reading
from ui.parts.form.inputs import Day, Long
from ui.parts.link_line import LinkLine

TODAY = date(2026, 11, 24)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1-3-26", date(2026, 3, 1)),
        ("01032026", date(2026, 3, 1)),
        ("010326", date(2026, 3, 1)),
        ("1 mrt", date(2026, 3, 1)),
        ("1 Maart 2025", date(2025, 3, 1)),
        ("1 okt. 26", date(2026, 10, 1)),
        ("3 March 2027", date(2027, 3, 3)),
        ("1/3", date(2026, 3, 1)),
        ("1.3.1992", date(1992, 3, 1)),
        ("2026-03-01", date(2026, 3, 1)),
        ("vandaag", TODAY),
        ("Yesterday", date(2026, 11, 23)),
        ("overmorgen", date(2026, 11, 26)),
        ("+14", date(2026, 12, 8)),
        ("- 7", date(2026, 11, 17)),
        ("14-3-92", date(1992, 3, 14)),
        ("29-02-2028", date(2028, 2, 29)),
    ],
)
def test_date_is_understood(typed: str, meant: date) -> None:
    assert reading.read_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31-02-1992", "31 February does not exist. Choose a day from 1 to 29."),
        ("31-04-2026", "31 April does not exist. Choose a day from 1 to 30."),
        ("1-13-2026", "Month 13 does not exist"),
        ("0-1-2026", "0 January does not exist"),
        ("1 foo 2026", "Fill in a date, for example 14-03-2026."),
        ("soon", "Fill in a date"),
        ("1-1-1066", "The year 1066 cannot be right"),
    ],
)
def test_impossible_date_says_what_to_do(typed: str, said: str) -> None:
    with pytest.raises(UserError) as refused:
        reading.read_date(typed, TODAY)
    assert said in str(refused.value)


@given(DAYS)
def test_date_as_shown_is_read_back(day: date) -> None:
    assert reading.read_date(reading.show_date(day), TODAY) == day
    assert reading.read_date(f"{day:%d%m%Y}", TODAY) == day


@given(st.integers(-3650, 3650))
def test_days_from_today(days: int) -> None:
    assert reading.read_date(f"{days:+}", TODAY) == TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("1992", (1992, None, None)),
        ("3-1992", (1992, 3, None)),
        ("maart 1992", (1992, 3, None)),
        ("14-03-1992", (1992, 3, 14)),
        ("14-3-30", (1930, 3, 14)),
    ],
)
def test_birth_date_may_be_partly_known(typed: str, known: reading.PartlyDate) -> None:
    assert reading.read_partly_date(typed, TODAY) == known


@given(st.integers(0, 99_999_999))
def test_amount_as_shown_is_read_back(cents: int) -> None:
    assert reading.read_money(reading.show_money(cents)) == cents


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("612", 61200), ("612,5", 61250), ("€ 1.250,00", 125000), ("612.50", 61250),
        ("1.250", 125000), ("7,-", 700),
    ],
)  # fmt: skip
def test_amount_is_understood(typed: str, cents: int) -> None:
    assert reading.read_money(typed) == cents


@pytest.mark.parametrize("typed", ["", "zes", "6,123", "1.25.0", "-5", "12 000,00x"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="612,50"):
        reading.read_money(typed)


@pytest.mark.parametrize(("typed", "number"), [("12", 12), ("1.250", 1250), ("-3", -3)])
def test_number_is_understood(typed: str, number: int) -> None:
    assert reading.read_number(typed) == number


FIELDS: list[Field | tuple[Field, ...]] = [
    (Field("first", "First name"), Field("last", "Last name")),
    Field("born", "Date of birth", "partly_date", hint="For example 14-03-1992"),
    (Field("start", "Start", "date"), Field("end", "End", "date", optional=True)),
    Field(
        "source", "Source", "choice", choices=(Choice("A", "Street"), Choice("B", "Shelter"))
    ),
    Field("rent", "Rent", "money", optional=True),
    Field("rooms", "Rooms", "number", optional=True),
    Field("note", "Note", "long", optional=True),
    Field("keys", "Plan the keys", "check"),
]
FILLED = {
    "first": "Amina",
    "last": "Yusuf",
    "born": (1999, None, None),
    "start": date(2026, 10, 1),
    "end": None,
    "source": "B",
    "rent": 61250,
    "rooms": 2,
    "note": "One\ntwo",
    "keys": True,
}


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form(FIELDS, today=TODAY)
    made.resize(700, 900)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_values_come_back_as_they_were_filled_in(form: Form) -> None:
    form.fill(FILLED)
    assert form.values() == FILLED


def test_what_must_be_answered_is_named_in_order(form: Form) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        form.values()
    assert list(refused.value.fields) == ["first", "last", "born", "start", "source"]
    assert refused.value.fields["source"] == "Choose an answer."


def test_errors_stand_on_top_and_at_the_field_which_gets_the_focus(form: Form) -> None:
    form.fill(FILLED)
    form.input("born").put("31-02-1992")
    form.attempt(lambda values: values, lambda _saved: pytest.fail("saved"))
    banner = form.findChild(Banner)
    assert isinstance(banner, Banner)
    assert banner.accessibleName() == "1 more thing needed before this can be done"
    assert form.input("born").hasFocus()
    assert form.input("born").property("wrong") is True
    described = form.input("born").accessibleDescription()
    assert described.startswith("31 February does not exist.")
    assert form.input("born").raw() == "31-02-1992"


def test_core_s_refusal_is_shown_the_same_way(form: Form) -> None:
    form.fill(FILLED)

    def refuse(_values: dict[str, Any]) -> None:
        raise InvalidFieldsError({"end": "Lies before the start.", "unknown": "Other."})

    form.attempt(refuse, lambda _saved: pytest.fail("saved"))
    assert form.input("end").hasFocus()
    links = [button.words() for button in form.findChildren(LinkLine)]
    assert links == ["1. End: Lies before the start.", "2. Other."]
    form.input("first").setFocus()
    form.findChildren(LinkLine)[0].click()
    assert form.input("end").hasFocus()


def test_what_is_missing_is_never_cut_however_long(form: Form) -> None:
    form.fill(FILLED)
    wrong = {"first": "A very long sentence that says what to do. " * 6}
    form.show_error(InvalidFieldsError(wrong))
    form.resize(400, 1200)
    link = form.findChildren(LinkLine)[0]
    assert link.width() <= 400
    assert link.height() >= link.heightForWidth(link.width()) > 3 * link.sizeHint().height()


def test_saving_clears_errors_and_goes_on(form: Form) -> None:
    form.show_error(UserError("The disk is full. Make room."))
    form.fill(FILLED)
    saved: list[Any] = []
    form.attempt(lambda values: values["first"], saved.append)
    assert saved == ["Amina"]
    assert not form.findChildren(Banner, options=Qt.FindChildOption.FindDirectChildrenOnly)


def test_leaving_a_date_writes_it_out_or_says_what_is_wrong(qtbot: QtBot, form: Form) -> None:
    start = form.input("start")
    start.setFocus()
    qtbot.keyClicks(start, "1 okt 26")
    qtbot.keyClick(start, Qt.Key.Key_Tab)
    assert start.raw() == "01-10-2026"
    start.setFocus()
    start.put("31-04-2026")
    qtbot.keyClick(start, Qt.Key.Key_Tab)
    assert start.raw() == "31-04-2026"
    assert start.property("wrong") is True


def test_draft_is_told_after_typing_and_can_be_put_back(qtbot: QtBot, form: Form) -> None:
    first = form.input("first")
    first.setFocus()
    with qtbot.waitSignal(form.draft_changed, timeout=3000) as signal:
        qtbot.keyClicks(first, "Am")
    assert signal.args is not None
    draft = signal.args[0]
    assert draft["first"] == "Am"
    other = Form(FIELDS, today=TODAY)
    qtbot.addWidget(other)
    other.restore({**draft, "gone": "x", "source": "Z"})
    assert other.draft() == draft


@given(st.text(max_size=40))
def test_any_text_survives_as_a_draft(words: str) -> None:
    long = Long()
    long.put(words)
    kept = long.raw()
    long.put(kept)
    assert long.raw() == kept


def test_control_enter_submits_from_any_field(qtbot: QtBot, form: Form) -> None:
    for name in ("first", "source"):
        form.input(name).setFocus()
        with qtbot.waitSignal(form.submitted):
            qtbot.keyClick(
                form.input(name), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
            )


def test_tab_goes_through_the_fields_in_reading_order(qtbot: QtBot, form: Form) -> None:
    form.input("first").setFocus()
    for name in list(FILLED)[1:]:
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        assert form.input(name).hasFocus(), name


def test_every_input_has_a_name_and_its_hint(form: Form) -> None:
    for name in form.draft():
        spoken = QAccessible.queryAccessibleInterface(form.input(name))
        assert spoken.text(QAccessible.Text.Name)
    assert form.input("born").accessibleDescription() == "For example 14-03-1992"
    questions = [label.text() for label in form.findChildren(QLabel)]
    assert "End (may stay empty)" in questions


def test_calendar_fills_in_the_day(qtbot: QtBot, form: Form) -> None:
    start = form.input("start")
    assert isinstance(start, Day)
    start.actions()[0].trigger()
    menu = start.findChild(QMenu)
    assert isinstance(menu, QMenu)
    calendar = menu.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 11, 24)
    calendar.clicked.emit(QDate(2026, 12, 1))
    assert start.raw() == "01-12-2026"
    qtbot.waitUntil(menu.isHidden)
