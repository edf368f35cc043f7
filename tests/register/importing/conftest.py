"""Spreadsheets as organisations have them, made on the spot in every encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from desktop_app.register.importing import preview
from desktop_app.store.tables import Worker

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from desktop_app.register.importing.preview import Plan
    from desktop_app.store.database import Database

HOUSING_LIST = """\
Woonlijst 2026;;;;;;;;
Naam;geb.dat;BSN;Straat + nr;Huur;Ingang;Tot;Besch. t/m;MO/BW
Özdemir, Aylin;14-03-1992;999990019;Lindehof 12;€ 612,00;3-2-26;31-12-26;30-06-2027;BW
Vries, S. de;3-4-85;999990020;Lindehof 12A-3;498;01-01-2025;vast;46568;MO
García, José;1 mei 1979;999990032;Lindehof 7;€ 1.012,50;15 mrt. 2025;;30-09-2027;
Totaal;;;;2122,50;;;;
"""


@pytest.fixture
def db(db: Database) -> Database:
    """A register of one's own, opened by Joost Smit, who coordinates."""
    with db.read() as session:
        db.act_as(session.scalars(select(Worker.id).where(Worker.role == "MAN")).one())
    return db


@pytest.fixture
def housing_list() -> str:
    """A list with title, heads, three people and a total; one row holds four things."""
    return HOUSING_LIST


@pytest.fixture
def plan_of(db: Database, tmp_path: Path, today: date) -> Callable[..., Plan]:
    """Prepare the import of a text, written as UTF-8."""

    def prepare(text: str, name: str = "list.csv") -> Plan:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return preview.prepare(db, path, today=today)

    return prepare
