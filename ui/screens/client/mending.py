"""From what is wrong or missing about a client to the very question where it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.desk import Place
from ui.parts.asking import begin_at
from ui.parts.side_sheet import SideSheet
from ui.screens.client import deciding, leases, referring, supporting
from ui.screens.client.stepping import next_step

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from desktop_app.register.client_card import ClientCard
    from desktop_app.register.tenancy_list import TenancyRow
    from ui.desk import Desk

    Act = Callable[[QWidget, Desk, TenancyRow], SideSheet]
    Ask = Callable[[QWidget, Desk, ClientCard], SideSheet | None]


def mend(over: QWidget, desk: Desk, card: ClientCard, place: Place) -> None:
    """Open the sheet that asks for the field of a place, and begin there.

    What was mended meanwhile opens nothing.
    """
    for lying in over.findChildren(SideSheet):
        lying.close_it()
    if (place.part, place.field) == ("housing", "ended_on"):
        _to_end(desk, card, place)
        return
    asks = _ASKS.get((place.part, place.field))
    sheet = asks(over, desk, card) if asks else None
    if sheet is not None:
        begin_at(sheet, place)


def _to_end(desk: Desk, card: ClientCard, place: Place) -> None:
    """Go to the end of the tenancy that began first and still runs; its dwelling has it."""
    running = [one for one in card.tenancies if one.ended_on is None]
    if running:
        first = min(running, key=lambda one: one.starts_on)
        desk.go(Place("dwellings", first.dwelling_id, "end", "ended_on", place.why))


def _of_first(wanted: Callable[[TenancyRow], bool], act: Act) -> Ask:
    """Return what asks about the newest tenancy that fits."""

    def ask(over: QWidget, desk: Desk, card: ClientCard) -> SideSheet | None:
        fitting = next((one for one in card.tenancies if wanted(one)), None)
        return None if fitting is None else act(over, desk, fitting)

    return ask


def _step(over: QWidget, desk: Desk, card: ClientCard) -> SideSheet:
    return next_step(over, desk, card.client_id, housed=card.home is not None)


def _origin(over: QWidget, desk: Desk, card: ClientCard) -> SideSheet | None:
    if not card.referrals:
        return None
    return referring.edit(over, desk, card.client_id, card.referrals[0])


def _support(over: QWidget, desk: Desk, card: ClientCard) -> SideSheet:
    act = supporting.end if supporting.runs(card) else supporting.start
    return act(over, desk, card)


_ASKS: Mapping[tuple[str, str], Ask] = {
    ("housing", "contract_until"): _of_first(leases.may_extend, leases.extend),
    ("housing", "flipped_on"): _of_first(leases.may_flip, leases.put_in_own_name),
    ("housing", "end_reason"): _of_first(leases.lacks_end, leases.complete_end),
    ("housing", "status"): _step,
    ("housing", "wait_reason"): _step,
    ("details", "living_situation"): _origin,
    ("details", "starts_on"): _support,
    ("details", "ended_on"): _support,
    ("details", "legal_frame"): deciding.add,
    ("details", "ends_on"): deciding.renew,
}
