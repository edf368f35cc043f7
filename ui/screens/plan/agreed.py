"""A version that was printed: its signature, and the steps that are ticked as they are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app import codelists, dates
from desktop_app.errors import UserError
from desktop_app.plans import goals, signatures
from desktop_app.words import _
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.check_box import CheckBox
from ui.parts.layouts import column
from ui.parts.text import label

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.plans.reading import ActionCard, GoalCard, PlanCard
    from ui.desk import Desk


class AgreedPlan(QWidget):
    """The newest version once it was printed; its text cannot change any more.

    Args:
        desk: what it works with.
        plan: the version.

    Signals:
        came_back(): the paper is here, signed or not.
        followed(): the next version is to be begun.
    """

    came_back = Signal()
    followed = Signal()

    def __init__(self, desk: Desk, plan: PlanCard) -> None:
        super().__init__()
        self._desk = desk
        self._problems = BannerPlace()
        self._versions: dict[UUID, int] = {}  # of the steps that were ticked here
        waits = plan.signature == signatures.NOT_ASKED
        said = self._waiting(plan) if waits else self._signed(plan)
        boxes = (self._goal(number, goal) for number, goal in enumerate(plan.goals, start=1))
        self.setLayout(column(said, self._problems, *boxes, gap=12))

    def _waiting(self, plan: PlanCard) -> Banner:
        return Banner(
            "warn",
            _("Version {n} waits for a signature").format(n=plan.number),
            _("It was printed. Its text cannot change any more."),
            Button(_("Signature received"), self.came_back.emit, kind="primary"),
            icon="signature",
        )

    def _signed(self, plan: PlanCard) -> Banner:
        agreed = dates.dutch(plan.agreed_on) if plan.agreed_on else ""
        return Banner(
            "ok",
            _("Version {n} is agreed").format(n=plan.number),
            f"{codelists.label('signature_state', plan.signature or '')} · {agreed}",
            Button(_("Write the next version"), self.followed.emit, icon="file-plus"),
        )

    def _goal(self, number: int, goal: GoalCard) -> Card:
        box = Card(_("Goal {n}").format(n=number))
        box.add(label(goal.title, "strong", wrap=True))
        for step in goal.actions:
            tick = CheckBox(step.what, on=step.done_on is not None)
            tick.clicked.connect(lambda _on, step=step, tick=tick: self._tick(step, tick))
            box.add(tick)
        return box

    def _tick(self, step: ActionCard, tick: CheckBox) -> None:
        """Note whether a step is done; the text of an agreed plan stays as it was signed."""
        done = tick.isChecked()
        self._problems.clear()
        try:
            self._versions[step.action_id] = goals.tick_action(
                self._desk.db,
                step.action_id,
                done_on=self._desk.today() if done else None,
                version=self._versions.get(step.action_id, step.version),
            )
        except UserError as error:
            tick.setChecked(not done)
            self._problems.show_error(error)
