"""Names and notes stand in no file that the program writes, lists and plans asked for aside."""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import practice
from desktop_app.store import keys, opening
from desktop_app.store.tables import Client, ContactNote, ContactPerson, Dwelling, PlanSection
from tests.commands.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.commands.conftest import Ran

AT = ("--today", TODAY.isoformat())
MONTH = ("--month", "2026-11", "--today", "2026-12-03")
_LONG = 9  # shorter words turn up in random bytes by chance


def secrets_of(folder: Path) -> set[str]:
    slot = next(slot for slot in keys.slots(folder) if slot.kind == "password")
    db = opening.open_register(folder, keys.unlock(folder, slot.id, practice.PASSWORD))
    with db.read() as session:
        clients = session.scalars(select(Client)).all()
        found = {client.full_name for client in clients} | {c.last_name for c in clients}
        found |= set(session.scalars(select(ContactPerson.name)))
        found |= set(session.scalars(select(ContactNote.text)))
        found |= {row.address for row in session.scalars(select(Dwelling))}
        wishes = session.scalars(select(PlanSection.answers).where(PlanSection.code == "P02"))
        found |= {answers["wish"] for answers in wishes}
    db.close()
    return {text for text in found if len(text) >= _LONG}


def contents(path: Path) -> Iterator[bytes]:
    """Yield a file's bytes, and what its packing hides: members of a zip, streams of a PDF."""
    raw = path.read_bytes()
    yield raw
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            yield from (packed.read(name) for name in packed.namelist())
    for part in raw.split(b"stream\r\n")[1:] + raw.split(b"stream\n")[1:]:
        try:
            yield zlib.decompressobj().decompress(part)
        except zlib.error:
            continue


def test_no_name_stands_outside_the_encrypted_files(
    cli: Callable[..., Ran], tmp_path: Path
) -> None:
    work = tmp_path / "work"
    work.mkdir()
    made = cli("demo-region", work / "r", "--sizes", "12,22", "--months", "18", *AT)
    assert made.code == 0, made.err
    office = work / "r" / "org-02"
    ran = [
        cli("backup", office, "--to", work / "stick"),
        cli("check", office, *AT),
        cli("plan", office, "C-0003", "--out", work / "no" / "such" / "folder.pdf", *AT),
        cli("plan", office, "C-000", "--out", work / "x.pdf", *AT),
        cli("export", office, *MONTH, "--out", work / "o", "--plain", work / "p"),
        cli("list", office, "clients", "--out", work / "no" / "list.csv"),
        cli("restore", next((work / "stick").iterdir()), work / "back"),
    ]
    assert [one.code for one in ran] == [0, 0, 1, 1, 0, 1, 0]
    known = secrets_of(office) | secrets_of(work / "r" / "org-01")
    assert len(known) > 100
    assert [path.suffix for path in (work / "p").iterdir()] == [".zip"]
    assert list((tmp_path / "temporary").iterdir()) == []
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 12
    marks = [text.encode(codec) for text in known for codec in ("utf-8", "utf-16-le")]
    for path in files:
        for content in contents(path):
            assert not any(mark in content for mark in marks), path.name
    told = "".join(one.err for one in ran)
    assert not any(text in told for text in known)
    assert not any(text in path.name for text in known for path in files)
