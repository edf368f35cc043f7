"""Where each organisation stands in a month: its file, when it came, by which profile.

Nothing here keeps a file out of the totals; it says what somebody who reads them must know.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop_app import dates
from desktop_app.summary import cards, tables
from desktop_app.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from desktop_app.region.roster import Issue

Standing = Literal["awaited", "overdue", "read", "replaced", "late", "profile"]
"""What stands out most about an organisation in a month; the last four are files that count."""

_WORDS: dict[Standing, str] = {
    "awaited": N_("Not received yet"),
    "overdue": N_("Not received yet"),
    "read": N_("Read"),
    "replaced": N_("Replaces the one before"),
    "late": N_("Came late"),
    "profile": N_("Older profile"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Where an organisation stands in a month: its file, or nothing yet.

    Args:
        code, name: whose it is.
        expected_by: the day by which the region expects the file.
        revision: which version counts; None without a file.
        received_on: the day it was read in.
        whole: whether it gives all tables and not only totals.
        coarsened: what the attack made the organisation leave out.
        profile: version of the region's profile it was made by; "" where it does not say.
        newer: the profile that was handed out already when it came, if that was a newer one.
        counts_from: the first day that "since the start" counts from, where it is another day
            than that of the region now; else None.
    """

    code: str
    name: str
    expected_by: date
    revision: int | None = None
    received_on: date | None = None
    whole: bool = False
    coarsened: tuple[str, ...] = ()
    profile: str = ""
    newer: str = ""
    counts_from: date | None = None

    @property
    def late(self) -> bool:
        """Whether it came after the day on which it was expected."""
        return self.received_on is not None and self.received_on > self.expected_by

    def standing(self, today: date) -> Standing:
        """Return what stands out most."""
        if self.revision is None:
            return "overdue" if today > self.expected_by else "awaited"
        if self.newer or self.counts_from:
            return "profile"
        if self.revision > 1:
            return "replaced"
        return "late" if self.late else "read"


def words(standing: Standing) -> str:
    """Return a standing in a word or three, in the language of now."""
    return _(_WORDS[standing])


def remarks(arrival: Arrival) -> list[str]:
    """Return what to know about a file, in sentences; of a file as it should be nothing."""
    return list(_remarks(arrival))


def newer_than(version: str, issued: Sequence[Issue], day: date) -> str:
    """Return the profile that was in force on a day, if it is newer than a version; else ""."""
    in_force = [one.version for one in issued if one.on <= day]
    if not version or not in_force or cards.order(version) >= cards.order(in_force[-1]):
        return ""
    return in_force[-1]


def other_start(version: str, issued: Sequence[Issue]) -> date | None:
    """Return the first day by which a version counts, if it is another than that of now."""
    starts = {one.version: one.start for one in issued}
    start = starts.get(version)
    return start if issued and start != issued[-1].start else None


def profile_told(name: str, version: str, newer: str) -> str:
    """Return what to do about a file that was made by an older profile."""
    return _(
        "Made by profile {version} while {newer} was there. It counts; hand {organisation} the "
        "newer profile."
    ).format(version=version, newer=newer, organisation=name)


def _remarks(arrival: Arrival) -> Iterator[str]:
    if arrival.newer:
        yield profile_told(arrival.name, arrival.profile, arrival.newer)
    if arrival.counts_from is not None:
        yield _(
            "“Since the start” counts from {day} in it, another first day than yours, so those "
            "numbers do not compare with the others."
        ).format(day=dates.dutch(arrival.counts_from))
    if arrival.late and arrival.received_on is not None:
        yield _("It came on {day}; it was expected by {due}.").format(
            day=dates.dutch(arrival.received_on), due=dates.dutch(arrival.expected_by)
        )
    if arrival.revision is not None and arrival.revision > 1:
        yield _("A corrected file that replaces the first one.")
    if arrival.revision is not None and not arrival.whole:
        yield _("Under ten people in support, so it gives totals only.")
    steps = {step.code: step.label for step in tables.read().steps}
    left_out = [steps[code] for code in arrival.coarsened if code in steps]
    if left_out:
        yield _("Left out, for a group would be too small: {what}.").format(
            what=", ".join(left_out)
        )
