"""From start to window, with a real register: what is shown, spoken, worn and told."""

from __future__ import annotations

import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop_app import settings, words
from desktop_app.settings import Seen, Settings
from desktop_app.store import keys
from ui import crash, crash_box
from ui.app import App
from ui.desk import Place
from ui.parts.dialog import Dialog
from ui.screens.first_run import FirstRun
from ui.shell import Shell
from ui.theme import look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

from tests.ui.sitting import Key, Start, opened, said, unlock_of, window_of


def test_first_start_offers_to_make_or_open_a_register(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, key: Key
) -> None:
    hook = sys.excepthook
    shell = Shell(qapp)
    qtbot.addWidget(shell)
    app = App(qapp, shell, Settings(language="en"), tmp_path / "settings.toml")
    app.start()
    first = app.shell.content()
    assert isinstance(first, FirstRun)
    assert "Welcome to Thuisbasis" in said(first)
    first.welcome.open_folder(tmp_path)
    assert "There is no register in this folder" in said(first)
    first.welcome.open_folder(key.folder)
    screen = unlock_of(app)
    qtbot.waitUntil(lambda: screen._person.person() is not None, timeout=20_000)
    assert "Marieke Bos" in said(screen)
    sys.excepthook = hook


def test_older_register_than_seen_here_is_warned_of(
    qtbot: QtBot, start: Start, key: Key
) -> None:
    vault = str(keys.unlock(key.folder, keys.slots(key.folder)[0].id, key.password).vault_id)
    app = start(seen={vault: Seen(99, 999, date(2026, 11, 20))})
    window = opened(qtbot, app, key.password)
    assert "older than the one that was open here on 20-11-2026" in said(window)


def test_language_is_chosen_before_and_after_unlocking(
    qtbot: QtBot, start: Start, key: Key
) -> None:
    app = start()
    unlock_of(app).language_chosen.emit("nl")
    assert "Typ uw wachtwoord" in said(unlock_of(app))
    qtbot.waitUntil(lambda: unlock_of(app)._person.person() is not None, timeout=20_000)
    window = opened(qtbot, app, key.password)
    window.go(Place("help"))
    window.desk.preferences.choose(app.choices.settings._replace(language="en"))
    again = window_of(app)
    assert again is not window
    assert again.here().place == Place("help")
    assert "Explanation and help" in said(again)
    assert words.language() == "en"


def test_look_changes_at_once_and_is_kept(qtbot: QtBot, start: Start, key: Key) -> None:
    app = start()
    window = opened(qtbot, app, key.password)
    chosen = app.choices.settings._replace(theme="dark", text_size=130, lock_minutes=9)
    window.desk.preferences.choose(chosen)
    assert look.is_dark()
    assert look.now().text == 130
    kept = settings.read(app.choices._file)
    assert (kept.theme, kept.text_size, kept.lock_minutes) == ("dark", 130, 9)


def test_a_bug_is_told_and_logged_without_any_value(start: Start, tmp_path: Path) -> None:
    app = start()
    crash.install(partial(crash_box.tell, app.shell), tmp_path / "log")
    try:
        raise ValueError("Karim El Amrani, 14-03-1992")  # noqa: TRY301 - to have a traceback
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    dialog = app.shell.findChild(Dialog)
    assert isinstance(dialog, Dialog)
    assert dialog.isVisible()
    log = (tmp_path / "log" / "thuisbasis.log").read_text("utf-8")
    assert "ValueError" in log
    assert "test_app.py" in log
    assert "Karim" not in log
    assert str(Path.home()) not in log
    dialog._yes.click()
    assert "ValueError" in QApplication.clipboard().text()
