"""Whose records were destroyed: an id and a day, nothing else."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.store.tables.base import Base, Row


class Erasure(Row, Base, kw_only=True):
    """A destroyed person's id. The list is kept outside the register too, and re-applied."""

    __tablename__ = "erased"

    erased_on: Mapped[date]
