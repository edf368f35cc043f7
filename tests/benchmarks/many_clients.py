"""A register of any number of clients, written in bulk: what benchmarks measure on.

Each client came, waited and most got a home; with support, a decision, notes and a plan. Rows
go past the history, which no list reads.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from desktop_app.plans import drafting, templates
from desktop_app.store.folding import fold
from desktop_app.store.tables import (
    Base,
    Client,
    ContactNote,
    Decision,
    Dwelling,
    DwellingStatus,
    Plan,
    PlanAction,
    PlanGoal,
    Referral,
    SearchEntry,
    SupportPeriod,
    Tenancy,
    TrajectoryStep,
    Worker,
)
from desktop_app.store.tables.base import new_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)
NOTES = 6
CALLED = (
    "Noor", "Karim", "Łukasz", "Aïcha", "Tommie", "Selam", "Oksana", "Mehmet", "Joëlle", "Bart",
    "Fatima", "Ewa", "Ruud", "Yusuf", "Petra", "Milan", "Sanne", "Tesfay", "Ivo", "Lucia",
)  # fmt: skip
NAMED = (
    "de Boer", "El Amrani", "Wiśniewski", "Bouzid", "Verhoeven", "Haile", "Shevchenko",
    "Yılmaz", "van der Meulen", "Oosterhuis", "Jansen", "Kowalska", "Kuipers", "Haddad", "Vos",
    "Smits", "Bakker", "Ghebre", "Peters", "Fernandes", "Zwart", "Aalbers", "Dekker",
)  # fmt: skip
STREETS = ("Lindehof", "De Werf", "Stationskwartier", "Appelgaarde", "Molenerf", "Lijnbaankade")
SAID = (
    "Samen de post doorgenomen; de brief van de gemeente is nog niet open.",
    "Gebeld over de huurtoeslag. De aanvraag is gedaan en de bevestiging ligt in de map.",
    "Niet thuis. Briefje in de bus gedaan met een nieuwe dag en tijd.",
    "Rondje door het huis. De rookmelder hangt weer en de afvoer loopt door.",
)
PLAN = {
    "sections": [
        {"code": f"S{n}", "help": "Vul alleen in wat nodig is. " * 6} for n in range(24)
    ]
}

TEMPLATE = templates.key(PLAN)

Rows = dict[type[Base], list[dict[str, Any]]]


def write_clients(db: Database, count: int) -> list[UUID]:
    """Write clients with all that stands around them and return their ids."""
    with db.read() as session:
        workers = cycle([worker.id for worker in session.query(Worker).order_by(Worker.name)])
    rows: Rows = {}
    ids = []
    for number in range(1, count + 1):
        for table, row in _life(number, next(workers)):
            rows.setdefault(table, []).append(row)
        ids.append(rows[Client][-1]["id"])
    with db.write() as session:
        drafting.keep_template(session, PLAN)
        for table in _in_order(rows):
            session.execute(insert(table), rows[table])
    return ids


def _in_order(rows: Rows) -> list[type[Base]]:
    """Return the tables, parents before children."""
    place = {table.name: at for at, table in enumerate(Base.metadata.sorted_tables)}
    return sorted(rows, key=lambda table: place[table.__tablename__])


def _life(number: int, worker: UUID) -> Iterator[tuple[type[Base], dict[str, Any]]]:
    client_id = new_id()
    came = TODAY - timedelta(days=90 + number * 37 % 600)
    call, last = CALLED[number * 7 % len(CALLED)], NAMED[number * 11 % len(NAMED)]
    name, code = f"{call} {last} {number}", f"C-{number:04}"
    folded = {
        "sort_name": fold(f"{last} {number} {call}"),
        "search_text": fold(f"{name} {code}"),
    }
    yield Client, {
        "id": client_id, "number_letter": "C", "number_count": number, "call_name": call,
        "last_name": f"{last} {number}", "birth_date": date(1960 + number % 45, 3, 14),
        "key_worker_id": worker, "municipality": "GM0344", "version": 1, **folded,
    }  # fmt: skip
    yield _entry("client", client_id, name, folded["search_text"], client_id)
    mine: dict[str, Any] = {"client_id": client_id, "version": 1}
    yield Referral, {"id": new_id(), "received_on": came, "source": "MO", **mine}
    for status, days in (("AANM", 0), ("WLST", 20)):
        on = came + timedelta(days)
        reason = "WON" if status == "WLST" else None
        step = {"id": new_id(), "status": status, "on": on, "wait_reason": reason, **mine}
        yield TrajectoryStep, step
    yield Decision, {
        "id": new_id(), "legal_frame": "WMOM", "starts_on": came,
        "ends_on": came + timedelta(days=730), **mine,
    }  # fmt: skip
    if number % 4:
        yield from _housed(number, client_id, came + timedelta(60), worker)


def _housed(
    number: int, client_id: UUID, key: date, worker: UUID
) -> Iterator[tuple[type[Base], dict[str, Any]]]:
    mine: dict[str, Any] = {"client_id": client_id, "version": 1}
    home_id, street = new_id(), STREETS[number % len(STREETS)]
    folded = {
        "sort_name": fold(f"{street} {number:06}"),
        "search_text": fold(f"{street} {number} 3454ab de meern"),
    }
    yield Dwelling, {
        "id": home_id, "street": street, "house_number": number, "postcode": "3454AB",
        "city": "De Meern", "housing_form": "BEST", "version": 1, **folded,
    }  # fmt: skip
    yield _entry("dwelling", home_id, f"{street} {number}", folded["search_text"], None)
    status = {"id": new_id(), "dwelling_id": home_id, "status": "VER", "since": key}
    yield DwellingStatus, status
    yield Tenancy, {
        "id": new_id(), "dwelling_id": home_id, "tenancy_type": "REG", "starts_on": key, **mine,
    }  # fmt: skip
    yield TrajectoryStep, {"id": new_id(), "status": "WOON", "on": key, **mine}
    yield SupportPeriod, {"id": new_id(), "starts_on": key, **mine}
    for turn in range(NOTES):
        at = datetime.combine(TODAY - timedelta(days=5 + turn * 9 + number % 7), time(10), UTC)
        yield ContactNote, {
            "id": new_id(), "client_id": client_id, "kind": "HUIS", "at": at,
            "worker_id": worker, "written_at": at, "text": SAID[(number + turn) % len(SAID)],
            "minutes": 45,
        }  # fmt: skip
    plan_id, goal_id = new_id(), new_id()
    yield Plan, {
        "id": plan_id, "plan_type": "OND", "number": 1, "status": "LOP", "started_on": key,
        "template_id": TEMPLATE, "review_on": TODAY + timedelta(number % 200 - 40),
        "signature": "OPEN" if number % 9 == 0 else "CLI", "short_code": f"P{number}", **mine,
    }  # fmt: skip
    yield PlanGoal, {
        "id": goal_id, "plan_id": plan_id, "position": 1, "title": "Ik slaap goed",
        "status": "LOOPT", **mine,
    }  # fmt: skip
    for place in range(3):
        yield PlanAction, {
            "id": new_id(), "goal_id": goal_id, "position": place, "what": "Huisarts bellen",
            "owner": "IK", "done_on": key if place == 0 else None, **mine,
        }  # fmt: skip


def _entry(
    noun: str, row_id: UUID, title: str, folded: str, subject: UUID | None
) -> tuple[type[Base], dict[str, Any]]:
    return SearchEntry, {
        "noun": noun, "row_id": row_id, "title": title, "folded": folded, "subject_id": subject,
    }  # fmt: skip
