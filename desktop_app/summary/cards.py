"""Small signed files by which organisation and region come to know each other's public keys.

An organisation hands the region its *card*; the region hands every organisation its *profile*.
Both are JSON, signed with the key they carry, and compared by eight words (`fingerprint`). They
hold nothing secret and nothing about people.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import TypeVar

from desktop_app.errors import UserError
from desktop_app.summary import sealing
from desktop_app.words import _

CODE = re.compile(r"[a-z0-9]{2,20}")
"""Codes stand in file names: small letters and digits."""
VERSION = re.compile(r"\d{4}-\d{1,3}")
"""A profile's version: the year it was made in, and its number of all."""
LINE = re.compile(r"[^\x00-\x1f\x7f-\x9f]{0,200}")
"""A name or mark in one line, without signs that steer a screen."""
_MANY = 100_000


@dataclass(frozen=True, slots=True)
class Card:
    """Who an organisation is.

    Args:
        code: its short code.
        name: its name.
        key: public Ed25519 key, 64 hexadecimal digits; its month files are signed with it.
        recipient: age recipient to which files for it are sealed.
    """

    code: str
    name: str
    key: str
    recipient: str


@dataclass(frozen=True, slots=True)
class Profile:
    """Who the region is and what it agreed with its organisations.

    Args:
        code: its short code.
        name: its name.
        key: public Ed25519 key, 64 hexadecimal digits.
        recipient: age recipient to which month files are sealed.
        version: "2026-2"; a later profile replaces an earlier one.
        programme: name of the programme whose start counts "since the start".
        programme_start: first day of the programme, ISO date.
        target: how many people the region wants to house; 0 when there is no target.
        exact_headlines: whether the region takes headlines exact from ten up.
    """

    code: str
    name: str
    key: str
    recipient: str
    version: str
    programme: str
    programme_start: str
    target: int
    exact_headlines: bool

    @property
    def start(self) -> date:
        """The first day of the programme."""
        return date.fromisoformat(self.programme_start)


_Known = TypeVar("_Known", Card, Profile)
_FORMATS: dict[type[Card | Profile], str] = {
    Card: "thuisbasis-card/1",
    Profile: "thuisbasis-profile/1",
}


def identity(known: Card | Profile) -> bytes:
    """Return what the eight words are made of: whose keys, and which."""
    mark = _FORMATS[type(known)]
    return _canonical([mark, known.code, known.key, known.recipient])


def order(version: str) -> tuple[int, ...]:
    """Return a profile's version in a form that sorts: of two, the later one is larger."""
    return tuple(int(part) for part in version.split("-"))


def write(known: Card | Profile, signing_key: bytes) -> bytes:
    """Return the file, signed."""
    content = {"format": _FORMATS[type(known)], **asdict(known)}
    signature = sealing.sign(signing_key, _canonical(content)).hex()
    return json.dumps(
        {**content, "signature": signature}, indent=1, ensure_ascii=False
    ).encode()


def read_card(data: bytes) -> Card:
    """Read an organisation's card.

    Raises:
        UserError: it is no card, or not whole.
    """
    return _read(Card, data, _("This is not an organisation's card. Ask for the card file."))


def read_profile(data: bytes) -> Profile:
    """Read a region's profile.

    Raises:
        UserError: it is no profile, or not whole.
    """
    return _read(Profile, data, _("This is not a region profile. Ask the region for its file."))


def _read(kind: type[_Known], data: bytes, otherwise: str) -> _Known:
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as failure:
        raise UserError(otherwise) from failure
    if not isinstance(content, dict) or content.get("format") != _FORMATS[kind]:
        raise UserError(otherwise)
    damaged = _("This file is damaged or was changed. Ask for it again.")
    try:
        signature = bytes.fromhex(content.pop("signature"))
        known = kind(**{f.name: content[f.name] for f in fields(kind)})
        sound = len(content) == len(fields(kind)) + 1 and _is_sound(known)
        signed = sealing.is_signed_by(bytes.fromhex(known.key), signature, _canonical(content))
    except (KeyError, TypeError, ValueError, AttributeError) as failure:
        raise UserError(damaged) from failure
    if not (sound and signed):
        raise UserError(damaged)
    return known


def _is_sound(known: Card | Profile) -> bool:
    """Whether every field holds what it should; the signature says nothing about that."""
    sound = bool(
        CODE.fullmatch(known.code)
        and known.name
        and LINE.fullmatch(known.name)
        and re.fullmatch("[0-9a-f]{64}", known.key)
        and sealing.is_recipient(known.recipient)
    )
    if isinstance(known, Profile):
        sound = sound and bool(
            VERSION.fullmatch(known.version)
            and isinstance(known.exact_headlines, bool)
            and isinstance(known.target, int)
            and 0 <= known.target < _MANY
            and LINE.fullmatch(known.programme)
            and known.start
        )
    return sound


def _canonical(content: object) -> bytes:
    return json.dumps(
        content, sort_keys=True, separators=(",", ":"), ensure_ascii=True
    ).encode()
