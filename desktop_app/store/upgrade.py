"""From an older register to this program's: Alembic on the open connection, after a copy.

Alembic takes a tenth of a second to import, so it loads only when there is work for it.
"""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from desktop_app.errors import UserError
from desktop_app.store import encryption
from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine

_PACKAGE = "desktop_app.store"


class NewerRegisterError(UserError):
    """A newer program made this register."""


def newest() -> str:
    """Return the revision this program writes: the number that starts the last file's name."""
    return revisions()[-1]


def revisions() -> list[str]:
    """Return all revisions, oldest first."""
    versions = files(_PACKAGE).joinpath("migrations", "versions").iterdir()
    return sorted(v.name.split("_")[0] for v in versions if v.name[:4].isdigit())


def present(connection: Connection) -> str | None:
    """Return the revision a register has, or None for an empty one."""
    known = connection.execute(
        text("SELECT name FROM sqlite_master WHERE type='table' AND name='alembic_version'")
    ).first()
    if known is None:
        return None
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if revision is None else str(revision)


def upgrade(engine: Engine, copy_first: Callable[[str], None] | None = None) -> None:
    """Bring a register to this program's form in one transaction; nothing to do is quick.

    Args:
        engine: of the register.
        copy_first: makes a verified copy, given the revision that is left; runs before any
            change of a register that holds data.

    Raises:
        NewerRegisterError: the register is from a newer program.
    """
    with engine.connect() as connection:
        found = present(connection)
        connection.rollback()
    if found == newest():
        return
    if found is not None and found not in revisions():
        raise NewerRegisterError(
            _(
                "This register was made with a newer Thuisbasis ({revision}). "
                "Install the newest version first; nothing was changed."
            ).format(revision=found)
        )
    if found is not None and copy_first is not None:
        copy_first(found)
    _run(engine)
    if found is not None:
        encryption.give_back_room(engine)


def _run(engine: Engine) -> None:
    from alembic import command  # noqa: PLC0415 - heavy, and rarely needed
    from alembic.config import Config  # noqa: PLC0415

    raw = engine.connect().execution_options(**{encryption.WRITING: True})
    with raw as connection, as_file(files(_PACKAGE).joinpath("migrations")) as scripts:
        # Ids and tables are written anew, so references are checked once, at the end. Said to
        # the driver, for within a transaction, which SQLAlchemy begins, this does nothing.
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA foreign_keys=OFF")
        config = Config()
        config.set_main_option("script_location", str(scripts).replace("%", "%%"))
        config.attributes["connection"] = connection
        try:
            with connection.begin():
                command.upgrade(config, newest())
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
                if broken is not None:
                    message = f"a migration left {broken[0]} without its parent"
                    raise RuntimeError(message)
        finally:
            driver.execute("PRAGMA foreign_keys=ON")
