"""The access log is one unbroken chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from desktop_app.errors import UserError
from desktop_app.store import journal

if TYPE_CHECKING:
    from desktop_app.store.database import Database


@pytest.fixture
def logged(db: Database) -> Database:
    for event in ("LOGIN", "READ", "PRINT"):
        with db.write() as session:
            journal.note(session, event, detail="plan")
    return db


def test_a_whole_chain_is_walked_to_its_head(logged: Database) -> None:
    with logged.read() as session:
        assert journal.verify(session) == 3
        assert journal.head(session).startswith("3:")


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE journal SET event='READ' WHERE seq=3",
        "UPDATE journal SET detail='' WHERE seq=2",
        "DELETE FROM journal WHERE seq=2",
        "UPDATE journal SET seq=7 WHERE seq=3",
    ],
)
def test_a_changed_line_is_found(logged: Database, tampering: str) -> None:
    with logged.write() as session:
        session.execute(text(tampering))
    with logged.read() as session, pytest.raises(UserError, match="changed outside"):
        journal.verify(session)


def test_an_unknown_event_is_refused(db: Database) -> None:
    with pytest.raises(UserError, match="GLUREN"), db.write() as session:
        journal.note(session, "GLUREN")
