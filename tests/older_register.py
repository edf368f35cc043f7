"""A register in the form before this program's, as last year's program left it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.store import encryption, keys, opening, upgrade
from desktop_app.store.database import Acting, Database

if TYPE_CHECKING:
    from pathlib import Path


def make(folder: Path, password: str) -> keys.Opened:
    """Make the folder with the register in it, closed; return its key file, unlocked."""
    folder.mkdir()
    opened, _code = keys.create(folder, "Bas", password, cost=keys.FLOOR)
    encryption.create_file(folder / "register.db", opened.database_key())
    engine = encryption.make_engine(folder / "register.db", opened.database_key())
    upgrade.upgrade(engine, to=upgrade.revisions()[-2])
    db = Database(folder, engine, Acting(0, "", None))
    opening.add_device(db, bytes(32), vault_id=opened.vault_id)
    db.close()
    return opened
