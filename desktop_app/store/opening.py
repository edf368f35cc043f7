"""Making a register, and opening one: checks first, then its form, then whose it is."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import select

from desktop_app import dates, whole
from desktop_app.errors import UserError
from desktop_app.store import encryption, faults, pages, renewing, upgrade
from desktop_app.store.acting import ACTING, Acting
from desktop_app.store.database import Database, plain_errors
from desktop_app.store.faults import DamagedRegisterError
from desktop_app.store.tables import Device, Meta, Worker
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Engine

REGISTER_FILE = encryption.REGISTER_FILE


class Opened(Protocol):
    """What unlocking a key file gives."""

    @property
    def vault_id(self) -> UUID:
        """Of which register the key file is."""

    @property
    def slot_id(self) -> UUID:
        """Whose slot opened it."""

    def database_key(self) -> bytes:
        """Return the 32 bytes that open the register."""

    def database_keys(self) -> tuple[bytes, ...]:
        """Return those bytes and, after them, the ones that opened it before renewals."""


def create_register(folder: Path, opened: Opened, device_key: bytes) -> Database:
    """Make the encrypted file of a new register beside its key file and open it.

    Args:
        folder: holds the key file already.
        opened: the fresh key file, unlocked.
        device_key: public key of this laptop (Ed25519, 32 bytes).

    Raises:
        UserError: there is a register already, or the folder cannot be written.
    """
    path = folder / REGISTER_FILE
    if path.exists():
        raise UserError(
            _("There is a register in this folder already. Open it, or choose another folder.")
        )
    encryption.create_file(path, opened.database_key())
    engine = encryption.make_engine(path, opened.database_key())
    try:
        with plain_errors(folder):
            upgrade.upgrade(engine)
        database = Database(folder, engine, Acting(0, "", None))
        add_device(database, device_key, vault_id=opened.vault_id)
    except BaseException:
        engine.dispose()
        raise
    return database


def add_device(database: Database, device_key: bytes, *, vault_id: UUID | None = None) -> None:
    """Let this register go on as a new device: when it is made, and when a copy is restored.

    Letters run C, D, E … Z, then CA, CB …; the first client is C-0001.
    """
    with database.write() as session:
        count = len(session.scalars(select(Device.id)).all())
        device = Device(letter=_letter(count), public_key=device_key, added_at=dates.now())
        session.info[ACTING] = Acting(count + 1, device.letter, None)
        session.add(device)
        session.flush()
        if vault_id is not None:
            session.add(Meta(name="vault", value=str(vault_id)))
        known = session.get(Meta, "device")
        if known is None:
            session.add(Meta(name="device", value=str(device.id)))
        else:
            known.value = str(device.id)
    database.acting = Acting(device.id, device.letter, database.acting.worker_id)


def open_register(
    folder: Path, opened: Opened, copy_first: Callable[[str], None] | None = None
) -> Database:
    """Open a register: every page checked, brought to this program's form, and whose it is.

    Raises:
        DamagedRegisterError: missing, empty, cut, foreign or altered.
        NewerRegisterError: made by a newer program.
    """
    path = folder / REGISTER_FILE
    _refuse_nothing(path)
    key = opened.database_key()
    whole.sweep(path)
    if not pages.sound(path, key):
        renewing.finish(path, opened.database_keys())
        with closing(encryption.connect(path, key)) as connection:
            encryption.verify(connection)
    engine = encryption.make_engine(path, key)
    try:
        with plain_errors(folder):
            encryption.keep_log(engine)
            upgrade.upgrade(engine, copy_first)
            return Database(folder, engine, _acting(engine, opened))
    except BaseException:
        engine.dispose()
        raise


def _acting(engine: Engine, opened: Opened) -> Acting:
    meta, device, worker = Meta.__table__, Device.__table__, Worker.__table__
    with engine.connect() as connection:
        facts = dict(connection.execute(select(meta.c.name, meta.c.value)).all())
        if facts.get("vault") != str(opened.vault_id):
            raise faults.wrong_key()
        number = int(facts["device"])
        letter = select(device.c.letter).where(device.c.id == number)
        who = select(worker.c.id).where(worker.c.slot_id == opened.slot_id)
        return Acting(number, connection.scalars(letter).one(), connection.scalar(who))


def _refuse_nothing(path: Path) -> None:
    """Refuse a missing or empty file: SQLite would take either for a new register."""
    if not path.is_file():
        raise DamagedRegisterError(
            _(
                "The register register.db is missing beside its key file. "
                "Choose another folder, or restore a backup."
            )
        )
    if path.stat().st_size == 0:
        raise DamagedRegisterError(
            _(
                "The register is empty (0 bytes); copying probably failed. "
                "No new register is made. Choose a backup to restore."
            )
        )


def _letter(count: int) -> str:
    letters = "CDEFGHJKLMNPQRSTUVWXYZ"  # no I and O: they read as 1 and 0
    turn, place = divmod(count, len(letters))
    return (letters[turn - 1] if turn else "") + letters[place]
