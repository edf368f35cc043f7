"""The organisation itself: founding a register, its facts and its choices."""

from __future__ import annotations

import re
import secrets
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from desktop_app.register import rights
from desktop_app.register.checks import Problems, lengths
from desktop_app.store import faults, journal, keys, opening
from desktop_app.store.database import revise
from desktop_app.store.tables import Organisation, Secret, Setting, Worker
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from desktop_app.store.database import Database

Kind = Literal["provider", "region"]
SHORT_CODE = re.compile(r"[a-z0-9]{2,20}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationFields:
    """What an organisation says of itself. The short code stands in file names."""

    kind: Kind
    name: str
    register_name: str
    short_code: str
    phone: str = ""
    night_phone: str = ""
    email: str = ""
    programme_start: date | None = None
    target: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationCard(OrganisationFields):
    """The organisation as it stands in the register."""

    organisation_id: UUID
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FounderFields:
    """The first worker: name, role (code of `user_role`) and the password to open with."""

    name: str
    role: str
    password: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Founded:
    """A new register, open, how it was opened, and the code that is shown this once."""

    db: Database
    opened: keys.Opened
    recovery_code: str


def found(
    folder: Path,
    fields: OrganisationFields,
    founder: FounderFields,
    *,
    cost: keys.Cost | None = None,
) -> Founded:
    """Make a new register in a folder: key file, encrypted file, organisation, first worker.

    The organisation's own keys are made here once: Ed25519 to sign, X25519 (age) to receive,
    and 32 bytes for the dither of the rounding, which never leave the register.

    Args:
        folder: is made when it does not exist yet.
        fields: what the organisation says of itself.
        founder: the first worker.
        cost: work per guess at the password; measured on this computer where not given.

    Raises:
        InvalidFieldsError: naming each wrong field.
        UserError: the folder holds a register already or cannot be written; a weak password.
    """
    _check(fields, founder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        raise faults.refusal(refused, folder) from refused
    opened, recovery_code = keys.create(folder, founder.name, founder.password, cost=cost)
    device_key = Ed25519PrivateKey.generate()
    db = opening.create_register(folder, opened, device_key.public_key().public_bytes_raw())
    with db.write() as session:
        session.add(Organisation(**asdict(fields)))
        worker = Worker(
            name=founder.name, role=founder.role, phone=founder.phone, slot_id=opened.slot_id
        )
        session.add(worker)
        session.add_all(Secret(name=name, value=value) for name, value in _own_keys().items())
        session.add(
            Secret(name=f"device/{db.acting.device_id}", value=device_key.private_bytes_raw())
        )
        journal.note(session, "CONFIG", detail="register founded")
    db.act_as(worker.id)
    return Founded(db, opened, recovery_code)


def organisation(db: Database) -> OrganisationCard:
    """Return the organisation of this register."""
    with db.read() as session:
        row = session.scalars(select(Organisation)).one()
        return OrganisationCard(
            organisation_id=row.id,
            version=row.version,
            kind="region" if row.kind == "region" else "provider",
            name=row.name,
            register_name=row.register_name,
            short_code=row.short_code,
            phone=row.phone,
            night_phone=row.night_phone,
            email=row.email,
            programme_start=row.programme_start,
            target=row.target,
        )


def edit_organisation(db: Database, fields: OrganisationFields, *, version: int) -> None:
    """Replace what the organisation says of itself.

    Raises:
        InvalidFieldsError: naming each wrong field.
        NotAllowedError: the role of whoever edits does not manage.
        StaleEditError: somebody else changed it since `version` was read.
    """
    check(fields)
    with db.write() as session:
        rights.insist_on_managing(session)
        row = session.scalars(select(Organisation)).one()
        revise(row, fields, version)
        journal.note(session, "CONFIG", detail="organisation")


def check(fields: OrganisationFields) -> None:
    """Refuse what an organisation may not say of itself.

    Raises:
        InvalidFieldsError: naming each wrong field.
    """
    problems = Problems()
    _check_organisation(problems, fields)
    problems.raise_any()


def choice(db: Database, name: str) -> dict[str, Any]:
    """Return a choice of the organisation by name; empty when it was never made."""
    with db.read() as session:
        row = session.get(Setting, name)
        return {} if row is None else dict(row.value)


def choose(db: Database, name: str, value: dict[str, Any]) -> None:
    """Keep a choice of the organisation under a name."""
    with db.write() as session:
        row = session.get(Setting, name)
        if row is None:
            session.add(Setting(name=name, value=value))
        else:
            row.value = value
        journal.note(session, "CONFIG", detail=name)


def _own_keys() -> dict[str, bytes]:
    return {
        "signing": Ed25519PrivateKey.generate().private_bytes_raw(),
        "age": str(pyrage.x25519.Identity.generate()).encode(),
        "rounding": secrets.token_bytes(32),
    }


def _check(fields: OrganisationFields, founder: FounderFields) -> None:
    problems = Problems()
    _check_organisation(problems, fields)
    problems.missing("founder_name", founder.name, _("Fill in your own name."))
    problems.code("founder_role", "user_role", founder.role)
    problems.raise_any()


def _check_organisation(problems: Problems, fields: OrganisationFields) -> None:
    problems.missing("name", fields.name, _("Fill in the name of your organisation."))
    problems.missing("register_name", fields.register_name, _("Give this register a name."))
    if not SHORT_CODE.fullmatch(fields.short_code):
        problems.add(
            "short_code",
            _("The short name has 2 to 20 small letters and digits, for example delinde."),
        )
    lengths(problems, fields, Organisation)
    if fields.target is not None and fields.target < 0:
        problems.add("target", _("Your share of the goal is 0 or more."))
