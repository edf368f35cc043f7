"""People who may be somebody else: asked about, decided once, and never guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, select

from desktop_app.register.importing import applying, marked, preview
from desktop_app.register.importing.doubts import Decisions
from desktop_app.store import tables as t
from desktop_app.store import undoing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from desktop_app.register.importing.preview import Plan
    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)


@pytest.fixture
def known(db: Database, plan_of: Callable[..., Plan]) -> UUID:
    """Somebody who is in the register already: Saskia de Vries, born on 3 April 1985."""
    plan = plan_of("Naam;Geboortedatum\nSaskia de Vries;3-4-1985\n")
    (client_id,) = applying.apply(db, plan, today=TODAY).clients
    return client_id


def count(db: Database, table: type[Any]) -> int:
    with db.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


@pytest.mark.parametrize(
    ("name", "born", "why"),
    [
        ("Saskia de Vries", "", "a date of birth is missing"),
        ("Saskia de Vries", "4-3-1985", "nearly the same date of birth"),
        ("Saskia de Vries", "3-4-1986", "nearly the same date of birth"),
        ("Saskia de Vries", "1985", ""),
        ("S. de Vries", "3-4-1985", "the same date of birth and last name"),
        ("Sas de Vries", "3-4-1985", "the same date of birth and last name"),
        ("Willem de Vries", "3-4-1985", ""),
        ("Saskia de Vries", "3-4-1985", ""),
        ("Saskia de Vries", "9-9-1960", ""),
        ("Saskia Bos", "3-4-1985", ""),
    ],
)
def test_who_looks_like_somebody_is_asked_about_and_nobody_else(
    plan_of: Callable[..., Plan], known: UUID, name: str, born: str, why: str
) -> None:
    plan = plan_of(f"Naam;Geboortedatum\n{name};{born}\n")
    assert [doubt.other for doubt in plan.doubts] == ([known] if why else [])
    assert len(plan.stops) == len(plan.doubts)
    if why:
        assert plan.stops[0].sentence.startswith("This may be C-0001 of the register")
        assert why in plan.doubts[0].why
        assert plan.stops[0].advice == "Say who it is, or leave the row out."


@pytest.mark.parametrize(("said", "clients"), [("same", 1), ("apart", 2), ("out", 1)])
def test_what_is_decided_about_somebody_is_what_happens(
    db: Database, plan_of: Callable[..., Plan], known: UUID, said: str, clients: int
) -> None:
    plan = plan_of("Naam;Adres;Ingang\nSaskia de Vries;Lindehof 1;1-2-2026\n")
    (doubt,) = plan.doubts
    decisions = {
        "same": Decisions(same={doubt.rows[0]: doubt.other}),
        "apart": Decisions(apart=frozenset(doubt.rows)),
        "out": Decisions(left_out=frozenset(doubt.rows)),
    }[said]
    decided = preview.decide(db, plan, decisions, today=TODAY)
    assert decided.stops == ()
    done = applying.apply(db, decided, today=TODAY)
    assert count(db, t.Client) == clients
    assert done.counts.tenancies == (0 if said == "out" else 1)
    if said == "same":
        with db.read() as session:
            assert session.scalars(select(t.Tenancy.client_id)).all() == [known]


def test_two_rows_that_look_alike_become_one_person_only_when_somebody_says_so(
    db: Database, plan_of: Callable[..., Plan]
) -> None:
    plan = plan_of(
        "Naam;Adres;Ingang;Einde huur\nJan Bos;Lindehof 1;1-1-2025;31-12-2025\n"
        "Jan Bos;Lindehof 2;1-1-2026;\n"
    )
    assert plan.counts.clients == 2
    assert plan.stops == ()
    (doubt,) = plan.doubts
    assert (doubt.rows, doubt.other, doubt.stops) == ((3,), 2, False)
    joined = preview.decide(db, plan, Decisions(same={3: 2}), today=TODAY)
    assert (joined.counts.clients, joined.counts.tenancies) == (1, 2)
    assert joined.doubts == ()
    applying.apply(db, joined, today=TODAY)
    assert (count(db, t.Client), count(db, t.Tenancy)) == (1, 2)


def test_a_person_who_was_left_out_since_is_nobody_to_be_the_same_as(
    db: Database, plan_of: Callable[..., Plan]
) -> None:
    plan = plan_of("Naam;Telefoon\nJan Bos;0612345678\nJan Bos;0687654321\n")
    decisions = Decisions(same={3: 2}, left_out=frozenset({2}))
    assert preview.decide(db, plan, decisions, today=TODAY).counts.clients == 1


def test_what_must_be_solved_is_left_out_and_whatever_needs_it_too(
    db: Database, plan_of: Callable[..., Plan]
) -> None:
    plan = plan_of(
        "Cliëntnummer;Naam;Adres;Ingang\n"
        "X1;Aylin Özdemir;Lindehof 1;31-2-2026\n"
        "X1;;Lindehof 2;1-3-2026\n"
        ";Jan Bos;Lindehof 3;1-3-2026\n"
    )
    assert [stop.rows for stop in plan.stops] == [(2,)]
    ready = preview.without_stops(db, plan, today=TODAY)
    assert ready.left_out == (2, 3)
    assert ready.stops == ()
    done = applying.apply(db, ready, today=TODAY)
    assert done.counts.things() == "1 client, 1 dwelling and 1 lease"
    assert len(done.clients) == 1


def test_the_rows_left_out_make_a_list_that_reads_in_once_it_is_mended(
    db: Database, plan_of: Callable[..., Plan], housing_list: str, tmp_path: Path
) -> None:
    plan = plan_of(housing_list.replace("3-2-26", "31-2-26"))
    ready = preview.without_stops(db, plan, today=TODAY)
    applying.apply(db, ready, today=TODAY)
    path = tmp_path / "later.xlsx"
    marked.save_left_out(db, plan, ready.left_out, path)
    later = preview.prepare(db, path, today=TODAY)
    assert [row.number for row in later.rows] == [2]
    assert "999990019" not in str(later.rows)
    assert [stop.place for stop in later.stops] == ["row 2, column F"]
    with db.read() as session:
        left = session.scalars(
            select(t.JournalEntry.detail).where(t.JournalEntry.event == "EXPORT")
        ).all()
    assert left == ["list not read in"]


def test_work_that_is_ended_half_way_leaves_nothing(
    db: Database, plan_of: Callable[..., Plan], housing_list: str
) -> None:
    plan = plan_of(housing_list)
    for last in range(1, 6):
        before = count(db, t.History), count(db, t.JournalEntry)

        def end(done: int, _total: int, last: int = last) -> None:
            if done == last:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            applying.apply(db, plan, today=TODAY, progress=end)
        assert count(db, t.Client) == count(db, t.Dwelling) == count(db, t.Tenancy) == 0
        assert (count(db, t.History), count(db, t.JournalEntry)) == before
    told: list[tuple[int, int]] = []
    applying.apply(
        db, plan, today=TODAY, progress=lambda done, total: told.append((done, total))
    )
    assert told[-1] == (6, 6)
    assert [done for done, _total in told] == sorted(done for done, _total in told)


def test_a_whole_import_is_taken_back_unless_something_of_it_changed(
    db: Database, plan_of: Callable[..., Plan], housing_list: str
) -> None:
    done = applying.apply(db, plan_of(housing_list), today=TODAY)
    assert done.act is not None
    applying.take_back(db, done.act)
    assert count(db, t.Client) == 0
    again = applying.apply(db, plan_of(housing_list), today=TODAY)
    with db.write() as session:
        session.get_one(t.Client, again.clients[0]).phone = "030 555 01 99"
    assert again.act is not None
    with pytest.raises(undoing.ChangedSinceError):
        applying.take_back(db, again.act)
    assert count(db, t.Client) == 3


def test_decisions_hold_for_the_same_file_alone(
    db: Database, plan_of: Callable[..., Plan], tmp_path: Path
) -> None:
    text = "Naam;Telefoon\nJan Bos;0612345678\nAyşe Bos;0687654321\n"
    plan = plan_of(text)
    asked = preview.Asked(digest=plan.digest, decisions=Decisions(left_out=frozenset({3})))
    path = tmp_path / "list.csv"
    assert preview.prepare(db, path, today=TODAY, asked=asked).left_out == (3,)
    path.write_text(text.replace("Jan", "Jo"), encoding="utf-8")
    assert preview.prepare(db, path, today=TODAY, asked=asked).left_out == ()
    anyway = replace(asked, digest="")
    assert preview.prepare(db, path, today=TODAY, asked=anyway).left_out == (3,)


def test_what_is_new_and_what_is_known_is_counted_by_row(
    db: Database, plan_of: Callable[..., Plan], housing_list: str
) -> None:
    applying.apply(db, plan_of(housing_list), today=TODAY)
    more = housing_list.replace("Totaal", "Bos, Jan;1-1-1970;;Lindehof 7;;;;;\nTotaal")
    plan = plan_of(more)
    assert plan.counts.things() == "1 client"
    assert plan.news[6] == {"client"}
    assert plan.news[3] == frozenset()
    assert plan.known.clients == plan.known.dwellings == plan.known.tenancies == 3
    assert (plan.known.decisions, plan.known.rows) == (3, 3)
