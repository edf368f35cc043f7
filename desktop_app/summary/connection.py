"""How an organisation and its region know each other: own keys, own card, the region's profile.

The keys were made when the register was founded and never leave it. The region's keys are
trusted after eight words were compared by telephone, and never change silently.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from desktop_app.errors import UserError
from desktop_app.store import journal
from desktop_app.store.tables import Organisation, Secret, Setting
from desktop_app.summary import cards, fingerprint, sealing
from desktop_app.summary.cards import Card, Profile
from desktop_app.words import _

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database

_REGION = "region profile"
_HEADLINES = "exact headlines"


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """The organisation's secret keys; they stay in the register.

    Args:
        signing: private Ed25519 key.
        identity: age identity.
        rounding: 32 bytes for the dither of the rounding.
    """

    signing: bytes
    identity: str
    rounding: bytes


@dataclass(frozen=True, slots=True)
class ExactHeadlines:
    """That the privacy officer agreed to exact headlines from ten up: who, and when."""

    agreed_by: str
    agreed_on: date


def own_keys(session: Session) -> OwnKeys:
    """Return the organisation's secret keys."""
    return OwnKeys(
        signing=session.get_one(Secret, "signing").value,
        identity=session.get_one(Secret, "age").value.decode(),
        rounding=session.get_one(Secret, "rounding").value,
    )


def own_card(db: Database) -> Card:
    """Return who this organisation is, for the region or another organisation."""
    with db.read() as session:
        return card_of(session)


def card_of(session: Session) -> Card:
    """Return the card within a session."""
    row = session.scalars(select(Organisation)).one()
    keys = own_keys(session)
    key = sealing.public_key(keys.signing).hex()
    return Card(row.short_code, row.name, key, sealing.recipient(keys.identity))


def card_file(db: Database) -> bytes:
    """Return the card as a signed file to hand over."""
    with db.read() as session:
        return cards.write(card_of(session), own_keys(session).signing)


def words_of(known: Card | Profile) -> str:
    """Return the eight words of a card or profile in the language of now."""
    return fingerprint.eight_words(cards.identity(known))


def connect(db: Database, profile_file: bytes, typed_words: str = "") -> Profile:
    """Take a region's profile in use, or a newer one of the same region.

    Args:
        db: the register of the organisation.
        profile_file: the file the region sent.
        typed_words: the eight words as the region read them out. Not needed for a newer
            profile with the same keys.

    Raises:
        UserError: no profile, other words than the file's, an older profile than the present,
            or this register is a region's itself.
    """
    profile = cards.read_profile(profile_file)
    with db.read() as session:
        _refuse_region(session)
        present = region_of(session)
    known = present is not None and cards.identity(present) == cards.identity(profile)
    if not known and not fingerprint.matches(cards.identity(profile), typed_words):
        raise UserError(
            _(
                "These are not the eight words of this region profile. Call the region and "
                "compare them again; do not use the file until they agree."
            )
        )
    if (
        known
        and present is not None
        and cards.order(profile.version) < cards.order(present.version)
    ):
        raise UserError(
            _("This region profile is older than the one in use ({version}).").format(
                version=present.version
            )
        )
    with db.write() as session:
        _keep(session, _REGION, {"profile": profile_file.decode()})
        journal.note(session, "CONFIG", detail="region profile")
    return profile


def _refuse_region(session: Session) -> None:
    if session.scalars(select(Organisation)).one().kind == "region":
        raise UserError(
            _(
                "This register is a region's, not an organisation's. Open the organisation's "
                "register for this."
            )
        )


def region(db: Database) -> Profile | None:
    """Return the region this organisation is connected to, if any."""
    with db.read() as session:
        return region_of(session)


def region_of(session: Session) -> Profile | None:
    """Return the region within a session."""
    row = session.get(Setting, _REGION)
    return None if row is None else cards.read_profile(row.value["profile"].encode())


def agree_exact_headlines(db: Database, agreed_by: str, agreed_on: date) -> None:
    """Write down that the privacy officer agreed to exact headlines from ten up.

    Raises:
        UserError: nobody is named.
    """
    if not agreed_by.strip():
        raise UserError(_("Fill in who agreed to exact headlines."))
    with db.write() as session:
        value = {"agreed_by": agreed_by.strip(), "agreed_on": agreed_on.isoformat()}
        _keep(session, _HEADLINES, value)
        journal.note(session, "CONFIG", detail="exact headlines agreed")


def round_headlines(db: Database) -> None:
    """Go back to rounded headlines; what was sent stays what it was."""
    with db.write() as session:
        row = session.get(Setting, _HEADLINES)
        if row is not None:
            session.delete(row)
        journal.note(session, "CONFIG", detail="headlines rounded")


def exact_headlines(db: Database) -> ExactHeadlines | None:
    """Return who agreed to exact headlines, or None while they are rounded."""
    with db.read() as session:
        return exact_headlines_of(session)


def exact_headlines_of(session: Session) -> ExactHeadlines | None:
    """Return the agreement within a session."""
    row = session.get(Setting, _HEADLINES)
    if row is None:
        return None
    return ExactHeadlines(row.value["agreed_by"], date.fromisoformat(row.value["agreed_on"]))


def _keep(session: Session, name: str, value: dict[str, Any]) -> None:
    row = session.get(Setting, name)
    if row is None:
        session.add(Setting(name=name, value=value))
    else:
        row.value = value
