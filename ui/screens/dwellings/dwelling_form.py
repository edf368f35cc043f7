"""The page on which a dwelling is asked about: a new one, or one with all that it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from desktop_app.register import dwelling_card, dwellings
from desktop_app.register.dwellings import StatusFields
from desktop_app.words import _
from ui.desk import Desk, Place
from ui.parts.asking import begin_at
from ui.parts.buttons import Button
from ui.parts.form import Form
from ui.parts.form_page import FormPage
from ui.screens.dwellings import fields, sheets
from ui.screens.dwellings.past import Was

if TYPE_CHECKING:
    from desktop_app.register.dwelling_card import DwellingCard
    from ui.parts.side_sheet import SideSheet

_FROM_COMPLEX = ("housing_form", "municipality", "landlord", "landlord_kind")


class DwellingForm(FormPage):
    """Asks about a dwelling and registers the answers.

    Args:
        desk: what it works with.
        dwelling_id: which one to edit; None for a new one.
    """

    def __init__(self, desk: Desk, dwelling_id: UUID | None = None) -> None:
        self._id = dwelling_id
        self._another = False
        asked = fields.of_dwelling(desk.db, today=desk.today())
        if dwelling_id is None:
            asked += fields.of_beginning()
        super().__init__(
            desk,
            _("New dwelling") if dwelling_id is None else _("Edit dwelling"),
            Form(asked, today=desk.today()),
            place=f"dwelling-form/{dwelling_id or 'new'}",
            about=_("A form about a dwelling"),
            said=_("Dwelling saved"),
        )
        self.form.input("complex_id").typed.connect(self._take_from_complex)
        self.setFocusProxy(self.form.input("street"))
        if dwelling_id is None:
            again = Button(_("Save and add another"), self.save_and_again)
            again.setToolTip(_("The next one begins with the same project"))
            self.foot.insertWidget(2, again)
            self.start(
                {
                    "status": "BES",
                    "since": desk.today(),
                    "self_contained": True,
                    "capacity": 1,
                }
            )
            return
        self._card = self._read(dwelling_id)
        self._was = Was(self._card, self._move)
        self.page.addWidget(self._was)
        desk.changes.follow(self, ("dwelling_status", "tenancy"), self.reload)
        self.start(fields.values_of(self._card.fields))

    def reload(self) -> None:
        """Show what the dwelling is and was, as it is known now; the answers stay."""
        if self._id is not None:
            self._card = replace(self._read(self._id), version=self._card.version)
            self._was.show_card(self._card)

    def show_place(self, place: Place) -> None:
        """Begin at a field; the status is asked in a sheet of its own."""
        if place.field == "status" and self._id is not None:
            begin_at(self._move(), place)
        else:
            super().show_place(place)

    def save_and_again(self) -> None:
        """Register the answers and ask for the next dwelling of the same project."""
        self._another = True
        try:
            self.save()
        finally:
            self._another = False

    def register(self, values: dict[str, Any]) -> UUID:
        """Write the dwelling."""
        db, asked = self.desk.db, fields.dwelling_fields(values)
        if self._id is not None:
            dwellings.edit_dwelling(db, self._id, asked, version=self._card.version)
            return self._id
        status = StatusFields(status=values["status"], since=values["since"])
        return dwellings.add_dwelling(db, asked, status)

    def done(self, written: UUID) -> None:
        """Show the dwelling, or an empty form for the next one."""
        if self._another:
            self.start_again({"house_number": None, "house_letter": "", "addition": ""})
            self.form.go_to("house_number")
        else:
            self.desk.go(Place("dwellings", written))

    def leave(self) -> None:
        """Go back to the dwellings."""
        self.desk.go(Place("dwellings", self._id))

    def _take_from_complex(self) -> None:
        """Fill in what a project says of all its dwellings, where nothing stands yet."""
        chosen = self.form.input("complex_id").raw()
        if not chosen:
            return
        known = dwelling_card.complex_card(self.desk.db, UUID(chosen)).fields
        empty = [name for name in _FROM_COMPLEX if not self.form.input(name).raw()]
        self.form.fill({name: getattr(known, name) for name in empty})

    def _move(self) -> SideSheet:
        return sheets.set_status(self, self.desk, self._card.row)

    def _read(self, dwelling_id: UUID) -> DwellingCard:
        return dwelling_card.dwelling_card(self.desk.db, dwelling_id, today=self.desk.today())
