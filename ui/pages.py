"""The pages of the window: a table. Whoever makes a screen adds its line here.

Each line names a page, says who may see it and where it stands, and builds it at the first
visit. What the sidebar shows beside them is put together here too, for this is the one place
besides `ui/app.py` that knows the screens; what the palette finds stands in `ui/finding.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from desktop_app import dates
from desktop_app.region import receiving
from desktop_app.register import organisation, presence, safekeeping, search
from desktop_app.register.client_list import ClientFilter, count_clients
from desktop_app.register.dwelling_list import dwelling_rows
from desktop_app.register.importing.applying import may_read_in
from desktop_app.register.waiting import waiting
from desktop_app.summary import connection, export, ledger
from desktop_app.words import N_, _
from ui import finding
from ui.contents import Contents, PageEntry, SideList, Status
from ui.desk import Place
from ui.parts import roles
from ui.parts.sidebar import Count, SidePerson
from ui.screens.client import ClientScreen
from ui.screens.client_form import ClientForm
from ui.screens.clients import ClientsScreen
from ui.screens.dwellings import ComplexForm, DwellingForm, DwellingsScreen
from ui.screens.help import HelpScreen
from ui.screens.importing import ImportScreen
from ui.screens.month import MonthScreen
from ui.screens.placing import PlacingScreen
from ui.screens.plan import PlanScreen
from ui.screens.region import FilesScreen, GoalsScreen, ProfileScreen, RegionScreen
from ui.screens.settings import SettingsScreen
from ui.screens.today import TodayScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk

CURRENT = ClientFilter(ended=False)

COORDINATES = frozenset({"MAN", "FB"})
"""Roles that see everything and may send."""


def everybody(role: str) -> bool:
    """Whoever works with people: all but the region's desk."""
    return role not in roles.REGION


def coordinators(role: str) -> bool:
    """Whoever coordinates."""
    return role in COORDINATES


def region(role: str) -> bool:
    """Whoever works at the region's desk."""
    return role in roles.REGION


def _one(screen: Callable[[Desk], QWidget]) -> Callable[[Desk, Place], QWidget]:
    """Return what builds a screen that is the same for every place on its page."""
    return lambda desk, _place: screen(desk)


def _client(desk: Desk, place: Place) -> QWidget:
    if place.row is None:
        return ClientsScreen(desk)
    return ClientScreen(desk, place.row, PlanScreen)


def _there(noun: presence.Noun) -> Callable[[Desk, UUID], bool]:
    return lambda desk, row_id: presence.is_there(desk.db, noun, row_id)


def _form(
    noun: presence.Noun, icon: str, form: Callable[[Desk, UUID | None], QWidget], *, under: str
) -> PageEntry:
    """Return the page of a form about one thing, or about a new one where no row is named."""
    return PageEntry(
        f"{noun}-form",
        "",
        icon,
        lambda desk, place: form(desk, place.row),
        per_row=True,
        kept=False,
        where="inside",
        under=under,
        there=_there(noun),
        seen_by=everybody,
    )


def _files_came(desk: Desk) -> Count | None:
    """Return how many files came in for the newest month."""
    came = receiving.files_of_newest(desk.db)
    return Count(came) if came else None


def _months_to_do(desk: Desk) -> Count | None:
    """Return whether a month has to be made or noted as sent."""
    if connection.region(desk.db) is None:
        return None
    unsent = sum(one.sent_on is None for one in ledger.month_files(desk.db))
    to_do = unsent + (export.month_due(desk.db, desk.today()) is not None)
    return Count(to_do, work=True) if to_do else None


PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", N_("Today"), "sun", _one(TodayScreen), seen_by=everybody),
    PageEntry(
        "clients",
        N_("Clients"),
        "users",
        _one(ClientsScreen),
        seen_by=everybody,
        count=lambda desk: Count(count_clients(desk.db, CURRENT, today=desk.today())),
        nouns=frozenset({"client", "trajectory_step"}),
    ),
    PageEntry(
        "client",
        "",
        "user",
        _client,
        per_row=True,
        where="inside",
        under="clients",
        there=_there("client"),
        seen_by=everybody,
    ),
    _form("client", "user-plus", ClientForm, under="clients"),
    PageEntry(
        "import",
        N_("Read in from Excel"),
        "file-spreadsheet",
        _one(ImportScreen),
        where="inside",
        under="clients",
        seen_by=may_read_in,
    ),
    PageEntry(
        "dwellings",
        N_("Dwellings"),
        "house",
        _one(DwellingsScreen),
        seen_by=everybody,
        count=lambda desk: Count(len(dwelling_rows(desk.db, today=desk.today()))),
        nouns=frozenset({"dwelling"}),
    ),
    _form("dwelling", "house", DwellingForm, under="dwellings"),
    _form("complex", "building-2", ComplexForm, under="dwellings"),
    PageEntry(
        "placing",
        N_("Placing"),
        "key-round",
        _one(PlacingScreen),
        seen_by=everybody,
        count=lambda desk: Count(len(waiting(desk.db, today=desk.today()))),
        nouns=frozenset({"client", "trajectory_step", "tenancy"}),
    ),
    PageEntry(
        "month",
        N_("Month file"),
        "send",
        _one(MonthScreen),
        seen_by=coordinators,
        count=_months_to_do,
        nouns=frozenset({"month_file", "setting"}),
    ),
    PageEntry("region", N_("Overview"), "chart-column", _one(RegionScreen), seen_by=region),
    PageEntry(
        "region-files",
        N_("Files"),
        "folder-input",
        _one(FilesScreen),
        seen_by=region,
        count=_files_came,
        nouns=frozenset({"received_file", "participant"}),
    ),
    PageEntry("region-goals", N_("Goals"), "target", _one(GoalsScreen), seen_by=region),
    PageEntry(
        "region-profile", N_("Region profile"), "map", _one(ProfileScreen), seen_by=region
    ),
    PageEntry("settings", N_("Settings"), "settings", _one(SettingsScreen), where="foot"),
    PageEntry(
        "help",
        N_("Explanation and help"),
        "circle-question-mark",
        _one(HelpScreen),
        where="foot",
    ),
)


def contents() -> Contents:
    """Return what the window of the program is filled with."""
    return Contents(
        pages=PAGES,
        people=_people,
        people_nouns=frozenset({"client", "journal"}),
        search=finding.found,
        commands=finding.commands,
        names=_names,
        backup=_backup,
        backup_nouns=frozenset({"journal"}),
        sought=finding.sought,
    )


def _names(desk: Desk) -> tuple[str, str]:
    card = organisation.organisation(desk.db)
    return card.name, card.register_name


def _backup(desk: Desk) -> Status:
    """Return how old the newest backup is; a missing or old one asks for attention."""
    last = safekeeping.last_backup(desk.db)
    due = safekeeping.is_due(last, now=dates.now())
    if last is None:
        return Status(_("No backup yet"), warn=due)
    made = last.astimezone()
    when = f"{made:%H:%M}" if made.date() == desk.today() else dates.dutch(made.date())
    return Status(_("Backup {when}").format(when=when), warn=due)


def _people(desk: Desk) -> SideList | None:
    """Return whose pages were opened last; the region's desk holds no people."""
    if desk.me is not None and region(desk.me.role):
        return None
    found = search.recent(desk.db, today=desk.today())
    people = tuple(SidePerson(str(hit.row_id), hit.title) for hit in found)
    return SideList(_("Opened lately"), people, lambda key: Place("client", UUID(key)))
