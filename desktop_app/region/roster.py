"""Who takes part in the region, and the profile by which organisations know it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from desktop_app.errors import UserError
from desktop_app.region.opening import Desk
from desktop_app.store import journal
from desktop_app.store.tables import Organisation, Participant, Setting
from desktop_app.summary import cards, connection, fingerprint, sealing
from desktop_app.summary.cards import Card, Profile
from desktop_app.words import _

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database

_RULES = "region rules"
_ISSUED = "region profile issued"


@dataclass(frozen=True, slots=True)
class Rules:
    """What the region agreed with its organisations.

    Args:
        programme: the programme's name.
        exact_headlines: whether headlines from ten up are taken exact.
    """

    programme: str = ""
    exact_headlines: bool = True


@dataclass(frozen=True, slots=True)
class Issue:
    """A version of the region's profile: since when, and from which day it counts."""

    version: str
    on: date
    start: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An organisation that takes part, or did."""

    participant_id: UUID
    code: str
    name: str
    words: str
    joined_on: date
    left_on: date | None


def add(db: Database, card_file: bytes, *, today: date) -> Member:
    """Let an organisation take part by its card; the same card again changes its name only.

    Compare the eight words of the member by telephone before its figures are used.

    Raises:
        UserError: no card; this register is not a region's; the organisation is known under
            other keys (see `change_keys`).
    """
    card = cards.read_card(card_file)
    with db.write() as session:
        require_region(session)
        row = _by_code(session, card.code)
        if row is not None and (row.key, row.recipient) != (card.key, card.recipient):
            raise UserError(
                _(
                    "{organisation} is known with other keys. If it really has new ones, call "
                    "and compare the eight words of the new card first."
                ).format(organisation=row.name)
            )
        if row is None:
            row = Participant(**asdict(card), joined_on=today)
            session.add(row)
        row.name, row.left_on = card.name, None
        session.flush()
        journal.note(session, "CONFIG", detail=f"participant {card.code}")
        return _member(row)


def change_keys(db: Database, card_file: bytes, typed_words: str) -> Member:
    """Take new keys of a known organisation in use, after its eight words were compared.

    Raises:
        UserError: no card, an unknown organisation, or other words.
    """
    card = cards.read_card(card_file)
    with db.write() as session:
        row = _by_code(session, card.code)
        if row is None:
            raise UserError(_("This organisation does not take part yet. Add its card."))
        if not fingerprint.matches(cards.identity(card), typed_words):
            raise UserError(
                _(
                    "These are not the eight words of this card. Call {organisation} and "
                    "compare them again."
                ).format(organisation=row.name)
            )
        row.key, row.recipient, row.name = card.key, card.recipient, card.name
        session.flush()
        journal.note(session, "CONFIG", detail=f"keys of {card.code}")
        return _member(row)


def leave(db: Database, participant_id: UUID, *, on: date) -> None:
    """Let an organisation take part no longer; what it sent stays."""
    with db.write() as session:
        row = session.get_one(Participant, participant_id)
        row.left_on = on
        journal.note(session, "CONFIG", detail=f"participant {row.code} left")


def come_back(db: Database, participant_id: UUID) -> None:
    """Let an organisation that left take part again, as if it had never left."""
    with db.write() as session:
        row = session.get_one(Participant, participant_id)
        row.left_on = None
        journal.note(session, "CONFIG", detail=f"participant {row.code} came back")


def members(db: Database) -> list[Member]:
    """Return the organisations, by name."""
    with db.read() as session:
        rows = session.scalars(select(Participant).order_by(Participant.name))
        return [_member(row) for row in rows]


def member(db: Database, code: str) -> Member:
    """Return the organisation with a short code.

    Raises:
        UserError: none has it; the sentence names those that are there.
    """
    known = {one.code: one for one in members(db)}
    if code not in known:
        raise UserError(
            _("No organisation is called “{code}” here. There are: {codes}.").format(
                code=code, codes=", ".join(sorted(known)) or "–"
            )
        )
    return known[code]


def rules(db: Database) -> Rules:
    """Return what the region agreed."""
    with db.read() as session:
        return rules_of(session)


def agree(db: Database, agreed: Rules) -> None:
    """Change what the region agreed; the next profile says so under a new version."""
    with db.write() as session:
        require_region(session)
        keep_rules(session, agreed)
        journal.note(session, "CONFIG", detail="region rules")


def profile(db: Database, *, today: date) -> Profile:
    """Return the region's profile; it gets a new version whenever it says something new.

    Raises:
        UserError: this register is not a region's, or the programme has no first day yet.
    """
    with db.write() as session:
        return _issue(session, today)


def profile_file(db: Database, *, today: date) -> bytes:
    """Return the region's profile as a signed file to hand to every organisation.

    Raises:
        UserError: as `profile`.
    """
    with db.write() as session:
        issued = _issue(session, today)
        journal.note(session, "EXPORT", detail=f"region profile {issued.version}")
        return cards.write(issued, connection.own_keys(session).signing)


def desk(session: Session) -> Desk:
    """Return what month files are opened with."""
    own = require_region(session)
    roster = {
        row.code: Card(row.code, row.name, row.key, row.recipient)
        for row in session.scalars(select(Participant))
    }
    return Desk(own.short_code, connection.own_keys(session).identity, roster)


def issues(session: Session) -> list[Issue]:
    """Return the versions of the profile so far, the oldest first."""
    row = session.get(Setting, _ISSUED)
    kept = [] if row is None else row.value.get("issued", [])
    return [
        Issue(version, date.fromisoformat(on), date.fromisoformat(start))
        for version, on, start in kept
    ]


def _issue(session: Session, today: date) -> Profile:
    own = require_region(session)
    if own.programme_start is None:
        raise UserError(_("Fill in first on which day the programme begins."))
    keys, agreed = connection.own_keys(session), rules_of(session)
    says: dict[str, Any] = {
        "code": own.short_code,
        "name": own.name,
        "key": sealing.public_key(keys.signing).hex(),
        "recipient": sealing.recipient(keys.identity),
        "programme": agreed.programme,
        "programme_start": own.programme_start.isoformat(),
        "target": own.target or 0,
        "exact_headlines": agreed.exact_headlines,
    }
    issued = session.get(Setting, _ISSUED)
    if issued is not None and issued.value["says"] == says:
        return Profile(**says, version=issued.value["version"])
    before = [] if issued is None else issued.value.get("issued", [])
    count = 0 if issued is None else cards.order(issued.value["version"])[1]
    version = f"{today.year}-{count + 1}"
    now = [version, today.isoformat(), says["programme_start"]]
    _keep(session, _ISSUED, {"says": says, "version": version, "issued": [*before, now]})
    return Profile(**says, version=version)


def rules_of(session: Session) -> Rules:
    """Return what the region agreed, within a session."""
    row = session.get(Setting, _RULES)
    return Rules() if row is None else Rules(**row.value)


def keep_rules(session: Session, agreed: Rules) -> None:
    """Change what the region agreed, within a session."""
    _keep(session, _RULES, asdict(agreed))


def _keep(session: Session, name: str, value: dict[str, Any]) -> None:
    row = session.get(Setting, name)
    if row is None:
        session.add(Setting(name=name, value=value))
    else:
        row.value = value


def _by_code(session: Session, code: str) -> Participant | None:
    return session.scalars(select(Participant).where(Participant.code == code)).one_or_none()


def _member(row: Participant) -> Member:
    card = Card(row.code, row.name, row.key, row.recipient)
    return Member(
        participant_id=row.id,
        code=row.code,
        name=row.name,
        words=connection.words_of(card),
        joined_on=row.joined_on,
        left_on=row.left_on,
    )


def require_region(session: Session) -> Organisation:
    """Return the region itself.

    Raises:
        UserError: this register is an organisation's.
    """
    own = session.scalars(select(Organisation)).one()
    if own.kind != "region":
        raise UserError(
            _(
                "This register is an organisation's, not a region's. Open the region's "
                "register for this."
            )
        )
    return own
