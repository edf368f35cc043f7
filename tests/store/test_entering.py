"""Opening a register as people do."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from desktop_app.store import backups, encryption, entering, erasing, upgrade
from desktop_app.store.tables import Client
from tests.upgrade import storing

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from tests.store.conftest import FoundedRegister


def test_who_was_destroyed_does_not_come_back_with_an_old_file(
    here: FoundedRegister, tmp_path: Path, moment: datetime
) -> None:
    old = shutil.copy(here.folder / "register.db", tmp_path / "old.db")
    db = here.open()
    with db.write() as session:
        erasing.erase(session, session.query(Client.id).scalar(), moment.date())
    erasing.keep(db, here.opened)
    db.close()
    shutil.copy(old, here.folder / "register.db")
    entered = entering.enter(here.folder, here.opened, shelf=tmp_path / "shelf", at=moment)
    assert here.last_names(entered.db) == []
    assert entered.notice == ""
    assert not (tmp_path / "shelf").exists()
    entered.db.close()


def test_a_damaged_list_of_the_destroyed_keeps_nobody_out(
    here: FoundedRegister, tmp_path: Path, moment: datetime
) -> None:
    (here.folder / erasing.NAME).write_bytes(b"{}")
    entered = entering.enter(here.folder, here.opened, shelf=tmp_path, at=moment)
    assert entered.notice.startswith("The list of destroyed files (register.erased) is damaged")
    assert here.last_names(entered.db) == [here.marker]
    entered.db.close()


def test_nothing_is_upgraded_where_no_copy_can_be_made(
    tmp_path: Path, moment: datetime
) -> None:
    folder = tmp_path / "older"
    opened = storing.lay_oldest(folder)
    (tmp_path / "file").touch()
    with pytest.raises(backups.BackupFailedError, match="The register itself is in order"):
        entering.enter(folder, opened, shelf=tmp_path / "file" / "x", at=moment)
    engine = encryption.make_engine(folder / "register.db", opened.database_key())
    with engine.connect() as connection:
        assert upgrade.present(connection) == storing.oldest_form()
    engine.dispose()
