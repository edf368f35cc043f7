"""People who are supported, with whom they live, and who stands around them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app import naming
from desktop_app.store.folding import fold
from desktop_app.store.tables.base import AboutClient, Base, Code, Edited, Line, Row


def client_number(letter: str, count: int) -> str:
    """Return a client number as people write it: C-0042."""
    return f"{letter}-{count:04}"


class Client(Row, Edited, Base, kw_only=True):
    """A person in support, or waiting for it.

    The number is the device's letter and a counter, never derived from name or birth date.
    A birth date may be known by its year alone. The stand-in, named on the plan, comes when
    the key worker cannot. `counts_for_region` is yes only at the organisation with the key
    worker, so that nobody is counted twice.
    """

    __tablename__ = "client"
    __table_args__ = (
        UniqueConstraint("number_letter", "number_count"),
        Index("ix_client_sort_name_id", "sort_name", "id"),
    )

    number_letter: Mapped[str] = mapped_column(String(3))
    number_count: Mapped[int]
    call_name: Mapped[Line]
    last_name: Mapped[Line]
    infix: Mapped[str] = mapped_column(String(40), default="")
    initials: Mapped[str] = mapped_column(String(40), default="")
    birth_date: Mapped[date | None] = mapped_column(default=None)
    birth_year: Mapped[int | None] = mapped_column(default=None)
    gender: Mapped[Code | None] = mapped_column(default=None)
    municipality: Mapped[Code | None] = mapped_column(default=None)
    phone: Mapped[Line] = mapped_column(default="")
    email: Mapped[Line] = mapped_column(default="")
    language: Mapped[str] = mapped_column(String(40), default="")
    household_type: Mapped[Code | None] = mapped_column(default=None)
    homeless_duration: Mapped[Code | None] = mapped_column(default=None)
    income_source: Mapped[Code | None] = mapped_column(default=None)
    debt_status: Mapped[Code | None] = mapped_column(default=None)
    money_management: Mapped[Code | None] = mapped_column(default=None)
    day_activity: Mapped[Code | None] = mapped_column(default=None)
    programme: Mapped[Code | None] = mapped_column(default=None)
    key_worker_id: Mapped[UUID | None] = mapped_column(ForeignKey("worker.id"), default=None)
    stand_in_id: Mapped[UUID | None] = mapped_column(ForeignKey("worker.id"), default=None)
    counts_for_region: Mapped[bool] = mapped_column(default=True)
    died_on: Mapped[date | None] = mapped_column(default=None)
    sort_name: Mapped[str] = mapped_column(String(420), default="")
    search_text: Mapped[str] = mapped_column(String(900), default="")

    @property
    def client_id(self) -> UUID:
        """Whom this row is about: itself."""
        return self.id

    @property
    def number(self) -> str:
        """The number as people write it: C-0042."""
        return client_number(self.number_letter, self.number_count)

    @property
    def full_name(self) -> str:
        """The name as people say it: Karim El Amrani."""
        return naming.full(self.call_name, self.infix, self.last_name)

    @property
    def shown_name(self) -> str:
        """The name for a screen, shielded where that is asked."""
        return naming.shown(self.call_name, self.infix, self.last_name, self.number)

    def fold(self) -> None:
        """Write down the forms that sorting and searching compare."""
        self.sort_name = fold(f"{self.last_name} {self.infix} {self.call_name}")
        self.search_text = fold(f"{self.full_name} {self.initials} {self.number}")

    def search_entry(self) -> tuple[str, str]:
        """What the search index shows and compares."""
        return self.full_name, self.search_text


class HouseholdMember(Row, AboutClient, Edited, Base, kw_only=True):
    """Somebody who belongs to a client's household: a first name or initials is enough."""

    __tablename__ = "household_member"

    relation: Mapped[Code]
    first_name: Mapped[Line] = mapped_column(default="")
    birth_year: Mapped[int | None] = mapped_column(default=None)
    lives_in: Mapped[bool] = mapped_column(default=True)
    since: Mapped[date | None] = mapped_column(default=None)
    until: Mapped[date | None] = mapped_column(default=None)


class ContactPerson(Row, AboutClient, Edited, Base, kw_only=True):
    """Somebody around a client: family, administrator, GP."""

    __tablename__ = "contact_person"

    role: Mapped[Code]
    name: Mapped[Line]
    phone: Mapped[Line] = mapped_column(default="")
    note: Mapped[Line] = mapped_column(default="")


class Referral(Row, AboutClient, Edited, Base, kw_only=True):
    """How a client came: who referred, when, and where the person slept then (ETHOS Light)."""

    __tablename__ = "referral"

    received_on: Mapped[date]
    source: Mapped[Code]
    living_situation: Mapped[Code | None] = mapped_column(default=None)
    municipality: Mapped[Code | None] = mapped_column(default=None)
