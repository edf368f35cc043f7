"""Search: clients and dwellings by the beginnings of their words, as the worker types.

What was typed is not kept. Only a search in notes is noted in the access log, without words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sqlalchemy import func, or_, select

from desktop_app.register.dwelling_list import rows_of
from desktop_app.register.likeness import one_slip
from desktop_app.register.tenancy_list import running_on
from desktop_app.store import fulltext, journal
from desktop_app.store.folding import fold
from desktop_app.store.tables import (
    Client,
    ContactNote,
    Dwelling,
    JournalEntry,
    SearchEntry,
    Tenancy,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database

Noun = Literal["client", "dwelling"]
MOST = 12
_LEAST_FOR_SLIPS = 4  # letters; in a shorter word a slip could be anything
_BEFORE = 24  # letters of a note that are shown before what was found
_LOOKED_BACK = 400  # lines of the access log


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found.

    Attributes:
        noun: what it is.
        row_id: its id.
        title: the client's name or the dwelling's address.
        detail: the client's number, or the dwelling's city.
        where: the client's address now, or the dwelling's complex; may be empty.
    """

    noun: Noun
    row_id: UUID
    title: str
    detail: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A contact note in which all words stand; `text` is what stands around the first."""

    note_id: UUID
    client_id: UUID
    name: str
    at: datetime
    text: str


def find(db: Database, words: str, *, today: date, limit: int = MOST) -> list[Hit]:
    """Return clients first, then dwellings; within each the shortest name first.

    Every word begins some word of the name, number or address. When nothing does, one slip
    of the hand per word is forgiven.

    Args:
        db: the opened register.
        words: what was typed so far.
        today: for who lives where.
        limit: hits together.
    """
    query = fulltext.matching(words, limit)
    if query is None:
        return []
    with db.read() as session:
        entries = session.scalars(query).all() or _near(session, words, limit)
        return _hits(session, entries, today)


def recent(db: Database, *, today: date, limit: int = 5) -> list[Hit]:
    """Return the clients whose pages this worker opened last, the newest first."""
    mine = (
        JournalEntry.worker_id.is_(None)
        if db.acting.worker_id is None
        else JournalEntry.worker_id == db.acting.worker_id
    )
    with db.read() as session:
        newest = (
            select(JournalEntry.seq, JournalEntry.subject_id)
            .where(JournalEntry.event == "READ", mine, JournalEntry.subject_id.is_not(None))
            .order_by(JournalEntry.seq.desc())
            .limit(_LOOKED_BACK)
            .subquery()
        )
        ids = session.scalars(
            select(newest.c.subject_id)
            .group_by(newest.c.subject_id)
            .order_by(func.max(newest.c.seq).desc())
            .limit(limit)
        ).all()
        found = _clients(session, ids, today)
    return [found[client_id] for client_id in ids if client_id in found]


def find_notes(
    db: Database, words: str, *, key_worker_id: UUID | None = None, limit: int = 50
) -> list[NoteHit]:
    """Return notes in which every word stands somewhere, the newest first.

    Whose notes are shown is noted in the access log, as a look at each of them.

    Args:
        db: the opened register.
        words: what to look for; capitals do not matter, marks on letters do.
        key_worker_id: only in notes about this worker's clients.
        limit: notes.
    """
    wanted = words.split()
    if not wanted:
        return []
    query = select(ContactNote, Client).join(Client, Client.id == ContactNote.client_id)
    for word in wanted:
        query = query.where(ContactNote.text.icontains(word, autoescape=True))
    if key_worker_id is not None:
        query = query.where(Client.key_worker_id == key_worker_id)
    found: dict[UUID, NoteHit] = {}
    with db.write() as session:
        for note, client in session.execute(query.order_by(ContactNote.at.desc()).limit(limit)):
            own = note.corrects_id or note.id  # a correction stands with the note itself
            text = _around(note.text, wanted[0])
            found.setdefault(own, NoteHit(own, client.id, client.shown_name, note.at, text))
        for client_id in dict.fromkeys(hit.client_id for hit in found.values()) or (None,):
            journal.note(session, "SEARCH", subject=client_id, detail="notes")
    return list(found.values())


def _around(text: str, word: str) -> str:
    """Return the line in which a word stands, from a little before it."""
    line = next((one for one in text.splitlines() if word.lower() in one.lower()), text)
    at = line.lower().find(word.lower())
    before, _space, _rest = line[: max(0, at - _BEFORE)].rpartition(" ")
    return f"…{line[len(before) :]}" if before else line


def _near(session: Session, words: str, limit: int) -> list[SearchEntry]:
    """Return entries that differ by a slip from what was typed.

    One slip leaves one half of a word as it is, unless it swaps the letters in the middle;
    so a half, or the word swapped there, finds the candidates.
    """
    typed = fold(words).split()
    longest = max(typed, key=len)
    if len(longest) < _LEAST_FOR_SLIPS:
        return []
    middle = len(longest) // 2
    first, second = longest[:middle], longest[middle:]
    swapped = first[:-1] + second[0] + first[-1] + second[1:]
    parts = [
        SearchEntry.folded.contains(part, autoescape=True) for part in (first, second, swapped)
    ]
    found = session.execute(select(SearchEntry.key, SearchEntry.folded).where(or_(*parts)))
    keys = [key for key, folded in found if _fits(typed, folded.split())]
    query = select(SearchEntry).where(SearchEntry.key.in_(keys[: limit * 4]))
    entries = session.scalars(query).all()
    return sorted(entries, key=lambda entry: (len(entry.folded), entry.title))[:limit]


def _fits(typed: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(_begins(word, whole) for whole in words) for word in typed)


def _begins(word: str, whole: str) -> bool:
    """Tell whether a word begins another but for one slip."""
    if whole.startswith(word):
        return True
    if len(word) < _LEAST_FOR_SLIPS:
        return False
    return any(one_slip(word, whole[: len(word) + more]) for more in (-1, 0, 1))


def _hits(session: Session, entries: Sequence[SearchEntry], today: date) -> list[Hit]:
    clients = _clients(session, [e.row_id for e in entries if e.noun == "client"], today)
    homes = _homes(session, [e.row_id for e in entries if e.noun == "dwelling"], today)
    found = clients | homes
    ordered = [found[entry.row_id] for entry in entries if entry.row_id in found]
    return sorted(ordered, key=lambda hit: hit.noun)


def _clients(session: Session, ids: Sequence[UUID], today: date) -> dict[UUID, Hit]:
    addresses = session.execute(
        select(Tenancy.client_id, Dwelling)
        .join(Dwelling, Dwelling.id == Tenancy.dwelling_id)
        .where(Tenancy.client_id.in_(ids), running_on(today))
    )
    lives = {client_id: dwelling.address for client_id, dwelling in addresses}
    return {
        one.id: Hit("client", one.id, one.shown_name, one.number, lives.get(one.id, ""))
        for one in session.scalars(select(Client).where(Client.id.in_(ids)))
    }


def _homes(session: Session, ids: Sequence[UUID], today: date) -> dict[UUID, Hit]:
    dwellings = session.scalars(select(Dwelling).where(Dwelling.id.in_(ids))).all()
    return {
        row.dwelling_id: Hit(
            "dwelling", row.dwelling_id, row.address, row.city, row.complex_name
        )
        for row in rows_of(session, dwellings, today)
    }
