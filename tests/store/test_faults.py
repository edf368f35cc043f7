"""What a killed program, a full disk, a read-only folder and a second window leave behind."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text

from desktop_app.register import client_list, clients
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.store import encryption, faults, opening
from desktop_app.store.faults import (
    BusyRegisterError,
    FullDiskError,
    ReadOnlyRegisterError,
)
from desktop_app.store.tables import Client, History

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.store.database import Database
    from tests.conftest import StoredRegister

KILLS = 12

WRITER = textwrap.dedent("""
    import sys
    from datetime import date
    from pathlib import Path
    from uuid import UUID
    from desktop_app.register import clients
    from desktop_app.store import opening

    class Opened:
        vault_id, slot_id = UUID(sys.argv[2]), UUID(sys.argv[3])
        def database_key(self):
            return bytes.fromhex(sys.argv[4])
        def database_keys(self):
            return (self.database_key(),)

    today = date(2026, 11, 24)
    db = opening.open_register(Path(sys.argv[1]), Opened())
    referral = clients.ReferralFields(received_on=today, source="MO")
    fields = clients.ClientFields(call_name="Noor", last_name="de Boer")
    clients.add_client(db, fields, referral, today=today)  # the first one takes longest
    print("ready", flush=True)
    while True:
        print(clients.add_client(db, fields, referral, today=today), flush=True)
""")


def add(db: Database, today: date, last_name: str = "de Boer") -> None:
    fields = ClientFields(call_name="Noor", last_name=last_name)
    clients.add_client(db, fields, ReferralFields(received_on=today, source="MO"), today=today)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_program_loses_nothing_it_said_was_saved(
    stored_register: StoredRegister, db: Database
) -> None:
    db.close()
    opened = stored_register.opened
    arguments = [str(db.folder), str(opened.vault_id), str(opened.slot_id), opened.key.hex()]
    chance = random.Random(7)  # noqa: S311 - chooses moments, not keys
    saved: set[str] = set()
    for _turn in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, *arguments], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0.0, 0.12))
            writer.send_signal(signal.SIGKILL)
            saved |= {line.strip() for line in writer.stdout if line.endswith("\n")}
        again = opening.open_register(db.folder, opened)
        with again.read() as session:
            present = {str(client_id) for client_id in session.scalars(select(Client.id))}
            recorded = set(
                session.scalars(select(History.row_id).where(History.noun == "client"))
            )
            assert session.execute(text("PRAGMA integrity_check")).scalar() == "ok"
            assert session.execute(text("PRAGMA foreign_key_check")).all() == []
        again.close()
        assert saved <= present == recorded
    assert saved


def test_a_full_disk_keeps_everything_before_and_goes_on_after(
    db: Database, today: date
) -> None:
    add(db, today)
    with db.write() as session:
        pages = session.execute(text("PRAGMA page_count")).scalar()
        session.execute(text(f"PRAGMA max_page_count={pages}"))
    with pytest.raises(FullDiskError, match="everything before it was"):
        for _turn in range(200):
            add(db, today, last_name="Aalbers" * 25)
    before = client_list.count_clients(db, today=today)
    assert before >= 1
    with db.write() as session:
        session.execute(text("PRAGMA max_page_count=1000000"))
    add(db, today)
    assert client_list.count_clients(db, today=today) == before + 1


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="POSIX rights")
def test_a_read_only_folder_is_named_and_left_alone() -> None:
    # Not below pytest's own folder, which another user cannot even enter.
    folder = Path(tempfile.mkdtemp())
    script = textwrap.dedent("""
        import os, sys
        from pathlib import Path
        from desktop_app import words
        from desktop_app.store import encryption, faults
        words.set_language("en")
        if os.geteuid() == 0:
            os.setuid(65534)
        try:
            encryption.create_file(Path(sys.argv[1]) / "register.db", bytes(32))
        except faults.ReadOnlyRegisterError as refused:
            print(refused)
    """)
    folder.chmod(0o555)
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    left = list(folder.iterdir())
    folder.rmdir()
    assert "may not be written to" in done.stdout
    assert left == []


def test_a_second_window_waits_and_then_says_so(
    stored_register: StoredRegister, db: Database, today: date
) -> None:
    path = db.folder / "register.db"
    with closing(encryption.connect(path, stored_register.opened.key)) as other:
        other.execute("BEGIN IMMEDIATE")
        started = time.monotonic()
        with pytest.raises(BusyRegisterError, match="Another window"):
            add(db, today)
        assert time.monotonic() - started > 4
        assert client_list.count_clients(db, today=today) == 0
        other.execute("ROLLBACK")
    add(db, today)
    assert client_list.count_clients(db, today=today) == 1


def test_a_copy_on_a_read_only_stick_can_be_read(
    stored_register: StoredRegister, db: Database, today: date
) -> None:
    add(db, today)
    db.close()
    path = db.folder / "register.db"
    with closing(
        encryption.connect(path, stored_register.opened.key, mode="ro&immutable=1")
    ) as stick:
        assert stick.execute("SELECT count(*) FROM client").fetchone() == (1,)
        with pytest.raises(encryption.DriverError) as refused:
            stick.execute("DELETE FROM client")
    assert isinstance(faults.translated(refused.value), ReadOnlyRegisterError)
