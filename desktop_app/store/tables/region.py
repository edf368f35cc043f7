"""The region's desk: the organisations that take part, and the month files they sent."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.store.tables.base import Base, Edited, Line, Row


class Participant(Row, Edited, Base, kw_only=True):
    """An organisation that takes part, as its card says: name, code, public keys."""

    __tablename__ = "participant"

    code: Mapped[str] = mapped_column(String(20), unique=True)
    name: Mapped[Line]
    key: Mapped[str] = mapped_column(String(64))
    recipient: Mapped[str] = mapped_column(String(100))
    joined_on: Mapped[date]
    left_on: Mapped[date | None] = mapped_column(default=None)


class ReceivedFile(Row, Base, kw_only=True):
    """A month file that was opened and found whole; the newest revision of a month counts."""

    __tablename__ = "received_file"
    __table_args__ = (UniqueConstraint("participant_id", "period", "revision"),)

    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), index=True)
    period: Mapped[date] = mapped_column(index=True)
    revision: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    package: Mapped[bytes] = mapped_column(LargeBinary)
    file_name: Mapped[Line]
    received_on: Mapped[date]
