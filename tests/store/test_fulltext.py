"""Search finds people however their names are typed, and nothing of the deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import select

from desktop_app.store import fulltext
from desktop_app.store.folding import fold
from desktop_app.store.tables import Client

if TYPE_CHECKING:
    from desktop_app.store.database import Database

PEOPLE = [
    ("Łukasz", "", "Wiśniewski"),
    ("Mehmet", "", "Yılmaz"),
    ("Joëlle", "van der", "Meulen"),
    ("Oksana", "", "Shevchenko"),
]


@pytest.fixture
def people(db: Database) -> Database:
    with db.write() as session:
        for count, (call, infix, last) in enumerate(PEOPLE, start=1):
            session.add(
                Client(
                    number_letter="C",
                    number_count=count,
                    call_name=call,
                    infix=infix,
                    last_name=last,
                )
            )
    return db


def titles(db: Database, words: str) -> list[str]:
    query = fulltext.matching(words, 10)
    if query is None:
        return []
    with db.read() as session:
        return [entry.title for entry in session.scalars(query)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lukasz", ["Łukasz Wiśniewski"]),
        ("WISN", ["Łukasz Wiśniewski"]),
        ("yilm", ["Mehmet Yılmaz"]),
        ("meulen joe", ["Joëlle van der Meulen"]),
        ("c-0004", ["Oksana Shevchenko"]),
        ("niemand", []),
        ("", []),
    ],
)
def test_names_are_found_by_their_beginnings(
    people: Database, typed: str, found: list[str]
) -> None:
    assert titles(people, typed) == found


@pytest.mark.parametrize("typed", ['"', "NEAR(", "* OR *", "a AND", "folded:", "--", "(", "'"])
def test_what_is_typed_is_never_read_as_a_query(people: Database, typed: str) -> None:
    assert isinstance(titles(people, typed), list)


def test_deleted_words_leave_the_index(people: Database) -> None:
    with people.write() as session:
        gone = session.scalars(select(Client).where(Client.last_name == "Yılmaz")).one()
        session.delete(gone)
    assert titles(people, "yilmaz") == []


@example("\U0001d5d4")  # a mathematical A: a capital that only taking apart reveals
@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Łucja Błaszczyk", "lucja blaszczyk"),
        ("Ünal Çelik", "unal celik"),
        ("d’Angelo", "dangelo"),
        ("İbrahim", "ibrahim"),
        ("  Van   den Berg ", "van den berg"),
    ],
)
def test_folding_meets_how_people_type(name: str, folded: str) -> None:
    assert fold(name) == folded
