"""The steps of putting a backup back, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.words import _
from ui.screens.first_run.pages import StepPages
from ui.screens.first_run.putting_back.secret import SecretStep
from ui.screens.first_run.putting_back.where import WhereStep
from ui.screens.first_run.putting_back.which import WhichStep

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop_app.errors import UserError
    from desktop_app.store.restoring import Restored
    from ui.screens.first_run.putting_back.chosen import Chosen


def pages(
    chosen: Chosen, now: Callable[[], datetime], restored: Callable[[Restored], object]
) -> StepPages:
    """Return the pages of all steps; `restored` hears of the register that is back."""
    which, where = WhichStep(chosen, now), WhereStep(chosen, now)
    secret = SecretStep(chosen, now)
    steps = StepPages([which, where, secret], _("Putting a backup back"), _("About 2 minutes"))

    def another(error: UserError) -> None:
        steps.go_to(which)
        which.refuse(error)

    secret.no_backup.connect(another)
    secret.restored.connect(restored)
    return steps
