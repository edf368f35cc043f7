"""The access log: who did, saw, printed or sent what and when (NEN 7513)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Integer, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.store.tables.base import Base, Code, Line


class JournalEntry(Base, kw_only=True):
    """One line of the log, chained to the one before by a hash. It holds no content."""

    __tablename__ = "journal"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[datetime]
    worker_id: Mapped[UUID | None]
    event: Mapped[Code]
    subject_id: Mapped[UUID | None] = mapped_column(index=True)
    detail: Mapped[Line]
    chain: Mapped[bytes] = mapped_column(LargeBinary)
