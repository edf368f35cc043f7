"""Sheets with tables and forms, and with what lies over a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.errors import InvalidFieldsError
from ui.parts.buttons import Button
from ui.parts.check_box import RadioButton
from ui.parts.dialog import Dialog
from ui.parts.form import Field, Form
from ui.parts.form.field import from_list
from ui.parts.hit import Hit
from ui.parts.layouts import EDGE, column, holding, row
from ui.parts.page_head import PageHead
from ui.parts.palette import Palette
from ui.parts.side_sheet import SideSheet
from ui.parts.table import Column, Table, cells

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class _Person:
    number: int
    name: str
    age: int
    dwelling: str
    done: int
    total: int
    chip: cells.Chip
    rent: str


def _late(words: str) -> cells.Chip:
    return cells.Chip(words, "danger" if "laat" in words else "warn", "calendar-clock")


_ROWS = (
    _Person(31, "Karim El Amrani", 34, "Lindehof 12", 7, 12, _late("2 dagen"), "612,00"),
    _Person(44, "Saskia de Vries", 41, "De Werf 3", 2, 4, cells.Chip("41 dagen"), "499,00"),
    _Person(52, "Amina Yusuf", 27, "", 0, 0, cells.Chip("Wacht", "info", "hourglass"), ""),
    _Person(38, "Ronald Kuipers", 58, "Hof 5", 1, 4, _late("3 dagen te laat"), "520,00"),
    _Person(23, "Milan Jansen", 30, "De Werf 9", 4, 4, cells.Chip("ja", "ok"), "1.111,00"),
)


def _people(*, compact: bool) -> Table:
    def name(p: _Person) -> cells.Name:
        return cells.Name(p.name, f"C-{p.number:04} · {p.age} jr", str(p.number))

    def dwelling(p: _Person) -> cells.Text:
        return cells.Text(p.dwelling or "Geen woning", soft=not p.dwelling)

    def steps(p: _Person) -> cells.Progress:
        words = f"{p.done} van {p.total}" if p.total else "nog geen plan"
        return cells.Progress(p.done, p.total, words)

    columns: list[Column[_Person]] = [
        Column("name", "Cliënt", name),
        Column("dwelling", "Woning", dwelling, 180),
        Column("steps", "Stappen klaar", steps, 190),
        Column("evaluation", "Evaluatie over", lambda p: p.chip, 190),
        Column("rent", "Huur", lambda p: cells.Number(len(p.rent), p.rent), 120),
    ]
    table = Table(columns, name="Cliënten", key=lambda p: p.number, compact=compact)
    table.show_rows(_ROWS)
    table.view.sort(0, descending=False)
    table.choose(31)
    return table


def tables() -> QWidget:
    """The table in both densities."""
    page = column(
        PageHead("Tabellen", Button("Afdrukken", icon="printer")),
        _people(compact=False),
        _people(compact=True),
        gap=14,
        edge=EDGE,
    )
    return holding(page, "surface")


def forms() -> QWidget:
    """A form with mistakes."""
    born = Field(
        "born",
        "Geboortedatum (dd-mm-jjjj)",
        "partly_date",
        hint="Bijvoorbeeld 14-03-1992. Weet u alleen het jaar? Typ 1992.",
    )
    start = Field(
        "start", "Begin begeleiding", "date", hint="Typ ook: vandaag, gisteren, 1 okt"
    )
    hint = "Leeg laten als het nog loopt"
    end = Field("end", "Einde begeleiding", "date", hint=hint, optional=True)
    sources = from_list("referral_source")
    source = Field("source", "Hoe kwam de cliënt binnen?", "choice", choices=sources)
    fields: list[Field | tuple[Field, ...]] = [
        (Field("first", "Voornaam"), Field("last", "Achternaam")),
        born,
        (start, end),
        source,
        (Field("rent", "Huur", "money"), Field("rooms", "Kamers", "number")),
        Field("note", "Toelichting", "long", optional=True),
        Field("key", "Ook sleutelmoment inplannen", "check"),
    ]
    form = Form(fields, today=date(2026, 11, 24))
    typed = {"first": "Amina", "last": "Yusuf", "born": "31-02-1992", "start": "01-10-2026"}
    form.restore({**typed, "end": "15-09-2026", "rent": "612,00", "key": "1"})
    wrong = {
        "born": "31 februari bestaat niet. Kies een dag van 1 tot en met 29.",
        "end": "Ligt voor het begin (01-10-2026).",
    }
    form.show_error(InvalidFieldsError(wrong))
    form.setMaximumWidth(704)
    page = column(
        PageHead("Nieuwe cliënt"),
        form,
        row(Button("Bewaren", kind="primary"), Button("Annuleren", kind="ghost"), ...),
        row(RadioButton("tijdelijk 12 maanden", on=True), RadioButton("vast"), ...),
        ...,
        gap=16,
        edge=EDGE,
    )
    return holding(page, "surface")


def palette() -> QWidget:
    """The palette over a page."""
    page = tables()
    client = "Cliënten"
    for_karim = "Voor Karim El Amrani"
    related = (
        Hit(for_karim, "Notitie schrijven", int, icon="pen-line", keys="Ctrl+N"),
        Hit(for_karim, "Doelen bijwerken", int, icon="target", keys="Ctrl+D"),
        Hit(for_karim, "Plan afdrukken", int, icon="printer", keys="Ctrl+P"),
    )
    hits = [
        Hit(
            client, "Karim El Amrani", int, "C-0031 · Lindehof 12", person="31", related=related
        ),
        Hit(client, "Karin Oosterhuis", int, "C-0009 · De Werf 5", person="9"),
    ]
    notes = Hit("Overal", "Zoek in notities", int, icon="file-text", keys="Ctrl+Enter")
    shown = Palette(page, lambda _query: hits, lambda: [notes], "Search for an action")
    page.resize(1440, 900)
    shown.summon("kari")
    return page


def sheet_and_dialog() -> QWidget:
    """A side sheet and a dialog over a page."""
    page = tables()
    page.resize(1440, 900)
    fields = [Field("start", "Ingang", "date"), Field("rent", "Huur", "money")]
    form = Form([*fields, Field("keys", "Ook sleutelmoment inplannen", "check")], today=_TODAY)
    buttons = Button("Annuleren"), Button("Plaatsen", kind="primary", icon="key-round")
    SideSheet(page, "De Werf 14 → Amina Yusuf", form, *buttons).open(form.input("start"))
    Dialog(
        page,
        title="Cliënt voorgoed wissen",
        sentence="Alles van deze cliënt verdwijnt, ook uit de volgende back-ups.",
        verb="Voorgoed wissen",
        safe="Bewaren",
        on_yes=int,
        to_type="C-0031",
        type_label="Typ het cliëntnummer C-0031",
        danger=True,
    ).ask()
    return page


_TODAY = date(2026, 11, 24)
