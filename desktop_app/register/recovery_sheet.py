"""The recovery sheet in the life of a register: printed, tried out, renewed.

The code itself is nowhere: only the key file knows whether one fits. What the register keeps
is the day on which somebody last proved that the paper can be read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app import words
from desktop_app.paper import sheets
from desktop_app.register import organisation, rights
from desktop_app.register.agenda.office import SHEET, sheet_checked_on
from desktop_app.store import journal, keys, recovery
from desktop_app.store.tables import Setting

_DOUBLE = re.compile(r"^register\s+(?=\S)", re.IGNORECASE)  # the sheet says "register" already

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from desktop_app.store.database import Database
    from desktop_app.words import Language


def paper(db: Database, code: str, *, today: date, language: Language | None = None) -> bytes:
    """Return the sheet with a code as a PDF, for the printer only.

    Args:
        db: the register that the code opens, or is going to.
        code: as `keys.create` or `new_code` gave it.
        today: stands on the sheet.
        language: of the sheet; the program's own if not given.
    """
    card = organisation.organisation(db)
    return sheets.print_recovery_sheet(
        sheets.RecoverySheet(
            organisation=card.name,
            register=_DOUBLE.sub("", card.register_name),
            printed_on=today,
            code=code,
            language=language or words.language(),
        )
    )


def new_code() -> str:
    """Return a code to print. It opens nothing until `renew` puts it in the old one's place."""
    return recovery.new_code()[1]


def same_group(code: str, number: int, typed: str) -> bool:
    """Tell whether a group of a code was typed over as it is; `number` counts from 1."""
    return recovery.same_group(code, number, typed)


def renew(db: Database, opened: keys.Opened, code: str, *, today: date) -> None:
    """Put a code in place of the one before; earlier sheets open nothing from now on.

    Call it once the paper with the code was read over: so there is no moment at which no sheet
    on paper opens the register. Takes half a second: on the worker.

    Raises:
        NotAllowedError: the role of whoever does it does not manage.
        UserError: the key file cannot be written, or was changed meanwhile.
    """
    rights.insist_before(db)
    keys.renew_recovery_code(db.folder, opened, code, today=today)
    with db.write() as session:
        _keep(session, today)
        journal.note(session, "CONFIG", detail="recovery code renewed")


def try_out(db: Database, code: str, *, today: date) -> None:
    """Prove that a code opens this register, and remember the day; nothing else happens.

    Takes half a second: call it on the worker.

    Raises:
        MistypedCodeError, WrongRecoveryCodeError, KeyFileError.
    """
    keys.recover(db.folder, code)
    note_checked(db, today=today)


def note_checked(db: Database, *, today: date) -> None:
    """Remember that somebody read the sheet on paper today."""
    with db.write() as session:
        _keep(session, today)
        journal.note(session, "CONFIG", detail="recovery sheet checked")


def checked_on(db: Database) -> date | None:
    """Return when the sheet of now was last read on paper; None if never."""
    with db.read() as session:
        return sheet_checked_on(session)


def _keep(session: Session, on: date | None) -> None:
    value = {"checked_on": on.isoformat() if on else ""}
    row = session.get(Setting, SHEET)
    if row is None:
        session.add(Setting(name=SHEET, value=value))
    else:
        row.value = value
