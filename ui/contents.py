"""What a window is filled with: its pages, who stands in the sidebar, what the palette finds.

`ui/pages.py` fills it in; window and shelf know no more of the screens than stands here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk, Place
    from ui.parts.hit import Hit
    from ui.parts.sidebar import Count, SidePerson

Where = Literal["main", "foot", "inside"]


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
        there: tells whether a row still is in the register; what is not, is not shown.
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
    there: Callable[[Desk, UUID], bool] = lambda _desk, _row: True
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
