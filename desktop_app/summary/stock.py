"""The dwellings' leaf: things, counted exactly, per complex code and never per address."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import codelists
from desktop_app.store.tables import Complex, Dwelling, DwellingStatus
from desktop_app.summary import tables
from desktop_app.summary.figures import DwellingRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

_IN_STOCK = {"occupied", "vacant", "vacant (frictional)"}
_STILL_A_HOME = {"OMG", "REN"}
"""Left the stock, but somebody may live there: flipped to the tenant, out for renovation."""
_COMING = {"PLAN", "BOUW", "OPL"}
_MANY_ROOMS = 3


def rows(session: Session, day: date, start: date) -> tuple[DwellingRow, ...]:
    """Return the dwellings' leaf at the end of a day."""
    complexes = {row.id: row for row in session.scalars(select(Complex))}
    statuses: defaultdict[UUID, list[DwellingStatus]] = defaultdict(list)
    for status in session.scalars(select(DwellingStatus).where(DwellingStatus.since <= day)):
        statuses[status.dwelling_id].append(status)
    counts: Counter[tuple[str, ...]] = Counter()
    coming: Counter[UUID] = Counter()
    for dwelling in session.scalars(select(Dwelling)):
        block = complexes.get(dwelling.complex_id) if dwelling.complex_id else None
        known = sorted(statuses[dwelling.id], key=lambda s: (s.since, s.id))
        where = _where(dwelling, block)
        for measure, count in _measures(dwelling, known, start):
            counts[*where, measure, ""] += count
        if known and known[-1].status in _COMING:
            if block is None:
                counts[*where, "planned", _quarter(known[-1].expected_on)] += 1
            else:
                coming[block.id] += 1
    for block in complexes.values():
        planned = block.planned or coming[block.id]
        where = (block.code, block.housing_form, _landlord(block.landlord_kind), "RU")
        counts[*where, "planned", block.expected_quarter.replace("-", "Q")] += planned
    return tuple(sorted(_row(key, count) for key, count in counts.items() if count))


def _row(key: Sequence[str], count: int) -> DwellingRow:
    complex_code, form, landlord, rooms, measure, quarter = key
    return DwellingRow(complex_code, form, landlord, rooms, measure, quarter, count)


def _measures(
    dwelling: Dwelling, known: Sequence[DwellingStatus], start: date
) -> Iterable[tuple[str, int]]:
    """Give what a dwelling counts as, by the statuses it has had."""
    codes = codelists.read("dwelling_status").codes
    delivered = [s for s in known if codes[s.status].more["counts_as"] in _IN_STOCK]
    if not delivered:
        return
    newest = known[-1].status
    in_stock = codes[newest].more["counts_as"] in _IN_STOCK
    if delivered[0].since >= start:
        yield "delivered", 1
    if in_stock:
        yield "stock", 1
    else:
        yield "withdrawn", 1
    if in_stock or newest in _STILL_A_HOME:
        yield "places", dwelling.capacity


def _where(dwelling: Dwelling, block: Complex | None) -> tuple[str, str, str, str]:
    kind = dwelling.landlord_kind or (block.landlord_kind if block else None)
    rooms = dwelling.rooms
    return (
        block.code if block else tables.read().scattered,
        dwelling.housing_form,
        _landlord(kind),
        "RU" if not rooms else f"R{min(rooms, _MANY_ROOMS)}",
    )


def _landlord(kind: str | None) -> str:
    return kind if kind and kind in tables.read().landlords else "PART"


def _quarter(day: date | None) -> str:
    return f"{day.year}Q{(day.month + 2) // 3}" if day else ""
