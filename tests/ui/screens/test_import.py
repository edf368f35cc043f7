"""The import page: from a file to a register with its people in it, and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from desktop_app import practice
from desktop_app.register import client_card, client_list, clients, workers
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.register.importing import applying, choices, preview
from ui import background, pages
from ui.changes import Changes
from ui.deeds import Deeds
from ui.desk import Desk, Place
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.drop_place import DropPlace
from ui.parts.form.inputs import Pick
from ui.parts.pills import Pill
from ui.parts.segmented import Segmented
from ui.parts.toast import Toast
from ui.screens.clients import ClientsScreen
from ui.screens.importing import ImportScreen
from ui.screens.importing.column_line import ColumnLine
from ui.screens.importing.found import Found
from ui.screens.today import TodayScreen
from ui.screens.today.beginning import Beginning

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.screens.conftest import Visits

HEADS = "Naam;geb.dat;BSN;Straat + nr;Huur;Ingang;Tot;Besch. t/m;MO/BW"
FIRST = (
    "Özdemir, Aylin;14-03-1992;999990019;Kastanjeplein 12;€ 612,00;3-2-26;31-12-26;"
    "30-06-2027;BW"
)
SECOND = "Vries, S. de;3-4-85;999990020;Kastanjeplein 12A-3;498;01-01-2025;vast;46568;MO"
WRONG = "García, José;1 mei 1979;999990032;Kastanjeplein 7;€ 512,50;31-02-2025;;30-09-2027;"
TEXT = f"{HEADS}\n{FIRST}\n{SECOND}\n{WRONG}\n"


def shown(qtbot: QtBot, desk: Desk) -> ImportScreen:
    screen = ImportScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1180, 820)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


def settle() -> None:
    for _turn in range(3):
        background.finish()
        QApplication.processEvents()


@pytest.fixture
def listed(tmp_path: Path) -> Callable[..., Path]:
    """Write a list and return its path."""

    def write(text: str = TEXT, codec: str = "cp1252", name: str = "lijst.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(codec))
        return path

    return write


def taken(qtbot: QtBot, desk: Desk, path: Path) -> ImportScreen:
    screen = shown(qtbot, desk)
    screen.take([path])
    settle()
    return screen


def on(screen: ImportScreen) -> None:
    screen.foot.next.click()
    settle()


def stage(screen: ImportScreen) -> str:
    return screen.stage


def said(screen: ImportScreen) -> str:
    return "\n".join(one.text() for one in screen.findChildren(QLabel) if one.isVisible())


def press(screen: ImportScreen, words: str) -> None:
    (button,) = (
        one for one in screen.findChildren(Button) if one.words() == words and one.isVisible()
    )
    button.click()
    settle()


def names(desk: Desk) -> set[str]:
    return {row.name for row in client_list.client_rows(desk.db, today=desk.today())}


def lines(screen: ImportScreen) -> dict[str, ColumnLine]:
    return {
        one.column.letter: one for one in screen.findChildren(ColumnLine) if one.isVisible()
    }


def choose(line: ColumnLine, code: str) -> None:
    line.pick.setCurrentIndex(line.pick.findData(code))
    line.pick.activated.emit(line.pick.currentIndex())
    settle()


def test_a_list_goes_in_from_file_to_result(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path], visits: Visits
) -> None:
    screen = taken(qtbot, desk, listed())
    assert stage(screen) == "columns"
    assert "Windows (cp1252)" in said(screen)
    assert lines(screen)["A"].pick.raw() == "client.name"
    assert not lines(screen)["C"].pick.isEnabled()
    on(screen)
    assert stage(screen) == "check"
    assert screen.foot.next.words() == "Read in 2 rows, 1 later"
    before = names(desk)
    on(screen)
    assert stage(screen) == "done"
    assert names(desk) - before == {"Aylin Özdemir", "S. de Vries"}
    assert "2 rows became 2 clients, 2 dwellings, 2 leases and 2 decisions." in said(screen)
    assert "1 row was left out." in said(screen)
    assert visits.said == ["Read in: 2 clients, 2 dwellings, 2 leases and 2 decisions"]
    table = screen._result.table
    assert {row.name for row in table.rows()} == {"Aylin Özdemir", "S. de Vries"}
    table.choose(table.rows()[0].client_id)
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert visits.places == [Place("client", table.rows()[0].client_id)]
    press(screen, "All clients")
    assert visits.places[-1] == Place("clients")


def test_everything_is_taken_back_by_one_button(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path], visits: Visits
) -> None:
    before = names(desk)
    screen = taken(qtbot, desk, listed())
    on(screen)
    on(screen)
    assert names(desk) != before
    press(screen, "Take everything back")
    assert names(desk) == before
    assert "Everything was taken back." in said(screen)
    assert screen._result.table.rows() == []
    (undo,) = visits.undos
    told = len(visits.said)
    assert undo() is None  # Ctrl+Z finds it done
    settle()
    assert visits.said[told:] == []
    on(screen)
    assert stage(screen) == "choose"


def test_the_toast_takes_it_back_too_even_when_the_page_is_gone(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path], visits: Visits
) -> None:
    before = names(desk)
    screen = taken(qtbot, desk, listed())
    on(screen)
    on(screen)
    screen.deleteLater()
    settle()
    (undo,) = visits.undos
    visits.said.clear()
    undo()
    assert visits.said == ["Taking back…"]
    settle()
    assert names(desk) == before
    *under_way, last = visits.said[1:]
    assert last == "Undone: Read in: 2 clients, 2 dwellings, 2 leases and 2 decisions"
    assert under_way
    assert all(words.endswith("steps back") for words in under_way)


def test_a_window_says_that_an_import_is_undone_when_it_is(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    toast = Toast(page)
    deeds = Deeds(toast, BannerPlace())
    before = names(desk)
    screen = taken(qtbot, replace(desk, say=deeds.say), listed())
    on(screen)
    on(screen)
    deeds.take_back()
    assert toast._words.text() == "Taking back…"
    settle()
    assert toast._words.text().startswith("Undone: Read in: 2 clients")
    assert names(desk) == before
    assert "Everything was taken back." in said(screen)


def test_what_was_changed_since_is_not_taken_back(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    screen = taken(qtbot, desk, listed())
    on(screen)
    on(screen)
    one = screen._result.table.rows()[0].client_id
    card = client_card.client_card(desk.db, one, today=desk.today())
    fields = ClientFields(call_name=card.fields.call_name, last_name="Anders")
    clients.edit_client(desk.db, one, fields, version=card.version, today=desk.today())
    settle()
    press(screen, "Take everything back")
    assert "changed again in the meantime" in said(screen)
    assert "Anders" in " ".join(names(desk))


def test_a_column_is_what_somebody_chose_now_and_for_the_next_list(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    screen = taken(qtbot, desk, listed())
    choose(lines(screen)["I"], "client.living_situation")
    assert choices.remembered(desk.db) == {"mo bw": "client.living_situation"}
    choose(lines(screen)["I"], "")
    assert lines(screen)["I"].pick.raw() == ""
    choose(lines(screen)["H"], "tenancy.contract_until")
    choose(lines(screen)["G"], "tenancy.contract_until")
    kept = choices.remembered(desk.db)
    assert (kept["tot"], kept["besch t m"]) == ("tenancy.contract_until", "")
    lines(screen)["G"]._again.click()
    settle()
    assert "tot" not in choices.remembered(desk.db)
    again = taken(qtbot, desk, listed(name="volgende.csv"))
    assert lines(again)["I"].pick.raw() == ""


def test_findings_filter_and_a_row_with_one_can_be_left_out(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    text = TEXT.replace("46568", "30-09-2026")
    screen = taken(qtbot, desk, listed(text))
    on(screen)
    (found,) = screen.findChildren(Found)
    pill = next(one for one in screen.findChildren(Pill) if one.words() == "Solve first")
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    (stop,) = found.table.rows()
    assert (stop.row, stop.letter, stop.head, stop.cell) == (4, "F", "Ingang", "31-02-2025")
    assert stop.finding.what == "31-02-2025 does not exist."
    assert stop.finding.advice == "Choose a day up to 28."
    found.filter("look")
    late = next(one for one in found.table.rows() if "over since" in one.finding.sentence)
    found.table.choose((late.row, late.letter, late.finding.sentence))
    qtbot.keyClick(found.table.view, Qt.Key.Key_L)
    settle()
    assert screen.foot.next.words() == "Read in 1 row, 2 later"
    found.filter("out")
    (out,) = found.table.rows()
    found.table.choose((out.row, out.letter, out.finding.sentence))
    press(screen, "Read this row after all")
    assert screen.foot.next.words() == "Read in 2 rows, 1 later"


@pytest.mark.parametrize(
    ("answer", "new", "leases"), [("same", 0, 1), ("apart", 1, 1), ("out", 0, 0)]
)
def test_somebody_who_may_be_known_is_linked_added_or_left_out(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path], answer: str, new: int, leases: int
) -> None:
    fields = ClientFields(call_name="Noor", last_name="Aalbers", birth_date=date(1988, 5, 1))
    referral = ReferralFields(received_on=desk.today(), source="MO")
    clients.add_client(desk.db, fields, referral, today=desk.today())
    text = f"{HEADS}\nNoor Aalbers;;;Kastanjeplein 9;500;1-2-2026;vast;;MO\n"
    screen = taken(qtbot, desk, listed(text))
    on(screen)
    assert not screen.foot.next.isEnabled()
    (asked,) = (one for one in screen.findChildren(Segmented) if one.isVisible())
    assert asked.value() == "out"
    asked._buttons[answer].click()
    settle()
    read = screen.course.read
    assert read is not None
    assert (read.ready.counts.clients, read.ready.counts.tenancies) == (new, leases)
    (asked,) = (one for one in screen.findChildren(Segmented) if one.isVisible())
    assert asked.value() == answer
    assert screen.foot.next.isEnabled() == bool(leases)


def test_rows_left_out_and_coloured_cells_go_to_a_folder_of_choice(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path], tmp_path: Path
) -> None:
    screen = taken(qtbot, desk, listed())
    on(screen)
    press(screen, "Excel with coloured cells")
    pick_folder(qtbot, screen, tmp_path)
    assert "Saved as To look at 2026-11-24.xlsx" in said(screen)
    on(screen)
    for name in ("Not read in 2026-11-24.xlsx", "Not read in 2026-11-24 (2).xlsx"):
        press(screen, "Save these rows")
        pick_folder(qtbot, screen, tmp_path)
        sheet = openpyxl.load_workbook(tmp_path / name).worksheets[0]
        assert [sheet["A1"].value, sheet["A2"].value] == ["Naam", "García, José"]
        assert sheet["C2"].value is None


def pick_folder(qtbot: QtBot, screen: ImportScreen, folder: Path) -> None:
    qtbot.waitUntil(lambda: bool(screen.findChildren(QFileDialog)))
    dialog = screen.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(folder))
    dialog.close()
    settle()


def test_a_file_dropped_anywhere_on_the_page_is_taken(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    screen = shown(qtbot, desk)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(listed()))])
    none, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(5, 5), copy, data, Qt.MouseButton.LeftButton, none)
    screen.dropEvent(event)
    settle()
    assert stage(screen) == "columns"


def test_the_button_asks_for_a_file(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    screen = shown(qtbot, desk)
    (place,) = screen.findChildren(DropPlace)
    place.button.click()
    qtbot.waitUntil(lambda: bool(screen.findChildren(QFileDialog)))
    (dialog,) = screen.findChildren(QFileDialog)
    dialog.filesSelected.emit([str(listed())])
    dialog.close()
    settle()
    assert stage(screen) == "columns"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This file is empty."),
        (b"Naam;Adres\n", "There are heads in this file but no lines below them."),
        (b"%PDF-1.4 a;b\n", "This is another kind of file"),
        (b"PK\x03\x04 broken", "This workbook is damaged"),
    ],
)
def test_what_is_no_list_is_said_and_another_file_may_be_chosen(
    qtbot: QtBot, desk: Desk, tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(content)
    screen = taken(qtbot, desk, path)
    assert stage(screen) == "choose"
    (banner,) = (one for one in screen.findChildren(Banner) if one.isVisible())
    assert sentence in said(screen)
    assert banner.property("k") == "danger"
    path.write_text(TEXT, encoding="utf-8")
    screen.take([path])
    settle()
    assert stage(screen) == "columns"
    assert sentence not in said(screen)


def test_heads_that_nobody_knows_can_be_pointed_at_and_named(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    screen = taken(qtbot, desk, listed("Wie;Wanneer\nNoor Aalbers;1-5-1979\nJo Bos;2-5-1979\n"))
    assert "No row with heads was found." in said(screen)
    press(screen, "The heads stand in row 1")
    assert stage(screen) == "columns"
    choose(lines(screen)["A"], "client.name")
    choose(lines(screen)["B"], "client.birth_date")
    on(screen)
    assert screen.foot.next.words() == "Read in 2 rows"


def test_another_sheet_of_the_workbook_can_be_chosen(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    for name, count in (("Dit jaar", 3), ("Vorig jaar", 1)):
        sheet = book.create_sheet(name)
        sheet.append(["Naam", "Geboortedatum"])
        for number in range(count):
            sheet.append([f"Bos{number}, Jan", date(1980, 1, 1 + number)])
    path = tmp_path / "twee.xlsx"
    book.save(path)
    screen = taken(qtbot, desk, path)
    (pick,) = (
        one
        for one in screen.findChildren(Pick)
        if one.accessibleName() == "Sheet of the workbook" and one.isVisible()
    )
    assert [pick.itemText(n) for n in range(pick.count())] == ["Dit jaar", "Vorig jaar"]
    assert pick.raw() == "Dit jaar"
    pick.setCurrentIndex(1)
    pick.activated.emit(1)
    settle()
    on(screen)
    assert screen.foot.next.words() == "Read in 1 row"


def test_a_change_in_the_register_is_seen_before_it_is_read_in(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    screen = taken(qtbot, desk, listed())
    on(screen)
    fields = ClientFields(call_name="Aylin", last_name="Özdemir", birth_date=date(1992, 3, 14))
    referral = ReferralFields(received_on=desk.today(), source="MO")
    clients.add_client(desk.db, fields, referral, today=desk.today())
    settle()
    assert screen.course.read is not None
    assert screen.course.read.ready.counts.clients == 1
    assert screen.course.read.ready.known.clients == 1


def test_the_gui_thread_stays_free_while_five_thousand_rows_are_read(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    path = listed(many(5000))
    screen = shown(qtbot, desk)
    screen.take([path])
    assert screen.course.busy
    turns = 0
    while is_busy(screen):
        QApplication.processEvents()
        turns += 1
    assert turns > 20
    assert screen.course.read is not None
    assert screen.course.read.ready.counts.clients == 5000


def is_busy(screen: ImportScreen) -> bool:
    return screen.course.busy


def many(count: int) -> str:
    rows = [
        f"Bewoner{n}, Jan{n};{1 + n % 28}-3-{1950 + n % 50};;Laan {n + 1};500;1-2-26;;;"
        for n in range(count)
    ]
    return "\n".join([HEADS, *rows]) + "\n"


def test_it_can_be_stopped_and_nothing_is_kept(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    before = names(desk)
    screen = taken(qtbot, desk, listed(many(120)))
    on_without_waiting(qtbot, screen)
    screen.foot.stopping.click()
    settle()
    assert "You stopped it." in said(screen)
    assert stage(screen) == "check"
    assert names(desk) == before
    assert screen.foot.next.isEnabled()


def on_without_waiting(qtbot: QtBot, screen: ImportScreen) -> None:
    on(screen)
    told: list[float] = []
    screen.course.progress.connect(lambda share, _words: told.append(share))
    screen.foot.next.click()
    qtbot.waitUntil(lambda: any(0 < share < 1 for share in told), timeout=20_000)
    assert screen.course.busy


def test_a_lock_in_the_middle_leaves_nothing_and_the_file_is_taken_up_again(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    before = names(desk)
    screen = taken(qtbot, desk, listed(many(120)))
    on_without_waiting(qtbot, screen)
    kept = screen.state()
    screen.setParent(None)
    screen.deleteLater()
    QApplication.sendPostedEvents(None, 52)  # deferred deletes, as the window's going does
    settle()
    assert names(desk) == before
    again = shown(qtbot, desk)
    again.restore(kept)
    settle()
    assert stage(again) == "check"
    assert again.foot.next.words() == "Read in 120 rows"


def test_what_was_decided_and_the_result_outlive_a_lock_and_contents_do_not(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    path = listed()
    screen = taken(qtbot, desk, path)
    on(screen)
    (found,) = screen.findChildren(Found)
    found.left_out.emit(2, True)
    settle()
    kept = screen.state()
    assert "zdemir" not in repr(kept)
    again = shown(qtbot, desk)
    again.restore(kept)
    settle()
    assert again.foot.next.words() == "Read in 1 row, 2 later"
    on(again)
    kept = again.state()
    last = shown(qtbot, desk)
    last.restore(kept)
    assert stage(last) == "done"
    press(last, "Take everything back")
    assert not any("Vries" in name and name.startswith("S.") for name in names(desk))
    path.unlink()
    gone = shown(qtbot, desk)
    gone.restore({**kept, "done": None, "stage": "check"})
    settle()
    assert stage(gone) == "choose"
    assert "cannot be read" in said(gone)


def test_every_choice_and_button_has_a_name(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    screen = taken(qtbot, desk, listed())
    for line in lines(screen).values():
        assert line.pick.accessibleName().startswith(f"Column {line.column.letter}, ")
        assert line.pick.accessibleDescription()
    on(screen)
    (found,) = screen.findChildren(Found)
    assert found.table.view.accessibleName() == "What we found"


def test_the_way_in_is_there_for_who_may_and_for_nobody_else(
    qtbot: QtBot, desk: Desk, visits: Visits
) -> None:
    worker = next(one for one in workers.worker_rows(desk.db) if one.role == "BEG")
    other = replace(desk, me=worker)
    entry = next(one for one in pages.PAGES if one.key == "import")
    assert entry.seen_by("MAN")
    for role in ("BEG", "ERV", "WOON", "REGIO", ""):
        assert not entry.seen_by(role)
        assert not applying.may_read_in(role)
    for seen, count in ((desk, 1), (other, 0)):
        hits = [
            one for one in pages.contents().commands(seen) if one.title == "Read in from Excel"
        ]
        assert len(hits) == count
        screen = ClientsScreen(seen)
        qtbot.addWidget(screen)
        screen.show()
        buttons = [
            one
            for one in screen.findChildren(Button)
            if one.words() == "Read in from Excel" and one.isVisible()
        ]
        assert len(buttons) == count
        for button in buttons:
            button.click()
    assert visits.places == [Place("import")]


def test_today_offers_it_while_nobody_is_in_the_register(
    qtbot: QtBot, desk: Desk, visits: Visits, tmp_path: Path
) -> None:
    made = practice.make_register(
        tmp_path / "empty", today=desk.today(), clients=0, dwellings=0
    )
    changes = Changes(made.db)
    empty = replace(desk, db=made.db, changes=changes)
    screen = TodayScreen(empty)
    qtbot.addWidget(screen)
    screen.show()
    (offer,) = screen.findChildren(Beginning)
    assert offer.isVisible()
    button = next(one for one in offer.findChildren(Button) if "Excel" in one.words())
    button.click()
    assert visits.places == [Place("import")]
    fields = ClientFields(call_name="Noor", last_name="Aalbers")
    referral = ReferralFields(received_on=desk.today(), source="MO")
    clients.add_client(made.db, fields, referral, today=desk.today())
    qtbot.waitUntil(offer.isHidden)
    changes.close()
    made.db.close()


def test_command_and_page_go_the_same_way(
    qtbot: QtBot, desk: Desk, listed: Callable[..., Path]
) -> None:
    path = listed()
    screen = taken(qtbot, desk, path)
    plan = preview.prepare(desk.db, path, today=desk.today())
    assert screen.course.read is not None
    assert screen.course.read.plan == plan
    ready = preview.without_stops(desk.db, plan, today=desk.today())
    assert screen.course.read.ready == ready
