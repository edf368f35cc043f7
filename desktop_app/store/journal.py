"""The access log: who did, saw, printed or sent what and when; hash-chained.

Fields follow NEN 7513. The head of the chain is written outside too (in backups and month
files), because whoever holds a key could otherwise write the whole chain anew.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import codelists, dates
from desktop_app.errors import UserError
from desktop_app.store.acting import ACTING
from desktop_app.store.tables import JournalEntry
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy.orm import Session

_START = bytes(32)


def note(
    session: Session, event: str, *, subject: UUID | None = None, detail: str = ""
) -> None:
    """Add a line in the transaction of now.

    Args:
        session: the writing session of the act that is noted.
        event: code of the list `log_event`.
        subject: the client it is about.
        detail: what kind of thing ("plan", "2026-10"), never content.
    """
    note_each(session, event, (subject,), detail=detail)


def note_each(
    session: Session, event: str, subjects: Iterable[UUID | None], *, detail: str = ""
) -> None:
    """Add a line for each of many clients, as `note` does for one."""
    codelists.require("log_event", event)
    last = _last(session)
    before, chain = (0, _START) if last is None else (last.seq, last.chain)
    for seq, subject in enumerate(subjects, start=before + 1):
        entry = JournalEntry(
            seq=seq,
            at=dates.now(),
            worker_id=session.info[ACTING].worker_id,
            event=event,
            subject_id=subject,
            detail=detail,
            chain=b"",
        )
        entry.chain = chain = _link(chain, entry)
        session.add(entry)
    session.flush()


def head(session: Session) -> str:
    """Return the chain's newest link as text: "42:9f86d081…"; "0:" for an empty log.

    It reads these two columns alone, which a register of every older form has as they are.
    """
    newest = select(JournalEntry.seq, JournalEntry.chain).order_by(JournalEntry.seq.desc())
    last = session.execute(newest.limit(1)).first()
    return "0:" if last is None else f"{last.seq}:{last.chain.hex()}"


def newest_event(session: Session) -> str:
    """Return what the newest line tells of; empty for an empty log."""
    newest = select(JournalEntry.event).order_by(JournalEntry.seq.desc()).limit(1)
    return session.scalar(newest) or ""


def verify(session: Session) -> int:
    """Walk the chain and return the number of lines.

    Raises:
        UserError: a line was changed, removed or put in.
    """
    link, count = _START, 0
    for entry in session.scalars(select(JournalEntry).order_by(JournalEntry.seq)):
        count += 1
        link = _link(link, entry)
        if entry.seq != count or entry.chain != link:
            raise UserError(
                _(
                    "The access log was changed outside the program (line {line}). Keep this "
                    "file as it is and ask your privacy officer."
                ).format(line=count)
            )
    return count


def _last(session: Session) -> JournalEntry | None:
    newest = select(JournalEntry).order_by(JournalEntry.seq.desc()).limit(1)
    return session.scalars(newest).first()


def _link(before: bytes, entry: JournalEntry) -> bytes:
    fields = (entry.seq, _moment(entry.at), entry.worker_id, entry.event, entry.subject_id)
    text = "\x1f".join("" if field is None else str(field) for field in (*fields, entry.detail))
    return hashlib.sha256(before + text.encode()).digest()


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="microseconds")
