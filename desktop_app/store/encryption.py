"""The engine over SQLCipher: the only file that knows the driver and its PRAGMAs.

Measured choices: SQLCipher's default cipher with a raw 256-bit key (no second key derivation),
`temp_store=MEMORY` because temporary files would be plain, WAL on a local disk, writers that
say so at once (BEGIN IMMEDIATE) because an upgraded reader fails without waiting.
"""

from __future__ import annotations

from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

import sqlcipher3
from sqlalchemy import URL, QueuePool, create_engine, event

from desktop_app.store import dialect, faults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection, Engine

APPLICATION_ID = 0x54484253  # "THBS": file(1) can tell whose file it is once it is open
KEY_BYTES = 32
REGISTER_FILE = "register.db"
DriverError = sqlcipher3.DatabaseError
WRITING = "thuisbasis_writing"  # execution option of a connection that is going to write

_PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA mmap_size=0",
    "PRAGMA cache_size=-65536",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA journal_size_limit=8388608",
    "PRAGMA synchronous=FULL",
)


def create_file(path: Path, key: bytes) -> None:
    """Make an empty encrypted database; refuses to touch an existing file.

    Raises:
        FileExistsError: the path is taken.
        DiskError: the disk is full or the folder may not be written.
    """
    try:
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        raise
    except OSError as refused:
        raise faults.refusal(refused, path) from refused
    with closing(connect(path, key, check=False)) as connection:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        except sqlcipher3.OperationalError as failure:
            raise faults.translated(failure, path) from failure


def keep_log(engine: Engine) -> None:
    """Let a copy work as a register again: with a log, so that a writer keeps no reader out."""
    with closing(engine.raw_connection()) as connection:
        try:
            connection.cursor().execute("PRAGMA journal_mode=WAL")
        except sqlcipher3.DatabaseError as failure:
            raise faults.translated(failure) from failure


def connect(path: Path, key: bytes, *, check: bool = True, mode: str = "rw") -> Any:
    """Return a driver connection with every PRAGMA set and the key proven.

    Args:
        path: an existing file; SQLite would take a missing or empty one for a new register.
        key: 32 raw bytes.
        check: read the first page, which only the right key can.
        mode: "rw", or "ro&immutable=1" for a copy in a folder without write rights.

    Raises:
        DamagedRegisterError: the key does not open the file, or it is empty.
    """
    if len(key) != KEY_BYTES:
        message = f"a key of {KEY_BYTES} bytes, not {len(key)}"
        raise ValueError(message)
    connection = sqlcipher3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=5,
    )
    try:
        # Else SQLCipher writes lines of its own to stderr when a key is wrong.
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.set_key(f"x'{key.hex()}'")
        if check:
            connection.execute("SELECT count(*) FROM sqlite_master")
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except sqlcipher3.DatabaseError as failure:
        connection.close()
        raise faults.translated(failure, path) from failure
    return connection


def opens(path: Path, key: bytes) -> bool:
    """Tell whether a key is the one of a file."""
    try:
        connect(path, key).close()
    except faults.DamagedRegisterError:
        return False
    return True


def copy(connection: Any, target: Path, key: bytes) -> None:
    """Copy what a connection sees into a new file, under its own or another key, and check it.

    A copy of the file itself would miss what lies in its log. The new file keeps no log
    beside it, so it can be read from a folder without write rights.

    Raises:
        FileExistsError: the target is taken.
        UserError: no room, no permission, or the register itself is not whole.
    """
    target.touch(mode=0o600, exist_ok=False)
    with closing(connect(target, key, check=False)) as fresh:
        try:
            connection.backup(fresh, progress=_patience())
            fresh.execute("PRAGMA journal_mode=DELETE")
            verify(fresh)
            findings = fresh.execute("PRAGMA quick_check(1)").fetchall()
        except sqlcipher3.DatabaseError as failure:
            raise faults.translated(failure, target) from failure
    if findings != [("ok",)]:
        raise faults.damaged("")


def _patience() -> Callable[[int, int, int], None]:
    """Return what gives up after ten seconds: a locked copy tries again for ever by itself."""
    turns = iter(range(40))  # of a quarter of a second

    def count(status: int, remaining: int, total: int) -> None:
        del status, remaining, total
        if next(turns, None) is None:
            raise faults.busy()

    return count


def alone(connection: Any) -> None:
    """Fold the log into the file, drop it, and keep others from writing until closing.

    Raises:
        BusyRegisterError: another window has the register open.
    """
    try:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master")  # takes the lock
    except sqlcipher3.DatabaseError as failure:
        raise faults.translated(failure) from failure


def make_engine(path: Path, key: bytes) -> Engine:
    """Return the SQLAlchemy engine of a register; the key stays inside its creator.

    Parameters never stand in exception texts, so a failing statement shows no client data.
    """
    engine = create_engine(
        URL.create(dialect.DRIVER),
        module=sqlcipher3,
        creator=lambda: connect(path, key),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=0,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def give_back_room(engine: Engine) -> None:
    """Let a file shrink in which rows became smaller; without room for it, it stays large."""
    refused = suppress(sqlcipher3.OperationalError)
    with closing(engine.raw_connection()) as connection, refused:
        connection.cursor().execute("VACUUM")


def verify(connection: Any) -> None:
    """Check every page's HMAC: 6 ms for 300 clients, and the only way to see a cut file early.

    It reads the main file alone, so the log is folded in first; otherwise a page that lies in
    the log cries wolf.

    Raises:
        DamagedRegisterError: naming the first bad page.
    """
    connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
    try:
        findings = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    except sqlcipher3.DatabaseError as failure:
        raise faults.translated(failure) from failure
    if findings:
        raise faults.damaged(str(findings[0][0]))
