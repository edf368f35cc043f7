"""What the palette can find: a person, a house, an action."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of the palette.

    Args:
        group: the heading it stands under.
        title: what it is; `under` adds number or address.
        act: what choosing it does.
        icon: its sign; or `person`, an id, for an avatar of the title's initials.
        keys: its shortcut, shown at the right: "Ctrl+N".
        more: what comes in place of all lines when it is chosen; the palette stays open.
        related: what can be done with it, shown beneath while it is the chosen one.
    """

    group: str
    title: str
    act: Callable[[], object]
    under: str = ""
    icon: str = ""
    person: str = ""
    keys: str = ""
    more: Callable[[], Sequence[Hit]] | None = None
    related: tuple[Hit, ...] = ()
