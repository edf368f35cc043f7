"""Widgets in tests wear the light look and speak English, whatever a test before them did."""

import gc
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app import words
from desktop_app.register import organisation, workers
from desktop_app.settings import Settings
from desktop_app.store import keyslots, opening
from desktop_app.store.database import Database
from desktop_app.store.opened import Opened
from tests.ui.sitting import Start, unlock_of
from tests.ui.small_window import CONTENTS, session
from ui import background
from ui.app import App
from ui.shell import Shell
from ui.theme import fonts, look
from ui.theme.look import Look
from ui.window import Window


@pytest.fixture(scope="session", autouse=True)
def fonts_loaded(qapp: QApplication) -> None:  # noqa: ARG001 - fonts need the application
    fonts.load()


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    before = words.language()
    words.set_language("en")
    if look.now() != Look("light") or not qapp.styleSheet():
        qapp.setStyle("Fusion")
        look.wear(qapp, Look("light"))
    yield
    words.set_language(before)


@pytest.fixture(autouse=True)
def swept() -> Iterator[None]:
    """Keep the collector away while windows are up.

    The windows of the test before go first: a change of look would dress them all again.

    A window that only its own parts refer to is garbage to Python though it is on the screen.
    A collection in the middle of its paint event takes it away under Qt's hands.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)
    gc.disable()
    yield
    gc.enable()


@dataclass(frozen=True, slots=True)
class Key:
    """A register on disk and what opens it."""

    folder: Path
    opened: Opened
    password: str
    recovery_code: str


PASSWORD = "vier woorden voor Marieke"  # noqa: S105 - of a register that a test makes


@pytest.fixture(scope="session")
def stored_key(tmp_path_factory: pytest.TempPathFactory) -> Key:
    """A register founded once by Marieke Bos, coordinator; closed."""
    folder = tmp_path_factory.mktemp("founded") / "register"
    fields = organisation.OrganisationFields(
        kind="provider",
        name="Stichting De Linde",
        register_name="Register Utrecht-West",
        short_code="delinde",
    )
    founder = organisation.FounderFields(name="Marieke Bos", role="MAN", password=PASSWORD)
    founded = organisation.found(folder, fields, founder, cost=keyslots.FLOOR)
    founded.db.close()
    return Key(folder, founded.opened, PASSWORD, founded.recovery_code)


@pytest.fixture
def key(stored_key: Key, tmp_path: Path) -> Key:
    """A copy of the founded register for one test."""
    folder = tmp_path / "register"
    shutil.copytree(stored_key.folder, folder)
    return replace(stored_key, folder=folder)


@pytest.fixture
def register(key: Key) -> Iterator[Database]:
    """The copied register, opened by Marieke Bos."""
    database = opening.open_register(key.folder, key.opened)
    yield database
    database.close()


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


@pytest.fixture
def window(qtbot: QtBot, register: Database) -> Iterator[Window]:
    made = Window(session(register, None, worker=workers.me(register)), CONTENTS)
    made.resize(1440, 900)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()
