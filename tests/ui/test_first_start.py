"""The program on a computer where it never ran before."""

from __future__ import annotations

import gc
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop_app import settings
from desktop_app.settings import Settings
from ui import background
from ui.app import App
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.screens.first_run import FirstRun
from ui.screens.first_run.organisation import OrganisationStep
from ui.screens.first_run.password import PasswordStep
from ui.screens.first_run.place import PlaceStep
from ui.screens.first_run.sheet import SheetStep
from ui.screens.unlock.screen import UnlockScreen
from ui.shell import Shell
from ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ui.screens.first_run.pages import StepPages

PASSWORD = "paars dak roept zeven"  # noqa: S105 - opens only test registers
SLOW = 30_000


@pytest.fixture
def app(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[App]:
    """The program, started for the first time."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Documents"))
    hook, collecting = sys.excepthook, gc.isenabled()
    shell = Shell(qapp)
    qtbot.addWidget(shell)
    chosen = Settings(language="en", theme="light")
    made = App(qapp, shell, chosen, tmp_path / "choices" / "settings.toml")
    with qtbot.waitActive(shell):
        made.start()
        shell.resize(1440, 900)
        shell.activateWindow()
    yield made
    made.close()
    background.finish()
    made.setParent(None)
    made.deleteLater()
    sys.excepthook = hook
    (gc.enable if collecting else gc.disable)()


def first_run(app: App) -> FirstRun:
    screen = app.shell.content()
    assert isinstance(screen, FirstRun)
    return screen


def found(qtbot: QtBot, run: FirstRun, *, named: bool = False) -> StepPages:
    pages = run.begin()
    for kind in (OrganisationStep, PlaceStep, PasswordStep):
        qtbot.waitUntil(partial(_is_at, pages, kind), timeout=SLOW)
        background.finish()
        step = pages.step()
        if isinstance(step, OrganisationStep) and not named:
            qtbot.keyClicks(step.form.input("name"), "De Linde")
        if isinstance(step, PasswordStep):
            step.person.setText("Bas de Groot")
            step.password.setText(PASSWORD)
            step.again.setText(PASSWORD)
        pages.go_on()
    qtbot.waitUntil(lambda: isinstance(pages.step(), SheetStep), timeout=SLOW)
    return pages


def _is_at(pages: StepPages, kind: type) -> bool:
    return isinstance(pages.step(), kind)


def test_it_begins_with_the_first_run_in_the_language_that_is_chosen(
    qtbot: QtBot, app: App
) -> None:
    run = first_run(app)
    run.language_chosen.emit("nl")
    again = first_run(app)
    assert again is not run
    assert again.welcome.begin.words() == "Echt beginnen"
    assert settings.read(app.choices._file).language == "nl"
    app.choices.choose_language("en")
    del qtbot


def test_a_founded_register_opens_in_the_window_and_is_offered_next_time(
    qtbot: QtBot, app: App
) -> None:
    run = first_run(app)
    found(qtbot, run)
    made = run.answers.register
    assert settings.read(app.choices._file).folder == made.folder
    run.finished.emit()
    window = app.shell.content()
    assert isinstance(window, Window)
    assert window.here().place.page == "today"


def test_what_was_filled_in_stands_there_again_but_never_a_password(
    qtbot: QtBot, qapp: QApplication, app: App, tmp_path: Path
) -> None:
    run = first_run(app)
    pages = run.begin()
    step = pages.step()
    assert isinstance(step, OrganisationStep)
    qtbot.keyClicks(step.form.input("name"), "Stichting De Linde")
    pages.go_on()
    qtbot.waitUntil(partial(_is_at, pages, PlaceStep), timeout=SLOW)
    background.finish()
    place = pages.step()
    assert isinstance(place, PlaceStep)
    place.folder.setText(str(tmp_path / "kluis"))
    pages.go_on()
    qtbot.waitUntil(partial(_is_at, pages, PasswordStep), timeout=SLOW)
    last = pages.step()
    assert isinstance(last, PasswordStep)
    last.person.setText("Bas de Groot")
    last.role.choose("FB")
    last.password.setText(PASSWORD)
    app.close()
    kept = (tmp_path / "choices" / "settings.toml").read_text("utf-8")
    assert PASSWORD not in kept
    again = App(qapp, app.shell, settings.read(app.choices._file), app.choices._file)
    again.start()
    run = first_run(again)
    assert "Go on with Stichting De Linde" in run.welcome.begin.accessibleDescription()
    pages = run.begin()
    assert pages.typed() == {
        "kind": "provider",
        "name": "Stichting De Linde",
        "register_name": "Register De Linde",
        "short_code": "linde",
        "phone": "",
        "folder": str(tmp_path / "kluis"),
        "person": "Bas de Groot",
        "role": "FB",
    }
    found(qtbot, run, named=True)
    assert settings.read(app.choices._file).begun == {}
    again.close()
    again.setParent(None)
    again.deleteLater()


def test_nobody_there_locks_the_first_run_too_and_the_code_is_gone(
    qtbot: QtBot, app: App
) -> None:
    run = first_run(app)
    found(qtbot, run)
    assert app._idle is not None
    app._idle.set_minutes(0)
    app._idle.look()
    screen = app.shell.content()
    assert isinstance(screen, UnlockScreen)
    assert app._held is None
    qtbot.waitUntil(lambda: screen._person.person() is not None, timeout=SLOW)
    screen.password.field.setText(PASSWORD)
    screen.password.try_it()
    qtbot.waitUntil(lambda: isinstance(app.shell.content(), Window), timeout=SLOW)


def test_closing_half_way_closes_the_register(qtbot: QtBot, app: App) -> None:
    found(qtbot, first_run(app))
    app.shell.close()
    assert app._held is None


def test_a_register_that_is_gone_is_told_and_another_may_be_opened(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    hook, collecting = sys.excepthook, gc.isenabled()
    shell = Shell(qapp)
    qtbot.addWidget(shell)
    gone = Settings(language="en", theme="light", folder=tmp_path / "stick")
    app = App(qapp, shell, gone, tmp_path / "settings.toml")
    app.start()
    (told,) = [
        banner.accessibleName() for banner in first_run(app).welcome.findChildren(Banner)
    ]
    assert "is not in" in told
    assert str(tmp_path / "stick") in told
    app.close()
    background.finish()
    sys.excepthook = hook
    (gc.enable if collecting else gc.disable)()


def test_another_register_is_asked_for_at_the_welcome_and_one_can_go_back(
    qtbot: QtBot, app: App
) -> None:
    found(qtbot, first_run(app))
    app.lock()
    screen = app.shell.content()
    assert isinstance(screen, UnlockScreen)
    screen.register.other_asked.emit()
    run = first_run(app)
    assert [b for b in run.welcome.findChildren(Button) if b.text() == "Back"]
    run.welcome.left.emit()
    assert isinstance(app.shell.content(), UnlockScreen)
