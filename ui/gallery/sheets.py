"""Sheets that show the parts themselves side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.errors import InvalidFieldsError
from ui.parts.avatar import Avatar
from ui.parts.banner import Banner
from ui.parts.buttons import Button, IconButton
from ui.parts.card import Card
from ui.parts.charts.bars import Bar, Bars, Stack, Stacked
from ui.parts.charts.burn_up import BurnUp, Point
from ui.parts.charts.dumbbell import Dumbbell, Pair
from ui.parts.charts.progress import ProgressBar
from ui.parts.charts.sparkline import Sparkline
from ui.parts.charts.with_table import ChartWithTable
from ui.parts.check_box import RadioButton
from ui.parts.chip import Chip
from ui.parts.dialog import Dialog
from ui.parts.empty import EmptyState
from ui.parts.form import Field, Form
from ui.parts.form.field import from_list
from ui.parts.icon import Icon, IconTile
from ui.parts.layouts import EDGE, column, holding, row, rule
from ui.parts.page_head import PageHead
from ui.parts.palette import Hit, Palette
from ui.parts.pills import Filter, FilterPills
from ui.parts.save_state import SaveState
from ui.parts.search_box import SearchBox
from ui.parts.segmented import Segmented
from ui.parts.side_sheet import SideSheet
from ui.parts.skyline import Logo, Skyline
from ui.parts.stepper import Stepper
from ui.parts.table import Column, Table, cells
from ui.parts.tabs import Tabs
from ui.parts.text import label
from ui.parts.toast import Toast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_PEOPLE = (
    "Karim El Amrani",
    "Saskia de Vries",
    "Tommie Verhoeven",
    "Amina Yusuf",
    "Ewa Kowalska",
    "Milan Jansen",
)


def words_and_buttons() -> QWidget:
    """Type scale, buttons, chips, avatars, banners."""
    types = Card("Type")
    for role in (
        "display",
        "title",
        "heading",
        "strong",
        "body",
        "control",
        "small",
        "caption",
    ):
        types.add(label(f"{role}: Lindehof 12 · € 612 · 24-11-2026", role))
    types.add(label("1.250  € 612,00  1 111", "number"))
    buttons = Card("Buttons", Chip("7 van 12"))
    buttons.at_right(Button("Alles tonen", kind="link"))
    off = Button("Verder")
    off.setEnabled(False)
    busy = Button("Openen", kind="primary")
    busy.busy("Openen…")
    buttons.add(
        row(
            Button("Nieuwe cliënt", kind="primary", icon="user-plus"),
            Button("Afdrukken", icon="printer"),
            Button("Annuleren", kind="ghost"),
            ...,
            IconButton("ellipsis-vertical", "Meer"),
        ),
        row(Button("Definitief wissen", kind="danger"), off, busy, ...),
        row(
            Segmented("Weergave", [("list", "Lijst"), ("table", "Tabel")], "table"),
            SearchBox("Filter in deze lijst"),
            ...,
        ),
    )
    pills = FilterPills(
        [
            Filter("mine", "Mijn cliënten"),
            Filter("lives", "Woont", 31),
            Filter("waits", "Wacht", 9),
        ]
    )
    pills.switch_on({"mine"})
    buttons.add(pills)
    chips = Card("Chips")
    chips.add(
        row(
            Chip("Woont", "primary", "house"),
            Chip("Op koers", "ok"),
            Chip("2 dagen", "warn", "calendar-clock"),
            Chip("3 dagen te laat", "danger", "calendar-clock"),
            Chip("Wacht", "info", "hourglass"),
            Chip("9"),
            ...,
        ),
        row(*(Avatar(name) for name in _PEOPLE), ...),
        row(
            *(
                IconTile("calendar-clock", mood)
                for mood in ("primary", "ok", "warn", "danger", "info", "mute")
            ),
            ...,
        ),
        row(
            *(
                Icon(n, "text2")
                for n in (
                    "house",
                    "users",
                    "key-round",
                    "send",
                    "euro",
                    "target",
                    "hourglass",
                    "door-open",
                )
            ),
            ...,
        ),
    )
    banners = column(
        Banner(
            "info",
            "Dit is versie 3 (concept)",
            "Versie 2 is ondertekend op 05-11-2026 en blijft ongewijzigd bewaard.",
            Button("Verschillen tonen"),
            icon="history",
        ),
        Banner(
            "warn",
            "Er is maar 1 beheerder",
            "Maak nog iemand beheerder. Anders kan niemand helpen als Bas er niet is.",
            Button("Regelen"),
        ),
        Banner(
            "danger",
            "Er is geen plek meer op schijf C.",
            "Uw tekst is nog hier. Maak ruimte en kies Opnieuw.",
        ),
        Banner("ok", "Afgedrukt op 1 blad", "HP LaserJet, 11:20. Druk er twee af."),
    )
    left = column(types, chips, ...)
    right = column(buttons, banners, ...)
    both = row(left, right, gap=12)
    both.setStretch(0, 1)
    both.setStretch(1, 1)
    page = column(
        PageHead(
            "Onderdelen",
            Button("Notitie", icon="pen-line"),
            Button("Nieuw", kind="primary", icon="plus"),
            under="Maandag 23 november 2026",
        ),
        row(
            Tabs(
                "Delen", [("a", "Overzicht"), ("b", "Tijdlijn"), ("c", "Plan"), ("d", "Wonen")]
            )
        ),
        row(
            Stepper(
                ["Gegevens nakijken", "Voorbeeld", "Bestand maken", "Als verzonden noteren"], 1
            ),
            ...,
            SaveState(),
        ),
        both,
        gap=14,
        edge=EDGE,
    )
    sheet = holding(page, "surface")
    toast = Toast(sheet)
    toast.say("De Werf 18 gereserveerd voor Amina Yusuf", lambda: None)
    return sheet


def empty_and_skyline() -> QWidget:
    """The empty state above the row of houses."""
    ground = Skyline()
    card = Card()
    card.add(
        Logo(46),
        EmptyState(
            "house",
            "Nog geen woningen",
            "Zet uw eerste woning erin, of lees een lijst in uit Excel.",
            Button("Woning toevoegen", kind="primary", icon="plus"),
            Button("Inlezen uit Excel", icon="file-spreadsheet"),
            link=Button("Eerst oefenen met voorbeeldgegevens", kind="link"),
        ),
        rule(),
        Stepper(
            ["Welkom", "Organisatie", "Waar bewaren we het", "Uw wachtwoord"], 2, upright=True
        ),
    )
    around = column(gap=0, edge=(40, 40, 40, 40))
    around.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
    around.addStretch(1)
    ground.setLayout(around)
    return ground


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
    """A form with mistakes, as shot 19 has it."""
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


def charts() -> QWidget:
    """Every chart once."""
    areas = Card("Zo gaat het per leefgebied", Chip("start ○  nu ●"))
    levels = [("Wonen", 2, 4), ("Geld en schulden", 1, 2), ("Werk en dagbesteding", 1, 3)]
    levels += [("Geestelijke gezondheid", 3, 3), ("Lichamelijke gezondheid", 3, 2)]
    areas.add(Dumbbell("Zo gaat het", [Pair(*level) for level in levels], (1, 5)))
    projects = Card("Bezetting per project")
    projects.at_right(Button("Woningen", kind="link"))
    bars = [Bar("Lindehof", 22, 24, "22 / 24"), Bar("De Werf", 16, 18, "16 / 18")]
    projects.add(Bars("Bezetting", [*bars, Bar("Verspreid", 5, 7, "5 / 7")]))
    cohorts = Card("Blijven mensen wonen?", Chip("bevroren", "info", "snowflake"))
    stacks = [
        Stack("Start eind 2024, na 1 jaar", (20, 5, 0, 5), "25 van 30"),
        Stack("Start begin 2025, na 1 jaar", (15, 5, 5), "20 van 25"),
    ]
    series = ["zelfde huis", "ander huis", "weer dakloos", "onbekend"]
    cohorts.add(Stacked("Blijven mensen wonen?", series, stacks))
    figure = Card()
    line = Sparkline("Bezet: van 46 naar 52", [46, 47, 47, 49, 51, 51, 52])
    figure.add(
        row(Icon("house", "primary"), label("Bezet", "body", "text2"), ...),
        row(label("52 van 61", "figure"), ..., line),
        label("85% · 3 meer dan vorige maand", "small_strong", "primary"),
        ProgressBar("Ons deel: 21 van 24", 21 / 24, mark=0.9),
    )
    goal = Card("Halen we de 200?")
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
    goal.at_right(both.switch)
    goal.add(both)
    left, right = column(areas, goal, gap=12), column(figure, projects, cohorts, ..., gap=12)
    halves = row(left, right, gap=12)
    halves.setStretch(0, 3)
    halves.setStretch(1, 2)
    return holding(column(PageHead("Grafieken"), halves, gap=14, edge=EDGE), "surface")


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
    shown = Palette(page, lambda _query: hits, lambda: [notes])
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
