"""`backup`, `restore`, `check`: whether what is kept can be found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.commands import days, files
from desktop_app.commands.progress import shown
from desktop_app.commands.unlocking import (
    entered,
    opened,
    password_arguments,
    register_argument,
    unlock,
)
from desktop_app.register import findings, safekeeping
from desktop_app.store import journal, restoring
from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    import argparse

    from desktop_app.commands.usage import Commands


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    reader = commands.add("backup", backup, _("Make a backup and verify it."))
    register_argument(reader)
    files.folder_argument(reader, _("where the backup comes, such as a stick"), name="--to")

    reader = commands.add("restore", restore, _("Put a backup back."))
    reader.add_argument("backup", metavar="BACKUP", type=files.path, help=_("a .tbbackup file"))
    reader.add_argument(
        "register", metavar="DIR", type=files.path, help=_("where the register comes")
    )
    password_arguments(reader)
    reader.add_argument(
        "--aside",
        action="store_true",
        help=_("move a register that is there to a dated folder"),
    )

    reader = commands.add("check", check, _("Check a register and say what to mend."))
    register_argument(reader)
    days.today_argument(reader)


def backup(asked: argparse.Namespace) -> None:
    """Make a verified backup and thin out older ones beside it."""
    now = dates.now().astimezone()
    folder = files.folder(asked.to)
    with entered(asked) as (db, way_in), shown(_("Making a backup")):
        made = safekeeping.back_up(db, way_in, folder, at=now).backup
    print(_("The backup lies in {file}, read back and whole.").format(file=made.path))


def restore(asked: argparse.Namespace) -> None:
    """Put a backup back; a register that is there stays, unless it may be set aside."""
    with shown(_("Putting the backup back")):
        done = restoring.restore(
            asked.backup,
            asked.register,
            lambda folder: unlock(folder, asked),
            at=dates.now().astimezone(),
            aside=asked.aside,
        )
    print(_("The register lies in {folder}.").format(folder=asked.register))
    if done.set_aside is not None:
        print(_("The one that was there lies in {folder}.").format(folder=done.set_aside))


def check(asked: argparse.Namespace) -> None:
    """Check every page, the access log's chain and the rules over what is stored."""
    with opened(asked) as db, shown(_("Checking the register")):
        with db.read() as session:
            lines = journal.verify(session)
        found = findings.find(db, today=asked.today or days.today())
    print(_("Every page of the register is whole."))
    print(
        ngettext(
            "The access log is one chain of {n} line.",
            "The access log is one chain of {n} lines.",
            lines,
        ).format(n=lines)
    )
    for finding in found:
        print(f"{finding.title}: {finding.sentence}")
    count = len(found)
    told = ngettext("{n} thing to mend.", "{n} things to mend.", count)
    print(told.format(n=count) if count else _("Nothing to mend."))
