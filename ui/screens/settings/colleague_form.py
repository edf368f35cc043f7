"""What is asked of a colleague, whether new or known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.register import drafts
from desktop_app.words import _
from ui.parts import roles
from ui.parts.form import Field

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.parts.form import Form


def questions(kind: str) -> list[Field | tuple[Field, ...]]:
    """Return the questions in a register of a "provider" or a "region"."""
    return [
        Field("name", _("Name")),
        Field("role", _("Role"), "choice", choices=roles.choices(kind)),
        Field("phone", _("Telephone"), optional=True),
        Field("email", _("E-mail"), optional=True),
    ]


def take_up_draft(desk: Desk, form: Form, place: str) -> None:
    """Put back what was typed before the lock, if anything was."""
    kept = drafts.draft(desk.db, place)
    if kept is not None:
        form.restore(kept)
