"""A colleague gets access and loses it again, each in their own window."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.register import workers
from desktop_app.register.workers import WorkerFields
from desktop_app.store import keys
from ui.desk import Place
from ui.screens.settings import SettingsScreen
from ui.screens.settings.colleague import ColleagueSheet
from ui.screens.settings.colleagues import ColleaguesSection
from ui.screens.settings.new_colleague import NewColleagueSheet
from ui.screens.settings.password import PasswordSection
from ui.screens.unlock.screen import UnlockScreen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.app import App
    from ui.window import Window

from tests.ui.sitting import Key, Start, locked, opened, said, type_password, unlock_of


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
    assert app._held is None
    qtbot.waitUntil(lambda: unlock_of(app)._person.person() is not None, timeout=20_000)
    people = [slot.label for slot in keys.slots(key.folder) if slot.kind == "password"]
    assert people == ["Marieke Bos"]
    again = opened(qtbot, app, key.password)
    assert again.desk.opened.epoch == 2
