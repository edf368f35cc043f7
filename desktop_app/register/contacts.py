"""Contact notes: what happened, when, how long. Append-only; a correction shows as one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import assets
from desktop_app.errors import UserError
from desktop_app.register.checks import Problems
from desktop_app.store import journal
from desktop_app.store.folding import fold
from desktop_app.store.tables import ContactNote, Worker
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from desktop_app.store.database import Database

LONGEST = 20_000  # characters; longer text belongs in a document
_NINE_DIGITS = re.compile(r"(?<!\d)\d{9}(?!\d)")
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2} ?(?:[A-Z0-9]{4} ?){3,7}[A-Z0-9]{1,4}\b")
_MAIL = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]+\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFields:
    """What people write after a contact; `kind` is a code of `contact_moment`."""

    kind: str
    at: datetime
    text: str
    minutes: int | None = None
    goal_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note as it reads now: `text` is its newest correction, `first_text` its own."""

    note_id: UUID
    kind: str
    at: datetime
    text: str
    first_text: str
    corrected_at: datetime | None
    minutes: int | None
    goal_id: UUID | None
    worker: str


def write_note(db: Database, client_id: UUID, fields: NoteFields, *, now: datetime) -> UUID:
    """Register a contact under the name of who opened the register.

    Raises:
        InvalidFieldsError: naming each wrong field.
    """
    problems = Problems()
    problems.code("kind", "contact_moment", fields.kind)
    problems.missing("text", fields.text, _("Write what happened, however short."))
    if len(fields.text) > LONGEST:
        problems.add("text", _("This note is too long. Write at most 20,000 characters."))
    if fields.at > now:
        problems.add("at", _("A contact cannot lie in the future."))
    if fields.minutes is not None and not 0 <= fields.minutes <= 24 * 60:
        problems.add("minutes", _("A contact lasts between 0 minutes and a day."))
    problems.raise_any()
    with db.write() as session:
        note = ContactNote(
            client_id=client_id,
            kind=fields.kind,
            at=fields.at,
            worker_id=db.acting.worker_id,
            written_at=now,
            text=fields.text.strip(),
            minutes=fields.minutes,
            goal_id=fields.goal_id,
        )
        session.add(note)
        journal.note(session, "ADD", subject=client_id, detail="note")
    return note.id


def correct_note(
    db: Database, note_id: UUID, text: str, *, now: datetime, at: datetime | None = None
) -> UUID:
    """Write a correction; the note itself stays, and the correction shows as one.

    Args:
        db: the opened register.
        note_id: the note itself, never its correction.
        text: what should have been written.
        now: when the correction is written.
        at: when the contact was, if that was wrong.

    Raises:
        UserError: an empty correction, one of a correction, or of a contact yet to come.
    """
    if at is not None and at > now:
        raise UserError(_("A contact cannot lie in the future."))
    if not text.strip():
        raise UserError(_("A correction needs text. Say what should have been written."))
    with db.write() as session:
        first = session.get_one(ContactNote, note_id)
        if first.corrects_id is not None:
            raise UserError(_("Correct the note itself, not its correction."))
        correction = ContactNote(
            client_id=first.client_id,
            kind=first.kind,
            at=at or first.at,
            worker_id=db.acting.worker_id,
            written_at=now,
            text=text.strip(),
            minutes=first.minutes,
            goal_id=first.goal_id,
            corrects_id=first.id,
        )
        session.add(correction)
        journal.note(session, "EDIT", subject=first.client_id, detail="note")
    return correction.id


def notes(db: Database, client_id: UUID, *, limit: int | None = None) -> list[Note]:
    """Return a client's notes, the newest contact first, each with its newest correction."""
    with db.read() as session:
        rows = session.scalars(
            select(ContactNote)
            .where(ContactNote.client_id == client_id)
            .order_by(ContactNote.written_at, ContactNote.id)
        ).all()
        names = dict(session.execute(select(Worker.id, Worker.name)).all())
    corrections = {row.corrects_id: row for row in rows if row.corrects_id is not None}
    read = [
        _note(row, corrections.get(row.id), names) for row in rows if row.corrects_id is None
    ]
    return sorted(read, key=lambda note: (note.at, note.note_id), reverse=True)[:limit]


def cautions(text: str) -> list[str]:
    """Return what the writer may want to leave out; it warns and never blocks.

    A number that can be a BSN (elfproef), an IBAN, a mail address, or a word that judges.
    """
    found = []
    if any(_may_be_bsn(number) for number in _NINE_DIGITS.findall(text)):
        found.append(_("This looks like a BSN. It does not belong in a note."))
    if _IBAN.search(text):
        found.append(_("This looks like a bank account number. Is it needed here?"))
    if _MAIL.search(text):
        found.append(_("This looks like a mail address. Is it needed here?"))
    if set(fold(text).replace(",", " ").replace(".", " ").split()) & _judging():
        found.append(_("Is this needed? Write what you saw, not what you think of it."))
    return found


def _judging() -> frozenset[str]:
    return frozenset(assets.read_json("forms/judging_words.json")["nl"])


def _may_be_bsn(number: str) -> bool:
    """Apply the elfproef: about 9 in 100 random numbers pass it, so it only warns."""
    total = sum(int(d) * w for d, w in zip(number, _BSN_WEIGHTS, strict=True))
    return number != "0" * 9 and total % 11 == 0


def _note(row: ContactNote, correction: ContactNote | None, names: dict[UUID, str]) -> Note:
    return Note(
        note_id=row.id,
        kind=row.kind,
        at=correction.at if correction else row.at,
        text=correction.text if correction else row.text,
        first_text=row.text,
        corrected_at=correction.written_at if correction else None,
        minutes=row.minutes,
        goal_id=row.goal_id,
        worker=names.get(row.worker_id, "") if row.worker_id else "",
    )
