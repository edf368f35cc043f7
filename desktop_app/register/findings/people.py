"""Rules about who a client is: born when, from where, whose, and not written down twice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.register.findings.finding import Finding, Kind, Place
from desktop_app.register.likeness import one_slip
from desktop_app.store.folding import fold
from desktop_app.store.tables import Referral, Worker
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sqlalchemy.orm import Session

    from desktop_app.register.findings.stored import Stored
    from desktop_app.store.tables import Client


def births(stored: Stored) -> Iterator[Finding]:
    """Yield clients of whom not even the year of birth is known."""
    for client in stored.clients.values():
        if client.birth_date is None and client.birth_year is None:
            sentence = _(
                "The date of birth is missing. If you only know the year, fill in the year."
            )
            yield stored.about(
                client.id, Kind.NO_BIRTH, sentence, place=Place.DETAILS, field="birth_date"
            )


def origins(stored: Stored, session: Session) -> Iterator[Finding]:
    """Yield clients who got a home and of whom nobody noted where they slept before."""
    known = set(
        session.scalars(
            select(Referral.client_id).where(Referral.living_situation.is_not(None))
        )
    )
    for client_id in dict.fromkeys(one.client_id for one in stored.tenancies):
        if client_id not in known:
            sentence = _(
                "It is not filled in where this client slept before the start. "
                "Choose an answer; “unknown” is one too."
            )
            yield stored.about(
                client_id,
                Kind.NO_ORIGIN,
                sentence,
                place=Place.REFERRAL,
                field="living_situation",
            )


def key_workers(stored: Stored, session: Session) -> Iterator[Finding]:
    """Yield clients in support without a key worker, or with one who left."""
    left = set(session.scalars(select(Worker.id).where(Worker.active_until < stored.today)))
    for client in stored.clients.values():
        if stored.supported(client.id) is None:
            continue
        if client.key_worker_id is None:
            sentence = _("Support runs, but there is no key worker. Choose one.")
        elif client.key_worker_id in left:
            sentence = _("The key worker does not work here any more. Choose another one.")
        else:
            continue
        yield stored.about(
            client.id,
            Kind.NO_KEY_WORKER,
            sentence,
            place=Place.DETAILS,
            field="key_worker_id",
        )


def doubles(stored: Stored) -> Iterator[Finding]:
    """Yield clients who look like somebody who was written down before.

    The same day of birth, and names that differ by one letter at most, marks and case aside.
    """
    born: defaultdict[date, list[Client]] = defaultdict(list)
    for client in sorted(stored.clients.values(), key=lambda one: one.id):
        if client.birth_date is not None:
            born[client.birth_date].append(client)
    for group in born.values():
        for place, later in enumerate(group):
            for first in group[:place]:
                if _alike(first, later):
                    sentence = _(
                        "This looks like the same person as {number}. "
                        "Compare both and keep one of them."
                    ).format(number=first.number)
                    yield stored.about(later.id, Kind.TWICE, sentence, place=Place.DETAILS)
                    break


def _alike(one: Client, other: Client) -> bool:
    return one_slip(fold(one.full_name), fold(other.full_name))
