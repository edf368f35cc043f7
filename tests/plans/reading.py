"""Which words of a plan its paper lacks."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.plans.document import PlanDocument
    from tests.paper.reading import Paper

_NOT_PRINTED = {"code", "phase", "much", "state", "read", "given_by", "reached_when"}


def _words(part: object) -> Iterator[str]:
    """Yield every text of a plan's sections."""
    if isinstance(part, str):
        yield from part.split("\n")
    elif isinstance(part, tuple):
        for one in part:
            yield from _words(one)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in _NOT_PRINTED:
                yield from _words(getattr(part, field.name))


def lacking(plan: PlanDocument, paper: Paper) -> list[str]:
    """Return the texts of a plan that its paper does not say."""
    flat = re.sub(r"\s+", " ", paper.tree.text().replace("\u00a0", " "))
    return [
        text
        for text in _words(plan.sections)
        if " ".join(text.replace("**", "").split()) not in flat
    ]
