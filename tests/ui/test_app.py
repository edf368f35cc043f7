"""From start to lock and back, with a real register, as somebody at a keyboard does it."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Protocol, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget

from desktop_app import settings, words
from desktop_app.register import workers
from desktop_app.register.workers import WorkerFields
from desktop_app.settings import Seen, Settings
from desktop_app.store import backups, keys, opening, restoring
from ui import background, crash
from ui.app import App
from ui.desk import Place
from ui.parts import clipboard
from ui.parts.banner import Banner
from ui.parts.dialog import Dialog
from ui.screens.first_run import FirstRun
from ui.screens.first_run.pages import StepPages
from ui.screens.settings import SettingsScreen
from ui.screens.settings.backups import BackupsSection
from ui.screens.settings.colleague import ColleagueSheet
from ui.screens.settings.colleagues import ColleaguesSection
from ui.screens.settings.new_colleague import NewColleagueSheet
from ui.screens.settings.password import PasswordSection
from ui.screens.unlock.password import WAITS
from ui.screens.unlock.screen import UnlockScreen
from ui.shell import Shell
from ui.theme import look
from ui.window import Window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

AT = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)


class Key(Protocol):
    """The register of the fixture."""

    folder: Path
    password: str
    recovery_code: str


Start = Callable[..., App]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, key: Key, tmp_path: Path) -> Iterator[Start]:
    """Start the program on the register, with choices of one's own."""
    hook, collecting = sys.excepthook, gc.isenabled()
    started: list[App] = []

    def begin(**choices: object) -> App:
        chosen = Settings(language="en", theme="light", folder=key.folder)._replace(**choices)  # type: ignore[arg-type]
        shell = Shell(qapp)
        qtbot.addWidget(shell)
        app = App(qapp, shell, chosen, tmp_path / "choices" / "settings.toml")
        started.append(app)
        with qtbot.waitActive(shell):
            app.start()
            shell.resize(1440, 900)
            shell.activateWindow()
        qtbot.waitUntil(lambda: unlock_of(app)._person.person() is not None, timeout=20_000)
        return app

    yield begin
    for app in started:
        app.close()
        background.finish()
        app.setParent(None)
        app.deleteLater()
    sys.excepthook = hook
    (gc.enable if collecting else gc.disable)()


def unlock_of(app: App) -> UnlockScreen:
    screen = app.shell.content()
    assert isinstance(screen, UnlockScreen)
    return screen


def window_of(app: App) -> Window:
    window = app.shell.content()
    assert isinstance(window, Window)
    return window


def type_password(qtbot: QtBot, app: App, password: str) -> None:
    field = unlock_of(app).password.field
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, password)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def opened(qtbot: QtBot, app: App, password: str) -> Window:
    type_password(qtbot, app, password)
    qtbot.waitUntil(lambda: isinstance(app.shell.content(), Window), timeout=30_000)
    return window_of(app)


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_password_and_enter_open_the_register(qtbot: QtBot, start: Start, key: Key) -> None:
    app = start()
    assert "Marieke" in unlock_of(app)._title.text()
    window = opened(qtbot, app, key.password)
    assert "Stichting De Linde" in said(window)
    assert app.shell.windowTitle() == "Thuisbasis"
    kept = settings.read(app._file)
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


def test_lock_comes_at_once_and_unlocking_goes_on_at_the_same_place(
    qtbot: QtBot, start: Start, key: Key
) -> None:
    app = start()
    window = opened(qtbot, app, key.password)
    window.go(Place("help"))
    clipboard.copy("Karim El Amrani")
    database = app._open
    assert database is not None
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert "Thuisbasis is locked" in said(unlock_of(app))
    assert "De Linde" not in said(app.shell)
    assert QApplication.clipboard().text() == ""
    assert app._open is None
    assert app._window is None
    qtbot.waitUntil(lambda: unlock_of(app)._person.person() is not None, timeout=20_000)
    again = opened(qtbot, app, key.password)
    assert again is not window
    assert again.here().place == Place("help")


def test_lock_closes_a_menu_that_is_open(qtbot: QtBot, start: Start, key: Key) -> None:
    app = start()
    window = opened(qtbot, app, key.password)
    menu = QMenu(window)
    menu.addAction("Karim El Amrani")
    menu.popup(window.pos())
    assert menu.isVisible()
    app.lock()
    assert QApplication.activePopupWidget() is None


def test_nobody_there_locks(qtbot: QtBot, start: Start, key: Key) -> None:
    app = start()
    opened(qtbot, app, key.password)
    assert app._idle is not None
    app._idle.set_minutes(0)
    app._idle.look()
    assert isinstance(app.shell.content(), UnlockScreen)


def test_older_register_than_seen_here_is_warned_of(
    qtbot: QtBot, start: Start, key: Key
) -> None:
    vault = str(keys.unlock(key.folder, keys.slots(key.folder)[0].id, key.password).vault_id)
    app = start(seen={vault: Seen(99, 999, date(2026, 11, 20))})
    window = opened(qtbot, app, key.password)
    assert "older than the one that was open here on 20-11-2026" in said(window)


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
    assert app.settings.seen[vault].journal < 999


def test_settings_lead_to_putting_a_backup_back(qtbot: QtBot, start: Start, key: Key) -> None:
    app = start()
    window = opened(qtbot, app, key.password)
    window.go(Place("settings", None, "backups"))
    (section,) = window.screen_now().findChildren(BackupsSection)
    section.back.click()
    shown = app.shell.content()
    assert isinstance(shown, FirstRun)
    assert isinstance(shown.shown(), StepPages)
    assert app._open is None


def test_language_is_chosen_before_and_after_unlocking(
    qtbot: QtBot, start: Start, key: Key
) -> None:
    app = start()
    unlock_of(app).language_chosen.emit("nl")
    assert "Typ uw wachtwoord" in said(unlock_of(app))
    qtbot.waitUntil(lambda: unlock_of(app)._person.person() is not None, timeout=20_000)
    window = opened(qtbot, app, key.password)
    window.go(Place("help"))
    window.desk.preferences.choose(app.settings._replace(language="en"))
    again = window_of(app)
    assert again is not window
    assert again.here().place == Place("help")
    assert "Explanation and help" in said(again)
    assert words.language() == "en"


def test_look_changes_at_once_and_is_kept(qtbot: QtBot, start: Start, key: Key) -> None:
    app = start()
    window = opened(qtbot, app, key.password)
    chosen = app.settings._replace(theme="dark", text_size=130, lock_minutes=9)
    window.desk.preferences.choose(chosen)
    assert look.is_dark()
    assert look.now().text == 130
    kept = settings.read(app._file)
    assert (kept.theme, kept.text_size, kept.lock_minutes) == ("dark", 130, 9)


def test_closing_the_window_closes_the_register(qtbot: QtBot, start: Start, key: Key) -> None:
    app = start()
    opened(qtbot, app, key.password)
    app.shell.close()
    assert app._open is None


def test_lock_lets_the_work_under_way_come_to_its_end(
    qtbot: QtBot, start: Start, key: Key
) -> None:
    app = start()
    window = opened(qtbot, app, key.password)
    db, begun, go_on = window.desk.db, Event(), Event()
    names: list[str] = []

    def work() -> None:
        begun.set()
        go_on.wait(20)
        me = workers.me(db)
        names.extend([me.name] if me else [])

    background.run(
        window, work, lambda _none: pytest.fail("told"), lambda _e: pytest.fail("no")
    )
    assert begun.wait(20)
    app.lock()
    assert unlock_of(app).isVisible()
    assert app._open is None
    go_on.set()
    qtbot.waitUntil(lambda: names == ["Marieke Bos"])
    assert opened(qtbot, app, key.password) is not window


def test_a_bug_is_told_and_logged_without_any_value(start: Start, tmp_path: Path) -> None:
    app = start()
    crash.install(app._tell_crash, tmp_path / "log")
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


def choose_person(app: App, name: str) -> None:
    """Choose somebody in the menu of the unlock window."""
    (act,) = [act for act in unlock_of(app)._person.menu().actions() if act.text() == name]
    act.trigger()


Shown = TypeVar("Shown", bound=QWidget)


def settings_part(window: Window, key: str, kind: type[Shown]) -> Shown:
    """Go to a part of the settings."""
    window.go(Place("settings", None, key))
    screen = window.screen_now()
    assert isinstance(screen, SettingsScreen)
    made = screen.section(key)
    assert isinstance(made, kind)
    return made


def locked(qtbot: QtBot, app: App) -> None:
    """Lock, and wait until it is known who can open."""
    app.lock()
    qtbot.waitUntil(lambda: unlock_of(app)._person.person() is not None, timeout=20_000)


def test_a_colleague_opens_with_a_first_password_and_is_asked_for_another(
    qtbot: QtBot, start: Start, key: Key
) -> None:
    app, own = start(), "zeven blauwe fietsen buiten"
    section = settings_part(opened(qtbot, app, key.password), "colleagues", ColleaguesSection)
    section.add_one()
    assert isinstance(section.sheet, NewColleagueSheet)
    section.sheet.form.restore({"name": "Lotte Prins", "role": "BEG"})
    section.sheet.do.click()

    def told() -> list[str]:
        labels = section.findChildren(QLabel)
        return [one.text() for one in labels if one.accessibleName() == "First password"]

    qtbot.waitUntil(lambda: bool(told()), timeout=20_000)
    (first,) = told()
    locked(qtbot, app)
    choose_person(app, "Lotte Prins")
    hers = opened(qtbot, app, first)
    assert hers.here().place == Place("settings", None, "password")
    assert "A colleague chose this password for you" in said(hers)
    mine = settings_part(hers, "password", PasswordSection)
    mine.old.setText(first)
    mine.secret.password.setText(own)
    mine.secret.again.setText(own)
    mine.change.click()
    qtbot.waitUntil(lambda: "Your password was changed" in said(hers), timeout=20_000)
    locked(qtbot, app)
    type_password(qtbot, app, first)
    qtbot.waitUntil(lambda: bool(unlock_of(app).password._error.sentence()), timeout=20_000)
    unlock_of(app).password.field.clear()
    again = opened(qtbot, app, own)
    assert again.desk.me is not None
    assert again.desk.me.name == "Lotte Prins"
    assert not again.desk.me.first_password


def test_taking_access_away_locks_at_once_and_opens_again_under_new_keys(
    qtbot: QtBot, start: Start, key: Key
) -> None:
    app = start()
    window = opened(qtbot, app, key.password)
    lotte = workers.add_worker(
        window.desk.db,
        WorkerFields(name="Lotte Prins", role="BEG"),
        (window.desk.opened, "zeven blauwe fietsen buiten"),
    )
    section = settings_part(window, "colleagues", ColleaguesSection)
    section.open_one(lotte)
    assert isinstance(section.sheet, ColleagueSheet)
    section.sheet.take_access()
    qtbot.waitUntil(lambda: isinstance(app.shell.content(), UnlockScreen), timeout=20_000)
    assert app._open is None
    qtbot.waitUntil(lambda: unlock_of(app)._person.person() is not None, timeout=20_000)
    people = [slot.label for slot in keys.slots(key.folder) if slot.kind == "password"]
    assert people == ["Marieke Bos"]
    again = opened(qtbot, app, key.password)
    assert again.desk.opened.epoch == 2
