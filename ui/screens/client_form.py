"""The form for a client: a new one with how they came, or one who is there already."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from desktop_app.register import client_card, clients, workers
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.words import _
from ui.desk import Desk, Place
from ui.parts.banner import Banner
from ui.parts.buttons import Button
from ui.parts.form import Choice, Field, Form
from ui.parts.form.field import from_list
from ui.parts.form_page import FormPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.register.clients import Lookalike

_REFERRAL = ("received_on", "source", "living_situation", "origin")


class ClientForm(FormPage):
    """Asks about a client and registers the answers.

    Args:
        desk: what it works with.
        client_id: whom to edit; None for a new client.
    """

    def __init__(self, desk: Desk, client_id: UUID | None = None) -> None:
        self._id = client_id
        self._seen_lookalikes = False
        self._version = 0
        super().__init__(
            desk,
            _("New client") if client_id is None else _("Edit client"),
            Form(_fields(desk, new=client_id is None), today=desk.today()),
            place=f"client-form/{client_id or 'new'}",
            about=_("A form about a client"),
            said=_("Client saved"),
            client_id=client_id,
        )
        self.setFocusProxy(self.form.input("call_name"))
        self.start(self._known())

    def register(self, values: dict[str, Any]) -> UUID | None:
        """Write the client; somebody who may be the same person is shown first."""
        db, today = self.desk.db, self.desk.today()
        fields = _client_fields(values)
        if self._id is not None:
            clients.edit_client(db, self._id, fields, version=self._version, today=today)
            return self._id
        alike = clients.lookalikes(db, fields)
        if alike and not self._seen_lookalikes:
            self._show_lookalikes(alike)
            return None
        return clients.add_client(db, fields, _referral(values), today=today)

    def done(self, written: UUID) -> None:
        """Show the client."""
        self.desk.go(Place("client", written))

    def leave(self) -> None:
        """Go back to the client, or to the list."""
        if self._id is None:
            self.desk.go(Place("clients"))
        else:
            self.desk.go(Place("client", self._id, "details"))

    def _known(self) -> dict[str, Any]:
        """Return what the form holds before anything is typed."""
        if self._id is not None:
            card = client_card.client_card(self.desk.db, self._id, today=self.desk.today())
            self._version = card.version
            return _values(card.fields)
        mine = {"key_worker_id": str(self.desk.me.worker_id)} if self.desk.me else {}
        return {"received_on": self.desk.today(), "counts_for_region": True} | mine

    def _show_lookalikes(self, alike: Sequence[Lookalike]) -> None:
        """Show who may be the same person; saving once more says it is somebody else."""
        self._seen_lookalikes = True
        names = ", ".join(f"{found.name} ({found.number})" for found in alike)
        first = Place("client", alike[0].client_id)
        self.above.show_banner(
            Banner(
                "warn",
                _("Somebody with this name and birth is there already: {names}").format(
                    names=names
                ),
                _("Is it another person? Then choose Save once more."),
                Button(_("Look at the first"), lambda: self.desk.go(first)),
            )
        )


_Rows = list[Field | tuple[Field, ...]]


def _fields(desk: Desk, *, new: bool) -> _Rows:
    return [*_who(), *_reach(), *_around(desk), *_more(), *(_referral_fields() if new else [])]


def _who() -> _Rows:
    return [
        (
            Field("call_name", _("Call name"), width=190),
            Field("infix", _("Infix"), optional=True, width=110),
            Field("last_name", _("Last name"), width=250),
        ),
        (
            Field("initials", _("Initials"), optional=True, width=110),
            Field(
                "birth",
                _("Date of birth (dd-mm-yyyy)"),
                "partly_date",
                hint=_("Only the year is known? Fill in the year."),
                optional=True,
                also=("birth_date", "birth_year"),
            ),
        ),
        _listed("gender", _("Gender")),
        _listed("municipality", _("Municipality of origin"), "municipality_u16"),
    ]


def _reach() -> _Rows:
    return [
        (
            Field("phone", _("Phone"), optional=True, width=190),
            Field("email", _("E-mail"), optional=True, width=300),
        ),
        Field("language", _("Language"), optional=True, width=190),
    ]


def _around(desk: Desk) -> _Rows:
    staff = tuple(
        Choice(str(worker.worker_id), worker.name)
        for worker in workers.worker_rows(desk.db)
        if worker.active_until is None
    )
    counts = _("Counts for the region: the key worker is ours")
    return [
        _listed("household_type", _("Household")),
        Field("key_worker_id", _("Key worker"), "choice", optional=True, choices=staff),
        Field("counts_for_region", counts, "check", optional=True),
    ]


def _more() -> _Rows:
    return [
        _listed("homeless_duration", _("How long without a home")),
        _listed("income_source", _("Income")),
        _listed("debt_status", _("Debts")),
        _listed("money_management", _("Who looks after the money")),
        _listed("day_activity", _("Activity by day")),
        _listed("programme", _("Programme")),
    ]


def _listed(name: str, title: str, code_list: str = "") -> Field:
    """Return a choice that may stay open, from the code list of its own name unless said."""
    return Field(name, title, "choice", optional=True, choices=from_list(code_list or name))


def _referral_fields() -> _Rows:
    return [
        (
            Field("received_on", _("Referred on (dd-mm-yyyy)"), "date"),
            Field("source", _("Referred by"), "choice", choices=from_list("referral_source")),
        ),
        _listed("living_situation", _("Where the person sleeps now"), "ethos_light"),
    ]


def _client_fields(values: dict[str, Any]) -> ClientFields:
    plain = {
        name: value
        for name, value in values.items()
        if name not in {"birth", "key_worker_id", *_REFERRAL}
    }
    born, year = _birth(values["birth"])
    worker = values["key_worker_id"]
    return ClientFields(
        **plain,
        birth_date=born,
        birth_year=year,
        key_worker_id=UUID(worker) if worker else None,
    )


def _birth(parts: tuple[int, int | None, int | None] | None) -> tuple[date | None, int | None]:
    """Return a whole date, or the year alone."""
    if parts is None:
        return None, None
    year, month, day = parts
    if month is None or day is None:
        return None, year
    return date(year, month, day), None


def _referral(values: dict[str, Any]) -> ReferralFields:
    return ReferralFields(
        received_on=values["received_on"],
        source=values["source"],
        living_situation=values["living_situation"],
        municipality=values["municipality"],
    )


def _values(fields: ClientFields) -> dict[str, Any]:
    values = {
        name: getattr(fields, name)
        for name in ClientFields.__dataclass_fields__
        if name not in {"birth_date", "birth_year", "key_worker_id"}
    }
    born = fields.birth_date
    if born is not None:
        values["birth"] = (born.year, born.month, born.day)
    elif fields.birth_year is not None:
        values["birth"] = (fields.birth_year, None, None)
    values["key_worker_id"] = str(fields.key_worker_id) if fields.key_worker_id else None
    return values
