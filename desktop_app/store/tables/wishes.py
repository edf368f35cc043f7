"""What a client needs and wishes of a home."""

from __future__ import annotations

from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.store.tables.base import AboutClient, Base, Code, Edited, Line, Row


class HousingWish(Row, AboutClient, Edited, Base, kw_only=True):
    """One client's needs and wishes; what was not asked stays empty.

    `hard` names the columns that are needs: a home that misses one does not fit. The others
    are wishes. `accessibility` is the least that will do; `rent_most` is in cents a month.
    """

    __tablename__ = "housing_wish"
    __table_args__ = (UniqueConstraint("subject_id"),)

    rent_most: Mapped[int | None] = mapped_column(default=None)
    rooms_least: Mapped[int | None] = mapped_column(default=None)
    accessibility: Mapped[Code | None] = mapped_column(default=None)
    ground_floor: Mapped[bool] = mapped_column(default=False)
    pets: Mapped[bool] = mapped_column(default=False)
    own_door: Mapped[bool] = mapped_column(default=False)
    municipalities: Mapped[list[Any]] = mapped_column(default_factory=list)
    hard: Mapped[list[Any]] = mapped_column(default_factory=list)
    own_words: Mapped[Line] = mapped_column(default="")
