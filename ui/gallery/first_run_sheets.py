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
from desktop_app.store import keys
from ui import background
from ui.screens.first_run import FirstRun
from ui.screens.first_run.answers import Made
from ui.screens.first_run.password import PasswordStep
from ui.screens.first_run.place import PlaceStep
from ui.screens.first_run.sheet import SheetStep

if TYPE_CHECKING:
    from ui.screens.first_run.pages import StepPages

_Step = TypeVar("_Step", PlaceStep, PasswordStep, SheetStep)
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
