"""Which file it is, which sheet and which heads."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from desktop_app.register import clients
from desktop_app.register.clients import ClientFields, ReferralFields
from tests.ui.screens.importing.conftest import (
    TEXT,
    choose,
    lines,
    on,
    press,
    said,
    settle,
    shown,
    stage,
    taken,
)
from ui.parts.banner import Banner
from ui.parts.drop_place import DropPlace
from ui.parts.form.inputs import Pick

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.desk import Desk


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
