"""From referral to the waiting list, what is decided on the way, and how support ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.store.tables import Decision, SupportPeriod, Tenancy, TrajectoryStep

if TYPE_CHECKING:
    from desktop_app.practice.chance import Dice, Ids
    from desktop_app.practice.people import Person

_WAITS_FOR = {
    "WON": 50, "CAP": 9, "URG": 10, "ID": 6, "INK": 8, "VERH": 6, "GGZ": 4, "CLI": 4, "BOUW": 3,
}  # fmt: skip
_FRAMES = {"WMOM": 62, "WMOBW": 18, "WMOMO": 8, "SUB": 7, "FZ": 3, "JW": 2}
_TERMS = {6: 20, 12: 50, 24: 30}  # months that a decision runs


@dataclass(slots=True)
class Life:
    """One client's way through the chain, as far as it has come.

    `waits_from` is the day from which a dwelling may be offered, None while none is sought.
    """

    person: Person
    steps: list[TrajectoryStep] = field(default_factory=list)
    stays: list[Tenancy] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    support: list[SupportPeriod] = field(default_factory=list)
    waits_from: date | None = None
    gives_up_on: date | None = None
    decided_on: date | None = None

    def status(self, on: date) -> str:
        """Return where the client was on a day."""
        known = [step for step in self.steps if step.on <= on]
        return max(known, key=lambda step: (step.on, step.id)).status if known else ""

    def step(self, ids: Ids, status: str, on: date, reason: str | None = None) -> None:
        """Go a step further."""
        self.steps.append(
            TrajectoryStep(
                id=ids.next(),
                client_id=self.person.id,
                status=status,
                on=on,
                wait_reason=reason,
            )
        )

    @property
    def open_support(self) -> SupportPeriod | None:
        """The support that runs."""
        return next((period for period in self.support if period.ended_on is None), None)

    @property
    def open_stay(self) -> Tenancy | None:
        """The tenancy that runs."""
        return next((stay for stay in self.stays if stay.ended_on is None), None)


def refer(dice: Dice, ids: Ids, person: Person, today: date) -> Life:
    """Return a life from referral to the waiting list, or to where it stands today."""
    life = Life(person)
    referred = person.referral.received_on
    life.step(ids, "AANM", referred)
    met = dice.after(referred, 3, 14)
    if met > today:
        return life
    life.step(ids, "INT", met)
    heard = dice.after(met, 7, 24)
    if dice.chance(0.06):
        if heard <= today:
            life.step(ids, "AFGW", heard)
        return life
    if dice.chance(0.65):
        if heard > today:
            return life
        life.step(ids, "WBES", heard, "BES")
        heard = dice.after(heard, 14, 56)
    if heard > today:
        return life
    life.decided_on = heard
    life.step(ids, "WLST", heard, _reason(dice, person))
    life.waits_from = heard
    if dice.chance(0.07):
        life.gives_up_on = dice.after(heard, 40, 200)
    return life


def decide(dice: Dice, ids: Ids, life: Life, today: date) -> None:
    """Write the decisions one after another, without a gap, as long as somebody is helped."""
    if life.decided_on is None:
        return
    frame = dice.weighted(_FRAMES)
    ended = [period.ended_on for period in life.support if period.ended_on]
    needed = today if life.open_support or not ended else max(ended)
    starts = life.decided_on
    while True:
        months = dice.weighted(_TERMS)
        ends = None if frame == "SUB" else dates.add_months(starts, months) - timedelta(days=1)
        life.decisions.append(
            Decision(
                id=ids.next(),
                client_id=life.person.id,
                legal_frame=frame,
                starts_on=starts,
                ends_on=ends,
                reference=f"{starts.year}-{dice.between(10000, 99999)}" if ends else "",
            )
        )
        if ends is None or ends >= needed:
            return
        starts = ends + timedelta(days=1)


def start_support(ids: Ids, life: Life, on: date) -> None:
    """Let support begin, unless it runs already."""
    if life.open_support is None:
        life.support.append(
            SupportPeriod(id=ids.next(), client_id=life.person.id, starts_on=on)
        )


def end_support(life: Life, on: date, reason: str) -> None:
    """Let the support that runs end; a tenancy goes on."""
    running = life.open_support
    if running is not None:
        running.ended_on = max(on, running.starts_on)
        running.end_reason = reason


def taper(
    dice: Dice, ids: Ids, life: Life, span: tuple[date, date | None], today: date
) -> None:
    """Let support grow less, become aftercare and end, where a stay lasts long enough."""
    moved_in, leaves = span
    last = min(leaves or today, today)
    day = dates.add_months(moved_in, dice.between(9, 17))
    for status, least, most in (("AFB", 70, 170), ("NAZ", 60, 150), ("EIND", 0, 0)):
        if day >= last or not dice.chance(0.5 if status == "AFB" else 0.75):
            return
        life.step(ids, status, day)
        if status == "NAZ":
            end_support(life, day, "DOEL")
        day = dice.after(day, least, most)


def _reason(dice: Dice, person: Person) -> str:
    if person.heads > 2 and dice.chance(0.7):  # noqa: PLR2004 - more than a couple
        return "GROOT"
    return dice.weighted(_WAITS_FOR)
