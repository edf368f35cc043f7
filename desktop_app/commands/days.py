"""Days as commands take them, and the only place where they ask what day it is."""

from __future__ import annotations

import argparse
import re
from datetime import date
from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.words import _

if TYPE_CHECKING:
    from desktop_app.commands.usage import Reader


def today() -> date:
    """Return the day it is here."""
    return dates.now().astimezone().date()


def day(text: str) -> date:
    """Read a day written as 2026-11-24."""
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(
            _("“{text}” is no day. Write it as 2026-11-24.").format(text=text)
        ) from wrong


def month(text: str) -> date:
    """Read a month written as 2026-11; returns its first day."""
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text) or text < "1900":
        raise argparse.ArgumentTypeError(
            _("“{text}” is no month. Write it as 2026-11.").format(text=text)
        )
    return date.fromisoformat(f"{text}-01")


def today_argument(reader: Reader) -> None:
    """Let a command be told what day it is, to look back or to try out."""
    reader.add_argument(
        "--today", metavar=_("DAY"), type=day, default=None,
        help=_("as if it were this day, as 2026-11-24 (default: today)"),
    )  # fmt: skip
