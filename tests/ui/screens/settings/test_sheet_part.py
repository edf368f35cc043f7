"""The recovery sheet in the settings: tried out, and renewed without a moment of no sheet."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app import practice
from desktop_app.register import recovery_sheet, workers
from desktop_app.store import keys, opening
from tests.ui.screens.conftest import TODAY
from tests.ui.screens.settings.conftest import SLOW, banners, part, said, shown
from ui.changes import Changes
from ui.screens.settings.sheet import SheetSection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.desk import Desk
    from ui.screens.settings import SettingsScreen
    from ui.screens.settings.renewing import Renewing


@pytest.fixture(scope="module")
def with_code(tmp_path_factory: pytest.TempPathFactory) -> practice.PracticeRegister:
    """A practice register of which the code on paper is known."""
    folder = tmp_path_factory.mktemp("sheet") / "register"
    made = practice.make_register(folder, today=TODAY, clients=3)
    made.db.close()
    return made


@pytest.fixture
def desk(desk: Desk, with_code: practice.PracticeRegister, tmp_path: Path) -> Iterator[Desk]:
    """The desk over that register."""
    folder = tmp_path / "with code"
    shutil.copytree(with_code.db.folder, folder)
    db = opening.open_register(folder, with_code.opened)
    changes = Changes(db)
    yield replace(desk, db=db, opened=with_code.opened, me=workers.me(db), changes=changes)
    changes.close()
    db.close()


def renewing(screen: SettingsScreen) -> SheetSection:
    section = part(screen, "sheet", SheetSection)
    section.renew.click()
    return section


def prove(qtbot: QtBot, section: SheetSection) -> tuple[Renewing, str]:
    """Read the new sheet over, and return it with its code."""
    shown_now = section.renewing()
    assert shown_now is not None
    qtbot.waitUntil(lambda: shown_now.proof.paper.view.page_count() == 1, timeout=SLOW)
    shown_now.proof.paper.copied.click()
    code = section._code
    for group in shown_now.proof.groups:
        assert not shown_now.finish.isEnabled()
        qtbot.keyClicks(group.answer, code.split()[group.number() - 1])
    assert not shown_now.finish.isEnabled()
    shown_now.proof.apart.click()
    assert shown_now.finish.isEnabled()
    return shown_now, code


def test_the_code_on_paper_is_tried_out(
    qtbot: QtBot, screen: SettingsScreen, with_code: practice.PracticeRegister
) -> None:
    section = part(screen, "sheet", SheetSection)
    assert "Nobody has checked the sheet on paper yet." in said(section)
    section.code.setText("ABCD-EFGH")
    section.try_it.click()
    qtbot.waitUntil(lambda: "check all 9 groups" in said(section), timeout=SLOW)
    section.code.setText(with_code.recovery_code.lower())
    section.try_it.click()
    qtbot.waitUntil(lambda: banners(section) != [], timeout=SLOW)
    assert banners(section) == ["This sheet opens the register"]
    assert section.code.text() == ""
    qtbot.waitUntil(lambda: "Last checked on" in said(section), timeout=SLOW)


def test_a_proved_sheet_opens_and_the_old_one_does_not(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk, with_code: practice.PracticeRegister
) -> None:
    section = renewing(screen)
    shown_now, code = prove(qtbot, section)
    shown_now.finish.click()
    told = "The new sheet opens the register from now on"
    qtbot.waitUntil(lambda: told in banners(section), timeout=SLOW)
    keys.recover(desk.db.folder, code)
    with pytest.raises(keys.WrongRecoveryCodeError):
        keys.recover(desk.db.folder, with_code.recovery_code)
    assert recovery_sheet.checked_on(desk.db) == desk.today()
    assert section.renewing() is None
    assert section._code == ""
    written = [path for path in desk.db.folder.parent.rglob("*") if path.is_file()]
    assert all(code.split()[0].encode() not in path.read_bytes() for path in written)


def test_whoever_stops_halfway_keeps_the_old_sheet(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk, with_code: practice.PracticeRegister
) -> None:
    section = renewing(screen)
    shown_now, code = prove(qtbot, section)
    shown_now.keep.click()
    assert section.renewing() is None
    keys.recover(desk.db.folder, with_code.recovery_code)
    with pytest.raises(keys.WrongRecoveryCodeError):
        keys.recover(desk.db.folder, code)
    again = renewing(shown(qtbot, desk))
    assert again._code not in {"", code}
