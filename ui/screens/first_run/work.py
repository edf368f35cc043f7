"""The work behind the first run.

The rooms that do it load SQLAlchemy, SQLCipher and reportlab. They are imported here inside the
functions, so that the first picture is painted before them; the worker loads them after that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.errors import UserError
from ui.screens.first_run.answers import Answers, Made

# ruff: noqa: PLC0415 - after the first paint; see above

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from desktop_app.register.organisation import OrganisationFields
    from desktop_app.register.safekeeping import Copied
    from desktop_app.register.workers import WorkerFields, WorkerRow
    from desktop_app.store.passwords import Strength
    from desktop_app.store.places import Risk, Stick
    from desktop_app.summary.cards import Profile

PRACTICE_CLIENTS = 47


def check_organisation(answers: Answers) -> None:
    """Refuse what an organisation may not say of itself.

    Raises:
        InvalidFieldsError: naming each wrong field.
    """
    from desktop_app.register import organisation

    organisation.check(_fields(answers))


def proposals(name: str) -> tuple[str, str]:
    """Return a name for the register and a short code for an organisation's name."""
    from desktop_app.register import founding

    return founding.proposed_register_name(name), founding.proposed_code(name)


def proposed_folder(register_name: str) -> Path:
    """Return where to keep a register of this name."""
    from desktop_app.store import places

    return places.proposed(register_name)


def check_folder(folder: Path) -> Risk | None:
    """Tell whether a register can be made in a folder, and what risk is in it.

    Raises:
        UserError: it cannot.
    """
    from desktop_app.store import places

    return places.check(folder)


def sticks() -> list[Stick]:
    """Return the removable disks that are connected now."""
    from desktop_app.store import places

    return places.sticks()


def strength(password: str, name: str) -> Strength:
    """Say in a word how long guessing a password takes."""
    from desktop_app.store import passwords

    return passwords.strength(password, name)


def check_password(password: str, name: str) -> None:
    """Refuse a password that is easily guessed.

    Raises:
        WeakPasswordError: with the reason and what to do.
    """
    from desktop_app.store import passwords

    passwords.check_password(password, name)


def found(answers: Answers, password: str) -> Made:
    """Make the register, whole or not at all.

    Raises:
        UserError: the folder is taken or cannot be written; the disk is full.
    """
    from desktop_app.register import founding
    from desktop_app.register.organisation import FounderFields

    role = "REGIO" if answers.kind == "region" else answers.role
    founder = FounderFields(name=answers.person, role=role, password=password)
    made = founding.found_whole(answers.folder, _fields(answers), founder)
    return Made(answers.folder, made.db, made.opened, made.recovery_code)


def practise(folder: Path, today: date) -> Made:
    """Make a practice register of people who do not exist, whole or not at all.

    Raises:
        UserError: the folder is taken or cannot be written.
    """
    from desktop_app import practice
    from desktop_app.store import opening
    from desktop_app.store.folders import appearing

    with appearing(folder) as part:
        made = practice.make_register(part, today=today, clients=PRACTICE_CLIENTS)
        made.db.close()
    db = opening.open_register(folder, made.opened)
    return Made(folder, db, made.opened, made.recovery_code)


def practice_password() -> str:
    """Return the password of everybody in a practice register."""
    from desktop_app import practice

    return practice.PASSWORD


def sheet(made: Made, today: date) -> bytes:
    """Return the recovery sheet as a PDF, in memory."""
    from desktop_app.register import recovery_sheet

    return recovery_sheet.paper(made.db, made.code, today=today)


def same_group(made: Made, number: int, typed: str) -> bool:
    """Tell whether a group of the code was typed over from paper as it is."""
    from desktop_app.store import recovery

    return recovery.same_group(made.code, number, typed)


def note_sheet_checked(made: Made, today: date) -> None:
    """Remember that the sheet was read on paper."""
    from desktop_app.register import recovery_sheet

    recovery_sheet.note_checked(made.db, today=today)


def add_colleague(made: Made, fields: WorkerFields, password: str) -> list[WorkerRow]:
    """Let a colleague in; return everybody.

    Raises:
        UserError: what was filled in is wrong, or the password too weak.
    """
    from desktop_app.register import workers

    workers.add_worker(made.db, fields, (made.opened, password))
    return workers.worker_rows(made.db)


def colleagues(made: Made) -> list[WorkerRow]:
    """Return everybody who works with the register."""
    from desktop_app.register import workers

    return workers.worker_rows(made.db)


def worker_fields(name: str, role: str) -> WorkerFields:
    """Return what is filled in about a colleague."""
    from desktop_app.register.workers import WorkerFields

    return WorkerFields(name=name, role=role)


def read_profile(file: Path) -> tuple[bytes, Profile]:
    """Return a region's profile file and what it says.

    Raises:
        UserError: it is none, or damaged, or cannot be read.
    """
    from desktop_app.summary import cards
    from desktop_app.words import _

    try:
        data = file.read_bytes() if file.stat().st_size <= _LARGEST else b""
    except OSError as failure:
        raise UserError(
            _("This file cannot be read. Is the disk or stick still connected?")
        ) from failure
    return data, cards.read_profile(data)


def connect(made: Made, profile: bytes, words: str) -> Profile:
    """Take a region's profile in use.

    Raises:
        UserError: other words than the file's.
    """
    from desktop_app.summary import connection

    return connection.connect(made.db, profile, words)


def back_up(made: Made, folder: Path, at: datetime) -> Copied:
    """Make a backup and read it back.

    Raises:
        UserError: no room, no permission, the stick was taken out.
    """
    from desktop_app.register import safekeeping

    return safekeeping.back_up(made.db, made.opened, folder, at=at)


_LARGEST = 100_000
"""Bytes; a profile has some six hundred."""


def _fields(answers: Answers) -> OrganisationFields:
    from desktop_app.register.organisation import OrganisationFields

    return OrganisationFields(
        kind=answers.kind,
        name=answers.name,
        register_name=answers.register_name,
        short_code=answers.short_code,
        phone=answers.phone,
    )


def wrong_field(error: UserError) -> str:
    """Return the field of a colleague's form that an error is about."""
    from desktop_app.store.passwords import WeakPasswordError

    return "password" if isinstance(error, WeakPasswordError) else "name"
