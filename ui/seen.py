"""Remembers how far a register had come, so that an older one in its place is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app import dates, settings
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date

    from ui.choices import Choices
    from ui.unlocking import Unlocked


class Warned(NamedTuple):
    """Something to know about the register; the sentence may be empty."""

    title: str
    sentence: str = ""


def note(choices: Choices, unlocked: Unlocked, today: date) -> Warned | None:
    """Note register and person for next time; return a warning, if there is one."""
    opened = unlocked.opened
    vault = str(opened.vault_id)
    mark = settings.Seen(opened.generation, unlocked.journal, today)
    older = settings.newer_mark(choices.settings, vault, mark)
    marked = settings.with_mark(choices.settings, vault, mark)
    choices.note(folder=unlocked.folder, slot=str(opened.slot_id), seen=marked.seen)
    if older is not None and not unlocked.put_back:
        title = _("This register is older than the one that was open here on {date}.")
        return Warned(
            title.format(date=dates.dutch(older.on)),
            _("Was a backup put back? If you do not know of it, ask your manager."),
        )
    return Warned(unlocked.notice) if unlocked.notice else None
