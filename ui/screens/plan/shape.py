"""What an editor of a plan is made for: which version, in which state, with which parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.plans.reading import PlanCard, SectionCard

WRITTEN = frozenset({"quote", "ticks", "prose", "card", "signals", "shares", "review"})
"""Forms of sections in which text is written."""


@dataclass(frozen=True, slots=True)
class Shape:
    """While this stays the same, an editor need not be built anew.

    Attributes:
        plan_id, frozen, signature: the version and its state.
        parts: its open sections, goals and life areas, by code or id.
    """

    plan_id: UUID
    frozen: bool
    signature: str | None
    parts: tuple[str, ...]

    def same_version(self, other: Shape) -> bool:
        """Tell whether another is of the same version, in the same state."""
        mine = (self.plan_id, self.frozen, self.signature)
        return mine == (other.plan_id, other.frozen, other.signature)


class Body(Protocol):
    """What stands at the left of the paper: a draft being written, or an agreed version."""

    shape: Shape

    def keep(self) -> bool:
        """Save what is typed, and tell whether all of it is saved."""

    def renew(self, plan: PlanCard) -> None:
        """Show what changed in a plan of the same shape."""

    def begin_with(self, part: str) -> None:
        """Go to a part that was just opened."""


def shape(plan: PlanCard) -> Shape:
    """Return the shape of a version as it was read."""
    sections = (card.section.code for card in plan.sections if is_written(card))
    goals = (str(goal.goal_id) for goal in plan.goals)
    areas = (area.life_area for area in plan.areas)
    return Shape(plan.plan_id, plan.frozen, plan.signature, (*sections, *goals, *areas))


def is_written(card: SectionCard) -> bool:
    """Tell whether a section is open, and has text of its own."""
    return card.opened and card.section.form in WRITTEN
