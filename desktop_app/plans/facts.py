"""What the register knows and a plan prints: who, where, since when, whom to call.

Read straight from the tables, as they stand on a day; what is not known drops out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from desktop_app.errors import UserError
from desktop_app.plans.document import Organisation
from desktop_app.store.tables import (
    Client,
    ContactPerson,
    Decision,
    Dwelling,
    Setting,
    Tenancy,
    Worker,
)
from desktop_app.store.tables import Organisation as Provider
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.plans.composing import FactValue

RIGHTS = "plan_contacts"
"""The organisation's choice that holds "complaints" and "advocate" for "Jouw rechten"."""

_SPEAKS_FOR = ("CUR", "MEN", "VERT")  # who may sign for the client, in order of the law
_EMERGENCY, _ADVOCATE, _SECOND_WORKER = "NOOD", "OCO", "PB2"


@dataclass(frozen=True, slots=True)
class Known:
    """What a plan takes from the register.

    Attributes:
        person: the client's full name.
        number: the client's number.
        call_name: what the client wants to be called.
        worker: the key worker's name; empty when there is none.
        representative: who signs for the client; empty when nobody does.
        organisation: who gives the support.
        facts: by the source that a template names.
    """

    person: str
    number: str
    call_name: str
    worker: str
    representative: str
    organisation: Organisation
    facts: Mapping[str, FactValue]


def known(session: Session, client_id: UUID, *, today: date) -> Known:
    """Return what the register knows of a client on a day.

    Raises:
        UserError: the client is no longer in the register.
    """
    client = session.get(Client, client_id)
    if client is None:
        raise UserError(_("This client is no longer in the register."))
    provider = session.scalars(select(Provider)).one()
    around = _around(session, client_id)
    worker = _works(session, client.key_worker_id, today)
    facts: dict[str, FactValue | None] = {
        "client.call_name": client.call_name,
        "client.born": client.birth_date or (str(client.birth_year or "")),
        "client.number": client.number,
        "client.address": _address(session, client_id, today),
        "client.emergency": _named(around.get(_EMERGENCY), ", "),
        "decision.period": _decision(session, client_id, today),
        "worker": _named(worker, "\n"),
        "stand_in": _named(_stand_in(session, client, around, today), "\n"),
        "organisation.day_and_night": provider.night_phone,
        **_rights(session, around),
    }
    return Known(
        person=client.full_name,
        number=client.number,
        call_name=client.call_name,
        worker=worker.name if worker else "",
        representative=next((around[r].name for r in _SPEAKS_FOR if r in around), ""),
        organisation=Organisation(provider.name, provider.phone),
        facts={source: value for source, value in facts.items() if value},
    )


def _around(session: Session, client_id: UUID) -> dict[str, ContactPerson]:
    """Return the people around a client by role; of one role who was noted first."""
    found: dict[str, ContactPerson] = {}
    for person in session.scalars(
        select(ContactPerson)
        .where(ContactPerson.client_id == client_id)
        .order_by(ContactPerson.id)
    ):
        found.setdefault(person.role, person)
    return found


def _works(session: Session, worker_id: UUID | None, today: date) -> Worker | None:
    """Return a worker who has not left."""
    worker = None if worker_id is None else session.get_one(Worker, worker_id)
    if worker and worker.active_until and worker.active_until < today:
        return None
    return worker


def _stand_in(
    session: Session, client: Client, around: Mapping[str, ContactPerson], today: date
) -> Worker | ContactPerson | None:
    return _works(session, client.stand_in_id, today) or around.get(_SECOND_WORKER)


def _named(person: Worker | ContactPerson | None, between: str) -> str:
    """Return a name and its telephone."""
    if person is None:
        return ""
    return between.join(filter(None, (person.name.strip(), person.phone.strip())))


def _address(session: Session, client_id: UUID, today: date) -> str:
    home = session.scalars(
        select(Dwelling)
        .join(Tenancy, Tenancy.dwelling_id == Dwelling.id)
        .where(
            Tenancy.client_id == client_id,
            Tenancy.starts_on <= today,
            or_(Tenancy.ended_on.is_(None), Tenancy.ended_on >= today),
        )
        .order_by(Tenancy.starts_on.desc())
        .limit(1)
    ).first()
    return ", ".join(filter(None, (home.address, home.city))) if home else ""


def _decision(
    session: Session, client_id: UUID, today: date
) -> tuple[date, date | None] | None:
    """Return the days of the decision in force, else of the next one."""
    open_ended = or_(Decision.ends_on.is_(None), Decision.ends_on >= today)
    usable = session.scalars(
        select(Decision)
        .where(Decision.client_id == client_id, open_ended)
        .order_by(Decision.starts_on)
    ).all()
    running = [decision for decision in usable if decision.starts_on <= today]
    chosen = running[-1] if running else usable[0] if usable else None
    return (chosen.starts_on, chosen.ends_on) if chosen else None


def _rights(session: Session, around: Mapping[str, ContactPerson]) -> dict[str, str]:
    """Return whom to complain to and who advises for free; the client's own adviser first."""
    row = session.get(Setting, RIGHTS)
    chosen = row.value if row else {}
    own = _named(around.get(_ADVOCATE), ", ")
    return {
        "organisation.complaints": str(chosen.get("complaints", "")).strip(),
        "organisation.advocate": own or str(chosen.get("advocate", "")).strip(),
    }
