"""Keep a register of this release, for every later program to open and upgrade.

    python3 installer/bootstrap.py python -m tests.upgrade.storing

is run once, at a release. It makes a small practice register, always of the same seed and day,
and lays it beside what it holds (`held.json`) in `tests/upgrade/registers/VERSION-FORM`. Keys
are made anew each time, so its bytes differ; its people, homes and plans do not. What is kept
is never made again: only the program of then can make it.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app import __version__, practice, words
from desktop_app.plans import freezing, reading, versions
from desktop_app.register import client_list, dwelling_list, search, tenancy_list
from desktop_app.register.timeline import timeline
from desktop_app.store import encryption, journal, keyfile, keys, upgrade

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.store.database import Database

KEPT = Path(__file__).parent / "registers"
HELD = "held.json"
TODAY = date(2026, 11, 24)
# The smallest story with a tenancy, notes and a plan printed for signature; the empty tables
# of the first form alone take 560 KB.
_CLIENTS, _DWELLINGS, _MONTHS, _SEED = 3, 2, 6, 5


def store(kept: Path = KEPT) -> Path:
    """Make the register of this release and return its new folder.

    Raises:
        FileExistsError: it is kept already.
    """
    folder = kept / f"{__version__}-{upgrade.newest()}"
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as scratch:
        made = practice.make_register(
            Path(scratch) / "register",
            today=TODAY,
            clients=_CLIENTS,
            dwellings=_DWELLINGS,
            months=_MONTHS,
            seed=_SEED,
        )
        held = {
            "form": upgrade.newest(),
            "recovery_code": made.recovery_code,
            "journal": chain(made.db),
            "prints": prints(made.db),
            "told": told(made.db),
        }
        made.db.close()
        for name in (encryption.REGISTER_FILE, keyfile.NAME):
            shutil.copy(made.db.folder / name, folder)
    text = json.dumps(held, indent=1, ensure_ascii=False, sort_keys=True)
    (folder / HELD).write_text(text + "\n", "utf-8")
    return folder


def lay_oldest(folder: Path) -> keys.Opened:
    """Lay the oldest of the kept registers in a new folder; return it unlocked, not opened."""
    shutil.copytree(min(KEPT.iterdir()), folder)
    return coordinator(folder)


def oldest_form() -> str:
    """Return the form of the oldest register that is kept."""
    return min(KEPT.iterdir()).name.rpartition("-")[2]


def coordinator(folder: Path) -> keys.Opened:
    """Unlock a kept register as its first worker."""
    first = next(slot for slot in keys.slots(folder) if slot.kind == "password")
    return keys.unlock(folder, first.id, practice.PASSWORD)


def chain(db: Database) -> str:
    """Return the head of the access log, walked from its first line."""
    with db.read() as session:
        journal.verify(session)
        return journal.head(session)


def prints(db: Database) -> dict[str, str]:
    """Return the hash of what was printed for signature, by the client's number."""
    return {
        plan.client_number: sha256(freezing.preview(db, plan.plan_id, today=TODAY)).hexdigest()
        for plan in versions.plan_rows(db, today=TODAY)
        if plan.signature
    }


def told(db: Database) -> dict[str, Any]:
    """Return what a register holds, read by the core: the same in every program to come."""
    with words.in_language("nl"):
        return _told(db)


def _told(db: Database) -> dict[str, Any]:
    clients = client_list.client_rows(db, today=TODAY)
    plans = versions.plan_rows(db, today=TODAY)
    return {
        "clients": [_words(c.number, c.name, c.age, c.status, c.key_worker) for c in clients],
        "dwellings": [
            _words(d.address, d.city, d.status)
            for d in dwelling_list.dwelling_rows(db, today=TODAY)
        ],
        "tenancies": [
            _words(t.client_number, t.address, t.tenancy_type, t.starts_on, t.rent_cents)
            for t in tenancy_list.tenancy_rows(db)
        ],
        "plans": [
            _words(p.client_number, p.plan_type, p.number, p.status, p.signature) for p in plans
        ],
        "goals": [goal for plan in plans for goal in _goals(db, plan)],
        "timelines": [
            _words(c.number, e.on, e.kind, e.title, e.text)
            for c in clients
            for e in timeline(db, c.client_id, today=TODAY)
        ],
        "found": [
            _words(c.name, hit.title, hit.detail, hit.where)
            for c in clients
            for hit in search.find(db, c.name, today=TODAY)
        ],
    }


def _goals(db: Database, plan: versions.PlanRow) -> list[Sequence[str]]:
    card = reading.plan_card(db, plan.plan_id, today=TODAY)
    return [
        _words(
            plan.client_number, goal.title, goal.status, *(step.what for step in goal.actions)
        )
        for goal in card.goals
    ]


def _words(*values: object) -> list[str]:
    return ["" if value is None else str(value) for value in values]


if __name__ == "__main__":
    sys.stdout.write(f"{store()}\n")
