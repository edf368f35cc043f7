"""Drafts: what was typed and not yet registered. They survive a lock, encrypted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from desktop_app import dates
from desktop_app.store.tables import Draft

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database


def keep_draft(
    db: Database, place: str, content: dict[str, Any], *, client_id: UUID | None = None
) -> None:
    """Keep what the worker typed at a place, in place of what was kept there before.

    Args:
        db: the opened register.
        place: where it was typed ("client/new", "note/<id>"), never a name.
        content: JSON values.
        client_id: whom it is about, so that it goes when that person's data go.
    """
    with db.write() as session:
        draft = _find(session, db, place)
        if draft is None:
            session.add(
                Draft(
                    worker_id=db.acting.worker_id,
                    place=place,
                    client_id=client_id,
                    saved_at=dates.now(),
                    content=content,
                )
            )
        else:
            draft.content = content
            draft.saved_at = dates.now()


def draft(db: Database, place: str) -> dict[str, Any] | None:
    """Return what this worker typed at a place, or None when nothing is kept there."""
    with db.read() as session:
        found = _find(session, db, place)
        return None if found is None else dict(found.content)


def forget_draft(db: Database, place: str) -> None:
    """Throw a draft away: it was registered, or the worker chose to."""
    with db.write() as session:
        found = _find(session, db, place)
        if found is not None:
            session.delete(found)


def _find(session: Session, db: Database, place: str) -> Draft | None:
    mine = (
        Draft.worker_id.is_(None)
        if db.acting.worker_id is None
        else Draft.worker_id == db.acting.worker_id
    )
    return session.scalars(select(Draft).where(mine, Draft.place == place)).first()
