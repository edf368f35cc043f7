"""Rules about who lives where: places, days, contracts, and what a dwelling is called."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop_app import codelists, dates
from desktop_app.register.findings.finding import Finding, Kind, Place
from desktop_app.register.findings.stored import runs
from desktop_app.register.tenancies import TEMPORARY
from desktop_app.register.tenancy_list import counts_by_day
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from desktop_app.register.findings.stored import Stored
    from desktop_app.store.tables import Tenancy

_OCCUPIED = frozenset({"VER", "VERT", "OMG"})


def over_full(stored: Stored) -> Iterator[Finding]:
    """Yield dwellings with more tenancies at once than they have places."""
    inside: defaultdict[UUID, list[Tenancy]] = defaultdict(list)
    for tenancy in stored.tenancies:
        inside[tenancy.dwelling_id].append(tenancy)
    for dwelling_id, tenancies in inside.items():
        places = stored.dwellings[dwelling_id].capacity
        found = _first_crowd(tenancies, places)
        if found is not None:
            day, count = found
            sentence = _(
                "From {day} on {count} tenancies run here at once; the number of places is "
                "{places}. End the one that is over, or change the number of places."
            ).format(day=dates.dutch(day), count=count, places=places)
            yield stored.in_dwelling(dwelling_id, Kind.OVER_FULL, sentence, "capacity")


def _first_crowd(tenancies: Sequence[Tenancy], places: int) -> tuple[date, int] | None:
    """Return the first day with more tenancies than places, and how many run then."""
    crowds = ((day, count) for day, count in counts_by_day(tenancies) if count > places)
    return next(crowds, None)


def two_homes(stored: Stored) -> Iterator[Finding]:
    """Yield clients with two tenancies at once."""
    lived: defaultdict[UUID, list[Tenancy]] = defaultdict(list)
    for tenancy in stored.tenancies:
        lived[tenancy.client_id].append(tenancy)
    for client_id, tenancies in lived.items():
        for one, other in pairwise(tenancies):
            if one.ended_on is None or one.ended_on >= other.starts_on:
                sentence = _(
                    "Two tenancies run at once from {day}: {first} and {second}. "
                    "Fill in the last day of the first."
                ).format(
                    day=dates.dutch(other.starts_on),
                    first=stored.dwellings[one.dwelling_id].address,
                    second=stored.dwellings[other.dwelling_id].address,
                )
                yield stored.about(
                    client_id,
                    Kind.TWO_HOMES,
                    sentence,
                    place=Place.HOUSING,
                    field="ended_on",
                )
                break


def contracts(stored: Stored) -> Iterator[Finding]:
    """Yield contracts whose days cannot be, have passed, or are missing."""
    for one in stored.tenancies:
        until = one.contract_until
        if until is None:
            if one.tenancy_type in TEMPORARY and one.ended_on is None:
                sentence = _(
                    "This temporary lease has no last day, so nobody is warned. Fill it in."
                )
                yield _of_lease(stored, one, Kind.NO_LAST_DAY, sentence)
        elif until < one.starts_on:
            sentence = _(
                "The lease ends on {until}, before the key was given on {start}. "
                "Check both days."
            ).format(until=dates.dutch(until), start=dates.dutch(one.starts_on))
            yield _of_lease(stored, one, Kind.LEASE_BEFORE_KEY, sentence)
        elif until < stored.today and runs(one, stored.today) and one.flipped_on is None:
            sentence = _(
                "The temporary lease ran until {until} and no end is filled in. "
                "Extend the lease, or end the tenancy."
            ).format(until=dates.dutch(until))
            yield _of_lease(stored, one, Kind.LEASE_LAPSED, sentence)


def _of_lease(stored: Stored, one: Tenancy, kind: Kind, sentence: str) -> Finding:
    return stored.about(
        one.client_id, kind, sentence, place=Place.HOUSING, field="contract_until"
    )


def ends(stored: Stored) -> Iterator[Finding]:
    """Yield tenancies that ended without a reason or destination, or outlived their tenant."""
    for one in stored.tenancies:
        died_on = stored.clients[one.client_id].died_on
        if one.ended_on is None:
            if died_on is not None and died_on < stored.today:
                sentence = _(
                    "This client died on {day}, but the tenancy still runs. End the tenancy."
                ).format(day=dates.dutch(died_on))
                yield stored.about(
                    one.client_id, Kind.DIED, sentence, place=Place.HOUSING, field="ended_on"
                )
        elif one.end_reason is None or (one.destination is None and one.end_reason != "OVER"):
            sentence = _(
                "A tenancy ended on {day} without a reason or without where to. "
                "Fill in both; “unknown” is an answer too."
            ).format(day=dates.dutch(one.ended_on))
            yield stored.about(
                one.client_id,
                Kind.NO_END_REASON,
                sentence,
                place=Place.HOUSING,
                field="end_reason",
            )


def called_otherwise(stored: Stored) -> Iterator[Finding]:
    """Yield dwellings that are called something else than the tenancies say."""
    lived_in: dict[UUID, date] = {}
    for one in stored.tenancies:
        if runs(one, stored.today):
            lived_in.setdefault(one.dwelling_id, one.starts_on)
    for dwelling_id in stored.dwellings:
        status = stored.statuses.get(dwelling_id)
        since = lived_in.get(dwelling_id)
        if status is None:
            sentence = _("It is not filled in what this dwelling is now. Choose a status.")
            yield stored.in_dwelling(dwelling_id, Kind.NO_STATUS, sentence, "status")
            continue
        named = codelists.label("dwelling_status", status.status)
        if since is not None and status.status not in _OCCUPIED:
            sentence = _(
                "Somebody has lived here since {day}, but the status is “{status}”. "
                "Change the status, or end the tenancy."
            ).format(day=dates.dutch(since), status=named)
            yield stored.in_dwelling(dwelling_id, Kind.LIVED_IN, sentence, "status")
        elif since is None and status.status in {"VER", "VERT"}:
            sentence = _(
                "The status is “{status}”, but no tenancy runs here. "
                "Change the status, or add the tenancy."
            ).format(status=named)
            yield stored.in_dwelling(dwelling_id, Kind.NOT_LIVED_IN, sentence, "status")
