"""The pages of the window: a table. Whoever makes a screen adds its line here.

Each line names a page, says who may see it and where it stands, and builds it at the first
visit. What fills the sidebar and the palette is put together here too, for this is the one
place besides `ui/app.py` that knows the screens.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from desktop_app import dates
from desktop_app.region import receiving
from desktop_app.register import organisation, safekeeping, search
from desktop_app.register.client_list import ClientFilter, count_clients
from desktop_app.register.dwelling_list import dwelling_rows
from desktop_app.register.importing.applying import may_read_in
from desktop_app.register.waiting import waiting
from desktop_app.summary import connection, export, ledger
from desktop_app.words import N_, _
from ui.desk import Place
from ui.parts import roles
from ui.parts.hit import Hit
from ui.parts.sidebar import Count, SidePerson
from ui.screens.client import ClientScreen
from ui.screens.client_form import ClientForm
from ui.screens.clients import ClientsScreen
from ui.screens.dwellings import DwellingsScreen
from ui.screens.help import HelpScreen
from ui.screens.importing import ImportScreen
from ui.screens.month import MonthScreen
from ui.screens.placing import PlacingScreen
from ui.screens.plan import PlanScreen
from ui.screens.region import (
    FilesScreen,
    GoalsScreen,
    ProfileScreen,
    RegionScreen,
    hits,
)
from ui.screens.settings import SettingsScreen
from ui.screens.today import TodayScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk

Where = Literal["main", "foot", "inside"]
CURRENT = ClientFilter(ended=False)

COORDINATES = frozenset({"MAN", "FB"})
"""Roles that see everything and may send."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page.

    Args:
        key: how a `Place` names it.
        title: an English source string, marked with `N_`.
        icon: a Lucide icon.
        build: makes the screen for a place, at the first visit.
        per_row: one screen for each row of a place (a client), not one for all.
        kept: stays as it was between visits; a form is made anew from its draft instead.
        where: in the sidebar's main part or foot, or inside another page.
        under: the page whose sidebar item is lit; itself if empty.
        seen_by: tells whether a role may come here; others do not see the item.
        count: the number beside its item, asked again when one of `nouns` changed.
        nouns: see `count`.
    """

    key: str
    title: str
    icon: str
    build: Callable[[Desk, Place], QWidget]
    per_row: bool = False
    kept: bool = True
    where: Where = "main"
    under: str = ""
    seen_by: Callable[[str], bool] = lambda _role: True
    count: Callable[[Desk], Count | None] | None = None
    nouns: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """The title in the language of now."""
        return _(self.title)


@dataclass(frozen=True, slots=True)
class SideList:
    """The people in the sidebar, under a title; `place` tells where one of them is found."""

    title: str
    people: tuple[SidePerson, ...]
    place: Callable[[str], Place]


@dataclass(frozen=True, slots=True)
class Status:
    """A few words at the top of the window, and whether they need attention."""

    words: str
    warn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a window is filled with.

    Args:
        pages: in the order of the sidebar; the first one whose role fits opens first.
        people: who stands in the sidebar; asked again when one of `people_nouns` changed.
        search: hits of the palette for a query.
        commands: what can be done anywhere, for the palette.
        backup: how old the newest backup is.
        sought: what the palette says it looks for, by role.
    """

    pages: tuple[PageEntry, ...]
    people: Callable[[Desk], SideList | None] = lambda _desk: None
    people_nouns: frozenset[str] = frozenset()
    search: Callable[[Desk, str], Sequence[Hit]] = lambda _desk, _query: ()
    commands: Callable[[Desk], Sequence[Hit]] = lambda _desk: ()
    names: Callable[[Desk], tuple[str, str] | None] = lambda _desk: None
    backup: Callable[[Desk], Status | None] = lambda _desk: None
    backup_nouns: frozenset[str] = frozenset()
    sought: Callable[[str], str] = lambda _role: _("Search for an action")


def everybody(role: str) -> bool:
    """Whoever works with people: all but the region's desk."""
    return role not in roles.REGION


def coordinators(role: str) -> bool:
    """Whoever coordinates."""
    return role in COORDINATES


def region(role: str) -> bool:
    """Whoever works at the region's desk."""
    return role in roles.REGION


def _client(desk: Desk, place: Place) -> QWidget:
    if place.row is None:
        return ClientsScreen(desk)
    return ClientScreen(desk, place.row, PlanScreen)


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
    PageEntry(
        "today", N_("Today"), "sun", lambda desk, _place: TodayScreen(desk), seen_by=everybody
    ),
    PageEntry(
        "clients",
        N_("Clients"),
        "users",
        lambda desk, _place: ClientsScreen(desk),
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
        seen_by=everybody,
    ),
    PageEntry(
        "client-form",
        "",
        "user-plus",
        lambda desk, place: ClientForm(desk, place.row),
        per_row=True,
        kept=False,
        where="inside",
        under="clients",
        seen_by=everybody,
    ),
    PageEntry(
        "import",
        N_("Read in from Excel"),
        "file-spreadsheet",
        lambda desk, _place: ImportScreen(desk),
        where="inside",
        under="clients",
        seen_by=may_read_in,
    ),
    PageEntry(
        "dwellings",
        N_("Dwellings"),
        "house",
        lambda desk, _place: DwellingsScreen(desk),
        seen_by=everybody,
        count=lambda desk: Count(len(dwelling_rows(desk.db, today=desk.today()))),
        nouns=frozenset({"dwelling"}),
    ),
    PageEntry(
        "placing",
        N_("Placing"),
        "key-round",
        lambda desk, _place: PlacingScreen(desk),
        seen_by=everybody,
        count=lambda desk: Count(len(waiting(desk.db, today=desk.today()))),
        nouns=frozenset({"client", "trajectory_step", "tenancy"}),
    ),
    PageEntry(
        "month",
        N_("Month file"),
        "send",
        lambda desk, _place: MonthScreen(desk),
        seen_by=coordinators,
        count=_months_to_do,
        nouns=frozenset({"month_file", "setting"}),
    ),
    PageEntry(
        "region",
        N_("Overview"),
        "chart-column",
        lambda desk, _place: RegionScreen(desk),
        seen_by=region,
    ),
    PageEntry(
        "region-files",
        N_("Files"),
        "folder-input",
        lambda desk, _place: FilesScreen(desk),
        seen_by=region,
        count=_files_came,
        nouns=frozenset({"received_file", "participant"}),
    ),
    PageEntry(
        "region-goals",
        N_("Goals"),
        "target",
        lambda desk, _place: GoalsScreen(desk),
        seen_by=region,
    ),
    PageEntry(
        "region-profile",
        N_("Region profile"),
        "map",
        lambda desk, _place: ProfileScreen(desk),
        seen_by=region,
    ),
    PageEntry(
        "settings",
        N_("Settings"),
        "settings",
        lambda desk, _place: SettingsScreen(desk),
        where="foot",
    ),
    PageEntry(
        "help",
        N_("Explanation and help"),
        "circle-question-mark",
        lambda desk, _place: HelpScreen(desk),
        where="foot",
    ),
)


def contents() -> Contents:
    """Return what the window of the program is filled with."""
    return Contents(
        pages=PAGES,
        people=_people,
        people_nouns=frozenset({"client", "journal"}),
        search=_found,
        commands=_commands,
        names=_names,
        backup=_backup,
        backup_nouns=frozenset({"journal"}),
        sought=_sought,
    )


def _sought(role: str) -> str:
    """Return what the palette looks for; the region's desk holds no people or dwellings."""
    if region(role):
        return _("Search for an organisation, month or action")
    return _("Search for a client, dwelling or action")


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


def _found(desk: Desk, query: str) -> Sequence[Hit]:
    if desk.me is not None and region(desk.me.role):
        return hits(desk, query)
    today = desk.today()
    found = (
        search.find(desk.db, query, today=today)
        if query.strip()
        else search.recent(desk.db, today=today)
    )
    return [_hit(desk, one) for one in found]


def _hit(desk: Desk, found: search.Hit) -> Hit:
    under = " · ".join(part for part in (found.detail, found.where) if part)
    if found.noun == "client":
        here = partial(Place, "client", found.row_id)
        group = _("For {name}").format(name=found.title)
        note, plan = (partial(desk.go, here(part)) for part in ("note", "plan"))
        return Hit(
            _("Clients"),
            found.title,
            partial(desk.go, here()),
            under=under,
            person=str(found.row_id),
            related=(
                Hit(group, _("Write a note"), note, icon="pen-line"),
                Hit(group, _("Open the plan"), plan, icon="file-text"),
            ),
        )
    home = Place("dwellings", found.row_id)
    return Hit(_("Dwellings"), found.title, partial(desk.go, home), under=under, icon="house")


def _commands(desk: Desk) -> Sequence[Hit]:
    if desk.me is not None and region(desk.me.role):
        return ()
    reading = Hit(
        _("Actions"), _("Read in from Excel"), partial(desk.go, Place("import")),
        icon="file-spreadsheet",
    )  # fmt: skip
    may = desk.me is not None and may_read_in(desk.me.role)
    return [
        *([reading] if may else []),
        Hit(
            _("Actions"), _("New client"), partial(desk.go, Place("client-form")),
            icon="user-plus",
        ),
        Hit(
            _("Actions"), _("New dwelling"), partial(desk.go, Place("dwellings", None, "new")),
            icon="plus",
        ),
    ]  # fmt: skip
