"""A housing list on its way into a practice register, step by step."""

from __future__ import annotations

import atexit
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import uuid4

from desktop_app import practice
from desktop_app.register import client_list, organisation, workers
from ui import background, pages
from ui.changes import Changes
from ui.desk import Place
from ui.gallery.desks import TODAY
from ui.screens.importing import ImportScreen
from ui.trail import Step
from ui.window import Session, Window

if TYPE_CHECKING:
    from desktop_app.practice import PracticeRegister

_HEADS = "Naam;geb.dat;BSN;Straat + nr;Huur;Ingang;Tot;Besch. t/m;MO/BW;Opmerking"
_GIVEN = ("Aylin", "Saskia", "Tommie", "José", "Noor", "Yusuf", "Zoë", "Brechtje")
_LAST = (
    "Özdemir",
    "Vries, de",
    "Verhoeven",
    "García",
    "Aalbers",
    "Haddou",
    "Bakker",
    "Wiersma",
)

_NO_DAY, _TURNED = 9, 23


def choose() -> Window:
    """Return the window at the first step."""
    return _window()[0]


def columns() -> Window:
    """Return the window at the second step."""
    window, screen = _window()
    screen.take([_list()])
    background.finish()
    return window


def check() -> Window:
    """Return the window at the third step."""
    window = columns()
    _press(window)
    return window


def done() -> Window:
    """Return the window when all is read in."""
    window = check()
    _press(window)
    _register.cache_clear()  # the next picture begins with a register that knows nobody
    return window


def _window() -> tuple[Window, ImportScreen]:
    made = _register()
    card = organisation.organisation(made.db)
    session = Session(
        db=made.db,
        opened=made.opened,
        me=workers.me(made.db),
        organisation=card.name,
        register=card.register_name,
        changes=Changes(made.db),
        today=lambda: TODAY,
    )
    window = Window(session, pages.contents(), Step(Place("import")))
    window.resize(1440, 900)
    (screen,) = window.findChildren(ImportScreen)
    return window, screen


def _press(window: Window) -> None:
    (screen,) = window.findChildren(ImportScreen)
    screen.foot.next.click()
    background.finish()


def _list() -> Path:
    """Write a list with mistakes, and with somebody who may be known, and return its path."""
    made = _register()
    known = client_list.client_rows(made.db, today=TODAY)[2]
    lines = ["Woonlijst 2026;;;;;;;;;", _HEADS]
    for number in range(40):
        name = f"{_LAST[number % 8].split(',')[0]}, {_GIVEN[number // 8]}"
        born = f"{1 + number % 28:02}-{1 + number % 12:02}-{1961 + number}"
        bsn = f"{999990000 + 11 * number}"
        begun = "31-02-2026" if number == _NO_DAY else f"{1 + number % 27}-{1 + number % 9}-25"
        until = "01-03-2024" if number == _TURNED else "31-12-26" if number % 3 == 0 else "vast"
        kind = ("MO", "BW", "")[number % 3]
        lines.append(
            f"{name};{born};{bsn};Kastanjeplein {number + 1};€ {480 + number},50;"
            f"{begun};{until};30-06-2027;{kind};"
        )
    lines.append(f"{known.name};;;Kastanjeplein 81;€ 512,00;1-5-25;vast;30-09-2026;MO;")
    lines.append("Totaal;;;;€ 20.000,00;;;;;")
    path = Path(_home().name) / "Woonlijst 2026.csv"
    path.write_text("\n".join(lines), encoding="cp1252")
    return path


@cache
def _home() -> TemporaryDirectory[str]:
    folder = TemporaryDirectory(ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    return folder


@cache
def _register() -> PracticeRegister:
    folder = Path(_home().name) / uuid4().hex
    return practice.make_register(folder, today=TODAY, clients=24)
