"""The page of a client with something chosen on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.register.timeline import Kind
from ui.gallery import desks
from ui.screens.client.timeline import Timeline

if TYPE_CHECKING:
    from ui.window import Window


def without_contacts() -> Window:
    """Return the timeline of all that is no contact: goals, plans, homes, decisions."""
    shown = desks.client("timeline")
    for line in shown.findChildren(Timeline):
        line.choose(frozenset(Kind) - {Kind.CONTACT})
    return shown
