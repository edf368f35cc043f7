"""Sheets that show the small parts side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.parts.avatar import Avatar
from ui.parts.banner import Banner
from ui.parts.buttons import Button, IconButton
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.empty import EmptyState
from ui.parts.icon import Icon, IconTile
from ui.parts.layouts import EDGE, column, holding, row, rule
from ui.parts.page_head import PageHead
from ui.parts.pills import Filter, FilterPills
from ui.parts.save_state import SaveState
from ui.parts.search_box import SearchBox
from ui.parts.segmented import Segmented
from ui.parts.skyline import Logo, Skyline
from ui.parts.stepper import Stepper
from ui.parts.tabs import Tabs
from ui.parts.text import label
from ui.parts.toast import Toast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

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
    halves = row(column(_types(), _chips(), ...), column(_buttons(), _banners(), ...), gap=12)
    halves.setStretch(0, 1)
    halves.setStretch(1, 1)
    head = PageHead(
        "Onderdelen",
        Button("Notitie", icon="pen-line"),
        Button("Nieuw", kind="primary", icon="plus"),
        under="Maandag 23 november 2026",
    )
    tabs = Tabs("Delen", [("a", "Overzicht"), ("b", "Tijdlijn"), ("c", "Plan")])
    steps = Stepper(["Gegevens nakijken", "Voorbeeld", "Bestand maken", "Noteren"], 1)
    page = column(head, tabs, row(steps, ..., SaveState()), halves, gap=14, edge=EDGE)
    sheet = holding(page, "surface")
    toast = Toast(sheet)
    toast.say("De Werf 18 gereserveerd voor Amina Yusuf", lambda: None)
    return sheet


def _types() -> Card:
    card = Card("Type")
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
        card.add(label(f"{role}: Lindehof 12 · € 612 · 24-11-2026", role))
    return card


def _buttons() -> Card:
    card = Card("Knoppen", Chip("7 van 12"))
    card.at_right(Button("Alles tonen", kind="link"))
    off = Button("Verder")
    off.setEnabled(False)
    busy = Button("Openen", kind="primary")
    busy.busy("Openen…")
    new = Button("Nieuwe cliënt", kind="primary", icon="user-plus")
    views = Segmented("Weergave", [("list", "Lijst"), ("table", "Tabel")], "table")
    filters = [Filter("mine", "Mijn cliënten"), Filter("lives", "Woont", 31)]
    pills = FilterPills([*filters, Filter("waits", "Wacht", 9)])
    pills.switch_on({"mine"})
    more = IconButton("ellipsis-vertical", "Meer")
    card.add(
        row(new, Button("Afdrukken", icon="printer"), Button("Terug", kind="ghost"), ..., more),
        row(Button("Definitief wissen", kind="danger"), off, busy, ...),
        row(views, SearchBox("Filter in deze lijst"), ...),
        pills,
    )
    return card


def _chips() -> Card:
    card = Card("Chips")
    moods = ("primary", "ok", "warn", "danger", "info", "mute")
    names = ("house", "users", "key-round", "send", "euro", "target", "hourglass", "door-open")
    card.add(
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
        row(*(IconTile("calendar-clock", mood) for mood in moods), ...),
        row(*(Icon(name) for name in names), ...),
    )
    return card


def _banners() -> QVBoxLayout:
    kept = "Versie 2 is ondertekend op 05-11-2026 en blijft ongewijzigd bewaard."
    alone = "Maak nog iemand beheerder. Anders kan niemand helpen als Bas er niet is."
    room = "Uw tekst is nog hier. Maak ruimte en kies Opnieuw."
    differences = Button("Verschillen tonen")
    return column(
        Banner("info", "Dit is versie 3 (concept)", kept, differences, icon="history"),
        Banner("warn", "Er is maar 1 beheerder", alone, Button("Regelen")),
        Banner("danger", "Er is geen plek meer op schijf C.", room),
        Banner("ok", "Afgedrukt op 1 blad", "HP LaserJet, 11:20. Druk er twee af."),
    )


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
