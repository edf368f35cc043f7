"""One dwelling over the page: what it is, who lives and lived there, what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import codelists, dates
from desktop_app.register import dwelling_card, dwelling_list, presence, tenancy_list
from desktop_app.words import _
from ui.desk import Place
from ui.parts.buttons import Button
from ui.parts.chip import Chip
from ui.parts.facts import facts
from ui.parts.layouts import column, holding, row, rule
from ui.parts.side_sheet import SideSheet
from ui.parts.text import label
from ui.screens.dwellings import sheets, wording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from desktop_app.register.dwelling_list import DwellingRow
    from desktop_app.register.dwellings import DwellingFields
    from ui.desk import Desk

    Act = Callable[[DwellingRow], object]


class DwellingSheet(SideSheet):
    """One dwelling: what it is, who lives and lived there, and what can be done."""

    def __init__(
        self, over: QWidget, desk: Desk, dwelling_id: UUID, *, move: Act, end: Act
    ) -> None:
        today = desk.today()
        self._desk = desk
        self._row = dwelling_list.dwelling_row(desk.db, dwelling_id, today=today)
        body = column(self._facts(), gap=14)
        more = _more(dwelling_card.dwelling_card(desk.db, dwelling_id, today=today).fields)
        if more:
            body.addLayout(facts(more))
        people = self._people()
        if people:
            body.addWidget(rule())
        for who in people:
            body.addWidget(self._person(*who))
        past = [
            one
            for one in tenancy_list.tenancy_rows(desk.db, dwelling_id=dwelling_id)
            if one.ended_on is not None and one.ended_on < today
        ]
        if past:
            body.addWidget(rule())
            body.addWidget(label(_("Lived here before"), "strong"))
            body.addWidget(_former(past))
        super().__init__(over, self._row.address, holding(body), *self._buttons(move, end))
        self.closed.connect(self.deleteLater)
        desk.changes.follow(self, ("dwelling",), self._close_if_gone)

    def _people(self) -> list[tuple[UUID, str, str]]:
        """Return who lives here, who gets the key, or for whom it is kept, and how that is."""
        since, key = _("since {day}"), _("gets the key on {day}")
        who = [(one, since) for one in self._row.tenants]
        who += [(one, key) for one in self._row.coming]
        people = [
            (one.client_id, one.name, said.format(day=dates.dutch(one.starts_on)))
            for one, said in who
        ]
        kept_for = self._kept_for()
        if kept_for is not None:
            kept = _("the home is kept for this client")
            people.append((kept_for, self._row.reserved_name, kept))
        return people

    def _facts(self) -> QWidget:
        words, mood = wording.next_date(self._row, self._desk.today())
        where = " · ".join(part for part in (self._row.complex_name, self._row.city) if part)
        chips = row(
            Chip(_(wording.TITLES[self._row.column]), wording.MOODS[self._row.column]),
            Chip(words, mood),
            ...,
        )
        form = codelists.label("housing_form", self._row.housing_form)
        return holding(
            column(
                chips,
                label(where, "body", "text2"),
                label(f"{wording.facts(self._row)} · {form}", "body", "text2", wrap=True),
                gap=8,
            )
        )

    def _person(self, client_id: UUID, name: str, said: str) -> QWidget:
        page = Place("client", client_id)
        return holding(
            row(
                column(
                    label(name, "strong"),
                    label(said, "small", "text2"),
                    gap=2,
                ),
                ...,
                Button(_("Open"), lambda: self._desk.go(page), kind="ghost"),
            )
        )

    def _buttons(self, move: Act, end: Act) -> list[Button]:
        form = Place("dwelling-form", self._row.dwelling_id)
        buttons = [
            Button(
                _("Edit"), lambda: self._leave_for(lambda _row: self._desk.go(form)), keys="F2"
            ),
        ]
        if self._kept_for() is not None:
            buttons.append(Button(_("Let go…"), lambda: self._leave_for(self._let_go)))
        else:
            moving = Button(_("Move to…"), lambda: self._leave_for(move), icon="arrow-right")
            buttons.append(moving)
        if any(tenant.ended_on is None for tenant in self._row.tenants):
            buttons.append(Button(_("End the tenancy"), lambda: self._leave_for(end)))
        elif self._row.free:
            place = Place("placing", None, str(self._row.dwelling_id))
            buttons.append(Button(_("Let to…"), lambda: self._desk.go(place), kind="primary"))
        return buttons

    def _kept_for(self) -> UUID | None:
        """Return for whom it is kept who has no key date yet."""
        return None if self._row.coming else self._row.reserved_for

    def _let_go(self, shown: DwellingRow) -> None:
        sheets.let_go(self._over, self._desk, shown)

    def _close_if_gone(self) -> None:
        if not presence.is_there(self._desk.db, "dwelling", self._row.dwelling_id):
            self.close_it()

    def _leave_for(self, act: Act) -> None:
        self.close_it()
        act(self._row)


def _more(known: DwellingFields) -> list[tuple[str, str]]:
    """Return what is known of a dwelling besides size, rent and kind."""
    answers = {None: "", True: _("yes"), False: _("no")}
    pairs = [
        (_("Surface"), f"{known.surface_m2} m²" if known.surface_m2 else ""),
        (_("Places for tenancies"), str(known.capacity) if known.capacity > 1 else ""),
        (_("Sort of dwelling"), codelists.label("dwelling_type", known.dwelling_type)),
        (_("How one gets in"), codelists.label("accessibility", known.accessibility)),
        (_("Floor"), _floor(known.floor)),
        (_("Lift"), answers[known.lift]),
        (_("Pets allowed"), answers[known.pets_allowed]),
        (_("Landlord"), known.landlord),
    ]
    return [(name, value) for name, value in pairs if value]


def _floor(floor: int | None) -> str:
    if floor is None:
        return ""
    return str(floor) if floor else _("ground floor")


def _former(past: Sequence[tenancy_list.TenancyRow]) -> QWidget:
    lines = column(gap=6)
    for one in past:
        last = one.ended_on or one.starts_on
        when = f"{dates.dutch(one.starts_on)} - {dates.dutch(last)}"
        lines.addLayout(row(label(one.client_name), ..., label(when, "small", "text2")))
    return holding(lines)
