"""Who lives where, from when, on what contract."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.store.tables.base import AboutClient, Base, Code, Edited, Row


class Tenancy(Row, AboutClient, Edited, Base, kw_only=True):
    """A client's right to live in a dwelling.

    It runs from `starts_on` (the key date) to and including `ended_on`. `contract_until` is
    the last day of a temporary lease, which is a deadline and not an end. `flipped_on` is the
    day an "omklapcontract" went to the tenant's own name: no end either. `destination` is an
    ETHOS Light code of the day after.
    """

    __tablename__ = "tenancy"
    __table_args__ = (
        CheckConstraint("ended_on IS NULL OR ended_on >= starts_on", name="end_after_start"),
    )

    dwelling_id: Mapped[UUID] = mapped_column(ForeignKey("dwelling.id"), index=True)
    tenancy_type: Mapped[Code]
    starts_on: Mapped[date]
    contract_until: Mapped[date | None] = mapped_column(default=None)
    flip_planned_on: Mapped[date | None] = mapped_column(default=None)
    flip_stage: Mapped[Code | None] = mapped_column(default=None)
    flipped_on: Mapped[date | None] = mapped_column(default=None)
    ended_on: Mapped[date | None] = mapped_column(default=None)
    end_reason: Mapped[Code | None] = mapped_column(default=None)
    destination: Mapped[Code | None] = mapped_column(default=None)
    rent_cents: Mapped[int | None] = mapped_column(default=None)
