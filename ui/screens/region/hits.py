"""What the palette finds at the region's desk: organisations, and months that came in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop_app.paper import days
from desktop_app.region import receiving, roster
from desktop_app.words import _
from ui.desk import Place
from ui.parts.hit import Hit
from ui.parts.table.cells import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desk import Desk

_MOST = 6


def hits(desk: Desk, query: str) -> Sequence[Hit]:
    """Return what fits a query; the newest months when nothing is typed yet."""
    wanted = folded(query).split()
    months = [
        Hit(
            _("Months"),
            f"{words[0].upper()}{words[1:]}",
            partial(desk.go, Place("region", None, month.isoformat())),
            icon="chart-column",
        )
        for month in receiving.months(desk.db)
        if (words := days.month(month)) and _fits(words, wanted)
    ]
    if not wanted:
        return months[:_MOST]
    members = [
        Hit(
            _("Organisations"),
            member.name,
            partial(desk.go, Place("region-profile")),
            under=member.code,
            icon="users",
        )
        for member in roster.members(desk.db)
        if _fits(f"{member.name} {member.code}", wanted)
    ]
    return [*members, *months[:_MOST]]


def _fits(words: str, wanted: Sequence[str]) -> bool:
    return all(part in folded(words) for part in wanted)
