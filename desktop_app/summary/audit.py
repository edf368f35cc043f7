"""The eight checks a month file passes before it leaves, and what is said about them.

A1 multiples of five that add up, close to the truth. A2 no small number known too well. A3 no
empty group proven empty, none proven to hold everybody. A4 the same with all earlier files
beside it. A5 three people changed, or the same numbers. A6 the same figures, the same bytes.
A7 codes and whole numbers only. A8 all periods under one key and table set attacked together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop_app.errors import UserError
from desktop_app.summary import package, tables
from desktop_app.summary.release import HOLD
from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from desktop_app.summary.figures import Published, Row
    from desktop_app.summary.package import Envelope
    from desktop_app.summary.release import Release


@dataclass(frozen=True, slots=True)
class Check:
    """One check and whether it held."""

    code: str
    held: bool


def checks(release: Release, before: Collection[Published]) -> tuple[Check, ...]:
    """Return the checks of a month that is ready to be packed.

    A2 to A4 and A8 are what the attack has just tried on this file and all before it together.
    A6 and A7 are held by `packed`.
    """
    won = {finding.kind for finding in release.open}
    return (
        Check("A1", _adds_up(release.published, release.truth)),
        Check("A2", not won & {"narrow", "singled"}),
        Check("A3", not won & {"zero", "everybody"}),
        Check("A4", not won),
        Check("A5", _refreshed_rightly(release, before)),
        Check("A6", held=True),
        Check("A7", held=True),
        Check("A8", not won),
    )


def document(release: Release, before: Collection[Published]) -> dict[str, Any]:
    """Return audit.json: which checks held, by which rules. It holds no true number."""
    rules = tables.read().rules
    return {
        "schema": tables.SCHEMA,
        "method": "additive keyed controlled rounding",
        "base": rules.base,
        "exact_from": rules.exact_from,
        "refresh_persons": rules.refresh_persons,
        "checks": {check.code: check.held for check in checks(release, before)},
        "periods_attacked_together": len({file.period for file in before}) + 1,
        "coarsened": list(release.published.coarsened),
    }


def packed(
    release: Release,
    before: Collection[Published],
    envelope: Envelope,
    signing_key: bytes,
    personal: Collection[str],
) -> bytes:
    """Pack a month and hold it to A1, A5, A6 and A7.

    Args:
        release: what leaves.
        before: what was published before.
        envelope: who sends it to whom.
        signing_key: the organisation's private key.
        personal: names, addresses, numbers of the register; none of them may be in the file.

    Raises:
        UserError: a complex's code is also somebody's name or an address.
    """
    _refuse_personal(release.published, envelope, personal)
    if not all(check.held for check in checks(release, before)):
        raise AssertionError("a release that does not hold its own rules")
    audit = document(release, before)
    data = package.pack(release.published, audit, envelope, signing_key)
    again = package.pack(release.published, audit, envelope, signing_key)
    # Reading accepts published codes and whole numbers only, so reading back is the scan.
    if data != again or package.unpack(data).published != release.published:
        raise AssertionError("a package that is not what was meant")
    return data


def sentences(release: Release, before: Collection[Published]) -> list[str]:
    """Return what the coordinator reads about the attack."""
    files = len({file.period for file in before})
    beside = ngettext(
        "This file was laid beside the one before: no small number comes back.",
        "This file was laid beside all {n} before: no small number comes back.",
        files,
    ).format(n=files)
    first = _("This is the first file: no small number comes back.")
    lines = [
        beside if files else first,
        _("Who knows one person that moved guesses no better than without this file."),
        _("“0 to 4” really stays 0 to 4: nowhere can a zero be proven."),
    ]
    steps = {step.code: step.label for step in tables.read().steps}
    lines += [
        _("Left out, because otherwise a group would be too small: {what}.").format(
            what=steps[code]
        )
        for code in release.published.coarsened
        if code in steps
    ]
    if HOLD in release.published.coarsened:
        lines.append(_("All numbers are those of last time: new ones would tell too much."))
    return lines


def _adds_up(published: Published, truth: Mapping[Row, int]) -> bool:
    rules = tables.read().rules
    near = all(
        row.value >= 0 and row.value % rules.base == 0 and abs(row.value - value) < rules.base
        for row, value in truth.items()
    )
    exact = all(row.value >= rules.exact_from for row in published.rows if row.status == "E")
    by_day: dict[object, dict[str, int]] = {}
    for row in published.rows:
        if row.status in {"R", "Z"}:
            by_day.setdefault(row.as_of, {})[row.cell] = row.value
    sums = all(
        values[whole] == sum(values[part] for part in parts)
        for values in by_day.values()
        for whole, parts in tables.relations(values)
    )
    return near and exact and sums


def _refreshed_rightly(release: Release, before: Collection[Published]) -> bool:
    """Whether every rounded number is from a rightful refresh or just as it was before."""
    enough = tables.read().rules.refresh_persons
    seen = {row for file in before for row in file.rows}
    fresh, known = release.fresh, {row.cell for row in seen if row.status != "N"}
    for row in release.truth:
        head = row.cell.startswith(f"{tables.HEAD}.")
        changed = max(fresh.head_changed, fresh.leaf_changed) if head else fresh.leaf_changed
        if row not in seen and row.cell in known and changed < enough:
            return False
    return True


def _refuse_personal(
    published: Published, envelope: Envelope, personal: Collection[str]
) -> None:
    """Refuse a complex code, the only words of one's own in a file, that is somebody's name."""
    own_words = {row.complex.casefold() for row in published.dwellings}
    own_words.add(envelope.code.casefold())
    if own_words & {text.casefold() for text in personal}:
        raise UserError(
            _(
                "A complex's code is also a name or an address in this register. Give that "
                "complex another code, for example two letters."
            )
        )
