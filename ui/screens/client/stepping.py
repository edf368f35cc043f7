"""The next step of a client's way: asked for in a sheet over the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app import codelists
from desktop_app.register import trajectories
from desktop_app.register.trajectories import StepFields
from desktop_app.words import _
from ui.parts.asking import Draft, ask
from ui.parts.form import Choice, Field, Form
from ui.parts.form.field import from_list
from ui.parts.taking_back import did

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.parts.side_sheet import SideSheet

_BY_THEMSELVES = frozenset({"TUSS", "EIND"})
"""Steps that the end of a tenancy and the end of support take."""


def next_step(over: QWidget, desk: Desk, client_id: UUID, *, housed: bool) -> SideSheet:
    """Ask which step was taken, when, and what is waited for now.

    Only who has a home can be said to live there again, as after a pause.
    """
    form = Form(_fields(housed=housed), today=desk.today())
    form.fill({"on": desk.today()})

    def save(values: dict[str, Any]) -> UUID:
        step = StepFields(**values | {"note": values["note"] or ""})
        return trajectories.take_step(desk.db, client_id, step, today=desk.today())

    return ask(
        over,
        _("Next step"),
        form,
        (_("Save"), save),
        lambda _id: did(desk, _("Step noted")),
        draft=Draft(desk, f"step/{client_id}", client_id),
    )


def _fields(*, housed: bool) -> list[Field | tuple[Field, ...]]:
    steps = tuple(
        Choice(code, codelists.label("trajectory_status", code))
        for code in codelists.read("trajectory_status").codes
        if code not in _BY_THEMSELVES and (housed or code != "WOON")
    )
    return [
        Field("status", _("Which step"), "choice", choices=steps),
        Field("on", _("On (dd-mm-yyyy)"), "date"),
        Field(
            "wait_reason",
            _("What is waited for"),
            "choice",
            optional=True,
            choices=from_list("wait_reason"),
            hint=_("Needed for who waits for a decision or a home."),
        ),
        Field("note", _("Note"), optional=True),
    ]
