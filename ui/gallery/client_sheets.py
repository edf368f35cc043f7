"""The page of a client with something chosen on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.register import client_list, findings, tenancy_list
from desktop_app.register.timeline import Kind
from ui.desk import Place
from ui.gallery import desks
from ui.screens.client.timeline import Timeline
from ui.screens.month.checking import place_of

if TYPE_CHECKING:
    from ui.window import Window


def without_contacts() -> Window:
    """Return the timeline of all that is no contact: goals, plans, homes, decisions."""
    shown = desks.client("timeline")
    for line in shown.findChildren(Timeline):
        line.choose(frozenset(Kind) - {Kind.CONTACT})
    return shown


def mending() -> Window:
    """Return the sheet that a lease which ends soon leads to."""
    rows = tenancy_list.tenancy_rows(desks.session().db)
    running = [one for one in rows if one.contract_until and one.ended_on is None]
    lease = min(running, key=lambda one: one.contract_until or desks.TODAY)
    why = f"Het tijdelijke contract stopt op {lease.contract_until:%d-%m-%Y}."
    return desks.window(Place("client", lease.client_id, "housing", "contract_until", why))


def mending_a_field() -> Window:
    """Return the form that a finding about a person leads to, at its question."""
    found = findings.find(desks.session().db, today=desks.TODAY)
    return desks.window(place_of(next(one for one in found if one.field == "birth_date")))


def renewing() -> Window:
    """Return the sheet in which a decision is renewed, over the details."""
    rows = client_list.client_rows(desks.session().db, today=desks.TODAY)
    somebody = next(row.client_id for row in rows if row.dwelling)
    why = "De beschikking “Wmo-maatwerkvoorziening” stopt op 31-12-2026."
    return desks.window(Place("client", somebody, "details", "ends_on", why))
