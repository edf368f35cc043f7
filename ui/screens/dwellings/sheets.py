"""What is done from the page of dwellings, each in a sheet of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from desktop_app.register import dwellings, reservations, tenancies
from desktop_app.register.dwellings import StatusFields
from desktop_app.register.tenancies import TenancyEnd
from desktop_app.words import _
from ui.parts.asking import Draft, ask
from ui.parts.form import Form
from ui.parts.layouts import column, holding
from ui.parts.taking_back import did
from ui.parts.text import label
from ui.screens.dwellings import fields

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.register.dwelling_list import DwellingRow
    from ui.desk import Desk
    from ui.parts.side_sheet import SideSheet


def set_status(over: QWidget, desk: Desk, shown: DwellingRow) -> SideSheet:
    """Ask what a dwelling is from a day on."""
    form = Form(fields.of_status(), today=desk.today())
    form.fill({"since": desk.today()})
    return ask(
        over,
        _("Move {address} to").format(address=shown.address),
        form,
        (
            _("Save"),
            lambda values: dwellings.set_status(
                desk.db, shown.dwelling_id, StatusFields(**values)
            ),
        ),
        lambda _none: did(desk, _("{address} moved").format(address=shown.address)),
        draft=Draft(desk, f"dwelling-status/{shown.dwelling_id}"),
    )


def let_go(over: QWidget, desk: Desk, shown: DwellingRow) -> SideSheet:
    """Ask from when a home is no longer kept, and what the client waits for then."""
    form = Form(fields.of_letting_go(), today=desk.today())
    form.fill({"on": desk.today(), "wait_reason": "WON"})
    said = _("The home is empty again, and {name} waits again.")
    return ask(
        over,
        _("Let {address} go").format(address=shown.address),
        form,
        (
            _("Let go"),
            lambda values: reservations.release(desk.db, shown.dwelling_id, **values),
        ),
        lambda _none: did(desk, _("{address} is let go").format(address=shown.address)),
        above=[label(said.format(name=shown.reserved_name), "body", "text2", wrap=True)],
    )


def end_tenancy(over: QWidget, desk: Desk, shown: DwellingRow) -> SideSheet:
    """Ask how a tenancy ends, and say beforehand what will happen."""
    form = Form(fields.of_end(shown), today=desk.today())
    form.fill({"ended_on": desk.today()})

    def save(values: dict[str, Any]) -> None:
        chosen = values.pop("tenancy", None)
        tenancy_id = UUID(chosen) if chosen else shown.tenants[0].tenancy_id
        tenancies.end_tenancy(desk.db, tenancy_id, TenancyEnd(**values))

    return ask(
        over,
        _("End the tenancy · {address}").format(address=shown.address),
        form,
        (_("End the tenancy"), save),
        lambda _none: did(desk, _("Tenancy of {address} ended").format(address=shown.address)),
        above=[_what_will_happen()],
        draft=Draft(desk, f"tenancy-end/{shown.dwelling_id}"),
    )


def _what_will_happen() -> QWidget:
    lines = (
        _("• the tenancy stops on the last day"),
        _("• the dwelling is empty from the day after"),
        _("• two tasks: handing over, final scores"),
        _("• support goes on until you end it"),
    )
    return holding(
        column(
            label(_("This will happen:"), "strong"),
            *(label(line, "body", "text2", wrap=True) for line in lines),
            gap=4,
        )
    )
