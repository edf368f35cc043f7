"""Month files that come in: each is opened, kept once, and told about in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from desktop_app import dates
from desktop_app.region import merging, opening, roster
from desktop_app.region.arrivals import Arrival, newer_than, other_start, profile_told
from desktop_app.region.opening import Known, RefusedFileError, State
from desktop_app.store import journal
from desktop_app.store.tables import Participant, ReceivedFile
from desktop_app.summary import package
from desktop_app.summary.figures import expected_by
from desktop_app.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session

    from desktop_app.region.merging import Merged
    from desktop_app.region.roster import Issue
    from desktop_app.store.database import Database
    from desktop_app.summary.figures import Published
    from desktop_app.summary.package import Package

_LARGEST = 8_000_000
"""Bytes; what is larger is no month file and is not even read."""

_STATES: dict[State, str] = {
    "read": N_("Read"),
    "replaces": N_("Replaces the one before"),
    "again": N_("Read before"),
    "older": N_("Older version"),
    "conflict": N_("Same number twice"),
    "damaged": N_("Damaged"),
    "unknown": N_("Unknown sender"),
    "key": N_("Other key"),
    "elsewhere": N_("For another region"),
    "newer": N_("Newer program"),
    "future": N_("Month not over"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What became of one file.

    Args:
        file_name: its name, without the folder.
        state: see `opening.State`.
        organisation: name of the sender, "" when not known.
        period: last day of its month; None when it was refused.
        sentence: what happened, and what to do.
        older_profile: whether it was made by an older profile than the region had by now.
    """

    file_name: str
    state: State
    organisation: str
    period: date | None
    sentence: str
    older_profile: bool = False

    @property
    def counts(self) -> bool:
        """Whether its figures are in the totals, from now or from before."""
        return self.state in {"read", "replaces", "again"}

    @property
    def label(self) -> str:
        """The state in a word or two, in the language of now."""
        return _(_STATES[self.state])


@dataclass(frozen=True, slots=True)
class RegionMonth:
    """A month of the region: the totals, and who sent what."""

    merged: Merged
    arrivals: tuple[Arrival, ...]

    @property
    def missing(self) -> list[str]:
        """Names of the organisations without a file."""
        return [arrival.name for arrival in self.arrivals if arrival.revision is None]


def receive(db: Database, files: Sequence[Path], *, today: date) -> list[Received]:
    """Read month files, one transaction each; a wrong one stops none of the others.

    Raises:
        UserError: this register is not a region's.
    """
    return [_receive_one(db, path, today) for path in sorted(files, key=lambda path: path.name)]


def months(db: Database) -> list[date]:
    """Return the months of which a file came in, the newest first."""
    with db.read() as session:
        periods = session.scalars(select(ReceivedFile.period).distinct())
        return sorted(periods, reverse=True)


def files_of_newest(db: Database) -> int:
    """Return how many organisations' files came in for the newest month."""
    with db.read() as session:
        newest = select(func.max(ReceivedFile.period)).scalar_subquery()
        senders = func.count(ReceivedFile.participant_id.distinct())
        return session.scalars(select(senders).where(ReceivedFile.period == newest)).one()


def month(db: Database, period: date) -> RegionMonth:
    """Return a month added up; organisations without a file are named."""
    end = dates.month_end(period)
    with db.read() as session:
        standing, files = _stand(session, end)
    merged = merging.merge(end, files, [one.code for one in standing])
    return RegionMonth(merged, standing)


def arrivals(db: Database, period: date) -> tuple[Arrival, ...]:
    """Return where each organisation stands in a month, by name."""
    with db.read() as session:
        return _stand(session, dates.month_end(period))[0]


def course(db: Database, until: date) -> list[Merged]:
    """Return the months up to and including one, the oldest first, to see the way gone."""
    return [month(db, end).merged for end in reversed(months(db)) if end <= until]


def _receive_one(db: Database, path: Path, today: date) -> Received:
    with db.write() as session:
        desk = roster.desk(session)
        try:
            data = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
            found = opening.open_file(path.name, data, desk)
            name = desk.roster[found.envelope.code].name
            opening.refuse_future(found, name, today)
            state = opening.place(found, _known(session), name)
            newer = newer_than(found.envelope.profile, roster.issues(session), today)
        except OSError:
            sentence = _("This file cannot be read. Is the disk or stick still connected?")
            return _refused(path, RefusedFileError("damaged", sentence))
        except RefusedFileError as refused:
            card = desk.roster.get(refused.organisation)
            return _refused(path, refused, card.name if card else "")
        if state != "again":
            _keep(session, found, path.name, today)
    return Received(
        file_name=path.name,
        state=state,
        organisation=name,
        period=found.published.period,
        sentence=_told(state, found, name, newer),
        older_profile=bool(newer),
    )


def _refused(path: Path, error: RefusedFileError, organisation: str = "") -> Received:
    return Received(
        file_name=path.name,
        state=error.state,
        organisation=organisation,
        period=None,
        sentence=str(error),
    )


def _told(state: State, found: Package, name: str, newer: str) -> str:
    sentences = {
        "read": _("{organisation}, {month}: read."),
        "replaces": _("{organisation}, {month}: replaces the file from before."),
        "again": _("{organisation}, {month}: was read before; nothing changed."),
    }
    month_ = dates.dutch(found.published.period)[3:]
    said = sentences[state].format(organisation=name, month=month_)
    if not newer:
        return said
    return f"{said} {profile_told(name, found.envelope.profile, newer)}"


def _keep(session: Session, found: Package, name: str, today: date) -> None:
    sender = session.scalars(
        select(Participant).where(Participant.code == found.envelope.code)
    ).one()
    session.add(
        ReceivedFile(
            participant_id=sender.id,
            period=found.published.period,
            revision=found.published.revision,
            digest=found.digest,
            package=found.data,
            file_name=name[:200],
            received_on=today,
        )
    )
    journal.note(session, "IMPORT", detail=f"month file {name[:150]}")


def _known(session: Session) -> list[Known]:
    rows = session.execute(
        select(
            Participant.code, ReceivedFile.period, ReceivedFile.revision, ReceivedFile.digest
        ).join(Participant, ReceivedFile.participant_id == Participant.id)
    )
    return [Known(code, f"{period:%Y-%m}", revision, d) for code, period, revision, d in rows]


def _counting(session: Session, end: date) -> dict[str, ReceivedFile]:
    """Return the newest revision per organisation."""
    rows = session.execute(
        select(Participant.code, ReceivedFile)
        .join(Participant, ReceivedFile.participant_id == Participant.id)
        .where(ReceivedFile.period == end)
        .order_by(ReceivedFile.revision)
    )
    return {code: row for code, row in rows}  # noqa: C416 - rows are not pairs to dict()


def _stand(session: Session, end: date) -> tuple[tuple[Arrival, ...], dict[str, Published]]:
    """Return where each organisation stands in a month, and the figures that count."""
    counting = _counting(session, end)
    read = {code: package.unpack(row.package) for code, row in counting.items()}
    issued = roster.issues(session)
    standing = tuple(
        _arrival(row, end, counting.get(row.code), read.get(row.code), issued)
        for row in session.scalars(select(Participant).order_by(Participant.name))
        if row.code in counting or _took_part(row, end)
    )
    return standing, {code: one.published for code, one in read.items()}


def _took_part(row: Participant, end: date) -> bool:
    """Whether a month's file is expected: from the month on in which somebody joined.

    A month's file is made in the month after it, so who joins in that month may still send it.
    """
    made_in = dates.month_end(end + timedelta(days=1))
    return row.joined_on <= made_in and (row.left_on is None or row.left_on > end)


def _arrival(
    row: Participant,
    end: date,
    file: ReceivedFile | None,
    read: Package | None,
    issued: Sequence[Issue],
) -> Arrival:
    due = expected_by(end)
    if file is None or read is None:
        return Arrival(code=row.code, name=row.name, expected_by=due)
    profile = read.envelope.profile
    return Arrival(
        code=row.code,
        name=row.name,
        expected_by=due,
        revision=file.revision,
        received_on=file.received_on,
        whole=read.published.whole,
        coarsened=read.published.coarsened,
        profile=profile,
        newer=newer_than(profile, issued, file.received_on),
        counts_from=other_start(profile, issued),
    )
