"""Shielded names: initials and number on every list and page; the real name everywhere else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app import naming, practice
from desktop_app.plans import papers, versions
from desktop_app.register import (
    agenda,
    client_card,
    client_list,
    dwelling_card,
    dwelling_list,
    lists,
    search,
    tenancy_list,
    waiting,
)
from desktop_app.register.timeline import timeline
from desktop_app.store.tables import Client, Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.store.database import Database

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A practice register of twelve people."""
    folder = tmp_path_factory.mktemp("shielded") / "register"
    made = practice.make_register(folder, today=TODAY, clients=12)
    yield made.db
    made.db.close()


@pytest.fixture
def shielded() -> Iterator[None]:
    naming.shield(on=True)
    yield
    naming.shield(on=False)


def names(db: Database) -> set[str]:
    """The last names, which nobody who looks along may read."""
    with db.read() as session:
        return {client.last_name for client in session.query(Client)}


@pytest.mark.usefixtures("shielded")
def test_no_reading_for_the_screen_tells_a_name(filled: Database) -> None:
    rows = client_list.client_rows(filled, today=TODAY)
    homes = dwelling_list.dwelling_rows(filled, today=TODAY)
    told: list[object] = [
        *((row.name, row.number) for row in rows),
        *(client_card.client_card(filled, row.client_id, today=TODAY).name for row in rows),
        *homes,
        *(dwelling_card.dwelling_card(filled, one.dwelling_id, today=TODAY) for one in homes),
        *agenda.attention(filled, today=TODAY),
        *waiting.waiting(filled, today=TODAY),
        *tenancy_list.tenancy_rows(filled),
        *versions.plan_rows(filled, today=TODAY),
        *search.recent(filled, today=TODAY),
        *(hit for row in rows for hit in search.find(filled, row.number, today=TODAY)),
        *(
            event.title
            for row in rows
            for event in timeline(filled, row.client_id, today=TODAY)
        ),
    ]
    assert [one for one in map(str, told) if any(name in one for name in names(filled))] == []
    assert rows[0].name.endswith(f"({rows[0].number})")


@pytest.mark.usefixtures("shielded")
def test_a_shielded_client_is_found_by_the_real_name(filled: Database) -> None:
    last_name = max(names(filled), key=len)
    (hit, *_others) = search.find(filled, last_name, today=TODAY)
    assert hit.detail in hit.title


@pytest.mark.usefixtures("shielded")
def test_paper_and_saved_lists_bear_the_real_name(filled: Database) -> None:
    saved = "\n".join(map(str, lists.read(filled, "clients", today=TODAY).rows))
    assert [name for name in names(filled) if name not in saved] == []
    plan = versions.plan_rows(filled, today=TODAY)[0]
    with filled.read() as session:
        words = papers.compose(session, session.get_one(Plan, plan.plan_id), today=TODAY)
    assert any(name in words.cover.person for name in names(filled))


def test_in_full_again_everything_is_as_before(filled: Database) -> None:
    naming.shield(on=True)
    naming.shield(on=False)
    assert {row.name for row in client_list.client_rows(filled, today=TODAY)} <= {
        client.full_name for client in _clients(filled)
    }


def _clients(db: Database) -> list[Client]:
    with db.read() as session:
        return session.query(Client).all()
