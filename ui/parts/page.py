"""What a screen can do for the window, each a small promise that it may or may not make.

A screen is a QWidget made of a desk. The window asks whether it keeps a promise
(`isinstance(screen, KeepsState)`), so a screen writes only the methods that apply to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from ui.desk import Place
    from ui.parts.hit import Hit


@runtime_checkable
class ShowsPlace(Protocol):
    """Shows one of many: a client, a tab, a form that begins at once."""

    def show_place(self, place: Place) -> None:
        """Show a place of this page; called at every visit, before `restore`."""


@runtime_checkable
class KeepsState(Protocol):
    """Remembers where somebody was: row, tab, filters, scroll."""

    def state(self) -> dict[str, Any]:
        """Return what to take up again when somebody comes back, also after a lock."""

    def restore(self, state: dict[str, Any]) -> None:
        """Take it up."""


@runtime_checkable
class Moves(Protocol):
    """Goes elsewhere within itself: `moved` tells that crumbs or `alone` have changed."""

    moved: SignalInstance


@runtime_checkable
class HasCrumbs(Protocol):
    """Stands deeper than its own title."""

    def crumbs(self) -> Sequence[str]:
        """Return the steps after the page's title: ("Karim El Amrani", "Timeline")."""


@dataclass(frozen=True, slots=True)
class Drafts:
    """What became of what was being typed.

    Attributes:
        kept: what was kept, in words without a name.
        lost: why the rest could not be kept, a sentence each.
    """

    kept: Sequence[str] = ()
    lost: Sequence[str] = ()


@runtime_checkable
class KeepsDrafts(Protocol):
    """Holds what somebody is typing."""

    def keep_drafts(self) -> Sequence[str]:
        """Save it at once; called before locking, closing and leaving.

        Returns:
            What was kept, in words without a name: "Contact note of 10:42 for a client".
        """


@runtime_checkable
class OffersCommands(Protocol):
    """Has acts of its own for the palette."""

    def commands(self) -> Sequence[Hit]:
        """Return what can be done here."""


@runtime_checkable
class HasRegions(Protocol):
    """Has parts that F6 goes to one after another: list, detail."""

    def regions(self) -> Sequence[QWidget]:
        """Return the parts, in order."""


@runtime_checkable
class FoldsNames(Protocol):
    """Is looked at together with a client: other people's names must fold away."""

    def alone(self) -> bool:
        """Tell whether that is so now."""


def state(screen: QWidget) -> dict[str, Any]:
    """Return what a screen wants to take up again, if it keeps that."""
    return screen.state() if isinstance(screen, KeepsState) else {}


def crumbs(screen: QWidget) -> Sequence[str]:
    """Return the steps a screen stands deeper than its page."""
    return screen.crumbs() if isinstance(screen, HasCrumbs) else ()


def commands(screen: QWidget) -> Sequence[Hit]:
    """Return the acts of a screen's own."""
    return screen.commands() if isinstance(screen, OffersCommands) else ()


def regions(screen: QWidget) -> Sequence[QWidget]:
    """Return the parts of a screen that F6 goes to; itself, if it names none."""
    return screen.regions() if isinstance(screen, HasRegions) else (screen,)


def stands_alone(screen: QWidget) -> bool:
    """Tell whether other people's names must fold away beside a screen."""
    return isinstance(screen, FoldsNames) and screen.alone()
