"""`plan` and `plans`: support plans as PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import whole
from desktop_app.commands import days, files
from desktop_app.commands.progress import shown
from desktop_app.commands.unlocking import opened, register_argument
from desktop_app.errors import UserError
from desktop_app.plans import copies, packs, versions
from desktop_app.register import client_list
from desktop_app.register.client_list import ClientFilter
from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from desktop_app.commands.usage import Commands
    from desktop_app.register.client_list import ClientRow
    from desktop_app.store.database import Database


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    reader = commands.add("plan", plan, _("Save a client's newest plan as PDF."))
    register_argument(reader)
    reader.add_argument(
        "client", metavar=_("CLIENT"), help=_("number, such as C-0042, or part of the name")
    )
    files.file_argument(reader, _("the PDF; it leaves the register"))
    days.today_argument(reader)

    reader = commands.add("plans", plans, _("Save everybody's newest plan as PDF."))
    register_argument(reader)
    files.folder_argument(reader, _("where the PDFs come; they leave the register"))
    reader.add_argument(
        "--bound", action="store_true", help=_("bind all of them into one more PDF, to print")
    )
    days.today_argument(reader)


def plan(asked: argparse.Namespace) -> None:
    """Save one plan; a version that was printed before is the very same file."""
    today = asked.today or days.today()
    with opened(asked) as db:
        who = _find(db, asked.client, today)
        newest = next(iter(versions.versions(db, who.client_id, today=today)), None)
        if newest is None:
            raise UserError(_("{number} has no plan yet.").format(number=who.number))
        copy = copies.copy(db, newest.plan_id, today=today)
    whole.write(asked.out, copy.pdf)
    print(_("The plan of {number} lies in {file}.").format(number=who.number, file=asked.out))


def plans(asked: argparse.Namespace) -> None:
    """Save the newest version of every plan, under numbers and never under names."""
    today = asked.today or days.today()
    folder = files.folder(asked.out)
    with opened(asked) as db, shown(_("Printing plans")) as progress:
        saved = packs.save_all(db, folder, today=today, bound=asked.bound, progress=progress)
    count = len(saved.files)
    told = ngettext("{n} plan in {folder}.", "{n} plans in {folder}.", count)
    print(told.format(n=count, folder=folder))
    if saved.bound:
        print(_("To print them all: {file}.").format(file=saved.bound))


def _find(db: Database, words: str, today: date) -> ClientRow:
    """Return the one client that the words mean.

    Raises:
        UserError: nobody, or more than one; the sentence gives numbers, never names.
    """
    found = client_list.client_rows(db, ClientFilter(words=words), today=today)
    exact = [row for row in found if row.number.casefold() == words.strip().casefold()]
    found = exact or found
    if not found:
        raise UserError(_("No client fits these words. Give a number, such as C-0042."))
    if len(found) > 1:
        numbers = ", ".join(row.number for row in found[:5])
        raise UserError(
            _("More than one client fits these words: {numbers}. Give a number.").format(
                numbers=numbers
            )
        )
    return found[0]
