"""The region's month as a workbook: tidy sheets that Excel and other programs read well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from desktop_app import codelists, dates
from desktop_app.region import telling
from desktop_app.region.arrivals import remarks
from desktop_app.register import spreadsheets
from desktop_app.summary import tables
from desktop_app.words import _

if TYPE_CHECKING:
    from desktop_app.region.merging import Total
    from desktop_app.region.outlook import Outlook
    from desktop_app.region.receiving import RegionMonth

    Cell = str | int | None

_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its heads and its rows."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def workbook(region: str, month: RegionMonth, ahead: Outlook) -> bytes:
    """Return the workbook of a region's month in the language of now."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets(region, month, ahead):
        page = book.create_sheet(sheet.name[:31])
        page.append(list(sheet.heads))
        for row in sheet.rows:
            page.append(list(row))
        for column, head in enumerate(sheet.heads, start=1):
            texts = [head, *(str(row[column - 1] or "") for row in sheet.rows)]
            letter = get_column_letter(column)
            page.column_dimensions[letter].width = min(max(map(len, texts)), _WIDEST) + 2
            page.cell(1, column).font = Font(bold=True)
            for line, row in enumerate(sheet.rows, start=2):
                if isinstance(row[column - 1], str):
                    page.cell(line, column).data_type = "s"  # a name is never a formula
        page.freeze_panes = "A2"
    return spreadsheets.in_memory(book)


def sheets(region: str, month: RegionMonth, ahead: Outlook) -> list[Sheet]:
    """Return the sheets of a region's month."""
    return [
        _overview(region, month, ahead),
        _headlines(month),
        _breakdowns(month),
        _dwellings(month),
        _expected(ahead),
        _coverage(month),
        _organisations(month),
    ]


def _overview(region: str, month: RegionMonth, ahead: Outlook) -> Sheet:
    merged = month.merged
    count = len(merged.received) + len(merged.missing)
    received = _("{n} of {all}").format(n=len(merged.received), all=count)
    rows: list[tuple[Cell, ...]] = [
        (_("Region"), region),
        (_("Month"), telling.month(merged.period)),
        (_("Organisations that sent"), received),
        (_("Missing; not estimated"), ", ".join(month.missing) or _("nobody")),
        (_("People housed since the start"), ahead.reached.value),
        (_("Margin of that"), ahead.reached.margin),
        (_("Goal"), ahead.goal or None),
        (_("Planned dwellings"), ahead.planned),
        (_("How to read this"), _explanation()),
    ]
    return Sheet(_("Overview"), (_("What"), _("Value")), tuple(rows))


def _explanation() -> str:
    return _(
        "Dwellings add up exactly, and headlines where “How exact” says so. Breakdowns were "
        "rounded to five by each organisation, up or down; low and high are the 95% band of "
        "that. Below 20 they are only indicative."
    )


def _headlines(month: RegionMonth) -> Sheet:
    heads = [total for total in month.merged.totals.values() if _is_head(total)]
    return Sheet(
        _("Headlines"),
        (_("What"), _("Number"), _("Low"), _("High"), _("How exact"), _("Organisations")),
        tuple(
            (
                tables.label(total.cell),
                total.value,
                total.low,
                total.high,
                telling.exactness(total),
                total.organisations,
            )
            for total in heads
        ),
    )


def _breakdowns(month: RegionMonth) -> Sheet:
    return Sheet(
        _("Breakdowns"),
        (
            _("Table"),
            _("Group"),
            _("Number"),
            _("Low"),
            _("High"),
            _("Remark"),
            _("Organisations"),
            _("Counted"),
            _("Cell"),
        ),
        tuple(
            (
                tables.title(total.cell),
                tables.label(total.cell),
                total.value,
                total.low,
                total.high,
                _("indicative") if total.indicative else "",
                total.organisations,
                telling.counted([total]),
                total.cell,
            )
            for total in month.merged.totals.values()
            if not _is_head(total)
        ),
    )


def _dwellings(month: RegionMonth) -> Sheet:
    known = tables.read()
    return Sheet(
        _("Dwellings"),
        (
            _("Housing form"),
            _("Landlord"),
            _("Rooms"),
            _("What"),
            _("Expected"),
            _("Number"),
        ),
        tuple(
            (
                codelists.label("housing_form", row.form),
                known.landlords[row.landlord].label,
                known.rooms[row.rooms].label,
                known.measures[row.measure].label,
                telling.quarter(row.quarter) if row.measure == "planned" else "",
                row.count,
            )
            for row in month.merged.dwellings
        ),
    )


def _expected(ahead: Outlook) -> Sheet:
    return Sheet(
        _("Outlook"),
        (_("By the end of"), _("Dwellings"), _("People housed"), _("Low"), _("High")),
        tuple(
            (telling.quarter(one.quarter), one.dwellings, one.people, one.low, one.high)
            for one in ahead.expected
        ),
    )


def _coverage(month: RegionMonth) -> Sheet:
    return Sheet(
        _("Coverage"),
        (_("Table"), _("Organisations"), _("Percentage of clients")),
        tuple(
            (telling.table_title(one.table), one.organisations, one.clients)
            for one in month.merged.coverage
        ),
    )


def _organisations(month: RegionMonth) -> Sheet:
    return Sheet(
        _("Organisations"),
        (
            _("Organisation"),
            _("File"),
            _("Version"),
            _("What it gives"),
            _("Received"),
            _("Profile"),
            _("Remark"),
        ),
        tuple(
            (
                arrival.name,
                _("received") if arrival.revision else _("not received yet"),
                arrival.revision,
                "" if not arrival.revision else _gives(whole=arrival.whole),
                dates.dutch(arrival.received_on) if arrival.received_on else "",
                arrival.profile,
                " ".join(remarks(arrival)),
            )
            for arrival in month.arrivals
        ),
    )


def _gives(*, whole: bool) -> str:
    return _("everything") if whole else _("totals only: under ten in support")


def _is_head(total: Total) -> bool:
    return total.cell.startswith(f"{tables.HEAD}.")
