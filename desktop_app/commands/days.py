"""Days as commands take them, and the only place where they ask what day it is."""

from __future__ import annotations

import argparse
import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.words import _

if TYPE_CHECKING:
    from desktop_app.commands.usage import Reader

_THIS_CENTURY = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}")
"""No organisation, and no programme, has days in another one."""


def today() -> date:
    """Return the day it is here."""
    return dates.now().astimezone().date()


def day(text: str) -> date:
    """Read a day of this century, written as 2026-11-24."""
    if _THIS_CENTURY.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    raise argparse.ArgumentTypeError(
        _("“{text}” is no day. Write it as 2026-11-24.").format(text=text)
    )


def month(text: str) -> date:
    """Read a month of this century, written as 2026-11; returns its first day."""
    if _THIS_CENTURY.fullmatch(f"{text}-01"):
        with suppress(ValueError):
            return date.fromisoformat(f"{text}-01")
    raise argparse.ArgumentTypeError(
        _("“{text}” is no month. Write it as 2026-11.").format(text=text)
    )


def today_argument(reader: Reader) -> None:
    """Let a command be told what day it is, to look back or to try out."""
    reader.add_argument(
        "--today", metavar=_("DAY"), type=day, default=None,
        help=_("as if it were this day, as 2026-11-24 (default: today)"),
    )  # fmt: skip
