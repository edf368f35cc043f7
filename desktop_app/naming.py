"""How the screen names a client: in full, or shielded where others look along.

Paper, lists that are saved, the search index and what compares names always take the full name.
"""

from __future__ import annotations

_shielded = [False]


def shield(*, on: bool) -> None:
    """Show names as initials and numbers, or in full again; screens read anew after it."""
    _shielded[0] = on


def shielded() -> bool:
    """Tell whether names are shielded now."""
    return _shielded[0]


def full(call_name: str, infix: str, last_name: str) -> str:
    """Return the name as people say it: Karim El Amrani."""
    return " ".join(part for part in (call_name, infix, last_name) if part)


def shown(call_name: str, infix: str, last_name: str, number: str) -> str:
    """Return the name for a screen: in full, or K. E. (C-0042) while names are shielded."""
    if not shielded():
        return full(call_name, infix, last_name)
    initials = " ".join(f"{name[0]}." for name in (call_name, last_name) if name)
    return f"{initials} ({number})"
