"""`region add`, `leave`, `profile`, `merge`: the region's desk on the command line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import dates, whole, words
from desktop_app.commands import agreeing, days, files
from desktop_app.commands.progress import shown
from desktop_app.commands.unlocking import (
    opened,
    register_argument,
)
from desktop_app.errors import UserError
from desktop_app.region import receiving, report, roster
from desktop_app.summary import connection
from desktop_app.words import _

if TYPE_CHECKING:
    import argparse

    from desktop_app.commands.usage import Commands
    from desktop_app.region.receiving import Received


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    region = commands.group("region", _("Work at the region's desk."))
    agreeing.add(region)

    reader = region.add("add", add_member, _("Let an organisation take part."))
    register_argument(reader)
    reader.add_argument(
        "card", metavar="CARD", type=files.path, help=_("the card that the organisation sent")
    )
    days.today_argument(reader)

    reader = region.add("leave", leave, _("Let an organisation take part no longer."))
    register_argument(reader)
    reader.add_argument("code", metavar=_("CODE"), help=_("short name of the organisation"))
    days.today_argument(reader)

    reader = region.add("profile", profile, _("Write the profile that organisations need."))
    register_argument(reader)
    files.file_argument(reader, _("the profile, for every organisation"))
    days.today_argument(reader)

    reader = region.add("merge", merge, _("Add month files up to the region's totals."))
    register_argument(reader)
    reader.add_argument(
        "files", metavar="FILES", type=Path, nargs="+", help=_("month files, sealed")
    )
    files.folder_argument(reader, _("where workbook and report come"))
    days.today_argument(reader)


def add_member(asked: argparse.Namespace) -> None:
    """Add an organisation and say the words to compare by telephone."""
    card = files.read(asked.card)
    with opened(asked) as db:
        member = roster.add(db, card, today=asked.today or days.today())
    print(_("{organisation} takes part.").format(organisation=member.name))
    print(_("Compare its eight words by telephone: {words}").format(words=member.words))


def leave(asked: argparse.Namespace) -> None:
    """Let an organisation leave; what it sent stays, and its card brings it back."""
    with opened(asked) as db:
        member = roster.member(db, asked.code)
        roster.leave(db, member.participant_id, on=asked.today or days.today())
    print(
        _("{organisation} takes part no longer. What it sent still counts.").format(
            organisation=member.name
        )
    )


def profile(asked: argparse.Namespace) -> None:
    """Write the region's profile and say the words that prove it."""
    today = asked.today or days.today()
    with opened(asked) as db:
        whole.write(asked.out, roster.profile_file(db, today=today))
        proof = connection.words_of(roster.profile(db, today=today))
    print(_("The profile lies in {file}.").format(file=asked.out))
    print(_("Its eight words: {words}").format(words=proof))


def merge(asked: argparse.Namespace) -> None:
    """Read month files in and write the totals of the newest month among them.

    Raises:
        UserError: no file could be used. Files that could are in the totals even when others
            could not; each says what became of it.
    """
    today = asked.today or days.today()
    out = files.folder(asked.out)
    with opened(asked) as db, shown(_("Adding up")):
        received = receiving.receive(db, files.expanded(asked.files), today=today)
        _tell(received)
        periods = [one.period for one in received if one.counts and one.period is not None]
        if not periods:
            raise UserError(_("None of these files could be used, so nothing was written."))
        period = max(periods)
        written = report.write(db, period, out, today=today, language=words.language())
        missing = receiving.month(db, period).merged.missing
    for path in written:
        print(path)
    for name in missing:
        print(
            _("Not received for {month}: {organisation}").format(
                month=dates.dutch(period)[3:], organisation=name
            )
        )


def _tell(received: list[Received]) -> None:
    for one in received:
        print(f"{one.file_name}: {one.sentence}", file=sys.stdout if one.counts else sys.stderr)
