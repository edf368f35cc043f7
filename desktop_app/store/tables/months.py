"""Month files that were made for the region, and who counted where when they were."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.store.tables.base import AboutClient, Base, Edited, Line, Row


class MonthFile(Row, Edited, Base, kw_only=True):
    """A month file as it left: signed and not sealed, with the true numbers beside it.

    `period` is the last day of the month, `quarter` the quarter day that was looked at. The
    fresh marks say whether headlines and breakdowns were counted anew for it. `truth` holds
    cell, day, published value, status and true value of every newly rounded number; counts
    without anybody's name. `digest` is the SHA-256 of the manifest.
    """

    __tablename__ = "month_file"
    __table_args__ = (UniqueConstraint("period", "revision"),)

    period: Mapped[date]
    revision: Mapped[int]
    quarter: Mapped[date]
    head_fresh: Mapped[bool]
    leaf_fresh: Mapped[bool]
    truth: Mapped[list[Any]]
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    package: Mapped[bytes] = mapped_column(LargeBinary)
    file_name: Mapped[Line]
    made_on: Mapped[date]
    worker_id: Mapped[UUID | None] = mapped_column(default=None)
    sent_on: Mapped[date | None] = mapped_column(default=None)
    sent_how: Mapped[Line] = mapped_column(default="")


class MonthMember(Row, AboutClient, Base, kw_only=True):
    """In which cells a client and those who live along counted at the last refresh.

    Per person a list of cells: `head` for the headlines, `leaf` for the breakdowns. It is
    compared with today to see whether three people changed.
    """

    __tablename__ = "month_member"
    __table_args__ = (UniqueConstraint("subject_id"),)

    head: Mapped[dict[str, Any]]
    leaf: Mapped[dict[str, Any]]
