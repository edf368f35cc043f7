"""The region's desk, as an analyst works at it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from desktop_app import practice
from desktop_app.region import receiving, report, roster
from desktop_app.register import organisation, workers
from desktop_app.register.organisation import FounderFields, OrganisationFields
from desktop_app.store import keys, opening
from desktop_app.summary import cards, connection, export, sealing
from ui import background
from ui.changes import Changes
from ui.desk import Desk
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.empty import EmptyState
from ui.screens.region import RegionScreen
from ui.screens.region.arrivals import ArrivalLine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.store.database import Database
    from desktop_app.store.keys import Opened
    from tests.ui.screens.conftest import Visits

TODAY = date(2026, 11, 24)
SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)
SILENT = "Perspectief Zorg"


@dataclass(frozen=True, slots=True)
class Stored:
    """A region with nobody in it, closed; files and cards of its organisations."""

    folder: Path
    opened: Opened
    cards: dict[str, Path]
    october: dict[str, Path]
    september: dict[str, Path]


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Stored:
    home = tmp_path_factory.mktemp("desk")
    founded = organisation.found(
        home / "region",
        OrganisationFields(
            kind="region",
            name="Regio Utrecht",
            register_name="Regio Utrecht",
            short_code="u16",
            programme_start=date(2024, 11, 1),
            target=200,
        ),
        FounderFields(name="Noor Wiersma", role="REGIO", password=practice.PASSWORD),
        cost=keys.FLOOR,
    )
    db = founded.db
    known: dict[str, Path] = {}
    october: dict[str, Path] = {}
    september: dict[str, Path] = {}
    for at, size in enumerate((8, 30)):
        who = practice.organisations()[at]
        made = practice.make_register(
            home / who.code, today=TODAY, clients=size, seed=at, organisation=who
        ).db
        known[who.code] = _card(home, made, who.code)
        words = connection.words_of(roster.profile(db, today=TODAY))
        connection.connect(made, roster.profile_file(db, today=TODAY), words)
        for month, kept in ((SEPTEMBER, september), (OCTOBER, october)):
            draft = export.prepare(made, month, today=TODAY)
            kept[who.code] = export.approve(made, draft, home, today=TODAY).path
        made.close()
    silent = practice.make_register(
        home / "silent",
        today=TODAY,
        clients=0,
        organisation=practice.Invented(SILENT, "perspectief"),
    ).db
    known["perspectief"] = _card(home, silent, "perspectief")
    silent.close()
    db.close()
    return Stored(home / "region", founded.opened, known, october, september)


def _card(home: Path, db: Database, code: str) -> Path:
    path = home / f"{code}.json"
    path.write_bytes(connection.card_file(db))
    return path


@pytest.fixture
def desk(stored: Stored, tmp_path: Path, visits: Visits) -> Iterator[Desk]:
    """The region's desk, opened by its analyst, of one's own."""
    folder = tmp_path / "region"
    shutil.copytree(stored.folder, folder)
    db = opening.open_register(folder, stored.opened)
    changes = Changes(db)
    yield Desk(
        db=db,
        opened=stored.opened,
        me=workers.me(db),
        today=lambda: TODAY,
        changes=changes,
        go=visits.places.append,
        say=visits.say,
    )
    changes.close()
    db.close()


@pytest.fixture
def manned(desk: Desk, stored: Stored) -> Desk:
    """The same, with three organisations that take part."""
    for path in stored.cards.values():
        roster.add(desk.db, path.read_bytes(), today=TODAY)
    return desk


def shown(qtbot: QtBot, desk: Desk) -> RegionScreen:
    screen = RegionScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1190, 830)
    with qtbot.waitExposed(screen):
        screen.show()
    settle()
    return screen


def settle() -> None:
    """Let the worker finish, and what it asked for after that."""
    for _time in range(3):
        background.finish()
        QApplication.processEvents()


def take(screen: RegionScreen, *files: Path) -> None:
    screen.take(files)
    settle()


def press(qtbot: QtBot, screen: RegionScreen, words: str) -> None:
    button = next(
        b for b in screen.findChildren(Button) if b.words() == words and b.isVisible()
    )
    qtbot.keyClick(button, Qt.Key.Key_Return)
    settle()


def choose(qtbot: QtBot, screen: RegionScreen, path: Path) -> None:
    dialog = screen.findChildren(QFileDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    dialog.findChildren(QLineEdit)[0].setText(str(path))
    dialog.accept()
    settle()


def said(screen: QWidget) -> list[str]:
    return [one.text() for one in screen.findChildren(QLabel) if one.isVisible()]


def lines(screen: RegionScreen) -> dict[str, str]:
    """Return the state per organisation."""
    found = [one for one in screen.findChildren(ArrivalLine) if one.isVisible()]
    named = (one.accessibleName().partition(": ") for one in found)
    return {name: rest.split(".")[0] for name, _colon, rest in named}


def refused(screen: RegionScreen) -> str:
    """Return what the one danger or warning about a file says."""
    found = [
        one.accessibleName()
        for one in screen.findChildren(Banner)
        if one.isVisible() and ".age" in one.accessibleName()
    ]
    assert len(found) == 1
    return found[0]


def test_before_anything_came_it_says_what_to_do(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, desk)
    assert any(one.isVisible() for one in screen.findChildren(EmptyState))
    assert lines(screen) == {}


def test_files_are_read_added_up_and_the_missing_named(
    qtbot: QtBot, manned: Desk, stored: Stored, visits: Visits
) -> None:
    screen = shown(qtbot, manned)
    assert set(lines(screen).values()) == {"Not received yet"}
    take(screen, *stored.october.values())
    states = lines(screen)
    assert states.pop(SILENT) == "Not received yet"
    assert set(states.values()) == {"Read"}
    assert visits.said[-1] == "2 files read"
    assert "Regio Utrecht · October 2026" in said(screen)
    assert "1 organisation is missing" in said(screen)
    seen = report.view(manned.db, OCTOBER, today=TODAY)
    assert f"{seen.ahead.reached.value} of 200" in said(screen)


def test_totals_carry_their_margin_or_are_called_indicative(
    qtbot: QtBot, manned: Desk, stored: Stored
) -> None:
    screen = shown(qtbot, manned)
    take(screen, *stored.october.values())
    words = said(screen)
    assert "indicative" in words
    assert any(one.startswith("±") for one in words)


@pytest.mark.parametrize("spoil", ["cut", "changed", "empty", "else"])
def test_a_spoiled_file_is_told_and_counts_nowhere(
    qtbot: QtBot, manned: Desk, stored: Stored, tmp_path: Path, spoil: str
) -> None:
    good = stored.october[_first(stored)]
    data = bytearray(good.read_bytes())
    data[-40] ^= 1
    path = tmp_path / good.name
    path.write_bytes(
        {
            "cut": good.read_bytes()[:-30],
            "changed": bytes(data),
            "empty": b"",
            "else": b"an old photograph",
        }[spoil]
    )
    screen = shown(qtbot, manned)
    take(screen, path)
    assert refused(screen).startswith("Damaged: ")
    assert "This file did not arrive whole. Ask" in refused(screen)
    assert "Damaged" in lines(screen).values()
    assert receiving.months(manned.db) == []


def _first(stored: Stored) -> str:
    return next(iter(stored.october))


def test_a_file_of_somebody_unknown_is_kept_out(
    qtbot: QtBot, desk: Desk, stored: Stored
) -> None:
    screen = shown(qtbot, desk)
    take(screen, stored.october[_first(stored)])
    assert refused(screen).startswith("Unknown sender: ")
    assert receiving.months(desk.db) == []


def test_a_file_for_another_region_is_kept_out(
    qtbot: QtBot, manned: Desk, stored: Stored, tmp_path: Path
) -> None:
    other = sealing.recipient(sealing.new_identity())
    path = tmp_path / stored.october[_first(stored)].name
    path.write_bytes(sealing.seal(b"not for here", [other]))
    screen = shown(qtbot, manned)
    take(screen, path)
    assert refused(screen).startswith("For another region: ")


def test_the_same_file_twice_changes_nothing(
    qtbot: QtBot, manned: Desk, stored: Stored
) -> None:
    screen = shown(qtbot, manned)
    path = stored.october[_first(stored)]
    take(screen, path)
    before = said(screen)
    take(screen, path)
    assert said(screen) == before


def test_a_wrong_file_stops_none_of_the_others(
    qtbot: QtBot, manned: Desk, stored: Stored, tmp_path: Path
) -> None:
    wrong = tmp_path / "thuisbasis_u16_perspectief_2026-10_r1_tb-summary-1.zip.age"
    wrong.write_bytes(b"nothing")
    screen = shown(qtbot, manned)
    take(screen, wrong, *stored.october.values())
    states = lines(screen)
    assert states.pop(SILENT) == "Damaged"
    assert set(states.values()) == {"Read"}
    press(qtbot, screen, "Clear these messages")
    assert lines(screen)[SILENT] == "Not received yet"


def test_months_are_paged_through(qtbot: QtBot, manned: Desk, stored: Stored) -> None:
    screen = shown(qtbot, manned)
    take(screen, *stored.september.values(), *stored.october.values())
    assert "Regio Utrecht · October 2026" in said(screen)
    before = next(
        one for one in screen.findChildren(QWidget) if one.accessibleName() == "Month before"
    )
    qtbot.keyClick(before, Qt.Key.Key_Space)
    settle()
    assert "Regio Utrecht · September 2026" in said(screen)
    assert not before.isEnabled()
    again = RegionScreen(manned)
    qtbot.addWidget(again)
    again.restore(screen.state())
    again.show()
    settle()
    assert "Regio Utrecht · September 2026" in said(again)


def test_workbook_and_report_are_written_into_a_folder(
    qtbot: QtBot, manned: Desk, stored: Stored, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    screen = shown(qtbot, manned)
    take(screen, *stored.october.values())
    press(qtbot, screen, "Workbook (.xlsx)")
    choose(qtbot, screen, out)
    press(qtbot, screen, "Report (PDF)")
    choose(qtbot, screen, out)
    assert load_workbook(out / "regio_2026-10.xlsx").sheetnames
    with pypdfium2.PdfDocument(out / "regio_2026-10.pdf") as printed:
        text = "".join(page.get_textpage().get_text_range() for page in printed)
    assert SILENT in text
    assert "Saved as regio_2026-10.pdf" in said(screen)


def test_a_folder_that_is_gone_is_told(
    qtbot: QtBot, manned: Desk, stored: Stored, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    screen = shown(qtbot, manned)
    take(screen, *stored.october.values())
    press(qtbot, screen, "Report (PDF)")
    dialog = screen.findChildren(QFileDialog)[-1]
    gone.rmdir()
    dialog.fileSelected.emit(str(gone))
    dialog.reject()
    settle()
    wrong = [b for b in screen.findChildren(Banner) if b.property("k") == "danger"]
    assert [b.isVisible() for b in wrong] == [True]
    assert list(tmp_path.glob("*.pdf*")) == []


def test_cards_are_added_by_choosing_or_dropping(
    qtbot: QtBot, desk: Desk, stored: Stored, visits: Visits
) -> None:
    screen = shown(qtbot, desk)
    first, second, _third = stored.cards.values()
    press(qtbot, screen, "Organisations and their cards")
    add = [
        b
        for b in screen.findChildren(Button)
        if b.words() == "Add a card file" and b.kind == "primary"
    ]
    qtbot.keyClick(add[0], Qt.Key.Key_Return)
    choose(qtbot, screen, first)
    take(screen, second)
    assert len(roster.members(desk.db)) == 2
    assert visits.said[0].endswith("takes part.")
    assert roster.members(desk.db)[0].words in said(screen)


@pytest.mark.parametrize("spoil", ["cut", "changed"])
def test_a_bad_card_is_told_and_adds_nobody(
    qtbot: QtBot, desk: Desk, stored: Stored, tmp_path: Path, spoil: str
) -> None:
    whole = stored.cards["perspectief"].read_bytes()
    path = tmp_path / "card.json"
    path.write_bytes(
        whole[:-20] if spoil == "cut" else whole.replace(b"Perspectief", b"Perspectiof")
    )
    screen = shown(qtbot, desk)
    take(screen, path)
    assert roster.members(desk.db) == []
    wrong = [b for b in screen.findChildren(Banner) if b.property("k") == "danger"]
    assert [b.isVisible() for b in wrong] == [True]


def test_new_keys_are_taken_only_with_their_eight_words(
    qtbot: QtBot, manned: Desk, stored: Stored, tmp_path: Path
) -> None:
    old = cards.read_card(stored.cards["perspectief"].read_bytes())
    signing = sealing.new_signing_key()
    new = replace(old, key=sealing.public_key(signing).hex())
    path = tmp_path / "new.json"
    path.write_bytes(cards.write(new, signing))
    screen = shown(qtbot, manned)
    take(screen, path)
    typed = next(one for one in screen.findChildren(QLineEdit) if one.isVisible())
    typed.setText("one two three four five six seven eight")
    press(qtbot, screen, "Take the new keys")
    assert connection.words_of(new) not in [m.words for m in roster.members(manned.db)]
    typed.setText(connection.words_of(new))
    press(qtbot, screen, "Take the new keys")
    assert connection.words_of(new) in [m.words for m in roster.members(manned.db)]


def test_who_leaves_is_no_longer_missed(
    qtbot: QtBot, manned: Desk, stored: Stored, visits: Visits
) -> None:
    screen = shown(qtbot, manned)
    take(screen, *stored.october.values())
    press(qtbot, screen, "Organisations and their cards")
    out = next(
        b
        for b in screen.findChildren(Button)
        if b.accessibleName() == f"{SILENT} takes part no longer"
    )
    qtbot.keyClick(out, Qt.Key.Key_Return)
    settle()
    (left,) = [one for one in roster.members(manned.db) if one.left_on is not None]
    assert left.name == SILENT
    assert visits.said[-1].startswith(SILENT)


def test_the_profile_is_handed_out_with_its_eight_words(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    screen = shown(qtbot, desk)
    press(qtbot, screen, "Region profile to hand out")
    profile = roster.profile(desk.db, today=TODAY)
    assert connection.words_of(profile) in said(screen)
    press(qtbot, screen, "Save the profile file")
    choose(qtbot, screen, out)
    (written,) = out.iterdir()
    assert cards.read_profile(written.read_bytes()) == profile


def test_what_was_agreed_changes_the_version(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, desk)
    press(qtbot, screen, "Region profile to hand out")
    typed = next(one for one in screen.findChildren(QLineEdit) if one.isVisible())
    typed.setText("Eerst een (t)huis")
    press(qtbot, screen, "Change what was agreed")
    assert roster.rules(desk.db).programme == "Eerst een (t)huis"
    assert "U16, version 2026-2" in said(screen)
