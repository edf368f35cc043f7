"""The month file of a practice organisation that is connected to a region, step by step."""

from __future__ import annotations

import atexit
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desktop_app import practice
from desktop_app.region import roster
from desktop_app.register import organisation, workers
from desktop_app.register.organisation import FounderFields, OrganisationFields
from desktop_app.store import keys
from desktop_app.summary import connection, export
from ui import background, pages
from ui.changes import Changes
from ui.desk import Place
from ui.gallery.desks import TODAY
from ui.parts.buttons import Button
from ui.screens.month import MonthScreen
from ui.trail import Step
from ui.window import Session, Window

if TYPE_CHECKING:
    from desktop_app.store.database import Database
    from desktop_app.store.keys import Opened

_AUGUST, _SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)
_AGREED = date(2026, 1, 12)


def preview() -> Window:
    """Return the window at the second step."""
    window = Window(_session(), pages.contents(), Step(Place("month")))
    _press(window, 1)
    return window


def made() -> Window:
    """Return the window at the third step, before the file is made."""
    window = preview()
    _press(window, 1)
    return window


def _press(window: Window, times: int) -> None:
    window.resize(1440, 900)
    (screen,) = window.findChildren(MonthScreen)
    for _time in range(times):
        _primary(screen).click()
        background.finish()


def _primary(screen: MonthScreen) -> Button:
    return next(
        one for one in screen.findChildren(Button) if one.kind == "primary" and one.icon_name
    )


def _session() -> Session:
    db, opened = _register()
    card = organisation.organisation(db)
    return Session(
        db=db,
        opened=opened,
        me=workers.me(db),
        organisation=card.name,
        register=card.register_name,
        changes=Changes(db),
        today=lambda: TODAY,
    )


@cache
def _register() -> tuple[Database, Opened]:
    """Make an organisation that sent two months to a region of its own."""
    folder = TemporaryDirectory(ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    home = Path(folder.name)
    made_ = practice.make_register(home / "register", today=TODAY, clients=47)
    fields = OrganisationFields(
        kind="region",
        name="Regio Utrecht",
        register_name="Regio Utrecht",
        short_code="u16",
        programme_start=date(2024, 11, 1),
        target=200,
    )
    founder = FounderFields(name="Noor Bakker", role="REGIO", password=practice.PASSWORD)
    region = organisation.found(home / "region", fields, founder, cost=keys.FLOOR).db
    roster.agree(region, roster.Rules(programme="Eerst een (t)huis"))
    profile = roster.profile_file(region, today=TODAY)
    words = connection.words_of(roster.profile(region, today=TODAY))
    connection.connect(made_.db, profile, words)
    connection.agree_exact_headlines(made_.db, "F. Aydin, privacy-functionaris", _AGREED)
    for month in (_AUGUST, _SEPTEMBER):
        draft = export.prepare(made_.db, month, today=TODAY)
        sent = export.approve(made_.db, draft, home, today=TODAY)
        export.note_sent(made_.db, sent.card.file_id, on=TODAY, how="veilige mail")
    region.close()
    return made_.db, made_.opened
