"""A client's way through the chain, the municipality's decision, and the support itself."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.store.tables.base import AboutClient, Base, Code, Edited, Line, Row


class TrajectoryStep(Row, AboutClient, Edited, Base, kw_only=True):
    """A dated step; the latest one is where the client is now.

    A wait reason belongs to the steps in which somebody waits: for a decision or a dwelling.
    """

    __tablename__ = "trajectory_step"

    status: Mapped[Code]
    on: Mapped[date] = mapped_column(index=True)
    wait_reason: Mapped[Code | None] = mapped_column(default=None)
    note: Mapped[Line] = mapped_column(default="")


class Decision(Row, AboutClient, Edited, Base, kw_only=True):
    """A decision ("beschikking") or other ground for support, from a day to a day."""

    __tablename__ = "decision"

    legal_frame: Mapped[Code]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None] = mapped_column(index=True, default=None)
    reference: Mapped[str] = mapped_column(String(40), default="")


class SupportPeriod(Row, AboutClient, Edited, Base, kw_only=True):
    """Support from a day to a day. It ends apart from any tenancy: the two are separate."""

    __tablename__ = "support_period"

    starts_on: Mapped[date]
    ended_on: Mapped[date | None] = mapped_column(default=None)
    end_reason: Mapped[Code | None] = mapped_column(default=None)
