"""Search: clients and dwellings by the beginnings of their words, as the worker types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop_app.store import fulltext

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.store.database import Database

Noun = Literal["client", "dwelling"]
MOST = 12


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: which noun, its id, and what it is called."""

    noun: Noun
    row_id: UUID
    title: str


def find(db: Database, words: str, *, limit: int = MOST) -> list[Hit]:
    """Return what the words begin, the shortest first. What was typed is not kept."""
    query = fulltext.matching(words, limit)
    if query is None:
        return []
    with db.read() as session:
        return [
            Hit("client" if entry.noun == "client" else "dwelling", entry.row_id, entry.title)
            for entry in session.scalars(query)
        ]
