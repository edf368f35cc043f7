"""Notes of contact: append-only, corrected visibly."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.store.tables.base import AboutClient, Base, Code, Row, Text


class ContactNote(Row, AboutClient, Base, kw_only=True):
    """What happened in one contact. A correction is a new note that points at the old one."""

    __tablename__ = "contact_note"

    kind: Mapped[Code]
    at: Mapped[datetime]
    worker_id: Mapped[UUID | None] = mapped_column(ForeignKey("worker.id"))
    written_at: Mapped[datetime]
    text: Mapped[Text]
    minutes: Mapped[int | None] = mapped_column(default=None)
    goal_id: Mapped[UUID | None] = mapped_column(ForeignKey("plan_goal.id"), default=None)
    corrects_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("contact_note.id"), index=True, default=None
    )
