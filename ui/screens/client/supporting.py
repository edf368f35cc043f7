"""Support of a client: since when, until when, and its begin and end apart from any home."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop_app import codelists, dates
from desktop_app.register import clients
from desktop_app.words import _
from ui.parts.asking import ask
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.facts import facts
from ui.parts.form import Field, Form
from ui.parts.form.field import from_list
from ui.parts.taking_back import did
from ui.parts.text import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.register.client_card import ClientCard, Support
    from ui.desk import Desk
    from ui.parts.side_sheet import SideSheet


class Supported(Card):
    """The periods of support.

    Args:
        over: what the sheets slide over.
    """

    def __init__(self, over: QWidget, desk: Desk, card: ClientCard) -> None:
        super().__init__(_("Support"))
        if runs(card):
            act = partial(end, over, desk, card)
            self.at_right(Button(_("End support"), act))
        elif card.died_on is None:
            act = partial(start, over, desk, card)
            self.at_right(Button(_("Start support"), act, icon="plus"))
        if card.supports:
            self.add(
                facts([(_("Supported"), _period(one)) for one in card.supports], names=190)
            )
        else:
            self.add(label(_("No support yet."), "body", "text2"))


def runs(card: ClientCard) -> bool:
    """Tell whether support runs without a last day."""
    return any(one.ended_on is None for one in card.supports)


def start(over: QWidget, desk: Desk, card: ClientCard) -> SideSheet:
    """Ask from which day support runs."""
    form = Form(
        [Field("on", _("From (dd-mm-yyyy)"), "date", also=("starts_on",))], today=desk.today()
    )
    form.fill({"on": desk.today()})
    return ask(
        over,
        _("Start support"),
        form,
        (
            _("Start support"),
            lambda values: clients.start_support(desk.db, card.client_id, on=values["on"]),
        ),
        lambda _id: did(desk, _("Support started")),
    )


def end(over: QWidget, desk: Desk, card: ClientCard) -> SideSheet:
    """Ask how support ends, and say beforehand what stays."""
    form = Form(
        [
            Field("on", _("Last day (dd-mm-yyyy)"), "date", also=("ended_on",)),
            Field("reason", _("Why"), "choice", choices=from_list("support_end_reason")),
        ],
        today=desk.today(),
    )
    form.fill({"on": desk.today()})
    said = _("The home stays: a tenancy has an end of its own.")
    return ask(
        over,
        _("End support"),
        form,
        (
            _("End support"),
            lambda values: clients.end_support(desk.db, card.client_id, **values),
        ),
        lambda _none: did(desk, _("Support ended")),
        above=[label(said, "body", "text2", wrap=True)],
    )


def _period(support: Support) -> str:
    since = _("since {day}").format(day=dates.dutch(support.starts_on))
    if support.ended_on is None:
        return since
    reason = codelists.label("support_end_reason", support.end_reason)
    return since + _(" until {day} ({reason})").format(
        day=dates.dutch(support.ended_on), reason=reason
    )
