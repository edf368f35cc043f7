"""The first run, as somebody at a keyboard goes through it."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from desktop_app.region import roster
from desktop_app.register import agenda, founding, organisation, workers
from desktop_app.register.agenda import Kind
from desktop_app.register.organisation import FounderFields, OrganisationFields
from desktop_app.store import backups, keys, opening
from desktop_app.summary import connection
from tests.ui.screens.walking import SLOW, at, said, titles
from ui import background
from ui.parts.form.inputs import Pick
from ui.screens.first_run import FirstRun, work
from ui.screens.first_run.answers import Made
from ui.screens.first_run.backup import BackupStep
from ui.screens.first_run.colleagues import ColleaguesStep
from ui.screens.first_run.organisation import OrganisationStep
from ui.screens.first_run.pages import StepPages
from ui.screens.first_run.password import PasswordStep
from ui.screens.first_run.place import PlaceStep
from ui.screens.first_run.practising import Practice
from ui.screens.first_run.ready import Ready
from ui.screens.first_run.region import RegionStep
from ui.screens.first_run.sheet import SheetStep

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.screens.first_run.step import Step

if sys.platform != "win32":
    import resource
    import signal

NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
PASSWORD = "paars dak roept zeven"  # noqa: S105 - opens only test registers


@pytest.fixture
def run(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FirstRun]:
    """The first run on a computer whose documents lie in a folder of the test."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Documents"))
    made = FirstRun(lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    background.finish()
    if made.answers.made is not None:
        made.answers.made.db.close()


def named(qtbot: QtBot, run: FirstRun) -> StepPages:
    """Go through the first step."""
    pages = run.begin()
    step = at(qtbot, pages, OrganisationStep)
    qtbot.keyClicks(step.form.input("name"), "Stichting De Linde")
    qtbot.keyClick(step.form.input("name"), Qt.Key.Key_Return)
    return pages


def placed(qtbot: QtBot, run: FirstRun) -> StepPages:
    pages = named(qtbot, run)
    at(qtbot, pages, PlaceStep)
    pages.go_on()
    at(qtbot, pages, PasswordStep)
    return pages


def founded(qtbot: QtBot, run: FirstRun) -> StepPages:
    pages = placed(qtbot, run)
    step = at(qtbot, pages, PasswordStep)
    qtbot.keyClicks(step.person, "Bas de Groot")
    qtbot.keyClicks(step.password, PASSWORD)
    qtbot.keyClicks(step.again, PASSWORD)
    qtbot.keyClick(step.again, Qt.Key.Key_Return)
    at(qtbot, pages, SheetStep)
    return pages


def proved(qtbot: QtBot, run: FirstRun) -> StepPages:
    pages = founded(qtbot, run)
    step = at(qtbot, pages, SheetStep)
    groups = run.answers.register.code.split()
    for field in step.groups:
        qtbot.keyClicks(field.answer, groups[field.number() - 1].lower())
    step.apart.click()
    pages.go_on()
    at(qtbot, pages, ColleaguesStep)
    return pages


def test_from_nothing_to_a_register_that_can_be_lost_and_found_again(
    qtbot: QtBot, run: FirstRun, tmp_path: Path
) -> None:
    told: list[tuple[object, ...]] = []
    run.founded.connect(lambda *made: told.append(made))
    pages = proved(qtbot, run)
    pages.put_off()
    at(qtbot, pages, RegionStep)
    pages.put_off()
    stick = tmp_path / "stick"
    stick.mkdir()
    backup = at(qtbot, pages, BackupStep)
    assert not pages.next.isEnabled()
    backup.back_up(stick)
    qtbot.waitUntil(pages.next.isEnabled, timeout=SLOW)
    pages.go_on()
    ready = run.shown()
    assert isinstance(ready, Ready)
    assert "Register De Linde is ready" in said(ready)
    assert said(ready).count("for later, in Settings") == 2
    with qtbot.waitSignal(run.finished):
        ready.go.click()
    folder = tmp_path / "Documents" / "Thuisbasis" / "Register De Linde"
    assert len(told) == 1
    assert told[0][0] == folder
    made = run.answers.register
    card = organisation.organisation(made.db)
    assert (card.name, card.short_code, card.kind) == (
        "Stichting De Linde",
        "linde",
        "provider",
    )
    assert Kind.PROOF not in [line.kind for line in agenda.attention(made.db, today=NOW.date())]
    (copy,) = backups.list_backups(stick).backups
    backups.verify(copy, made.opened)
    made.db.close()
    slot = next(slot for slot in keys.slots(folder) if slot.label == "Bas de Groot")
    db = opening.open_register(folder, keys.unlock(folder, slot.id, PASSWORD))
    me = workers.me(db)
    assert me is not None
    assert me.role == "MAN"
    db.close()
    keys.recover(folder, made.code)


def test_names_are_proposed_until_somebody_types_others(qtbot: QtBot, run: FirstRun) -> None:
    pages = run.begin()
    form = at(qtbot, pages, OrganisationStep).form
    qtbot.keyClicks(form.input("name"), "Stichting Huis")
    assert form.draft()["register_name"] == "Register Huis"
    assert form.draft()["short_code"] == "huis"
    code = form.input("short_code")
    assert isinstance(code, QLineEdit)
    code.selectAll()
    qtbot.keyClicks(code, "hus1")
    qtbot.keyClicks(form.input("name"), " en Haard")
    assert form.draft()["register_name"] == "Register Huis en Haard"
    assert form.draft()["short_code"] == "hus1"
    code.selectAll()
    qtbot.keyClicks(code, "H!")
    pages.go_on()
    assert isinstance(pages.step(), OrganisationStep)
    assert "2 to 20 small letters and digits" in said(pages)


@pytest.mark.parametrize(
    ("folder", "sentence"),
    [
        ("taken", "There is already a register in this folder"),
        ("full", "There is something in this folder already"),
        ("/proc/nowhere/register", "Is the disk or stick connected?"),
    ],
)
def test_a_folder_that_does_not_suit_is_refused_at_once(
    qtbot: QtBot, run: FirstRun, tmp_path: Path, folder: str, sentence: str
) -> None:
    for name, file in (("taken", "register.keys"), ("full", "letter.odt")):
        (tmp_path / name).mkdir()
        (tmp_path / name / file).touch()
    pages = named(qtbot, run)
    step = at(qtbot, pages, PlaceStep)
    step.folder.setText(str(tmp_path / folder))
    qtbot.waitUntil(lambda: sentence in said(step), timeout=SLOW)
    assert not pages.next.isEnabled()
    assert "Choose another folder first" in said(pages)
    pages.go_on()
    background.finish()
    assert pages.step() is step


def test_a_synced_folder_is_used_only_by_somebody_who_insists(
    qtbot: QtBot, run: FirstRun, tmp_path: Path
) -> None:
    pages = named(qtbot, run)
    step = at(qtbot, pages, PlaceStep)
    step.folder.setText(str(tmp_path / "OneDrive" / "De Linde"))
    qtbot.waitUntil(lambda: "This folder is copied to the internet" in titles(step))
    assert not pages.next.isEnabled()
    step.anyway.click()
    assert pages.next.isEnabled()
    step.folder.setText(str(tmp_path / "Dropbox" / "De Linde"))
    qtbot.waitUntil(lambda: not step.anyway.isChecked())
    step.anyway.click()
    pages.go_on()
    at(qtbot, pages, PasswordStep)
    assert run.answers.folder == tmp_path / "Dropbox" / "De Linde"


def test_in_a_folder_with_other_things_the_register_gets_one_of_its_own(
    qtbot: QtBot, run: FirstRun, tmp_path: Path
) -> None:
    pages = named(qtbot, run)
    step = at(qtbot, pages, PlaceStep)
    (tmp_path / "work").mkdir()
    step.question.use(tmp_path / "work")
    assert step.folder.text() == str(tmp_path / "work")
    (tmp_path / "work" / "letter.odt").touch()
    step.question.use(tmp_path / "work")
    assert step.folder.text() == str(tmp_path / "work" / "Register De Linde")
    (tmp_path / "work" / "register.db").touch()
    step.question.use(tmp_path / "work")  # so that it is said that there is a register already
    assert step.folder.text() == str(tmp_path / "work")


def test_a_weak_or_mistyped_password_makes_no_register(
    qtbot: QtBot, run: FirstRun, tmp_path: Path
) -> None:
    pages = placed(qtbot, run)
    step = at(qtbot, pages, PasswordStep)
    pages.go_on()
    assert "Fill in your own name." in said(step)
    qtbot.keyClicks(step.person, "Bas de Groot")
    qtbot.keyClicks(step.password, "kort")
    assert step.meter.words() == "Too weak"
    pages.go_on()
    assert "This password is too short" in said(step)
    step.password.setText("zevenblauwefietsen")
    assert step.meter.words() == "Strong"
    assert "too short" not in said(step)
    qtbot.keyClicks(step.again, "zevenblauwefiets")
    pages.go_on()
    assert "This is not the same password" in said(step)
    qtbot.waitUntil(step.again.hasFocus)
    background.finish()
    assert run.answers.made is None
    assert not (tmp_path / "Documents").exists()


def test_no_half_register_stays_where_the_founding_fails(
    qtbot: QtBot, run: FirstRun, tmp_path: Path
) -> None:
    pages = placed(qtbot, run)
    (tmp_path / "Documents").write_text("somebody made a file of this name meanwhile")
    step = at(qtbot, pages, PasswordStep)
    step.person.setText("Bas de Groot")
    step.password.setText(PASSWORD)
    step.again.setText(PASSWORD)
    pages.go_on()
    qtbot.waitUntil(lambda: bool(titles(step)), timeout=SLOW)
    assert "does not exist" in titles(step)[0]
    assert pages.next.isEnabled()
    (tmp_path / "Documents").unlink()
    pages.go_on()
    at(qtbot, pages, SheetStep)


def test_whoever_leaves_after_the_password_has_a_register_that_asks_for_the_rest(
    qtbot: QtBot, run: FirstRun
) -> None:
    pages = founded(qtbot, run)
    assert not pages.back.isVisible()
    pages.go_back()
    assert isinstance(pages.step(), SheetStep)
    made = run.answers.register
    made.db.close()
    slot = keys.slots(made.folder)[0]
    db = opening.open_register(made.folder, keys.unlock(made.folder, slot.id, PASSWORD))
    asked = [line.kind for line in agenda.attention(db, today=datetime.now(UTC).date())]
    assert Kind.PROOF in asked
    db.close()


def test_the_sheet_is_proved_from_paper_with_the_code_off_the_screen(
    qtbot: QtBot, run: FirstRun, tmp_path: Path
) -> None:
    pages = founded(qtbot, run)
    step = at(qtbot, pages, SheetStep)
    qtbot.waitUntil(lambda: step.paper.view.page_count() == 1, timeout=SLOW)
    groups = run.answers.register.code.split()
    first, second = step.groups
    assert not step.paper.covered()
    step.paper.copied.click()
    assert step.paper.covered()
    qtbot.waitUntil(first.answer.hasFocus)
    qtbot.keyClicks(first.answer, "zz")
    assert "2 more characters" in said(step)
    qtbot.keyClicks(first.answer, "zz")
    assert "not right; look at your paper" in said(step)
    assert "You can go on once both groups are right" in said(pages)
    first.answer.selectAll()
    qtbot.keyClicks(first.answer, groups[first.number() - 1].lower())
    assert first.right()
    qtbot.waitUntil(second.answer.hasFocus)
    qtbot.keyClicks(second.answer, groups[second.number() - 1])
    assert "You can go on once the box is ticked" in said(pages)
    step.apart.click()
    assert pages.next.isEnabled()
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert all(groups[0].encode() not in path.read_bytes() for path in written)


def test_the_sheet_comes_out_of_the_printer(
    qtbot: QtBot, run: FirstRun, tmp_path: Path
) -> None:
    pages = founded(qtbot, run)
    step = at(qtbot, pages, SheetStep)
    qtbot.waitUntil(lambda: step.paper.view.page_count() == 1, timeout=SLOW)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    step.paper.print_on(printer)
    qtbot.waitUntil(lambda: "Sent to the printer" in titles(step), timeout=SLOW)
    assert (tmp_path / "out.pdf").stat().st_size > 10_000
    assert step.paper.covered()


def test_colleagues_come_in_with_a_first_password(qtbot: QtBot, run: FirstRun) -> None:
    pages = proved(qtbot, run)
    step = at(qtbot, pages, ColleaguesStep)
    step.form.restore({"name": "Joost Smit", "role": "BEG", "password": "kort"})
    step.add()
    qtbot.waitUntil(lambda: "This password is too short" in said(step), timeout=SLOW)
    step.form.restore({"name": "bas de groot", "password": "vier losse oude fietsen"})
    step.add()
    qtbot.waitUntil(lambda: "already" in said(step), timeout=SLOW)
    step.form.restore({"name": "Joost Smit"})
    pages.go_on()  # adds who stands in the form, and goes on
    at(qtbot, pages, RegionStep)
    rows = workers.worker_rows(run.answers.register.db)
    assert [(row.name, row.role, row.opens) for row in rows] == [
        ("Bas de Groot", "MAN", True),
        ("Joost Smit", "BEG", True),
    ]
    assert pages.lines()[4].note == "1 added"


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A region's profile file, and its eight words."""
    folder = tmp_path_factory.mktemp("region")
    fields = OrganisationFields(
        kind="region",
        name="Regio Utrecht",
        register_name="Regio Utrecht",
        short_code="u16",
        programme_start=NOW.date().replace(month=1, day=1),
        target=200,
    )
    founder = FounderFields(name="Noor Bakker", role="REGIO", password=PASSWORD)
    made = founding.found_whole(folder / "region", fields, founder, cost=keys.FLOOR)
    file = folder / "profile.json"
    file.write_bytes(roster.profile_file(made.db, today=NOW.date()))
    words = connection.words_of(roster.profile(made.db, today=NOW.date()))
    made.db.close()
    return file, words


def test_a_region_profile_is_taken_after_its_words_were_read_out(
    qtbot: QtBot, run: FirstRun, profile: tuple[Path, str], tmp_path: Path
) -> None:
    file, words = profile
    pages = proved(qtbot, run)
    pages.put_off()
    step = at(qtbot, pages, RegionStep)
    damaged = tmp_path / "damaged.json"
    damaged.write_text(json.dumps(json.loads(file.read_text()) | {"target": 201}))
    step.take(damaged)
    qtbot.waitUntil(lambda: bool(titles(step)), timeout=SLOW)
    assert "damaged or was changed" in titles(step)[0]
    assert not pages.next.isEnabled()
    step.take(file)
    qtbot.waitUntil(step.words.isVisible, timeout=SLOW)
    assert titles(step) == []
    assert "Regio Utrecht" in said(step)
    assert words.split()[0] not in said(step)
    pages.go_on()
    assert "Type the eight words" in said(step)
    step.words.setText("een twee drie vier vijf zes zeven acht")
    pages.go_on()
    qtbot.waitUntil(lambda: "These are not the eight words" in said(step), timeout=SLOW)
    step.words.setText(words.upper())
    pages.go_on()
    at(qtbot, pages, BackupStep)
    known = connection.region(run.answers.register.db)
    assert known is not None
    assert known.name == "Regio Utrecht"


def failed(step: Step) -> bool:
    return any("The backup did not succeed" in title for title in titles(step))


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_a_full_or_missing_stick_is_said_and_may_be_tried_again(
    qtbot: QtBot, run: FirstRun, tmp_path: Path
) -> None:
    pages = proved(qtbot, run)
    pages.put_off()
    at(qtbot, pages, RegionStep)
    pages.put_off()
    step = at(qtbot, pages, BackupStep)
    stick = tmp_path / "stick"
    step.back_up(stick)
    assert not failed(step)
    qtbot.waitUntil(lambda: failed(step), timeout=SLOW)
    stick.mkdir()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, limits[1]))
    try:
        step.back_up(stick)
        assert not failed(step)
        qtbot.waitUntil(lambda: failed(step), timeout=SLOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert list(stick.iterdir()) == []
    assert not pages.next.isEnabled()
    step.back_up(stick)
    qtbot.waitUntil(pages.next.isEnabled, timeout=SLOW)


def test_a_region_has_no_region_of_its_own_and_a_role_of_its_own(
    qtbot: QtBot, run: FirstRun
) -> None:
    pages = run.begin()
    step = at(qtbot, pages, OrganisationStep)
    step._kind._buttons["region"].click()
    assert "Keeps nothing about people" in said(step)
    assert RegionStep not in [type(one) for one in pages.steps()]
    qtbot.keyClicks(step.form.input("name"), "Regio Utrecht")
    pages.go_on()
    at(qtbot, pages, PlaceStep)
    pages.go_on()
    password = at(qtbot, pages, PasswordStep)
    assert not password.role.isVisible()
    password.person.setText("Noor Bakker")
    password.password.setText(PASSWORD)
    password.again.setText(PASSWORD)
    pages.go_on()
    at(qtbot, pages, SheetStep)
    (noor,) = workers.worker_rows(run.answers.register.db)
    assert (noor.name, noor.role) == ("Noor Bakker", "REGIO")
    pages.go_to(next(one for one in pages.steps() if isinstance(one, ColleaguesStep)))
    asked = at(qtbot, pages, ColleaguesStep).form.input("role")
    assert isinstance(asked, Pick)
    offered = {asked.itemText(number) for number in range(asked.count())}
    assert "Region analyst" in offered
    assert not {"Support worker", "Coordinator"} & offered


def test_another_kind_keeps_what_was_typed(qtbot: QtBot, run: FirstRun) -> None:
    step = at(qtbot, run.begin(), OrganisationStep)
    qtbot.keyClicks(step.form.input("name"), "Regio Utrecht")
    step._kind._buttons["region"].click()
    assert step.form.draft()["name"] == "Regio Utrecht"
    assert step.form.input("name").accessibleName() == "Name of the region"
    step._kind._buttons["provider"].click()
    assert step.form.draft()["short_code"] == "utrecht"


def test_one_can_practise_first(qtbot: QtBot, run: FirstRun, tmp_path: Path) -> None:
    practice = run.practise()
    assert practice.folder.text().endswith("Practice register")
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "letter.odt").touch()
    practice.folder.setText(str(taken))
    practice.go_on()
    qtbot.waitUntil(lambda: bool(titles(practice)), timeout=SLOW)
    assert "is not empty" in titles(practice)[0]
    practice.folder.setText(str(tmp_path / "practice"))
    practice.go_on()
    qtbot.waitUntil(practice.password.isVisible, timeout=120_000)
    assert practice.password.text() == work.practice_password()
    told: list[tuple[object, ...]] = []
    run.founded.connect(lambda *made: told.append(made))
    with qtbot.waitSignal(run.finished):
        practice.go_on()
    assert told[0][0] == tmp_path / "practice"
    made = practice._made
    assert isinstance(made, Made)
    made.db.close()
    slot = keys.slots(made.folder)[0]
    keys.unlock(made.folder, slot.id, work.practice_password())


def test_a_folder_with_a_register_is_opened_and_another_is_not(
    run: FirstRun, tmp_path: Path
) -> None:
    opened: list[Path] = []
    run.open_asked.connect(opened.append)
    run.welcome.open_folder(tmp_path)
    assert titles(run) == ["There is no register in this folder."]
    (tmp_path / "register.keys").touch()
    run.welcome.open_folder(tmp_path)
    assert opened == [tmp_path]


def test_back_keeps_what_was_answered(qtbot: QtBot, run: FirstRun) -> None:
    pages = named(qtbot, run)
    at(qtbot, pages, PlaceStep)
    pages.go_back()
    step = at(qtbot, pages, OrganisationStep)
    assert step.form.draft()["name"] == "Stichting De Linde"
    pages.go_back()
    assert run.shown() is run.welcome


def test_everything_has_a_name_for_who_cannot_see_it(qtbot: QtBot, run: FirstRun) -> None:
    pages = proved(qtbot, run)
    practice = Practice(lambda: NOW)
    qtbot.addWidget(practice)
    for widget in (run.welcome, practice, pages, *pages.steps()):
        for one in widget.findChildren(QWidget):
            if isinstance(one, QAbstractButton | QLineEdit) and not one.objectName():
                told = QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
                assert told, (type(widget).__name__, one)


def test_keyboard_alone_goes_from_welcome_to_the_place(qtbot: QtBot, run: FirstRun) -> None:
    qtbot.waitUntil(run.welcome.begin.hasFocus)
    qtbot.keyClick(run.welcome.begin, Qt.Key.Key_Return)
    pages = run.shown()
    assert isinstance(pages, StepPages)
    step = at(qtbot, pages, OrganisationStep)
    name = step.form.input("name")
    qtbot.waitUntil(name.hasFocus)
    qtbot.keyClicks(name, "De Linde")
    qtbot.keyClick(name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    place = at(qtbot, pages, PlaceStep)
    qtbot.waitUntil(place.folder.hasFocus)
    qtbot.keyClick(place.folder, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    at(qtbot, pages, OrganisationStep)
