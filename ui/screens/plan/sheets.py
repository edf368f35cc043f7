"""What a plan asks in a sheet: a new goal, and how a version was agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.plans import goals, signatures
from desktop_app.plans.goals import GoalFields
from desktop_app.words import _
from ui.parts.asking import ask
from ui.parts.form import Field, Form
from ui.parts.form.field import from_list

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from desktop_app.plans.reading import PlanCard
    from ui.desk import Desk
    from ui.parts.side_sheet import SideSheet


def ask_goal(over: QWidget, desk: Desk, plan: PlanCard) -> SideSheet:
    """Ask what somebody wants to reach, and add it to a draft."""
    form = Form(
        [
            Field("title", _("What do I want to reach? In the client's words")),
            Field(
                "life_area", _("Life area"), "choice", optional=True,
                choices=from_list("life_area"),
            ),
        ],
        today=desk.today(),
    )  # fmt: skip

    def add(said: dict[str, Any]) -> UUID:
        return goals.add_goal(desk.db, plan.plan_id, GoalFields(**said))

    return ask(over, _("New goal"), form, (_("Add"), add), lambda _id: None)


def ask_signature(over: QWidget, desk: Desk, plan: PlanCard) -> SideSheet:
    """Ask how a printed version was agreed, and on which day."""
    states = tuple(
        choice for choice in from_list("signature_state") if choice.code != signatures.NOT_ASKED
    )
    form = Form(
        [
            Field("state", _("How was it agreed?"), "choice", choices=states),
            Field("on", _("On (dd-mm-yyyy)"), "date"),
        ],
        today=desk.today(),
    )
    form.fill({"state": "CLI", "on": desk.today()})

    def note(said: dict[str, Any]) -> signatures.Received:
        return signatures.signature_received(
            desk.db, plan.plan_id, said["state"], on=said["on"], today=desk.today()
        )

    def noted(received: signatures.Received) -> None:
        db = desk.db
        desk.say(_("Signature noted"), lambda: signatures.take_back_signature(db, received))

    return ask(over, _("Signature received"), form, (_("Save"), note), noted)
