"""Putting a backup back, as somebody at a keyboard does it after a bad day."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from desktop_app.errors import UserError
from desktop_app.register import client_list, clients, founding
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.register.organisation import FounderFields, OrganisationFields
from desktop_app.store import access, backups, bundle, keys, opening, packing_list
from tests.ui.screens.walking import SLOW, at, said, titles
from ui import background
from ui.parts.tile import Tile
from ui.screens.first_run import FirstRun
from ui.screens.first_run.pages import StepPages
from ui.screens.first_run.putting_back import work
from ui.screens.first_run.putting_back.restored import RestoredCard
from ui.screens.first_run.putting_back.secret import SecretStep
from ui.screens.first_run.putting_back.where import WhereStep
from ui.screens.first_run.putting_back.which import WhichStep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.small_disk import SmallDisk

NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
TODAY = NOW.date()
PASSWORD = "paars dak roept zeven"  # noqa: S105 - opens only test registers
NEW = "vier boten varen groen"


@dataclass(frozen=True, slots=True)
class Saved:
    """A backup on a stick, and how it opens."""

    path: Path
    code: str
    opened: keys.Opened


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """A backup of a register with one client and two people; only to be read."""
    home = tmp_path_factory.mktemp("saved")
    fields = OrganisationFields(
        kind="provider", name="Stichting De Linde", register_name="De Linde", short_code="linde"
    )
    founder = FounderFields(name="Bas de Groot", role="MAN", password=PASSWORD)
    made = founding.found_whole(home / "register", fields, founder, cost=keys.FLOOR)
    opened, _slot = access.add_person(made.db.folder, made.opened, "Noor Wiersma", NEW)
    clients.add_client(
        made.db,
        ClientFields(call_name="Sam", last_name="Zwaluw"),
        ReferralFields(received_on=TODAY, source="MO"),
        today=TODAY,
    )
    backup = backups.make(made.db, opened, home, at=NOW)
    made.db.close()
    return Saved(backup.path, made.recovery_code, made.opened)


@pytest.fixture
def begin(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., FirstRun]]:
    """Begin on a computer whose documents lie in a folder of the test."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Documents"))

    def made(last: Path | None = None) -> FirstRun:
        run = FirstRun(lambda: NOW, last=last)
        qtbot.addWidget(run)
        run.resize(1440, 900)
        with qtbot.waitActive(run):
            run.show()
            run.activateWindow()
        return run

    yield made
    background.finish()


def shows(qtbot: QtBot, widget: QWidget, *wanted: str) -> None:
    qtbot.waitUntil(lambda: titles(widget) == list(wanted), timeout=SLOW)


def chosen(qtbot: QtBot, run: FirstRun, file: Path) -> StepPages:
    """Choose a backup and go on."""
    pages = run.put_back()
    step = at(qtbot, pages, WhichStep)
    step.take(file)
    qtbot.waitUntil(lambda: step.chosen.found is not None, timeout=SLOW)
    pages.go_on()
    return pages


def placed(qtbot: QtBot, run: FirstRun, file: Path, folder: Path) -> StepPages:
    """Choose a folder, have what is there set aside, and go on."""
    pages = chosen(qtbot, run, file)
    step = at(qtbot, pages, WhereStep)
    step.question.field.setText(str(folder))
    step.question.look()
    background.finish()
    step.question.anyway.setChecked(True)
    pages.go_on()
    return pages


def at_secret(qtbot: QtBot, pages: StepPages, person: str) -> SecretStep:
    step = at(qtbot, pages, SecretStep)
    qtbot.waitUntil(lambda: "This is going to happen" in said(step), timeout=SLOW)
    step.person.setCurrentIndex(step.person.findText(person))
    return step


def done(qtbot: QtBot, run: FirstRun) -> RestoredCard:
    qtbot.waitUntil(lambda: isinstance(run.shown(), RestoredCard), timeout=SLOW)
    card = run.shown()
    assert isinstance(card, RestoredCard)
    return card


def tree(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def names_in(folder: Path, person: str, password: str) -> list[str]:
    """Open a register with somebody's password and return its clients."""
    slot = next(slot for slot in keys.slots(folder) if slot.label == person)
    db = opening.open_register(folder, keys.unlock(folder, slot.id, password))
    rows = client_list.client_rows(db, today=TODAY)
    db.close()
    return [row.name for row in rows]


def test_from_the_welcome_to_the_password_of_a_register_that_is_back(
    qtbot: QtBot, begin: Callable[..., FirstRun], saved: Saved, tmp_path: Path
) -> None:
    run = begin()
    tile = next(t for t in run.welcome.findChildren(Tile) if t.words() == "Put a backup back")
    tile.setFocus()
    qtbot.keyClick(tile, Qt.Key.Key_Space)
    pages = run.shown()
    assert isinstance(pages, StepPages)
    asked: list[object] = []
    run.open_asked.connect(asked.append)
    step = at(qtbot, pages, WhichStep)
    assert step.blocked()
    step.take(saved.path)
    qtbot.waitUntil(lambda: not step.blocked(), timeout=SLOW)
    qtbot.waitUntil(lambda: "Bas de Groot, Noor Wiersma" in said(step), timeout=SLOW)
    facts = said(step)
    for fact in ("linde", "24-11-2026 at 09:12", "Thuisbasis 0"):
        assert fact in facts
    qtbot.keyClick(step, Qt.Key.Key_Return)
    where = at(qtbot, pages, WhereStep)
    folder = where.question.folder()
    assert folder == tmp_path / "Documents" / "Thuisbasis" / "Register linde"
    qtbot.keyClick(where.question.field, Qt.Key.Key_Return)
    secret = at_secret(qtbot, pages, "Bas de Groot")
    assert str(folder) in said(secret)
    assert "Set aside" not in said(secret)
    qtbot.keyClicks(secret.password, PASSWORD)
    qtbot.keyClick(secret.password, Qt.Key.Key_Return)
    card = done(qtbot, run)
    assert titles(card) == ["Every page was checked"]
    assert secret.password.text() == ""
    card.go.click()
    assert asked == [folder]
    assert len(names_in(folder, "Bas de Groot", PASSWORD)) == 1


def test_a_register_that_is_there_is_set_aside_said_before_and_after(
    qtbot: QtBot, begin: Callable[..., FirstRun], saved: Saved, tmp_path: Path
) -> None:
    folder = tmp_path / "register"
    shutil.copytree(saved.path.parent / "register", folder)
    before = tree(folder)
    run = begin(folder)
    pages = chosen(qtbot, run, saved.path)
    where = at(qtbot, pages, WhereStep)
    assert where.question.folder() == folder
    shows(qtbot, where, "There is a register in this folder already")
    assert "vervangen-2026-11-24-0912" in said(where)
    assert "tick the box" in where.blocked()
    where.question.anyway.click()
    pages.go_on()
    secret = at_secret(qtbot, pages, "Noor Wiersma")
    assert "vervangen-2026-11-24-0912" in said(secret)
    secret.password.setText(NEW)
    pages.go_on()
    card = done(qtbot, run)
    assert titles(card) == ["What was there is set aside"]
    assert tree(folder / "vervangen-2026-11-24-0912") == before
    assert len(names_in(folder, "Noor Wiersma", NEW)) == 1


def test_another_register_is_named_as_such_and_not_proposed(
    qtbot: QtBot, begin: Callable[..., FirstRun], saved: Saved, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    keys.create(other, "Joost", PASSWORD, cost=keys.FLOOR)
    pages = chosen(qtbot, begin(other), saved.path)
    where = at(qtbot, pages, WhereStep)
    assert where.question.folder() != other
    where.question.use(other)
    where.question.look()
    background.finish()
    shows(qtbot, where, "Another register is in this folder")


def test_the_recovery_sheet_puts_it_back_and_sets_a_new_password(
    qtbot: QtBot, begin: Callable[..., FirstRun], saved: Saved, tmp_path: Path
) -> None:
    run = begin()
    pages = placed(qtbot, run, saved.path, tmp_path / "there")
    secret = at_secret(qtbot, pages, "Bas de Groot")
    secret.way.chosen.emit("sheet")
    secret.way.choose("sheet")
    secret._fit()
    assert not secret.password.isVisible()
    secret.code.setText("ABCD EFGH")
    secret.new_password.setText("kort")
    pages.go_on()
    qtbot.waitUntil(lambda: bool(secret._new.wrong()), timeout=SLOW)
    secret.new_password.setText("rood fluit onder maan")
    pages.go_on()
    qtbot.waitUntil(lambda: bool(secret._code.wrong()), timeout=SLOW)
    assert not (tmp_path / "there").exists()
    secret.code.setText(saved.code.lower())
    pages.go_on()
    done(qtbot, run)
    assert len(names_in(tmp_path / "there", "Bas de Groot", "rood fluit onder maan")) == 1
    assert len(names_in(tmp_path / "there", "Noor Wiersma", NEW)) == 1
    with pytest.raises(keys.WrongPasswordError):
        names_in(tmp_path / "there", "Bas de Groot", PASSWORD)


def test_a_wrong_password_is_said_at_its_field_and_changes_nothing(
    qtbot: QtBot, begin: Callable[..., FirstRun], saved: Saved, tmp_path: Path
) -> None:
    run = begin()
    pages = placed(qtbot, run, saved.path, tmp_path / "there")
    secret = at(qtbot, pages, SecretStep)
    pages.go_on()
    assert "Choose who you are" in said(secret)
    secret = at_secret(qtbot, pages, "Bas de Groot")
    pages.go_on()
    assert secret._password.wrong() == "Type your password."
    secret.password.setText("een ander wachtwoord hier")
    pages.go_on()
    qtbot.waitUntil(lambda: "Bas de Groot had when" in secret._password.wrong(), timeout=SLOW)
    assert not (tmp_path / "there").exists()
    secret.password.setText(PASSWORD)
    pages.go_on()
    done(qtbot, run)


def test_each_file_that_will_not_do_has_a_sentence_of_its_own_at_the_file(
    qtbot: QtBot, begin: Callable[..., FirstRun], saved: Saved, tmp_path: Path
) -> None:
    raw = saved.path.read_bytes()
    flipped = bytearray(raw)
    flipped[len(raw) // 2] ^= 1
    manifest = bundle.read(saved.path)
    pieces = tmp_path / "pieces"
    pieces.mkdir()
    bundle.unpack(saved.path, pieces)
    newer = tmp_path / "newer.tbbackup"
    later = packing_list.Manifest(
        manifest.vault_id, manifest.epoch, NOW, "linde", "", manifest.journal,
        program="9.0", form="9999",
    )  # fmt: skip
    bundle.pack(newer, later, {p.name: p for p in pieces.iterdir()}, saved.opened)
    cases = {
        "cut.tbbackup": (raw[: len(raw) // 2], "not all there"),
        "spoiled.tbbackup": (bytes(flipped), "is damaged"),
        "photo.jpg": (b"\xff\xd8\xff" * 100, "something else"),
        "newer.tbbackup": (newer.read_bytes(), "made by Thuisbasis 9.0"),
    }
    pages = begin().put_back()
    step = at(qtbot, pages, WhichStep)
    for name, (content, words) in cases.items():
        (tmp_path / name).write_bytes(content)
        step.take(tmp_path / name)
        background.finish()
        qtbot.waitUntil(lambda: bool(step.error.sentence()), timeout=SLOW)
        assert words in step.error.sentence()
        assert step.drop.button.hasFocus()
        assert step.blocked()
    step.take(saved.path)
    qtbot.waitUntil(lambda: not step.blocked(), timeout=SLOW)
    assert step.error.sentence() == ""


def test_a_forged_backup_is_found_out_in_the_end_and_leads_back_to_the_file(
    qtbot: QtBot, begin: Callable[..., FirstRun], saved: Saved, tmp_path: Path
) -> None:
    forged = tmp_path / "forged.tbbackup"
    with zipfile.ZipFile(saved.path) as old, zipfile.ZipFile(forged, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == bundle.MANIFEST:
                content = content.replace(b"2026-11-24T09:12", b"2026-11-25T09:12")
            new.writestr(name, content)
    pages = placed(qtbot, begin(), forged, tmp_path / "there")
    secret = at_secret(qtbot, pages, "Bas de Groot")
    secret.password.setText(PASSWORD)
    pages.go_on()
    step = at(qtbot, pages, WhichStep)
    assert "is damaged" in step.error.sentence()
    assert step.blocked()
    assert not (tmp_path / "there").exists()


def test_a_full_disk_is_said_over_the_fields_and_leaves_nothing(
    qtbot: QtBot, begin: Callable[..., FirstRun], saved: Saved, small_disk: SmallDisk
) -> None:
    run = begin()
    pages = placed(qtbot, run, saved.path, small_disk.folder / "there")
    secret = at_secret(qtbot, pages, "Bas de Groot")
    secret.password.setText(PASSWORD)
    small_disk.leave(50_000)
    pages.go_on()
    qtbot.waitUntil(lambda: any("full" in title for title in titles(secret)), timeout=SLOW)
    assert not (small_disk.folder / "there").exists()
    small_disk.empty()
    pages.go_on()
    done(qtbot, run)
    assert titles(run.shown()) == ["Every page was checked"]


def test_backups_that_lie_ready_are_offered_newest_first(
    qtbot: QtBot, begin: Callable[..., FirstRun], saved: Saved, tmp_path: Path
) -> None:
    shelf = tmp_path / "Documents" / "Thuisbasis" / "Backups"
    shelf.mkdir(parents=True)
    shutil.copy(saved.path, shelf / "one.tbbackup")
    (shelf / "half.tbbackup").write_bytes(saved.path.read_bytes()[:100])
    pages = begin().put_back()
    step = at(qtbot, pages, WhichStep)
    tiles = [tile for tile in step.findChildren(Tile) if tile.isVisible()]
    assert [tile.words() for tile in tiles] == ["24-11-2026 at 09:12"]
    tiles[0].click()
    qtbot.waitUntil(lambda: not step.blocked(), timeout=SLOW)
    assert [backup.path.name for backup in work.lying_ready(None)] == ["one.tbbackup"]


def test_one_can_go_back_and_choose_another(
    qtbot: QtBot, begin: Callable[..., FirstRun], saved: Saved
) -> None:
    run = begin()
    pages = chosen(qtbot, run, saved.path)
    at(qtbot, pages, WhereStep)
    pages.go_back()
    step = at(qtbot, pages, WhichStep)
    assert not step.blocked()
    other = next(b for b in step.findChildren(QAbstractButton) if b.text() == "Another backup")
    other.click()
    assert step.blocked()
    pages.go_back()
    assert run.shown() is run.welcome


def test_a_stick_that_is_taken_out_before_the_end_is_said_at_the_file_or_above(
    qtbot: QtBot, begin: Callable[..., FirstRun], saved: Saved, tmp_path: Path
) -> None:
    stick = tmp_path / "stick.tbbackup"
    shutil.copy(saved.path, stick)
    pages = placed(qtbot, begin(), stick, tmp_path / "there")
    secret = at_secret(qtbot, pages, "Bas de Groot")
    secret.password.setText(PASSWORD)
    stick.unlink()
    pages.go_on()
    qtbot.waitUntil(lambda: "still connected" in said(secret), timeout=SLOW)
    assert not (tmp_path / "there").exists()


def test_every_input_and_button_has_a_name(
    qtbot: QtBot, begin: Callable[..., FirstRun], saved: Saved, tmp_path: Path
) -> None:
    run = begin()
    pages = placed(qtbot, run, saved.path, tmp_path / "there")
    at(qtbot, pages, SecretStep)
    for widget in run.findChildren(QWidget):
        if isinstance(widget, QLineEdit | QAbstractButton) and widget.isVisible():
            found = QAccessible.queryAccessibleInterface(widget)
            assert found.text(QAccessible.Text.Name), type(widget)


def test_a_new_password_is_never_an_easy_one(saved: Saved) -> None:
    secret = work.Secret(saved.opened.slot_id, "Bas de Groot", "Bas de Groot 1", "x")
    with pytest.raises(UserError):
        work.check_new_password(secret)
    assert "Bas de Groot 1" not in repr(secret)
