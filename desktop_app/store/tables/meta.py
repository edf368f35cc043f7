"""What the file knows of itself: facts, laptops, changes, secrets, settings and the index."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.store.tables.base import Base, Line, RowKey, Text


class Meta(Base, kw_only=True):
    """One fact about the file: vault id, key epoch, present device, head of the log."""

    __tablename__ = "meta"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[Line]


class Device(Base, kw_only=True):
    """A laptop that wrote in this register. A restored copy goes on as a new device.

    Its letter starts the client numbers it gives out, so two laptops never give the same one.
    """

    __tablename__ = "device"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's form

    id: Mapped[int] = mapped_column(Integer, primary_key=True, init=False)
    letter: Mapped[str] = mapped_column(String(3), unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    added_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None] = mapped_column(default=None)


CHANGED = text("operation <> 'insert'")
"""Lines that tell of a change: what a query by person names, word for word, for its index."""


class History(Base, kw_only=True):
    """An earlier state of a row: undo, "as known on", and exchange between laptops.

    The key is the device's own sequence: never reused, also after the table was emptied.
    """

    __tablename__ = "history"
    __table_args__ = (
        CheckConstraint("length(row_id) <= 60", name="row_id_length"),
        Index("ix_history_subject_id", "subject_id", sqlite_where=CHANGED),
        {"sqlite_autoincrement": True},
    )

    seq: Mapped[int] = mapped_column(Integer, primary_key=True, init=False)
    device_id: Mapped[int] = mapped_column(ForeignKey("device.id"))
    recorded_at: Mapped[datetime]
    worker_id: Mapped[UUID | None] = mapped_column(default=None)
    noun: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[str] = mapped_column(RowKey(60))
    subject_id: Mapped[UUID | None] = mapped_column(default=None)
    operation: Mapped[str] = mapped_column(String(6))
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]


class Secret(Base, kw_only=True):
    """A key that belongs to the organisation: signing, age identity, dither of the rounding."""

    __tablename__ = "secret"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[bytes] = mapped_column(LargeBinary)


class Setting(Base, kw_only=True):
    """A choice of the organisation, as JSON, by name."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[dict[str, Any]]


class SearchEntry(Base, kw_only=True):
    """What search shows for one row. Triggers keep the full-text table equal to it.

    The index hangs on this integer key, never on another table's implicit rowid, which a
    rebuilt table renumbers.
    """

    __tablename__ = "search_entry"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012

    key: Mapped[int] = mapped_column(Integer, primary_key=True, init=False)
    noun: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[UUID] = mapped_column(unique=True)
    subject_id: Mapped[UUID | None] = mapped_column(index=True, default=None)
    title: Mapped[Line]
    folded: Mapped[Text]
