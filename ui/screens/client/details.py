"""Details: what is filled in about a client, in the order of the form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop_app import codelists, dates, naming
from desktop_app.register.clients import CODES
from desktop_app.words import _
from ui.desk import Place
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.facts import facts
from ui.parts.layouts import column, empty, holding
from ui.parts.scroll_page import ScrollPage
from ui.parts.two_columns import TwoColumns
from ui.screens.client import people, referring, standing_in
from ui.screens.client.deciding import Decided
from ui.screens.client.supporting import Supported

if TYPE_CHECKING:
    from desktop_app.register.client_card import ClientCard
    from ui.desk import Desk


_NARROW = 900
_NAMES = 190


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
        choose = partial(standing_in.choose, self, self._desk, card)
        person.at_right(Button(_("Stand-in…"), choose, kind="ghost"))
        person.at_right(
            Button(_("Edit"), lambda: self._desk.go(form), icon="square-pen", keys="F2")
        )
        person.add(facts(_person(card), names=_NAMES))
        around = (self, self._desk, card)
        beside = column(Supported(*around), Decided(*around), gap=12)
        beside.addWidget(people.household(*around))
        beside.addWidget(people.network(*around))
        if card.referrals:
            beside.insertWidget(0, self._referral(card))
        both = TwoColumns(person, holding(beside), shares=(1, 1), narrow=_NARROW, gap=12)
        self.page.addWidget(both)
        self.page.addStretch(1)

    def _referral(self, card: ClientCard) -> Card:
        box = Card(_("Referral"))
        change = partial(referring.edit, self, self._desk, card.client_id, card.referrals[0])
        box.at_right(Button(_("Edit"), change, icon="square-pen"))
        box.add(facts(_referrals(card), names=_NAMES))
        return box


def _names(card: ClientCard) -> list[tuple[str, str]]:
    if naming.shielded():
        return [(_("Name"), card.name)]
    fields = card.fields
    return [
        (_("Call name"), fields.call_name),
        (_("Initials"), fields.initials),
        (_("Last name"), " ".join(part for part in (fields.infix, fields.last_name) if part)),
    ]


def _person(card: ClientCard) -> list[tuple[str, str]]:
    fields = card.fields
    born = dates.dutch(fields.birth_date) if fields.birth_date else ""
    known = [
        (_("Client number"), card.number),
        *_names(card),
        (_("Date of birth"), born or (str(fields.birth_year) if fields.birth_year else "")),
        (_("Phone"), fields.phone),
        (_("E-mail"), fields.email),
        (_("Language"), fields.language),
        (_("Key worker"), card.key_worker),
        (_("Stand-in"), card.stand_in),
    ]
    known += [
        (codelists.read(listed).title, codelists.label(listed, getattr(fields, field)))
        for field, listed in CODES.items()
    ]
    known.append(
        (_("Counts for the region"), _("yes") if fields.counts_for_region else _("no"))
    )
    return [(what, value) for what, value in known if value]


def _referrals(card: ClientCard) -> list[tuple[str, str]]:
    known = []
    for referral in card.referrals:
        known.append((_("Received"), dates.dutch(referral.received_on)))
        known.append((_("By"), codelists.label("referral_source", referral.source)))
        if referral.living_situation is not None:
            where = codelists.label("ethos_light", referral.living_situation)
            known.append((_("Lived then"), where))
    return known
