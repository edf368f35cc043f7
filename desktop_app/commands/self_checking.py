"""`self-check`: does the program work on this computer?"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from desktop_app import __version__, selfcheck
from desktop_app.commands import days
from desktop_app.errors import UserError
from desktop_app.words import _

if TYPE_CHECKING:
    import argparse

    from desktop_app.commands.usage import Commands


def add(commands: Commands) -> None:
    """Add the commands of this group."""
    commands.add("self-check", self_check, _("Try out whether the program works here."))


def self_check(_asked: argparse.Namespace) -> None:
    """Try everything and say of each whether it works.

    Raises:
        UserError: something does not.
    """
    print(f"Thuisbasis {__version__}")
    faults = 0
    start = perf_counter()
    for finding in selfcheck.findings(days.today()):
        took = perf_counter() - start
        print(f"  {finding.tried:<56} {finding.fault or _('works')} ({took:.1f} s)", flush=True)
        faults += bool(finding.fault)
        start = perf_counter()
    if faults:
        raise UserError(_("The program does not work well on this computer. Install it again."))
