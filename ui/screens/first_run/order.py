"""The steps of the first run, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.words import _
from ui.screens.first_run.backup import BackupStep
from ui.screens.first_run.colleagues import ColleaguesStep
from ui.screens.first_run.organisation import OrganisationStep
from ui.screens.first_run.pages import StepPages
from ui.screens.first_run.password import PasswordStep
from ui.screens.first_run.place import PlaceStep
from ui.screens.first_run.region import RegionStep
from ui.screens.first_run.sheet import SheetStep

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ui.screens.first_run.answers import Answers
    from ui.screens.first_run.step import FoundingStep

_STEPS: tuple[type[FoundingStep], ...] = (
    OrganisationStep,
    PlaceStep,
    PasswordStep,
    SheetStep,
    ColleaguesStep,
    RegionStep,
    BackupStep,
)


def pages(answers: Answers, now: Callable[[], datetime]) -> StepPages:
    """Return the pages of all steps."""
    steps = [step(answers, now) for step in _STEPS]
    return StepPages(steps, _("Setting up Thuisbasis"), _("About 6 minutes"))
