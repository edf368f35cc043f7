"""Unlocking a real register, as somebody at a keyboard does it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from desktop_app import settings
from desktop_app.settings import Seen
from desktop_app.store import backups, keys, opening, restoring
from ui.desk import Place
from ui.parts.banner import Banner
from ui.screens.first_run import FirstRun
from ui.screens.first_run.pages import StepPages
from ui.screens.settings.backups import BackupsSection
from ui.screens.unlock.password import WAITS
from ui.window import Window

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

from tests.ui.sitting import Key, Start, opened, said, type_password, unlock_of

AT = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)


def test_password_and_enter_open_the_register(qtbot: QtBot, start: Start, key: Key) -> None:
    app = start()
    assert "Marieke" in unlock_of(app)._title.text()
    window = opened(qtbot, app, key.password)
    assert "Stichting De Linde" in said(window)
    assert app.shell.windowTitle() == "Thuisbasis"
    kept = settings.read(app.choices._file)
    assert kept.folder == key.folder
    assert next(str(slot.id) for slot in keys.slots(key.folder)) == kept.slot


def test_wrong_password_is_said_at_the_field_and_may_be_typed_again(
    qtbot: QtBot, start: Start, key: Key
) -> None:
    app = start()
    type_password(qtbot, app, "not the right one")
    password = unlock_of(app).password
    qtbot.waitUntil(lambda: bool(password._error.sentence()), timeout=20_000)
    assert password._error.sentence() == "This password is not right."
    assert password.field.property("wrong") is True
    assert password.field.hasFocus()
    opened(qtbot, app, key.password)


def test_caps_lock_is_noticed_by_the_letters_that_come(qtbot: QtBot, start: Start) -> None:
    password = unlock_of(start()).password
    qtbot.keyClicks(password.field, "A", modifier=Qt.KeyboardModifier.NoModifier)
    assert password._error.sentence() == "Mind: Caps Lock is on."
    qtbot.keyClicks(password.field, "a")
    assert password._error.sentence() == ""
    qtbot.keyClicks(password.field, "B", modifier=Qt.KeyboardModifier.ShiftModifier)
    assert not password.field.caps()


def test_many_wrong_passwords_make_one_wait(qtbot: QtBot, start: Start) -> None:
    app = start()
    password = unlock_of(app).password
    password._wrong = len(WAITS) - 1
    type_password(qtbot, app, "guess")
    qtbot.waitUntil(lambda: bool(password._error.sentence()), timeout=20_000)
    assert "Take the recovery sheet" in password._error.sentence()
    password.try_it()
    assert not password._working
    for _ in range(WAITS[-1]):
        password._tick()
    assert password._error.sentence() == ""


def test_secret_is_shown_only_while_asked(start: Start) -> None:
    field = unlock_of(start()).password.field
    field.setText("secret words")
    assert field.echoMode() == QLineEdit.EchoMode.Password
    field.actions()[0].trigger()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    field.clearFocus()
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_recovery_sheet_gives_a_new_password(qtbot: QtBot, start: Start, key: Key) -> None:
    app = start()
    screen = unlock_of(app)
    screen._forgotten.click()
    card = screen._recovery
    assert card._code.hasFocus()
    card._code.setText("K7RM")
    card._password.setText("drie nieuwe woorden tafel")
    card.try_it()
    qtbot.waitUntil(lambda: "typing error" in card._code_error.sentence(), timeout=20_000)
    card._code.setText(key.recovery_code.lower().replace(" ", "-"))
    card._password.setText("Marieke")
    card.try_it()
    qtbot.waitUntil(lambda: "too short" in card._password_error.sentence(), timeout=20_000)
    card._password.setText("drie nieuwe woorden tafel")
    card.try_it()
    qtbot.waitUntil(lambda: isinstance(app.shell.content(), Window), timeout=30_000)
    app.lock()
    opened(qtbot, app, "drie nieuwe woorden tafel")


def test_back_from_the_recovery_sheet(start: Start) -> None:
    screen = unlock_of(start())
    screen.recover()
    screen._recovery.left.emit()
    assert screen.password.isVisible()
    assert not screen._recovery.isVisible()


def test_damaged_register_is_said_above_the_password(
    qtbot: QtBot, start: Start, key: Key
) -> None:
    app = start()
    (key.folder / "register.db").write_bytes(b"")
    type_password(qtbot, app, key.password)
    screen = unlock_of(app)
    qtbot.waitUntil(lambda: bool(screen.findChildren(Banner)), timeout=20_000)
    banner = screen.findChildren(Banner)[0]
    assert "empty (0 bytes)" in banner.accessibleName()
    buttons = banner.findChildren(QAbstractButton)
    next(b for b in buttons if b.text() == "Put a backup back").click()
    run = app.shell.content()
    assert isinstance(run, FirstRun)
    assert isinstance(run.shown(), StepPages)
    assert "Which backup?" in said(run)


def test_every_control_of_the_unlock_window_has_a_name(start: Start) -> None:
    screen = unlock_of(start())
    roles = QAccessible.Role
    for widget in screen.findChildren(QWidget):
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken and spoken.role() in {roles.Button, roles.EditableText}:
            assert spoken.text(QAccessible.Text.Name), widget


def test_tab_goes_from_password_to_button(qtbot: QtBot, start: Start) -> None:
    screen = unlock_of(start())
    qtbot.keyClick(screen.password.field, Qt.Key.Key_Tab)
    assert screen.password.button.hasFocus()


def test_a_register_that_was_put_back_is_older_as_meant(
    qtbot: QtBot, start: Start, key: Key, tmp_path: Path
) -> None:
    slot = keys.slots(key.folder)[0].id
    mine = keys.unlock(key.folder, slot, key.password)
    db = opening.open_register(key.folder, mine)
    backup = backups.make(db, mine, tmp_path, at=AT)
    db.close()
    vault = str(mine.vault_id)
    restoring.restore(
        backup.path,
        key.folder,
        lambda stage: keys.unlock(stage, slot, key.password),
        at=AT,
        aside=True,
    )
    app = start(seen={vault: Seen(99, 999, date(2026, 11, 20))})
    window = opened(qtbot, app, key.password)
    assert "older than the one" not in said(window)
    assert app.choices.settings.seen[vault].journal < 999


def test_settings_lead_to_putting_a_backup_back(qtbot: QtBot, start: Start, key: Key) -> None:
    app = start()
    window = opened(qtbot, app, key.password)
    window.go(Place("settings", None, "backups"))
    (section,) = window.screen_now().findChildren(BackupsSection)
    section.back.click()
    shown = app.shell.content()
    assert isinstance(shown, FirstRun)
    assert isinstance(shown.shown(), StepPages)
    assert app._held is None
