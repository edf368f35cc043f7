"""Things to do on a day."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

from sqlalchemy import ForeignKey, Time
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.store.tables.base import Base, Edited, Line, Row


class Task(Row, Edited, Base, kw_only=True):
    """A task or appointment of a worker, about a client, a dwelling, or neither."""

    __tablename__ = "task"

    title: Mapped[Line]
    due_on: Mapped[date] = mapped_column(index=True)
    at: Mapped[time | None] = mapped_column(Time, default=None)
    worker_id: Mapped[UUID | None] = mapped_column(ForeignKey("worker.id"), default=None)
    client_id: Mapped[UUID | None] = mapped_column(
        "subject_id", ForeignKey("client.id"), index=True, default=None
    )
    dwelling_id: Mapped[UUID | None] = mapped_column(ForeignKey("dwelling.id"), default=None)
    done_on: Mapped[date | None] = mapped_column(default=None)
