"""`region init`, `region goals`: a region's register, and what it agreed with organisations."""

from __future__ import annotations

import getpass
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.commands import days, files, usage
from desktop_app.commands.progress import shown
from desktop_app.commands.unlocking import (
    new_password,
    opened,
    password_arguments,
    register_argument,
)
from desktop_app.region import goals
from desktop_app.register import organisation
from desktop_app.register.organisation import FounderFields, OrganisationFields
from desktop_app.store.folders import appearing
from desktop_app.words import _

if TYPE_CHECKING:
    import argparse

    from desktop_app.commands.usage import Commands, Reader
    from desktop_app.region.goals import Goals


def add(region: Commands) -> None:
    """Add the commands of this file to those of `region`."""
    reader = region.add("init", init, _("Make the register of a region."))
    reader.add_argument(
        "register", metavar="DIR", type=files.path, help=_("new or empty folder")
    )
    password_arguments(reader)
    reader.add_argument(
        "--name", metavar=_("NAME"), default=_("Region"), help=_("name of the region")
    )
    reader.add_argument(
        "--code", metavar=_("CODE"), default="regio",
        help=_("short name for files, such as u16 (default: regio)"),
    )  # fmt: skip
    _goal_arguments(reader)

    reader = region.add("goals", agree, _("Show what the region agreed, or change it."))
    register_argument(reader)
    reader.add_argument("--programme", metavar=_("NAME"), help=_("name of the programme"))
    _goal_arguments(reader)
    reader.add_argument(
        "--headlines", choices=("exact", "rounded"),
        help=_("how headlines from ten up are taken: exact or rounded"),
    )  # fmt: skip


def _goal_arguments(reader: Reader) -> None:
    reader.add_argument(
        "--start", metavar=_("DAY"), type=days.day,
        help=_("first day of the programme, as 2025-01-01 (at first: of this year)"),
    )  # fmt: skip
    reader.add_argument(
        "--target", metavar="N", type=usage.whole_number(0, goals.MOST),
        help=_("how many people the region wants to house"),
    )  # fmt: skip


def init(asked: argparse.Namespace) -> None:
    """Found the register of a region and show the recovery code, this once."""
    fields = OrganisationFields(
        kind="region",
        name=asked.name,
        register_name=asked.name,
        short_code=asked.code,
        programme_start=asked.start or days.today().replace(month=1, day=1),
        target=asked.target,
    )
    founder = FounderFields(
        name=asked.person or getpass.getuser(), role="REGIO", password=new_password(asked)
    )
    with appearing(asked.register) as folder, shown(_("Making the register")):
        made = organisation.found(folder, fields, founder)
        made.db.close()
    print(_("The register of the region lies in {folder}.").format(folder=asked.register))
    print(_("Recovery code: {code}").format(code=made.recovery_code))
    print(_("Write it down now: it is not shown again."))


def agree(asked: argparse.Namespace) -> None:
    """Change what was asked to be changed, and say what holds now."""
    exact = None if asked.headlines is None else asked.headlines == "exact"
    changes = {
        "programme": asked.programme,
        "start": asked.start,
        "target": asked.target,
        "exact_headlines": exact,
    }
    asked_for = {name: value for name, value in changes.items() if value is not None}
    with opened(asked) as db:
        agreed = replace(goals.goals(db), **asked_for)
        if asked_for:
            goals.agree(db, agreed)
    for line in _told(agreed):
        print(line)
    if asked_for:
        print(_("Write the profile again and send it to every organisation."))


def _told(agreed: Goals) -> list[str]:
    return [
        _("Programme: {name}").format(name=agreed.programme or "–"),
        _("First day: {day}").format(day=dates.dutch(agreed.start) if agreed.start else "–"),
        _("People to house: {n}").format(n="–" if agreed.target is None else agreed.target),
        _("Headlines from ten up: exact")
        if agreed.exact_headlines
        else _("Headlines from ten up: rounded"),
    ]
