"""What the unlock screen knows before anybody typed, and what it says then."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Hello(NamedTuple):
    """Before anybody typed.

    Attributes:
        folder: the register of last time.
        slot: who opened it last, as the id of a slot.
        hour: of the clock, for the greeting.
        locked: whether it was open until now.
        kept, lost: what became of what was being typed when it locked, as in `page.Drafts`.
    """

    folder: Path
    slot: str = ""
    hour: int = 9
    locked: bool = False
    kept: Sequence[str] = ()
    lost: Sequence[str] = ()

    def title(self, person: str = "") -> str:
        """Greet; by name once it is known who opens the register."""
        if self.locked:
            return _("Thuisbasis is locked")
        greeting, names = greetings(self.hour), person.split()
        return f"{greeting}, {names[0]}" if names else greeting

    def sentence(self) -> str:
        """Say what is asked."""
        if self.locked:
            return _("Type your password to go on where you were.")
        return _("Type your password to open the register.")


def greetings(hour: int) -> str:
    """Return the greeting of an hour of the day."""
    if hour < 6:  # noqa: PLR2004 - hours of the clock
        return _("Good night")
    if hour < 12:  # noqa: PLR2004 - as above
        return _("Good morning")
    if hour < 18:  # noqa: PLR2004 - as above
        return _("Good afternoon")
    return _("Good evening")
