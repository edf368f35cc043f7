"""Details: what is filled in about a client, in the order of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app import codelists, dates
from desktop_app.register.clients import CODES
from desktop_app.words import _
from ui.desk import Place
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.layouts import empty, holding
from ui.parts.scroll_page import ScrollPage
from ui.parts.text import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.register.client_card import ClientCard
    from ui.desk import Desk


class Details(ScrollPage):
    """All that is known of one client; empty answers are left out."""

    def __init__(self, desk: Desk, card: ClientCard) -> None:
        super().__init__()
        self._desk = desk
        self.show_card(card)

    def show_card(self, card: ClientCard) -> None:
        """Show a client."""
        empty(self.page)
        person = Card(_("Person"))
        form = Place("client-form", card.client_id)
        person.at_right(
            Button(_("Edit"), lambda: self._desk.go(form), icon="square-pen", keys="F2")
        )
        person.add(_grid(_person(card)))
        self.page.addWidget(person)
        for title, facts in ((_("Referral"), _referrals(card)), (_("Support"), _support(card))):
            if facts:
                box = Card(title)
                box.add(_grid(facts))
                self.page.addWidget(box)
        self.page.addStretch(1)


def _person(card: ClientCard) -> list[tuple[str, str]]:
    fields = card.fields
    born = dates.dutch(fields.birth_date) if fields.birth_date else ""
    facts = [
        (_("Client number"), card.number),
        (_("Call name"), fields.call_name),
        (_("Initials"), fields.initials),
        (_("Last name"), " ".join(part for part in (fields.infix, fields.last_name) if part)),
        (_("Date of birth"), born or (str(fields.birth_year) if fields.birth_year else "")),
        (_("Phone"), fields.phone),
        (_("E-mail"), fields.email),
        (_("Language"), fields.language),
        (_("Key worker"), card.key_worker),
    ]
    facts += [
        (codelists.read(listed).title, codelists.label(listed, getattr(fields, field)))
        for field, listed in CODES.items()
    ]
    facts.append(
        (_("Counts for the region"), _("yes") if fields.counts_for_region else _("no"))
    )
    return [(what, value) for what, value in facts if value]


def _referrals(card: ClientCard) -> list[tuple[str, str]]:
    facts = []
    for referral in card.referrals:
        facts.append((_("Received"), dates.dutch(referral.received_on)))
        facts.append((_("By"), codelists.label("referral_source", referral.source)))
        if referral.living_situation is not None:
            where = codelists.label("ethos_light", referral.living_situation)
            facts.append((_("Lived then"), where))
    return facts


def _support(card: ClientCard) -> list[tuple[str, str]]:
    facts = []
    for support in card.supports:
        end = ""
        if support.ended_on is not None:
            reason = codelists.label("support_end_reason", support.end_reason)
            end = _(" until {day} ({reason})").format(
                day=dates.dutch(support.ended_on), reason=reason
            )
        facts.append(
            (_("Supported"), _("since {day}").format(day=dates.dutch(support.starts_on)) + end)
        )
    return facts


def _grid(facts: Sequence[tuple[str, str]]) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    grid.setColumnMinimumWidth(0, 190)
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for number, (what, value) in enumerate(facts):
        grid.addWidget(label(what, "body", "text2", wrap=True), number, 0, top)
        grid.addWidget(label(value, "control", wrap=True), number, 1, top)
    return holding(grid)
