"""What a month's report says: the goal, where the chain clogs, who moved in, what it covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import codelists, dates
from desktop_app.paper import report_parts as parts
from desktop_app.region import outlook, telling
from desktop_app.summary import tables
from desktop_app.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from desktop_app.region.arrivals import Arrival
    from desktop_app.region.merging import Merged, Total
    from desktop_app.region.outlook import Outlook
    from desktop_app.region.receiving import RegionMonth


def story(month: RegionMonth, ahead: Outlook, past: Sequence[Merged]) -> Iterable[parts.Part]:
    """Give the parts of a month's report in the language of now."""
    merged = month.merged
    yield _tiles(merged, ahead)
    yield from notices(month.arrivals)
    yield from goal(ahead, past)
    yield from _clog(merged)
    yield from _bars("band", merged)
    yield from _bars("form", merged)
    yield from _starters(merged)
    yield from _dwellings(merged)
    yield from _coverage(month)
    yield parts.Paragraph(_how_to_read(), small=True)


def _tiles(merged: Merged, ahead: Outlook) -> parts.Tiles:
    totals = merged.totals
    housed = f"{ahead.reached.value}"
    if ahead.goal:
        housed = _("{n} of {goal}").format(n=ahead.reached.value, goal=ahead.goal)
    exact = (
        _("exact")
        if ahead.reached.exact
        else _("±{n} by rounding").format(n=ahead.reached.margin)
    )
    support, waiting = totals.get("head.support"), totals.get("head.waiting")
    return parts.Tiles(
        (
            parts.Tile(_("Housed since the start"), housed, exact),
            parts.Tile(_("In support"), telling.number(support), telling.exactness(support)),
            parts.Tile(_("Waiting"), telling.number(waiting), telling.exactness(waiting)),
            parts.Tile(_("Dwellings planned"), f"{ahead.planned}", _("exact")),
        )
    )


def notices(found: Sequence[Arrival]) -> Iterable[parts.Notice]:
    """Give what a reader must not miss: who sent nothing, who counts from another day."""
    missing = [one.name for one in found if one.revision is None]
    if missing:
        yield _missing(missing)
    other = [one.name for one in found if one.counts_from is not None]
    if other:
        yield _other_start(other)


def _missing(names: Sequence[str]) -> parts.Notice:
    title = ngettext(
        "{n} organisation is missing", "{n} organisations are missing", len(names)
    ).format(n=len(names))
    text = _("{names}. We estimate nothing: their figures do not count.")
    return parts.Notice(title, text.format(names=", ".join(names)))


def _other_start(names: Sequence[str]) -> parts.Notice:
    title = ngettext(
        "{n} organisation counts from another first day",
        "{n} organisations count from another first day",
        len(names),
    ).format(n=len(names))
    text = _(
        "{names}. Their files were made by an older profile, so what is “since the start” "
        "does not quite add up."
    )
    return parts.Notice(title, text.format(names=", ".join(names)))


def goal(ahead: Outlook, months: Sequence[Merged]) -> Iterable[parts.Part]:
    """Give the way to the goal: the line that was gone, and where it is heading."""
    past = outlook.series(months)
    if not past:
        return
    if ahead.goal:
        yield parts.Heading(_("Shall we reach {goal}?").format(goal=ahead.goal))
    else:
        yield parts.Heading(_("How many people live somewhere since the start?"))
    last = ahead.expected[-1] if ahead.expected else None
    band = {"n": last.people, "low": last.low, "high": last.high} if last else {}
    said = " ".join(_way(ahead, months))
    yield parts.Course(
        past=tuple(_points(past)),
        said=said,
        forecast=tuple(_forecast(ahead, months[-1].period)),
        now_text=_("{n} housed").format(n=ahead.reached.value),
        forecast_text=_("expected: {n}\nbetween {low} and {high}").format(**band)
        if last
        else "",
        goal=float(ahead.goal) if ahead.goal else None,
        goal_text=_("goal: {n}").format(n=ahead.goal) if ahead.goal else "",
    )
    yield parts.Paragraph(said)


def _way(ahead: Outlook, months: Sequence[Merged]) -> Iterable[str]:
    """Give the way to the goal in sentences."""
    yield _("{n} people are housed.").format(n=ahead.reached.value)
    if ahead.planned:
        plans = ngettext(
            "{n} dwelling is planned.", "{n} dwellings are planned.", ahead.planned
        )
        yield plans.format(n=ahead.planned)
    else:
        yield _("No dwellings are planned.")
    if ahead.expected:
        last = ahead.expected[-1]
        yield _("With these we expect {n} people, between {low} and {high}.").format(
            n=last.people, low=last.low, high=last.high
        )
    if ahead.goal and ahead.still_to_find:
        yield _("About {n} places have yet to be found.").format(n=ahead.still_to_find)
    if any(merged.missing for merged in months):
        yield _("Where an organisation is missing, the line lies lower.")


def _points(past: Sequence[tuple[date, outlook.Reached]]) -> Iterable[parts.Point]:
    """Give the way gone; only the first and the last month are named under the axis."""
    for place, (day, people) in enumerate(past):
        label = dates.dutch(day)[3:] if place in {0, len(past) - 1} else ""
        low, high = people.value - people.margin, people.value + people.margin
        yield parts.Point(label, people.value, max(0, low), high)


def _forecast(ahead: Outlook, now: date) -> Iterable[parts.Point]:
    """Give the way to come, month by month; between two quarters it goes straight."""
    known = ahead.reached
    before = (now, known.value, max(0, known.value - known.margin), known.value + known.margin)
    for one in ahead.expected:
        end = outlook.quarter_end(one.quarter) or dates.add_months(before[0], 3)
        after = (max(end, dates.add_months(before[0], 1)), one.people, one.low, one.high)
        steps = (after[0].year - before[0].year) * 12 + after[0].month - before[0].month
        for step in range(1, steps + 1):
            part = step / steps
            value, low, high = (
                a + part * (b - a) for a, b in zip(before[1:], after[1:], strict=True)
            )
            named = one is ahead.expected[-1] and step == steps
            yield parts.Point(dates.dutch(after[0])[3:] if named else "", value, low, high)
        before = after


def _clog(merged: Merged) -> Iterable[parts.Part]:
    """Where the chain clogs: reasons to wait down, origins across."""
    known = tables.read()
    reasons = [*known.dimensions["reason"].categories, tables.TOTAL]
    origins = [*known.dimensions["origin"].categories, tables.TOTAL]
    present = [t for cell, t in merged.totals.items() if cell.startswith("wait.")]
    if not present:
        return
    yield parts.Heading(_("Where does the chain clog?"), telling.counted(present))
    columns = [parts.Column(_("Waiting for")), *_origin_columns()]
    rows: list[tuple[str | parts.Value, ...]] = []
    for reason in reasons:
        cells = [merged.totals.get(f"wait.{reason}.{origin}") for origin in origins]
        rows.append((tables.label(f"wait.{reason}._T"), *map(_value, cells)))
    yield parts.Table(tuple(columns), tuple(rows), totals=1)


def _bars(code: str, merged: Merged) -> Iterable[parts.Part]:
    table = tables.read().breakdowns[code]
    cells = tables.cells(table)[:-1]
    given = [merged.totals[cell] for cell in cells if cell in merged.totals]
    if given:
        yield parts.Heading(tables.title(table.total), telling.counted(given))
        yield parts.Bars(tuple(_bar(total) for total in given))


def _bar(total: Total) -> parts.Bar:
    said = [telling.number(total), telling.margin(total)]
    return parts.Bar(
        label=tables.label(total.cell),
        value=total.value,
        text=", ".join(part for part in said if part),
        low=total.low,
        high=total.high,
        faint=total.indicative,
    )


def _starters(merged: Merged) -> Iterable[parts.Part]:
    """Who moved in, per half-year, by origin; frozen once published."""
    origins = [*tables.read().dimensions["origin"].categories, tables.TOTAL]
    halves = sorted({c.split(".")[1] for c in merged.totals if c.startswith("start.")})
    if not halves:
        return
    yield parts.Heading(_("Who moved in?"), _("counted once per half-year, then frozen"))
    columns = [parts.Column(_("Half-year")), *_origin_columns()]
    rows: list[tuple[str | parts.Value, ...]] = []
    for half in halves:
        cells = [merged.totals.get(f"start.{half}.{origin}") for origin in origins]
        rows.append((telling.half_year(half), *map(_value, cells)))
    yield parts.Table(tuple(columns), tuple(rows))


def _dwellings(merged: Merged) -> Iterable[parts.Part]:
    """Dwellings per housing form; things, so exact."""
    measures = tables.read().measures
    counts: dict[str, dict[str, int]] = {}
    for row in merged.dwellings:
        per_form = counts.setdefault(row.form, dict.fromkeys(measures, 0))
        per_form[row.measure] += row.count
    if not counts:
        return
    yield parts.Heading(_("Which dwellings are there, and which will come?"), _("exact"))
    columns = [parts.Column(_("Housing form"))]
    columns += [_right(measure.label) for measure in measures.values()]
    rows = [
        (codelists.label("housing_form", form), *(f"{n}" for n in per_form.values()))
        for form, per_form in sorted(counts.items())
    ]
    sums = (f"{sum(per_form[m] for per_form in counts.values())}" for m in measures)
    rows.append((_("Together"), *sums))
    yield parts.Table(tuple(columns), tuple(rows), totals=1)


def _coverage(month: RegionMonth) -> Iterable[parts.Part]:
    if not month.merged.received:
        return
    yield parts.Heading(_("How much does this cover?"))
    columns = (
        parts.Column(_("Table")),
        _right(_("Organisations")),
        _right(_("Share of clients")),
    )
    count = len(month.arrivals)
    rows: dict[str, tuple[str | parts.Value, ...]] = {}
    for one in month.merged.coverage:  # of cohorts the newest half-year speaks
        rows[one.table.split(".")[0]] = (
            telling.table_title(one.table),
            _("{n} of {all}").format(n=one.organisations, all=count),
            telling.NOTHING if one.clients is None else f"{one.clients}%",
        )
    yield parts.Table(columns, tuple(rows.values()))


def _origin_columns() -> list[parts.Column]:
    origins = tables.read().dimensions["origin"].categories.values()
    return [*(_right(origin.short) for origin in origins), _right(_("Together"))]


def _right(head: str) -> parts.Column:
    return parts.Column(head, "right")


def _value(total: Total | None) -> parts.Value:
    faint = total is not None and total.indicative
    return parts.Value(telling.number(total), telling.margin(total), faint=faint)


def _how_to_read() -> str:
    return _(
        "Dwellings add up exactly, and headlines where it says so: an organisation rounds its "
        "headlines while it has fewer than ten in support or has not agreed to exact ones. In "
        "breakdowns each organisation rounded to five, up or down, so that nobody can be "
        "recognised. “Between” is the band that holds the true number in 95 of 100 cases; "
        "below 20 a number is only indicative. A dash means that no organisation gave it. Who "
        "lives in a form of which an organisation has fewer than five places counts with "
        "“other”."
    )
