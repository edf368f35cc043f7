"""Reading in: everything, once, in one transaction; and a list reads back as the same list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, select

from desktop_app import practice, words
from desktop_app.errors import UserError
from desktop_app.register import lists
from desktop_app.register.importing import applying, preview
from desktop_app.store import tables as t
from desktop_app.store import undoing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.register.importing.preview import Plan
    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)


def count(db: Database, table: type[Any]) -> int:
    with db.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def only(db: Database, table: type[Any]) -> Any:
    with db.read() as session:
        return session.scalars(select(table)).one()


def test_the_housing_list_is_read_in_whole(
    db: Database, plan_of: Callable[..., Plan], housing_list: str
) -> None:
    counts = applying.apply(db, plan_of(housing_list), today=TODAY).counts
    assert counts.things() == "3 clients, 3 dwellings, 3 leases and 3 decisions"
    assert [count(db, table) for table in (t.Client, t.Dwelling, t.Tenancy, t.Decision)] == [
        3
    ] * 4
    with db.read() as session:
        by_name = {c.last_name: c for c in session.scalars(select(t.Client))}
        vries = by_name["Vries"]
        assert (vries.call_name, vries.infix, vries.birth_date) == (
            "S.",
            "de",
            date(1985, 4, 3),
        )
        assert vries.number == "C-0002"
        lease = session.scalars(select(t.Tenancy).where(t.Tenancy.client_id == vries.id)).one()
        assert (lease.tenancy_type, lease.contract_until, lease.rent_cents) == (
            "REG",
            None,
            49800,
        )
        dwelling = session.get_one(t.Dwelling, lease.dwelling_id)
        assert (dwelling.house_number, dwelling.house_letter, dwelling.addition) == (
            12,
            "A",
            "3",
        )
        assert dwelling.rent_cents == 49800
        decision = session.scalars(
            select(t.Decision).where(t.Decision.client_id == vries.id)
        ).one()
        assert (decision.starts_on, decision.ends_on) == (date(2025, 1, 1), date(2027, 6, 30))
        steps = session.scalars(
            select(t.TrajectoryStep)
            .where(t.TrajectoryStep.client_id == vries.id)
            .order_by(t.TrajectoryStep.on, t.TrajectoryStep.id)
        ).all()
        assert [(step.status, step.on) for step in steps] == [
            ("AANM", date(2025, 1, 1)),
            ("WOON", date(2025, 1, 1)),
        ]
        support = session.scalars(
            select(t.SupportPeriod).where(t.SupportPeriod.client_id == vries.id)
        ).one()
        assert (support.starts_on, support.ended_on) == (date(2025, 1, 1), None)
        status = session.scalars(
            select(t.DwellingStatus).where(t.DwellingStatus.dwelling_id == dwelling.id)
        ).one()
        assert (status.status, status.since) == ("VER", date(2025, 1, 1))
        temporary = session.scalars(
            select(t.Tenancy).where(t.Tenancy.client_id == by_name["Özdemir"].id)
        ).one()
        assert (temporary.tenancy_type, temporary.contract_until) == (
            "TIJD2",
            date(2026, 12, 31),
        )


def test_a_second_time_nothing_is_new(
    db: Database, plan_of: Callable[..., Plan], housing_list: str
) -> None:
    applying.apply(db, plan_of(housing_list), today=TODAY)
    again = plan_of(housing_list)
    assert again.stops == ()
    assert again.counts.things() == "nothing new"
    applying.apply(db, again, today=TODAY)
    assert [count(db, table) for table in (t.Client, t.Dwelling, t.Tenancy, t.Decision)] == [
        3
    ] * 4


def test_an_import_can_be_taken_back_at_once(
    db: Database, plan_of: Callable[..., Plan], housing_list: str
) -> None:
    applying.apply(db, plan_of(housing_list), today=TODAY)
    done = undoing.last_act(db)
    assert done is not None
    undoing.undo(db, done)
    for table in (t.Client, t.Dwelling, t.Tenancy, t.Decision, t.TrajectoryStep, t.Referral):
        assert count(db, table) == 0
    applying.apply(db, plan_of(housing_list), today=TODAY)
    assert count(db, t.Client) == 3


def test_one_wrong_row_and_nothing_is_written(
    db: Database, plan_of: Callable[..., Plan], housing_list: str
) -> None:
    plan = plan_of(housing_list.replace("3-2-26", "31-2-26"))
    history = count(db, t.History)
    with pytest.raises(UserError, match="1 thing must be solved in the file first") as error:
        applying.apply(db, plan, today=TODAY)
    assert "zdemir" not in str(error.value)
    assert count(db, t.Client) == count(db, t.Dwelling) == 0
    assert count(db, t.History) == history


def test_what_changed_in_the_register_meanwhile_counts(
    db: Database, plan_of: Callable[..., Plan]
) -> None:
    text = "Naam;Geboortedatum;Adres;Ingang\nAylin Özdemir;1-5-1979;Lindehof 1;1-1-2025\n"
    early = plan_of(text)
    applying.apply(db, plan_of(text.replace("Aylin", "Ayşe")), today=TODAY)
    with pytest.raises(UserError, match="must be solved"):
        applying.apply(db, early, today=TODAY)
    assert count(db, t.Client) == 1


def test_a_key_worker_complex_and_code_are_found_by_name(
    db: Database, plan_of: Callable[..., Plan]
) -> None:
    text = (
        "Naam;Geboortedatum;Begeleider;Complex;Straat;Huisnummer\n"
        "Aylin Özdemir;1-5-1979;marieke bos;Lindehof;Lindehof;1\n"
        "Jan Bos;1-6-1979;iemand;LINDEHOF;Lindehof;2\n"
    )
    plan = plan_of(text)
    assert (
        "row 3, column C",
        "No colleague has this name here; it is left open.",
    ) in [(finding.place, finding.sentence) for finding in plan.findings]
    applying.apply(db, plan, today=TODAY)
    assert only(db, t.Complex).code == "LINDEHOF"
    with db.read() as session:
        worker = session.scalars(select(t.Worker).where(t.Worker.name == "Marieke Bos")).one()
        kept = session.scalars(select(t.Client.key_worker_id).order_by(t.Client.number_count))
        assert kept.all() == [worker.id, None]


def test_reading_in_is_noted_in_the_access_log(
    db: Database, plan_of: Callable[..., Plan], housing_list: str
) -> None:
    applying.apply(db, plan_of(housing_list), today=TODAY)
    with db.read() as session:
        events = session.execute(select(t.JournalEntry.event, t.JournalEntry.detail)).all()
        assert ("IMPORT", "3 rows") in [tuple(event) for event in events]
        assert [event for event, _detail in events].count("CREATE") == 3


@pytest.mark.parametrize("ending", lists.ENDINGS)
@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("seed", [3, 8])
def test_lists_read_in_to_an_empty_register_are_the_same_lists(
    db: Database, tmp_path: Path, ending: str, language: words.Language, seed: int
) -> None:
    words.set_language(language)
    made = practice.make_register(
        tmp_path / "practice", clients=40, seed=seed, today=TODAY, flawed=0
    )
    with made.db.read() as session:
        names = session.scalars(select(t.Worker.name)).all()
    with db.write() as session:
        present = set(session.scalars(select(t.Worker.name)))
        session.add_all(
            t.Worker(name=name, role="BEG") for name in names if name not in present
        )
    wanted = {}
    nouns: tuple[lists.Noun, ...] = ("dwellings", "clients", "tenancies")
    for noun in nouns:
        path = tmp_path / f"{noun}{ending}"
        lists.save(made.db, noun, path, today=TODAY)
        wanted[noun] = lists.read(made.db, noun, today=TODAY)
    made.db.close()
    for noun in nouns:
        plan = preview.prepare(db, tmp_path / f"{noun}{ending}", today=TODAY)
        assert [(stop.place, stop.sentence) for stop in plan.stops] == []
        applying.apply(db, plan, today=TODAY)
    for noun in nouns:
        found = lists.read(db, noun, today=TODAY)
        assert found.heads == wanted[noun].heads
        assert _by_number(found) == _by_number(wanted[noun])


def _by_number(listing: lists.Listing) -> list[dict[str, Any]]:
    rows = [dict(zip(listing.heads, row, strict=True)) for row in listing.rows]
    return sorted(rows, key=lambda row: [str(cell) for cell in row.values()])
