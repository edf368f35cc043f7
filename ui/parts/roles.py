"""The roles that somebody may be given, by the kind of register."""

from __future__ import annotations

from ui.parts.form.field import Choice, from_list

REGION = frozenset({"REGIO", "TEL"})
"""Roles of the region's desk, which holds no persons."""


def choices(kind: str) -> tuple[Choice, ...]:
    """Return the roles for a register of a "provider" or a "region"."""
    return tuple(
        choice
        for choice in from_list("user_role")
        if (choice.code in REGION) == (kind == "region")
    )
