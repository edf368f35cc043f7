"""Unfinished text that survives a lock."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.store.tables.base import Base, Row


class Draft(Row, Base, kw_only=True):
    """What a worker typed and did not yet register, by the place where it was typed.

    A draft leaves no history: it is nobody's record yet.
    """

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("worker_id", "place"),)

    worker_id: Mapped[UUID | None] = mapped_column(ForeignKey("worker.id"))
    place: Mapped[str] = mapped_column(String(120))
    client_id: Mapped[UUID | None] = mapped_column("subject_id", ForeignKey("client.id"))
    saved_at: Mapped[datetime]
    content: Mapped[dict[str, Any]]
