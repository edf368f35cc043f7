"""The monthly export: prepare, look, approve, note as sent.

`prepare` computes and writes nothing; `approve` writes the sealed file and remembers what left.
A month that was made can be saved again as it was; a correction is one second version.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import dates, whole
from desktop_app.errors import UserError
from desktop_app.store import journal
from desktop_app.store.tables import MonthFile, Organisation
from desktop_app.summary import (
    audit,
    connection,
    indicators,
    ledger,
    package,
    preview,
    refresh,
    sealing,
    tables,
    turns,
)
from desktop_app.summary.package import Envelope
from desktop_app.summary.release import Release, release
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database
    from desktop_app.summary.cards import Profile
    from desktop_app.summary.ledger import MonthCard


@dataclass(frozen=True, slots=True)
class Draft:
    """A month as it would leave now; nothing has left yet.

    Args:
        period: last day of the month.
        revision: 1, or 2 for a correction.
        receiver: the region it would be sealed to.
        file_name: the name it would get.
        headlines: headlines, real and leaving side by side.
        breakdowns: tables, the same.
        dwellings: dwellings per complex, exact.
        told: what the attack tried, in sentences.
        size: bytes of the package before sealing.
        release: the figures themselves.
        package: the package, signed; `package_text` shows it.
    """

    period: date
    revision: int
    receiver: Profile
    file_name: str
    headlines: tuple[preview.Line, ...]
    breakdowns: tuple[preview.Line, ...]
    dwellings: tuple[preview.DwellingLine, ...]
    told: tuple[str, ...]
    size: int
    release: Release
    package: bytes


@dataclass(frozen=True, slots=True)
class Made:
    """A month file on disk."""

    card: MonthCard
    path: Path


def month_due(db: Database, today: date) -> date | None:
    """Return the newest month that is over and was not made yet, as its last day.

    A month is due from its end on; the region expects it by the tenth.
    """
    last = dates.month_end(dates.add_months(today.replace(day=1), -1))
    with db.read() as session:
        newest = ledger.newest(session)
    return None if newest is not None and newest.period >= last else last


def prepare(db: Database, month: date, *, today: date) -> Draft:
    """Count, round and attack a month; nothing is written.

    Args:
        db: the register.
        month: any day of the month.
        today: the month must be over.

    Raises:
        UserError: no region yet, a month whose turn it is not, or a correction in which fewer
            than three people changed.
    """
    period = dates.month_end(month)
    with db.read() as session:
        profile = _receiver(session)
        made = _made(session, period)
        turns.refuse_wrong(session, period, start=profile.start, today=today)
        history = ledger.history(session)
        start = indicators.programme_start(profile.start)
        counted = indicators.month(session, period, start, revision=len(made) + 1)
        if made:
            _refuse_needless(counted, history)
        agreed = connection.exact_headlines_of(session) is not None
        keys = connection.own_keys(session)
        result = release(
            counted, history, keys.rounding, exact_headlines=agreed and profile.exact_headlines
        )
        to = _envelope(session, profile)
        personal = indicators.personal_words(session)
    data = audit.packed(result, history.published, to, keys.signing, personal)
    lines = preview.lines(result, history)
    return Draft(
        period=period,
        revision=result.published.revision,
        receiver=profile,
        file_name=sealing.file_name(profile.code, to.code, period, result.published.revision),
        headlines=tuple(line for line in lines if line.cell.startswith(refresh.HEAD)),
        breakdowns=tuple(line for line in lines if not line.cell.startswith(refresh.HEAD)),
        dwellings=preview.dwelling_lines(result.published.dwellings),
        told=tuple(audit.sentences(result, history.published)),
        size=len(data),
        release=result,
        package=data,
    )


def approve(db: Database, draft: Draft, folder: Path, *, today: date) -> Made:
    """Seal a draft to the region and to ourselves, write it, and remember what left.

    Raises:
        UserError: the register changed in the meantime, or the file cannot be written. In
            neither case anything has left.
    """
    path = folder / draft.file_name
    written = False
    try:
        with db.write() as session:
            _refuse_overtaken(session, draft)
            row = ledger.keep(session, draft.release, draft.package, draft.file_name, today)
            card = ledger.card(row)
            _write(session, draft.receiver, draft.package, path)
            written = True
    except BaseException:
        if written:  # what is not remembered may not lie there
            path.unlink()
        raise
    return Made(card, path)


def save_again(db: Database, file_id: UUID, folder: Path) -> Made:
    """Write a month file once more, as it was, sealed to the region of now.

    Raises:
        UserError: the file cannot be written, or it was made for another region.
    """
    with db.write() as session:
        row = session.get_one(MonthFile, file_id)
        receiver = _receiver(session)
        if package.unpack(row.package).envelope.recipient != receiver.recipient:
            raise UserError(
                _("This file was made for other keys of a region; it opens nowhere else.")
            )
        path = _write(session, receiver, row.package, folder / row.file_name)
        journal.note(session, "EXPORT", detail=f"again {row.file_name[:150]}")
        card = ledger.card(row)
    return Made(card, path)


def note_sent(db: Database, file_id: UUID, *, on: date, how: str = "") -> None:
    """Write down that a month file was sent, when and by which way.

    Raises:
        UserError: a day before the file was made.
    """
    with db.write() as session:
        row = session.get_one(MonthFile, file_id)
        if on < row.made_on:
            raise UserError(
                _("The file was made on {day}; it cannot have been sent before.").format(
                    day=dates.dutch(row.made_on)
                )
            )
        row.sent_on, row.sent_how = on, how
        journal.note(session, "EXPORT", detail=f"sent {row.file_name[:150]}")


def write_plain(draft: Draft, folder: Path) -> Path:
    """Write a draft unsealed, for the organisation's own eyes.

    Raises:
        UserError: the file cannot be written.
    """
    path = folder / draft.file_name.removesuffix(".age")
    whole.write(path, draft.package)
    return path


def package_text(draft: Draft) -> dict[str, str]:
    """Return the text of every file in the package, exactly as it leaves."""
    return package.texts(draft.package)


def _receiver(session: Session) -> Profile:
    profile = connection.region_of(session)
    if profile is None:
        raise UserError(
            _(
                "This organisation is not connected to a region yet. Ask the region for its "
                "profile and connect first."
            )
        )
    return profile


def _made(session: Session, period: date) -> list[MonthFile]:
    return list(session.scalars(select(MonthFile).where(MonthFile.period == period)))


def _refuse_needless(counted: refresh.Month, history: refresh.History) -> None:
    """Refuse a correction in which too few people changed to hide one of them."""
    fresh = refresh.decide(counted, history)
    enough = tables.read().rules.refresh_persons
    if max(fresh.head_changed, fresh.leaf_changed) < enough:
        raise UserError(
            _(
                "The file for {month} was made, and fewer than three people changed since. A "
                "correction would tell who. Save the same file again, or wait for next month."
            ).format(month=dates.dutch(counted.now.day)[3:])
        )


def _refuse_overtaken(session: Session, draft: Draft) -> None:
    newest = ledger.newest(session)
    if newest and (newest.period, newest.revision) >= (draft.period, draft.revision):
        raise UserError(_("This month was made meanwhile. Look at it again."))


def _envelope(session: Session, profile: Profile) -> Envelope:
    own = session.scalars(select(Organisation)).one()
    newest = ledger.newest(session)
    return Envelope(
        code=own.short_code,
        name=own.name,
        key=sealing.public_key(connection.own_keys(session).signing),
        region=profile.code,
        recipient=profile.recipient,
        previous=newest.digest if newest else "",
        log_head=journal.head(session),
        profile=profile.version,
    )


def _write(session: Session, receiver: Profile, data: bytes, path: Path) -> Path:
    own = connection.own_keys(session).identity
    whole.write(path, sealing.seal(data, [receiver.recipient, sealing.recipient(own)]))
    return path
