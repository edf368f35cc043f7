"""The organisation that keeps the register, and the people who work in it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.store.tables.base import Base, Code, Edited, Line, Row


class Organisation(Row, Edited, Base, kw_only=True):
    """The one organisation of a register: a provider, or the region itself.

    `short_code` stands in file names: letters and digits only. `target` is its own share of
    the region's goal; `programme_start` is where "since start" begins.
    """

    __tablename__ = "organisation"

    kind: Mapped[Code]
    name: Mapped[Line]
    register_name: Mapped[Line]
    short_code: Mapped[str] = mapped_column(String(20))
    phone: Mapped[Line] = mapped_column(default="")
    night_phone: Mapped[Line] = mapped_column(default="")
    email: Mapped[Line] = mapped_column(default="")
    programme_start: Mapped[date | None] = mapped_column(default=None)
    target: Mapped[int | None] = mapped_column(default=None)


class Worker(Row, Edited, Base, kw_only=True):
    """Somebody who works with the register; `slot_id` is that person's slot in the key file."""

    __tablename__ = "worker"

    name: Mapped[Line]
    role: Mapped[Code]
    slot_id: Mapped[UUID | None] = mapped_column(unique=True, default=None)
    phone: Mapped[Line] = mapped_column(default="")
    email: Mapped[Line] = mapped_column(default="")
    active_until: Mapped[date | None] = mapped_column(default=None)
