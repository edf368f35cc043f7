"""Housing: where somebody lives and lived, and what can be done with the lease."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop_app import codelists, dates
from desktop_app.words import _
from ui.desk import Place
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.chip import Chip
from ui.parts.layouts import column, empty, holding, row, rule
from ui.parts.scroll_page import ScrollPage
from ui.parts.text import label
from ui.screens.client import leases, wording
from ui.screens.client.stepping import next_step

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QWidget

    from desktop_app.register import trajectories
    from desktop_app.register.client_card import ClientCard
    from desktop_app.register.tenancy_list import TenancyRow
    from ui.desk import Desk


class Housing(ScrollPage):
    """Tenancies and trajectory of one client."""

    def __init__(self, desk: Desk, card: ClientCard) -> None:
        super().__init__()
        self._desk = desk
        self.show_card(card)

    def show_card(self, card: ClientCard) -> None:
        """Show a client."""
        empty(self.page)
        self.page.addWidget(self._tenancies(card))
        self.page.addWidget(self._trajectory(card))
        self.page.addStretch(1)

    def _tenancies(self, card: ClientCard) -> Card:
        box = Card(_("Homes"))
        if card.home is None and card.died_on is None:
            place = Place("placing", card.client_id)
            box.at_right(
                Button(_("Find a home"), lambda: self._desk.go(place), icon="key-round")
            )
        if not card.tenancies:
            box.add(label(_("No home through us yet."), "body", "text2"))
        for number, tenancy in enumerate(card.tenancies):
            if number:
                box.add(rule())
            box.add(self._tenancy(tenancy))
        return box

    def _tenancy(self, tenancy: TenancyRow) -> QWidget:
        today = self._desk.today()
        facts = [
            codelists.label("tenancy_type", tenancy.tenancy_type),
            wording.period(tenancy.starts_on, tenancy.ended_on),
        ]
        if tenancy.contract_until is not None:
            facts.append(_("lease until {day}").format(day=dates.dutch(tenancy.contract_until)))
        if tenancy.flipped_on is not None:
            facts.append(_("own name since {day}").format(day=dates.dutch(tenancy.flipped_on)))
        if tenancy.end_reason is not None:
            facts.append(codelists.label("tenancy_end_reason", tenancy.end_reason))
        words = column(
            label(tenancy.address, "strong"),
            label(" · ".join(facts), "body", "text2", wrap=True),
            gap=3,
        )
        top = row(gap=12)
        top.addLayout(words, 1)
        if tenancy.runs_on(today):
            top.addWidget(Chip(_("Lives here"), "primary", "house"))
        home = Place("dwellings", tenancy.dwelling_id)
        top.addWidget(Button(_("Dwelling"), lambda: self._desk.go(home), kind="ghost"))
        lines = column(top, gap=8)
        acts = self._acts(tenancy)
        if acts:
            lines.addLayout(row(*acts, ..., gap=8))
        return holding(lines)

    def _acts(self, one: TenancyRow) -> list[Button]:
        """Return what can be done with a tenancy now."""
        may = (
            (leases.may_extend, _("Extend the lease"), leases.extend),
            (leases.may_flip, _("Put in own name"), leases.put_in_own_name),
            (leases.lacks_end, _("Complete the end"), leases.complete_end),
        )
        acts = [
            Button(words, partial(act, self, self._desk, one))
            for fits, words, act in may
            if fits(one)
        ]
        if one.ended_on is None:
            end = Place("dwellings", one.dwelling_id, "end")
            acts.append(Button(_("End the tenancy"), lambda: self._desk.go(end)))
        return acts

    def _trajectory(self, card: ClientCard) -> Card:
        box = Card(_("The way here"))
        if card.died_on is None:
            act = partial(
                next_step, self, self._desk, card.client_id, housed=card.home is not None
            )
            box.at_right(Button(_("Next step"), act, icon="plus"))
        for number, step in enumerate(card.steps):
            if number:
                box.add(rule())
            box.add(_step(step))
        return box


def _step(step: trajectories.Step) -> QHBoxLayout:
    line = row(gap=12)
    line.addWidget(label(codelists.label("trajectory_status", step.status), "strong"))
    if step.wait_reason is not None:
        waits = _("waits for: {reason}").format(
            reason=codelists.label("wait_reason", step.wait_reason)
        )
        line.addWidget(label(waits, "body", "text2"))
    line.addStretch(1)
    line.addWidget(label(dates.dutch(step.on), "body", "text2"))
    return line
