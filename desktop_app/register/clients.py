"""Clients: adding, editing, and who looks like somebody who is there already."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from desktop_app import dates
from desktop_app.errors import UserError
from desktop_app.register.checks import Problems, code_fields, lengths
from desktop_app.store import journal
from desktop_app.store.database import require_version, revise
from desktop_app.store.folding import fold
from desktop_app.store.tables import Client, Referral, SupportPeriod, TrajectoryStep
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database

OLDEST = 120  # years; older is a typing error
CODES = {
    "gender": "gender",
    "municipality": "municipality_u16",
    "household_type": "household_type",
    "homeless_duration": "homeless_duration",
    "income_source": "income_source",
    "debt_status": "debt_status",
    "money_management": "money_management",
    "day_activity": "day_activity",
    "programme": "programme",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientFields:
    """What people fill in about a client. Codes come from the lists named in CODES."""

    call_name: str
    last_name: str
    infix: str = ""
    initials: str = ""
    birth_date: date | None = None
    birth_year: int | None = None
    gender: str | None = None
    municipality: str | None = None
    phone: str = ""
    email: str = ""
    language: str = ""
    household_type: str | None = None
    homeless_duration: str | None = None
    income_source: str | None = None
    debt_status: str | None = None
    money_management: str | None = None
    day_activity: str | None = None
    programme: str | None = None
    key_worker_id: UUID | None = None
    counts_for_region: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralFields:
    """How a client came: from whom, when, and where the person slept (ETHOS Light)."""

    received_on: date
    source: str
    living_situation: str | None = None
    municipality: str | None = None


@dataclass(frozen=True, slots=True)
class Lookalike:
    """Somebody in the register who may be the same person."""

    client_id: UUID
    number: str
    name: str
    birth_date: date | None


def add_client(
    db: Database, fields: ClientFields, referral: ReferralFields, *, today: date
) -> UUID:
    """Add a client with the referral that brought them; the trajectory starts that day.

    Raises:
        InvalidFieldsError: naming each wrong field.
    """
    _check(fields, today)
    _check_referral(referral, today)
    with db.write() as session:
        client = Client(
            number_letter=db.acting.device_letter,
            number_count=_next_count(session, db.acting.device_letter),
            **asdict(fields),
        )
        session.add(client)
        session.flush()
        session.add(Referral(client_id=client.id, **asdict(referral)))
        session.add(TrajectoryStep(client_id=client.id, status="AANM", on=referral.received_on))
        journal.note(session, "CREATE", subject=client.id)
    return client.id


def edit_client(
    db: Database, client_id: UUID, fields: ClientFields, *, version: int, today: date
) -> None:
    """Replace what is filled in about a client.

    Raises:
        InvalidFieldsError: naming each wrong field.
        StaleEditError: somebody else changed the client since `version` was read.
    """
    _check(fields, today)
    with db.write() as session:
        client = session.get_one(Client, client_id)
        revise(client, fields, version)
        journal.note(session, "EDIT", subject=client_id)


def edit_referral(
    db: Database, referral_id: UUID, fields: ReferralFields, *, version: int, today: date
) -> None:
    """Replace what is filled in about how a client came.

    Raises:
        InvalidFieldsError: naming each wrong field.
        StaleEditError: somebody else changed the referral since `version` was read.
    """
    _check_referral(fields, today)
    with db.write() as session:
        referral = session.get_one(Referral, referral_id)
        revise(referral, fields, version)
        journal.note(session, "EDIT", subject=referral.client_id, detail="referral")


def name_stand_in(
    db: Database, client_id: UUID, worker_id: UUID | None, *, version: int
) -> None:
    """Say who comes when the key worker cannot; the plan names them both.

    Raises:
        UserError: the key worker cannot stand in for themselves.
        StaleEditError: somebody else changed the client since `version` was read.
    """
    with db.write() as session:
        client = session.get_one(Client, client_id)
        require_version(client, version)
        if worker_id is not None and worker_id == client.key_worker_id:
            raise UserError(_("Choose another colleague: this one is the key worker."))
        client.stand_in_id = worker_id
        journal.note(session, "EDIT", subject=client_id)


def lookalikes(db: Database, fields: ClientFields) -> list[Lookalike]:
    """Return clients with this birth and a like name, for the worker to compare."""
    last, call = fold(fields.last_name), fold(fields.call_name)
    born = fields.birth_date
    year = born.year if born else fields.birth_year
    with db.read() as session:
        same_birth = or_(
            Client.birth_date == born if born else Client.birth_date.is_(None),
            Client.birth_year == year if year else Client.birth_year.is_(None),
        )
        like_name = or_(
            Client.search_text.contains(f"{call} {last}", autoescape=True),
            Client.sort_name.startswith(last, autoescape=True),
        )
        found = session.scalars(select(Client).where(same_birth, like_name).limit(5)).all()
        return [Lookalike(c.id, c.number, c.shown_name, c.birth_date) for c in found]


def start_support(db: Database, client_id: UUID, *, on: date) -> UUID:
    """Let support begin apart from a key: before a home is found, or again after an end.

    Raises:
        InvalidFieldsError: support runs on that day or begins later already.
    """
    problems = Problems()
    with db.write() as session:
        newest = session.scalars(
            select(SupportPeriod)
            .where(SupportPeriod.client_id == client_id)
            .order_by(SupportPeriod.starts_on.desc())
        ).first()
        if newest is not None and newest.ended_on is None:
            problems.add("on", _("Support runs for this client already."))
        elif newest is not None and newest.ended_on is not None and on <= newest.ended_on:
            problems.add(
                "on",
                _("Support ran until {day}. Choose a later day.").format(
                    day=dates.dutch(newest.ended_on)
                ),
            )
        problems.raise_any()
        period = SupportPeriod(client_id=client_id, starts_on=on)
        session.add(period)
        journal.note(session, "ADD", subject=client_id, detail="support")
    return period.id


def end_support(db: Database, client_id: UUID, *, on: date, reason: str) -> None:
    """End the support of a client. A tenancy goes on: dwelling and support are two things.

    Raises:
        InvalidFieldsError: no support runs, it ends before it began, or an unknown reason.
    """
    problems = Problems()
    problems.code("reason", "support_end_reason", reason)
    with db.write() as session:
        running = session.scalar(
            select(SupportPeriod)
            .where(SupportPeriod.client_id == client_id, SupportPeriod.ended_on.is_(None))
            .order_by(SupportPeriod.starts_on.desc())
        )
        if running is None:
            problems.add("on", _("No support runs for this client, so none can end."))
            problems.raise_any()
            return
        problems.not_before("on", on, running.starts_on)
        problems.raise_any()
        running.ended_on = on
        running.end_reason = reason
        session.add(TrajectoryStep(client_id=client_id, status="EIND", on=on))
        journal.note(session, "EDIT", subject=client_id, detail="support ended")


def _next_count(session: Session, letter: str) -> int:
    newest = session.scalar(
        select(func.max(Client.number_count)).where(Client.number_letter == letter)
    )
    return (newest or 0) + 1


def _check(fields: ClientFields, today: date) -> None:
    problems = Problems()
    problems.missing("call_name", fields.call_name, _("Fill in what the client is called."))
    problems.missing("last_name", fields.last_name, _("Fill in a last name."))
    if fields.birth_date is not None:
        if fields.birth_date >= today:
            problems.add("birth_date", _("A date of birth lies in the past."))
        elif fields.birth_date.year < today.year - OLDEST:
            problems.add("birth_date", _("Nobody is that old. Check the year."))
    if fields.birth_year is not None and not (
        today.year - OLDEST <= fields.birth_year <= today.year
    ):
        problems.add("birth_year", _("This year of birth cannot be right. Check it."))
    code_fields(problems, fields, CODES)
    lengths(problems, fields, Client)
    problems.raise_any()


def _check_referral(referral: ReferralFields, today: date) -> None:
    problems = Problems()
    problems.code("source", "referral_source", referral.source)
    problems.code("living_situation", "ethos_light", referral.living_situation)
    problems.code("municipality", "municipality_u16", referral.municipality)
    if referral.received_on > today:
        problems.add("received_on", _("A referral cannot lie in the future."))
    problems.raise_any()
