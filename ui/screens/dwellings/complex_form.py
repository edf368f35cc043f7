"""The page on which a building or project is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.register import dwelling_card, dwellings
from desktop_app.register.dwellings import ComplexFields
from desktop_app.words import _
from ui.desk import Desk, Place
from ui.parts.form import Form
from ui.parts.form_page import FormPage
from ui.screens.dwellings import fields

if TYPE_CHECKING:
    from uuid import UUID


class ComplexForm(FormPage):
    """Asks about a complex and registers the answers.

    Args:
        desk: what it works with.
        complex_id: which one to edit; None for a new one.
    """

    def __init__(self, desk: Desk, complex_id: UUID | None = None) -> None:
        self._id = complex_id
        self._version = 0
        super().__init__(
            desk,
            _("New complex") if complex_id is None else _("Edit complex"),
            Form(fields.of_complex(), today=desk.today()),
            place=f"complex-form/{complex_id or 'new'}",
            about=_("A form about a complex"),
            said=_("Complex saved"),
        )
        self.setFocusProxy(self.form.input("name"))
        values: dict[str, Any] = {"planned": 0}
        if complex_id is not None:
            card = dwelling_card.complex_card(desk.db, complex_id)
            self._version = card.version
            values = {name: getattr(card.fields, name) for name in ComplexFields.__slots__}
        self.start(values)

    def register(self, values: dict[str, Any]) -> UUID:
        """Write the complex."""
        asked = ComplexFields(**values)
        if self._id is None:
            return dwellings.add_complex(self.desk.db, asked)
        dwellings.edit_complex(self.desk.db, self._id, asked, version=self._version)
        return self._id

    def done(self, written: UUID) -> None:
        """Go back to the dwellings."""
        del written
        self.leave()

    def leave(self) -> None:
        """Go back to the dwellings."""
        self.desk.go(Place("dwellings"))
