"""`card`, `connect`, `export`: the organisation's side of the month file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import dates, whole
from desktop_app.commands import days, files
from desktop_app.commands.progress import shown
from desktop_app.commands.unlocking import opened, register_argument
from desktop_app.errors import UserError
from desktop_app.summary import connection, export, ledger
from desktop_app.words import _

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from desktop_app.commands.usage import Commands


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    reader = commands.add("card", card, _("Write the organisation's public keys and name."))
    register_argument(reader)
    files.file_argument(reader, _("the card, for the region"))

    reader = commands.add("connect", connect, _("Connect an organisation to its region."))
    register_argument(reader)
    reader.add_argument(
        "profile",
        metavar="PROFILE",
        type=files.path,
        help=_("the profile that the region sent"),
    )
    reader.add_argument(
        "--fingerprint",
        metavar=_("WORDS"),
        nargs="+",
        default=[],
        help=_("the eight words that the region reads out by telephone"),
    )
    reader.add_argument(
        "--exact-headlines",
        metavar=_("NAME"),
        help=_("who agreed that headlines from ten up leave exact: the privacy officer"),
    )
    days.today_argument(reader)

    reader = commands.add("export", export_month, _("Make the month file for the region."))
    register_argument(reader)
    reader.add_argument(
        "--month", metavar="YYYY-MM", type=days.month, required=True, help=_("which month")
    )
    files.folder_argument(reader, _("where the sealed file comes"))
    either = reader.add_mutually_exclusive_group()
    either.add_argument(
        "--again", action="store_true", help=_("write the file that was made, as it was")
    )
    either.add_argument(
        "--plain",
        metavar=_("FOLDER"),
        type=files.path,
        help=_("the unsealed package too, for the organisation's own eyes"),
    )
    days.today_argument(reader)


def card(asked: argparse.Namespace) -> None:
    """Write the card and say the eight words that prove it."""
    with opened(asked) as db:
        whole.write(asked.out, connection.card_file(db))
        proof = connection.words_of(connection.own_card(db))
    print(_("The card lies in {file}.").format(file=asked.out))
    print(_("Its eight words: {words}").format(words=proof))


def connect(asked: argparse.Namespace) -> None:
    """Connect to a region, after the words were compared."""
    profile_file = files.read(asked.profile)
    with opened(asked) as db:
        profile = connection.connect(db, profile_file, " ".join(asked.fingerprint))
        if asked.exact_headlines:
            connection.agree_exact_headlines(
                db, asked.exact_headlines, asked.today or days.today()
            )
    print(_("Connected to {region}.").format(region=profile.name))


def export_month(asked: argparse.Namespace) -> None:
    """Count, round, attack and seal a month, and say what the attack found."""
    today = asked.today or days.today()
    out = files.folder(asked.out)
    if asked.again:
        _export_again(asked, out)
        return
    plain = files.folder(asked.plain) if asked.plain is not None else None
    with opened(asked) as db, shown(_("Making the month file")):
        draft = export.prepare(db, asked.month, today=today)
        made = export.approve(db, draft, out, today=today)
        written = export.write_plain(draft, plain) if plain is not None else None
    for sentence in draft.told:
        print(sentence)
    print(_("The month file lies in {file}.").format(file=made.path))
    if written is not None:
        print(_("What is in it, unsealed: {file}.").format(file=written))
    due = dates.dutch(dates.add_months(draft.period.replace(day=1), 1).replace(day=10))
    print(_("Send it to {region} by {day}.").format(region=draft.receiver.name, day=due))


def _export_again(asked: argparse.Namespace, out: Path) -> None:
    period = dates.month_end(asked.month)
    with opened(asked) as db:
        made = [card for card in ledger.month_files(db) if card.period == period]
        if not made:
            raise UserError(
                _("No file was made for {month} yet.").format(month=dates.dutch(period)[3:])
            )
        again = export.save_again(db, made[0].file_id, out)
    print(_("The month file lies in {file}.").format(file=again.path))
