"""`list`: lists on the screen or in a file that a spreadsheet opens."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from desktop_app.commands import days, files
from desktop_app.commands.unlocking import opened, register_argument
from desktop_app.errors import UserError
from desktop_app.register import lists, spreadsheets
from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from desktop_app.commands.usage import Commands


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    reader = commands.add("list", list_out, _("Take a list out of a register."))
    register_argument(reader)
    reader.add_argument("noun", choices=lists.NOUNS, metavar="|".join(lists.NOUNS))
    reader.add_argument(
        "--out",
        metavar=_("FILE"),
        type=files.new_file,
        help=_("a .csv or .xlsx file (default: screen)"),
    )


def list_out(asked: argparse.Namespace) -> None:
    """Write a list to a file, or to stdout with tabs between the columns."""
    out: Path | None = asked.out
    if out is not None and out.suffix.lower() not in lists.ENDINGS:
        raise UserError(_("A list ends in .csv or .xlsx. Choose another name for the file."))
    with opened(asked) as db:
        if out is not None:
            count = lists.save(db, asked.noun, out, today=days.today())
            told = ngettext("{count} line in {file}.", "{count} lines in {file}.", count)
            print(told.format(count=count, file=out))
            return
        listing = lists.read(db, asked.noun, today=days.today())
        lists.note(db, asked.noun)
    sys.stdout.write(spreadsheets.as_text(listing.heads, listing.rows))
