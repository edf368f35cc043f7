"""What is done with a tenancy from the client's page, each in a sheet of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import dates
from desktop_app.register import tenancies
from desktop_app.words import _
from ui.parts.asking import ask
from ui.parts.form import Field, Form
from ui.parts.form.field import from_list
from ui.parts.taking_back import did
from ui.parts.text import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.register.tenancy_list import TenancyRow
    from ui.desk import Desk
    from ui.parts.side_sheet import SideSheet


def may_extend(one: TenancyRow) -> bool:
    """Tell whether a tenancy has a temporary lease that can get another last day."""
    temporary = one.tenancy_type in tenancies.TEMPORARY or one.contract_until is not None
    return temporary and one.ended_on is None


def may_flip(one: TenancyRow) -> bool:
    """Tell whether a contract can go to the tenant's own name."""
    is_open = one.flipped_on is None and one.ended_on is None
    return one.tenancy_type == tenancies.FLIPPING and is_open


def lacks_end(one: TenancyRow) -> bool:
    """Tell whether a tenancy ended without a reason or without where to."""
    return one.ended_on is not None and (one.end_reason is None or one.destination is None)


def extend(over: QWidget, desk: Desk, one: TenancyRow) -> SideSheet:
    """Ask for another last day of a temporary lease."""
    form = Form(
        [Field("until", _("New last day (dd-mm-yyyy)"), "date", also=("contract_until",))],
        today=desk.today(),
    )
    return ask(
        over,
        _("Extend the lease · {address}").format(address=one.address),
        form,
        (
            _("Extend"),
            lambda values: tenancies.extend(desk.db, one.tenancy_id, until=values["until"]),
        ),
        lambda _none: did(desk, _("Lease of {address} extended").format(address=one.address)),
        above=[label(_lease(one), "body", "text2", wrap=True)],
    )


def put_in_own_name(over: QWidget, desk: Desk, one: TenancyRow) -> SideSheet:
    """Ask from which day an omklapcontract is in the tenant's own name."""
    form = Form(
        [Field("on", _("From (dd-mm-yyyy)"), "date", also=("flipped_on",))], today=desk.today()
    )
    form.fill({"on": one.flip_planned_on or desk.today()})
    said = _("The client stays in the same home. For us this is no end: support goes on.")
    return ask(
        over,
        _("In own name · {address}").format(address=one.address),
        form,
        (_("Save"), lambda values: tenancies.flip(desk.db, one.tenancy_id, on=values["on"])),
        lambda _none: did(
            desk, _("Contract of {address} is in own name").format(address=one.address)
        ),
        above=[label(said, "body", "text2", wrap=True)],
    )


def complete_end(over: QWidget, desk: Desk, one: TenancyRow) -> SideSheet:
    """Ask why a tenancy ended and where to, where that was left open."""
    form = Form(
        [
            Field(
                "reason",
                _("Why"),
                "choice",
                choices=from_list("tenancy_end_reason"),
                also=("end_reason",),
            ),
            Field("destination", _("Where to"), "choice", choices=from_list("ethos_light")),
        ],
        today=desk.today(),
    )
    form.fill({"reason": one.end_reason, "destination": one.destination})
    return ask(
        over,
        _("How it ended · {address}").format(address=one.address),
        form,
        (
            _("Save"),
            lambda values: tenancies.complete_end(desk.db, one.tenancy_id, **values),
        ),
        lambda _none: did(desk, _("End of {address} completed").format(address=one.address)),
    )


def _lease(one: TenancyRow) -> str:
    if one.contract_until is None:
        return _("This temporary lease has no last day yet.")
    return _("The lease runs until {day}.").format(day=dates.dutch(one.contract_until))
