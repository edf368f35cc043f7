"""The forms about a dwelling and a complex, and the sheet of one dwelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.register import dwelling_list
from ui.desk import Place
from ui.gallery import desks
from ui.parts.form_page import FormPage

if TYPE_CHECKING:
    from desktop_app.register.dwelling_list import DwellingRow
    from ui.window import Window


def wrong() -> Window:
    """Return the form for a new dwelling, in which something is wrong."""
    shown = desks.window(Place("dwelling-form"))
    page = shown.screen_now()
    if isinstance(page, FormPage):
        page.form.fill({"street": "Vrijheidslaan", "house_number": 0, "housing_form": "BEST"})
        page.form.input("postcode").put("12 AB")
        page.save()
    return shown


def edit() -> Window:
    """Return the form of a dwelling that somebody lives in."""
    return desks.window(Place("dwelling-form", _home().dwelling_id))


def card() -> Window:
    """Return the sheet of a dwelling that somebody lives in."""
    return desks.window(Place("dwellings", _home().dwelling_id))


def reserved() -> Window:
    """Return the sheet of a dwelling that is kept for somebody, else of any."""
    rows = dwelling_list.dwelling_rows(desks.session().db, today=desks.TODAY)
    home = next((row for row in rows if row.reserved_for), rows[0])
    return desks.window(Place("dwellings", home.dwelling_id))


def of_complex() -> Window:
    """Return the form of a complex."""
    return desks.window(Place("complex-form", _home().complex_id))


def _home() -> DwellingRow:
    rows = dwelling_list.dwelling_rows(desks.session().db, today=desks.TODAY)
    return next(row for row in rows if row.complex_id and row.tenants)
