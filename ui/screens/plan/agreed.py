"""A version that was printed: its signature, and how its goals go since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app import codelists, dates
from desktop_app.plans import signatures
from desktop_app.words import _
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.layouts import column
from ui.screens.plan.agreed_goal import AgreedGoal
from ui.screens.plan.shape import shape

if TYPE_CHECKING:
    from desktop_app.plans.reading import PlanCard
    from ui.desk import Desk


class AgreedPlan(QWidget):
    """The newest version once it was printed; its text cannot change any more.

    Args:
        desk: what it works with.
        plan: the version.

    Attributes:
        shape: what it was made for.

    Signals:
        came_back(): the paper is here, signed or not.
        followed(): the next version is to be begun.
    """

    came_back = Signal()
    followed = Signal()

    def __init__(self, desk: Desk, plan: PlanCard) -> None:
        super().__init__()
        self.shape = shape(plan)
        waits = plan.signature == signatures.NOT_ASKED
        said = self._waiting(plan) if waits else self._signed(plan)
        self._goals = [
            AgreedGoal(desk, number, goal) for number, goal in enumerate(plan.goals, 1)
        ]
        self.setLayout(column(said, *self._goals, gap=12))

    def keep(self) -> bool:
        """Everything here is saved as it is done."""
        return True

    def begin_with(self, part: str) -> None:
        """Stay where one is: no part of an agreed version is opened."""

    def renew(self, plan: PlanCard) -> None:
        """Show how its goals go now."""
        for box, goal in zip(self._goals, plan.goals, strict=True):
            box.show_goal(goal)

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
