"""Reading a list in, and taking it back, takes a moment: also a list of thousands.

Counted are the processor's seconds, which a busy machine leaves as they are.
"""

from __future__ import annotations

import shutil
from time import process_time
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from desktop_app.register.importing import applying, preview
from desktop_app.store import opening
from desktop_app.store.tables import Client, Worker
from tests.benchmarks.many_clients import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop_app.register.importing.preview import Plan
    from desktop_app.store.database import Database
    from tests.conftest import StoredRegister

    Hold = Callable[[str, float, float, str], None]

pytestmark = pytest.mark.benchmark

HEADS = "Voornaam;Achternaam;Geboortedatum;Adres;Huur;Ingang;Huur geëindigd op;Besch. t/m"


@pytest.fixture
def coordinated(stored_register: StoredRegister, tmp_path: Path) -> Iterator[Database]:
    """An empty register, opened by who coordinates."""
    folder = shutil.copytree(stored_register.folder, tmp_path / "register")
    db = opening.open_register(folder, stored_register.opened)
    with db.read() as session:
        db.act_as(session.scalars(select(Worker.id).where(Worker.role == "MAN")).one())
    yield db
    db.close()


def planned(db: Database, path: Path, count: int) -> Plan:
    """Return the import of a list whose rows hold a client, home, lease and decision each."""
    rows = (
        f"Persoon{n:05};Achternaam{n:05};{1 + n % 28}-{1 + n % 12}-{1950 + n % 50};"
        f"Lange Laan {n + 1};{500 + n % 300};{1 + n % 28}-3-2025;"
        f"{'' if n % 5 else '1-6-2026'};30-06-2027"
        for n in range(count)
    )
    path.write_text("\n".join([HEADS, *rows]), encoding="utf-8")
    return preview.prepare(db, path, today=TODAY)


@pytest.mark.parametrize(("count", "limit"), [(300, 1), (5_000, 10)])
def test_reading_in_and_taking_back(
    coordinated: Database, tmp_path: Path, hold: Hold, count: int, limit: float
) -> None:
    start = process_time()
    plan = planned(coordinated, tmp_path / "list.csv", count)
    looked = process_time()
    done = applying.apply(coordinated, plan, today=TODAY)
    written = process_time()
    assert done.counts.things_at_all == 4 * count
    assert done.act is not None
    applying.take_back(coordinated, done.act)
    back = process_time()
    with coordinated.read() as session:
        assert not session.scalar(select(func.count()).select_from(Client))
    hold(f"looking at a list of {count:,} rows", looked - start, limit / 2, "s")
    hold(f"reading in {count:,} rows", written - looked, limit, "s")
    hold(f"taking {count:,} rows back", back - written, limit * 1.5, "s")
