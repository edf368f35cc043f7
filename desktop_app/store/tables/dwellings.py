"""Complexes and dwellings; a dwelling's status is dated and never overwritten."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.store.folding import fold
from desktop_app.store.tables.base import Base, Code, Edited, Line, Row


class Complex(Row, Edited, Base, kw_only=True):
    """A building or project; its code is all of it that ever leaves the organisation.

    `planned` dwellings are those agreed but not yet delivered, expected in `expected_quarter`
    ("2027-2"). `total_dwellings` counts regular tenants' homes too, and `support_most` is how
    many of those the landlord agreed to let with support: the mix.
    """

    __tablename__ = "complex"

    code: Mapped[str] = mapped_column(String(8), unique=True)
    name: Mapped[Line]
    municipality: Mapped[Code | None] = mapped_column(default=None)
    housing_form: Mapped[Code]
    landlord: Mapped[Line] = mapped_column(default="")
    landlord_kind: Mapped[Code | None] = mapped_column(default=None)
    planned: Mapped[int] = mapped_column(default=0)
    expected_quarter: Mapped[str] = mapped_column(String(6), default="")
    total_dwellings: Mapped[int | None] = mapped_column(default=None)
    support_most: Mapped[int | None] = mapped_column(default=None)


class Dwelling(Row, Edited, Base, kw_only=True):
    """A home with a front door: address, form, rooms, rent in cents a month, and capacity.

    `capacity` is the number of tenancies it can hold at once: 1, or more for shared homes.
    Postcode is stored as 1234AB.
    """

    __tablename__ = "dwelling"
    __table_args__ = (CheckConstraint("capacity >= 1", name="capacity_positive"),)

    complex_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("complex.id"), index=True, default=None
    )
    street: Mapped[Line]
    house_number: Mapped[int]
    house_letter: Mapped[str] = mapped_column(String(1), default="")
    addition: Mapped[str] = mapped_column(String(4), default="")
    postcode: Mapped[str] = mapped_column(String(6), default="")
    city: Mapped[Line] = mapped_column(default="")
    municipality: Mapped[Code | None] = mapped_column(default=None)
    housing_form: Mapped[Code]
    dwelling_type: Mapped[Code | None] = mapped_column(default=None)
    accessibility: Mapped[Code | None] = mapped_column(default=None)
    rooms: Mapped[int | None] = mapped_column(default=None)
    surface_m2: Mapped[int | None] = mapped_column(default=None)
    floor: Mapped[int | None] = mapped_column(default=None)
    lift: Mapped[bool | None] = mapped_column(default=None)
    self_contained: Mapped[bool] = mapped_column(default=True)
    pets_allowed: Mapped[bool | None] = mapped_column(default=None)
    rent_cents: Mapped[int | None] = mapped_column(default=None)
    capacity: Mapped[int] = mapped_column(default=1)
    landlord: Mapped[Line] = mapped_column(default="")
    landlord_kind: Mapped[Code | None] = mapped_column(default=None)
    sort_name: Mapped[str] = mapped_column(String(420), index=True, default="")
    search_text: Mapped[str] = mapped_column(String(900), default="")

    @property
    def number_text(self) -> str:
        """The number with letter and addition: 12A-3."""
        tail = f"-{self.addition}" if self.addition else ""
        return f"{self.house_number}{self.house_letter}{tail}"

    @property
    def address(self) -> str:
        """Street and number, as on an envelope."""
        return f"{self.street} {self.number_text}"

    def fold(self) -> None:
        """Write down the forms that sorting and searching compare; 9 sorts before 10."""
        tail = f"{self.house_letter}{self.addition}"
        self.sort_name = fold(f"{self.street} {self.house_number:06} {tail}")
        self.search_text = fold(f"{self.address} {self.postcode} {self.city}")

    def search_entry(self) -> tuple[str, str]:
        """What the search index shows and compares."""
        return self.address, self.search_text


class DwellingStatus(Row, Base, kw_only=True):
    """What a dwelling is from a day on: planned, vacant, reserved, occupied, returned.

    `client_id` is for whom it is reserved, if somebody is.
    """

    __tablename__ = "dwelling_status"

    dwelling_id: Mapped[UUID] = mapped_column(ForeignKey("dwelling.id"), index=True)
    status: Mapped[Code]
    since: Mapped[date]
    vacancy_reason: Mapped[Code | None] = mapped_column(default=None)
    expected_on: Mapped[date | None] = mapped_column(default=None)
    client_id: Mapped[UUID | None] = mapped_column(
        "subject_id", ForeignKey("client.id"), index=True, default=None
    )
