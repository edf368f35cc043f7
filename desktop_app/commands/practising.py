"""`demo`: a practice register to look around in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import practice
from desktop_app.commands import days, files, usage
from desktop_app.commands.progress import shown
from desktop_app.store.folders import appearing
from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    import argparse

_MOST = 20_000


def add(commands: usage.Commands) -> None:
    """Add the commands of this group."""
    reader = commands.add(
        "demo", demo, _("Make a practice register of a fictional organisation.")
    )
    reader.add_argument(
        "register", metavar="DIR", type=files.path, help=_("new or empty folder")
    )
    reader.add_argument(
        "--clients", metavar="N", type=usage.whole_number(0, _MOST), default=40,
        help=_("how many clients (default: 40)"),
    )  # fmt: skip
    reader.add_argument(
        "--dwellings", metavar="N", type=usage.whole_number(0, _MOST),
        help=_("how many dwellings (default: what fits the clients)"),
    )  # fmt: skip
    story_arguments(reader)

    reader = commands.add(
        "demo-region",
        demo_region,
        _("Make a practice region: organisations, month files and the region's totals."),
    )
    reader.add_argument("folder", metavar="DIR", type=files.path, help=_("new or empty folder"))
    reader.add_argument(
        "--sizes", metavar="N,N,…", type=_sizes, default=practice.SIZES,
        help=_("clients of each organisation (default: 6,9,14,22,35,60)"),
    )  # fmt: skip
    story_arguments(reader)


def story_arguments(reader: usage.Reader) -> None:
    """Let a command ask what practice data tell."""
    reader.add_argument(
        "--months", metavar="N", type=usage.whole_number(1, 120), default=24,
        help=_("over how many months (default: 24)"),
    )  # fmt: skip
    reader.add_argument(
        "--seed", metavar="N", type=usage.whole_number(0, 999_999_999), default=1,
        help=_("another number tells another story (default: 1)"),
    )  # fmt: skip
    reader.add_argument(
        "--today", metavar=_("DAY"), type=days.day, default=None,
        help=_("last day of the story, as 2026-11-24 (default: today)"),
    )  # fmt: skip


def demo(asked: argparse.Namespace) -> None:
    """Make a practice register and say how to open it."""
    with appearing(asked.register) as folder, shown(_("Making a practice register")):
        made = practice.make_register(
            folder,
            clients=asked.clients,
            dwellings=asked.dwellings,
            months=asked.months,
            seed=asked.seed,
            today=asked.today or days.today(),
        )
        made.db.close()
    print(_("The practice register lies in {folder}.").format(folder=asked.register))
    print(_("Password of everybody in it: {password}").format(password=practice.PASSWORD))
    print(_("Recovery code: {code}").format(code=made.recovery_code))
    count = len(made.flaws)
    told = ngettext(
        "{count} mistake was put in on purpose.",
        "{count} mistakes were put in on purpose.",
        count,
    )
    print(told.format(count=count))


def demo_region(asked: argparse.Namespace) -> None:
    """Make a practice region, with last month's work done, and say where everything lies."""
    with (
        appearing(asked.folder) as folder,
        shown(_("Making a practice region")) as progress,
    ):
        made = practice.make_region(
            folder,
            sizes=asked.sizes,
            months=asked.months,
            seed=asked.seed,
            today=asked.today or days.today(),
            progress=progress,
        )
    print(_("The practice region lies in {folder}.").format(folder=asked.folder))
    print(_("Month files and totals of {month}:").format(month=f"{made.month:%m-%Y}"))
    for path in (*made.files, *made.results):
        print(f"  {asked.folder / 'out' / path.name}")
    print(_("Password of everybody in it: {password}").format(password=practice.PASSWORD))


def _sizes(text: str) -> tuple[int, ...]:
    """Read "6,9,14"."""
    number = usage.whole_number(0, _MOST)
    return tuple(number(part) for part in text.split(","))
