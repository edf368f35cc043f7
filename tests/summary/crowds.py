"""Made-up people over time, counted as the register would count them; no register needed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from desktop_app import dates
from desktop_app.summary import refresh, tables
from desktop_app.summary.figures import Counted, DwellingRow
from desktop_app.summary.package import Envelope

START = date(2025, 1, 1)
KEY = bytes(range(32))
FORMS = {"BEST": 6, "GEM": 3, "FLEX": 2, "KAMER": 1}
HOUSING_FORM = {"BEST": "BEST", "GEM": "GEMNB", "FLEX": "FLEX", "KAMER": "KAMER"}


@dataclass(frozen=True, slots=True)
class Person:
    referred: date
    moved_in: date | None
    ended: date | None
    reason: str
    origin: str
    form: str


@dataclass(frozen=True, slots=True)
class Crowd:
    """One organisation's people and dwellings."""

    people: tuple[Person, ...]
    dwellings: tuple[DwellingRow, ...]

    def counted(self, day: date) -> Counted:
        found = {}
        for at, person in enumerate(self.people):
            if cells := cells_of(person, day):
                found[f"{at}"] = cells
        return Counted(day, found)

    def month(self, day: date, revision: int = 1) -> refresh.Month:
        quarter = refresh.quarter_day(day)
        return refresh.Month(
            now=self.counted(day),
            quarter=self.counted(quarter),
            half_years=refresh.complete_half_years(START, quarter),
            dwellings=self.dwellings,
            revision=revision,
        )


def crowd(seed: int, size: int, months: int = 24) -> Crowd:
    """Return an organisation of so many people, the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - made-up people, not keys
    return Crowd(
        tuple(_person(rng, months) for _ in range(size)),
        tuple(
            DwellingRow(
                "-", HOUSING_FORM[form], "CORP", "R2", measure, "", size * part // 12 + 1
            )
            for form, part in FORMS.items()
            for measure in ("delivered", "stock", "places")
        ),
    )


def _person(rng: random.Random, months: int) -> Person:
    known = tables.read().dimensions
    referred = dates.add_months(START, rng.randint(-8, months - 1))
    moved_in = ended = None
    if rng.random() < 0.75:
        moved_in = max(START, dates.add_months(referred, rng.randint(0, 14)))
        if rng.random() < 0.2:
            ended = dates.add_months(moved_in, rng.randint(2, 20))
    return Person(
        referred=referred,
        moved_in=moved_in,
        ended=ended,
        reason=rng.choice(list(known["reason"].categories)),
        origin=rng.choices(["MO", "BW", "ANDERS"], [5, 3, 2])[0],
        form=rng.choices(list(FORMS), list(FORMS.values()))[0],
    )


def cells_of(person: Person, day: date) -> tuple[str, ...]:
    """Return the most detailed cells a person counts in on a day."""
    cells: list[str] = []
    moved_in = person.moved_in is not None and person.moved_in <= day
    if person.referred <= day and not moved_in:
        wait = f"wait.{person.reason}.{person.origin}"
        cells += ["head.waiting", wait, f"band.{_band(person.referred, day)}"]
    if person.moved_in is not None and moved_in:
        half = tables.half_year(person.moved_in)
        cells += ["head.adults", "head.households"]
        if tables.half_year_end(half) <= day:
            cells.append(f"start.{half}.{person.origin}")
        if person.ended and person.ended <= day:
            cells += ["head.tenancies_ended", "head.supports_ended"]
        else:
            cells += ["head.support", "head.housed", f"form.{person.form}"]
    return tuple(sorted(cells))


def _band(since: date, day: date) -> str:
    months = 0
    while dates.add_months(since, months + 1) <= day:
        months += 1
    return next(
        band.code
        for band in tables.read().dimensions["band"].categories.values()
        if band.months
        and band.months[0] <= months
        and (band.months[1] is None or months < band.months[1])
    )


def month_ends(count: int) -> list[date]:
    """Return the last days of so many months from the start."""
    return [dates.month_end(dates.add_months(START, at)) for at in range(count)]


def envelope(key: bytes, recipient: str, code: str = "voordeur") -> Envelope:
    """Return an envelope to a region called u16."""
    return Envelope(code, "Stichting Voordeur", key, "u16", recipient, "", "0:")
