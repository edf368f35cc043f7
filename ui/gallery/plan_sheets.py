"""A plan while its next version is written, and what that says differently."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from desktop_app.plans import versions, writing
from ui.desk import Place
from ui.gallery import desks
from ui.screens.plan.draft import DraftEditor
from ui.screens.plan.page import TEMPLATE

if TYPE_CHECKING:
    from uuid import UUID

    from ui.window import Window


def draft() -> Window:
    """Return the window at a plan whose next version was begun."""
    return desks.window(Place("client", _somebody(), "plan"))


def changes() -> Window:
    """Return it with what changed since the version before."""
    shown = draft()
    shown.resize(1440, 900)
    for editor in shown.findChildren(DraftEditor):
        editor.compared.emit()
    return shown


@cache
def _somebody() -> UUID:
    """Return a client whose plan has a next version, begun for the picture."""
    db = desks.session().db
    agreed = [row for row in versions.plan_rows(db, today=desks.TODAY) if row.agreed_on]
    fullest = max(agreed, key=lambda row: (row.number, row.goals))
    writing.start_plan(db, fullest.client_id, TEMPLATE, today=desks.TODAY)
    return fullest.client_id
