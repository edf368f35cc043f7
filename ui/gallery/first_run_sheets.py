"""The first run at some of its steps, on a computer that does not exist."""

from __future__ import annotations

import atexit
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from desktop_app.register import founding
from desktop_app.register.organisation import FounderFields, OrganisationFields
from desktop_app.store import backups, keys
from desktop_app.store.restoring import Restored
from ui import background
from ui.screens.first_run import FirstRun
from ui.screens.first_run.answers import Made
from ui.screens.first_run.password import PasswordStep
from ui.screens.first_run.place import PlaceStep
from ui.screens.first_run.putting_back.restored import RestoredCard
from ui.screens.first_run.putting_back.where import WhereStep
from ui.screens.first_run.putting_back.which import WhichStep
from ui.screens.first_run.sheet import SheetStep

if TYPE_CHECKING:
    from ui.screens.first_run.pages import StepPages

_Step = TypeVar("_Step", PlaceStep, PasswordStep, SheetStep, WhichStep, WhereStep)
_NOW = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
_WORDS = "paars dak roept zeven"


def welcome() -> FirstRun:
    """Return the ways to begin."""
    return FirstRun(lambda: _NOW)


def place() -> FirstRun:
    """Return the step that asks for a folder, pointed at one that is synced."""
    run, pages = _begun()
    step = _step(pages, PlaceStep)
    step.folder.setText("/data/OneDrive/Thuisbasis/Register De Linde")
    pages.go_to(step)
    background.finish()
    return run


def password() -> FirstRun:
    """Return the step with the password."""
    run, pages = _begun()
    step = _step(pages, PasswordStep)
    pages.go_to(step)
    step.person.setText("Bas de Groot")
    step.password.setText(_WORDS)
    return run


def sheet() -> FirstRun:
    """Return the step with the recovery sheet."""
    run, pages = _begun()
    run.answers.made = _made()
    pages.go_to(_step(pages, SheetStep))
    background.finish()
    return run


def which_backup() -> FirstRun:
    """Return the step that asks for a backup, with one chosen."""
    return _putting_back()[0]


def cut_backup() -> FirstRun:
    """Return that step after a file that was not copied whole."""
    run, pages = _putting_back()
    step = _step(pages, WhichStep)
    cut = _backup().with_name("thuisbasis-delinde-cut.tbbackup")
    cut.write_bytes(_backup().read_bytes()[:-500])
    step.take(cut)
    background.finish()
    return run


def where_backup() -> FirstRun:
    """Return the step that asks where the register comes, over one that is there."""
    run, pages = _putting_back()
    pages.go_on()
    background.finish()
    return run


def who_opens() -> FirstRun:
    """Return the step that asks for a password."""
    run, pages = _putting_back()
    pages.go_on()
    background.finish()
    _step(pages, WhereStep).question.anyway.setChecked(True)
    pages.go_on()
    background.finish()
    return run


def restored() -> RestoredCard:
    """Return what is said once a register is back."""
    folder = Path("Documents") / "Register De Linde"
    done = Restored(_made().opened, folder / "vervangen-2026-11-24-0912", 1, ())
    return RestoredCard(folder, done)


def _putting_back() -> tuple[FirstRun, StepPages]:
    run = FirstRun(lambda: _NOW, last=_made().folder)
    pages = run.put_back()
    background.finish()
    _step(pages, WhichStep).take(_backup())
    background.finish()
    return run, pages


@cache
def _backup() -> Path:
    made = _made()
    return backups.make(made.db, made.opened, made.folder.parent, at=_NOW).path


def _begun() -> tuple[FirstRun, StepPages]:
    run = FirstRun(lambda: _NOW)
    answers = run.answers
    answers.name, answers.register_name = "Stichting De Linde", "Register De Linde"
    answers.short_code, answers.person = "delinde", "Bas de Groot"
    answers.folder = Path("Register De Linde")
    return run, run.begin()


def _step(pages: StepPages, kind: type[_Step]) -> _Step:
    return next(step for step in pages.steps() if isinstance(step, kind))


@cache
def _made() -> Made:
    folder = TemporaryDirectory(ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    fields = OrganisationFields(
        kind="provider",
        name="Stichting De Linde",
        register_name="Register De Linde",
        short_code="delinde",
    )
    founder = FounderFields(name="Bas de Groot", role="MAN", password=_WORDS)
    place = Path(folder.name) / "register"
    made = founding.found_whole(place, fields, founder, cost=keys.FLOOR)
    return Made(place, made.db, made.opened, made.recovery_code)
