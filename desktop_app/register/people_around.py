"""People around a client: the household, and contact persons such as family or a GP."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.register.checks import Problems, lengths
from desktop_app.register.clients import OLDEST
from desktop_app.store import journal
from desktop_app.store.database import revise
from desktop_app.store.tables import ContactPerson, HouseholdMember
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from desktop_app.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFields:
    """Somebody of the household; a first name or initials is enough, or none at all."""

    relation: str
    first_name: str = ""
    birth_year: int | None = None
    lives_in: bool = True
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(MemberFields):
    """A household member as it stands in the register."""

    member_id: UUID
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFields:
    """A contact person; `role` is a code of `contact_role`."""

    role: str
    name: str
    phone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(PersonFields):
    """A contact person as it stands in the register."""

    person_id: UUID
    version: int


def add_member(db: Database, client_id: UUID, fields: MemberFields, *, today: date) -> UUID:
    """Add somebody to a client's household.

    Raises:
        InvalidFieldsError: unknown relation, a birth year to come, an end before its begin.
    """
    _check_member(fields, today)
    with db.write() as session:
        row = HouseholdMember(client_id=client_id, **asdict(fields))
        session.add(row)
        journal.note(session, "ADD", subject=client_id, detail="household")
    return row.id


def edit_member(
    db: Database, member_id: UUID, fields: MemberFields, *, version: int, today: date
) -> None:
    """Replace what is filled in about a household member.

    Raises:
        InvalidFieldsError, StaleEditError.
    """
    _check_member(fields, today)
    with db.write() as session:
        row = session.get_one(HouseholdMember, member_id)
        revise(row, fields, version)
        journal.note(session, "EDIT", subject=row.client_id, detail="household")


def remove_member(db: Database, member_id: UUID) -> None:
    """Take somebody out who never belonged here; who left gets a last day instead."""
    with db.write() as session:
        row = session.get_one(HouseholdMember, member_id)
        session.delete(row)
        journal.note(session, "DELETE", subject=row.client_id, detail="household")


def add_person(db: Database, client_id: UUID, fields: PersonFields) -> UUID:
    """Add a contact person.

    Raises:
        InvalidFieldsError: unknown role or no name.
    """
    _check_person(fields)
    with db.write() as session:
        row = ContactPerson(client_id=client_id, **asdict(fields))
        session.add(row)
        journal.note(session, "ADD", subject=client_id, detail="network")
    return row.id


def edit_person(db: Database, person_id: UUID, fields: PersonFields, *, version: int) -> None:
    """Replace what is filled in about a contact person.

    Raises:
        InvalidFieldsError, StaleEditError.
    """
    _check_person(fields)
    with db.write() as session:
        row = session.get_one(ContactPerson, person_id)
        revise(row, fields, version)
        journal.note(session, "EDIT", subject=row.client_id, detail="network")


def remove_person(db: Database, person_id: UUID) -> None:
    """Take a contact person out; the history keeps that there was one."""
    with db.write() as session:
        row = session.get_one(ContactPerson, person_id)
        session.delete(row)
        journal.note(session, "DELETE", subject=row.client_id, detail="network")


def _check_member(fields: MemberFields, today: date) -> None:
    problems = Problems()
    problems.code("relation", "household_member_relation", fields.relation)
    problems.not_before("until", fields.until, fields.since)
    if (
        fields.birth_year is not None
        and not today.year - OLDEST <= fields.birth_year <= today.year
    ):
        problems.add("birth_year", _("This year of birth cannot be right. Check it."))
    lengths(problems, fields, HouseholdMember)
    problems.raise_any()


def _check_person(fields: PersonFields) -> None:
    problems = Problems()
    problems.code("role", "contact_role", fields.role)
    problems.missing("name", fields.name, _("Fill in a name."))
    lengths(problems, fields, ContactPerson)
    problems.raise_any()


def household(db: Database, client_id: UUID) -> list[Member]:
    """Return a client's household, the oldest first."""
    with db.read() as session:
        rows = session.scalars(
            select(HouseholdMember)
            .where(HouseholdMember.client_id == client_id)
            .order_by(HouseholdMember.birth_year, HouseholdMember.id)
        ).all()
    return [
        Member(
            member_id=row.id,
            version=row.version,
            relation=row.relation,
            first_name=row.first_name,
            birth_year=row.birth_year,
            lives_in=row.lives_in,
            since=row.since,
            until=row.until,
        )
        for row in rows
    ]


def network(db: Database, client_id: UUID) -> list[Person]:
    """Return a client's contact persons, whoever to call in need first."""
    with db.read() as session:
        rows = session.scalars(
            select(ContactPerson)
            .where(ContactPerson.client_id == client_id)
            .order_by(ContactPerson.role != "NOOD", ContactPerson.id)
        ).all()
    return [
        Person(
            person_id=row.id,
            version=row.version,
            role=row.role,
            name=row.name,
            phone=row.phone,
            note=row.note,
        )
        for row in rows
    ]
