"""A fictional region: its organisations connected, their month files sent and added up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.practice.registers import PASSWORD, Invented, make_register, organisations
from desktop_app.region import receiving, report, roster
from desktop_app.register import organisation
from desktop_app.register.organisation import FounderFields, OrganisationFields
from desktop_app.store import keys
from desktop_app.summary import connection, export
from desktop_app.summary.figures import expected_by
from desktop_app.words import language

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop_app.practice.registers import PracticeRegister
    from desktop_app.store.database import Database

SIZES = (6, 9, 14, 22, 35, 60)
_ANALYST = "Noor Bakker"
_AGREED_BY = "Fatima Aydin, privacy-functionaris"


@dataclass(frozen=True, slots=True)
class PracticeRegion:
    """Where everything of a practice region lies.

    Attributes:
        region: folder of the region's register.
        organisations: folders of the organisations' registers.
        month: first day of the month that was sent.
        files: the sealed month files.
        results: the region's workbook and report.
    """

    region: Path
    organisations: tuple[Path, ...]
    month: date
    files: tuple[Path, ...]
    results: tuple[Path, ...]


def make_region(
    folder: Path,
    *,
    today: date,
    sizes: Sequence[int] = SIZES,
    months: int = 24,
    seed: int = 1,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> PracticeRegion:
    """Make a region and its organisations, do last month's work, and add it up.

    Args:
        folder: is filled: region, org-01 and so on, and out.
        today: the last day of the story.
        sizes: clients per organisation.
        months: how long the programme runs.
        seed: another number tells another story.
        progress: told how many organisations are done, and how many there are.

    Raises:
        UserError: a folder cannot be written.
    """
    start = dates.add_months(today, -months).replace(day=1)
    desk = _found(folder / "region", start, round(sum(sizes) * 0.9))
    month = today.replace(day=1) - timedelta(1)
    came = min(today, expected_by(month))
    out = folder / "out"
    out.mkdir()
    files: list[Path] = []
    homes: list[Path] = []
    for number, (size, who) in enumerate(zip(sizes, _names(sizes), strict=True), start=1):
        home = folder / f"org-{number:02}"
        made = make_register(
            home,
            today=today,
            clients=size,
            months=months,
            seed=seed * 1000 + number,
            organisation=who,
        )
        files.append(_send(made, desk, month, out, came))
        made.db.close()
        homes.append(home)
        progress(number, len(sizes))
    receiving.receive(desk, files, today=came)
    results = report.write(desk, month, out, today=today, language=language())
    desk.close()
    return PracticeRegion(
        folder / "region", tuple(homes), month.replace(day=1), tuple(files), tuple(results)
    )


def _names(sizes: Sequence[int]) -> list[Invented]:
    """Return an invented organisation for each size; past the list they are numbered."""
    known = organisations()
    return [
        known[place]
        if place < len(known)
        else Invented(f"{known[place % len(known)].name} {place + 1}", f"org{place + 1}")
        for place in range(len(sizes))
    ]


def _found(folder: Path, start: date, target: int) -> Database:
    fields = OrganisationFields(
        kind="region",
        name="Regio Utrecht (oefening)",
        register_name="Regio Utrecht (oefening)",
        short_code="u16",
        programme_start=start,
        target=target,
    )
    founder = FounderFields(name=_ANALYST, role="REGIO", password=PASSWORD)
    db = organisation.found(folder, fields, founder, cost=keys.FLOOR).db
    roster.agree(db, roster.Rules(programme="Eerst een thuis (oefening)"))
    return db


def _send(made: PracticeRegister, desk: Database, month: date, out: Path, today: date) -> Path:
    """Connect an organisation to the region as people would, and make its file of a month."""
    roster.add(desk, connection.card_file(made.db), today=today)
    words = connection.words_of(roster.profile(desk, today=today))
    connection.connect(made.db, roster.profile_file(desk, today=today), words)
    connection.agree_exact_headlines(made.db, _AGREED_BY, today)
    draft = export.prepare(made.db, month, today=today)
    sent = export.approve(made.db, draft, out, today=today)
    export.note_sent(made.db, sent.card.file_id, on=today, how="usb")
    return sent.path
