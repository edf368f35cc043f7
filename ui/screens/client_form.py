"""The form for a client: a new one with how they came, or one who is there already."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.register import client_card, clients, drafts, workers
from desktop_app.register.clients import ClientFields, ReferralFields
from desktop_app.words import _
from ui.desk import Desk, Place
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.form import Choice, Field, Form
from ui.parts.form.field import from_list
from ui.parts.form.kept import Kept
from ui.parts.layouts import column, holding, row, rule
from ui.parts.page_head import PageHead
from ui.parts.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.register.clients import Lookalike

_FORM_WIDTH = 680
_REFERRAL = ("received_on", "source", "living_situation", "origin")


class ClientForm(QWidget):
    """Asks about a client and registers the answers; what is typed is kept as a draft.

    Args:
        desk: what it works with.
        client_id: whom to edit; None for a new client.
    """

    def __init__(self, desk: Desk, client_id: UUID | None = None) -> None:
        super().__init__()
        self._desk, self._id = desk, client_id
        self._place = f"client-form/{client_id or 'new'}"
        self._seen_lookalikes = False
        self._version = 0
        self._left = False
        self._form = Form(_fields(desk, new=client_id is None), today=desk.today())
        self._form.setMaximumWidth(_FORM_WIDTH)
        self._form.submitted.connect(self.save)
        self._alike = BannerPlace()
        self._title = _("New client") if client_id is None else _("Edit client")
        head = column(PageHead(self._title), edge=(28, 20, 28, 12))
        body = ScrollPage()
        body.page.addWidget(self._alike)
        body.page.addWidget(self._form)
        body.page.addStretch(1)
        foot = row(
            Button(_("Cancel"), self._cancel, kind="ghost"),
            ...,
            Button(_("Save"), self.save, kind="primary", keys="Ctrl+Return"),
            edge=(28, 12, 28, 14),
        )
        stack = column(holding(head), rule(), gap=0)
        stack.addWidget(body, 1)
        stack.addWidget(rule())
        stack.addWidget(holding(foot))
        self.setLayout(stack)
        self.setFocusProxy(self._form.input("call_name"))
        self._kept = self._filled()

    def save(self) -> None:
        """Register the answers, or say what is still needed."""
        self._form.attempt(self._register, self._done)

    def crumbs(self) -> Sequence[str]:
        """Return what the form is for, for the breadcrumb."""
        return [self._title]

    def keep_drafts(self) -> Sequence[str]:
        """Keep what is typed; what was only opened and read is nothing to keep."""
        if self._left or not self._kept.keep():
            return []
        return [_("A form about a client")]

    def _register(self, values: dict[str, Any]) -> UUID | None:
        fields = _client_fields(values)
        today = self._desk.today()
        if self._id is not None:
            clients.edit_client(
                self._desk.db, self._id, fields, version=self._version, today=today
            )
            return self._id
        alike = clients.lookalikes(self._desk.db, fields)
        if alike and not self._seen_lookalikes:
            self._show_lookalikes(alike)
            return None
        return clients.add_client(self._desk.db, fields, _referral(values), today=today)

    def _done(self, client_id: UUID | None) -> None:
        if client_id is None:
            return
        self._left = True
        self._forget()
        self._desk.say(_("Client saved"))
        self._desk.go(Place("client", client_id))

    def _show_lookalikes(self, alike: Sequence[Lookalike]) -> None:
        """Show who may be the same person; saving once more says it is somebody else."""
        self._seen_lookalikes = True
        names = ", ".join(f"{found.name} ({found.number})" for found in alike)
        first = alike[0].client_id
        self._alike.show_banner(
            Banner(
                "warn",
                _("Somebody with this name and birth is there already: {names}").format(
                    names=names
                ),
                _("Is it another person? Then choose Save once more."),
                Button(_("Look at the first"), lambda: self._desk.go(Place("client", first))),
            )
        )

    def _filled(self) -> Kept:
        """Fill the form with what is known and what was being typed; return what keeps it."""
        before = drafts.draft(self._desk.db, self._place)
        if self._id is not None:
            card = client_card.client_card(self._desk.db, self._id, today=self._desk.today())
            self._version = card.version
            self._form.fill(_values(card.fields))
        else:
            self._form.fill(
                {"received_on": self._desk.today(), "counts_for_region": True}
                | ({"key_worker_id": str(self._desk.me.worker_id)} if self._desk.me else {})
            )
        return Kept(self._form, before, self._keep, self._forget)

    def _keep(self, draft: dict[str, str]) -> None:
        if not self._left:
            drafts.keep_draft(self._desk.db, self._place, draft, client_id=self._id)

    def _forget(self) -> None:
        drafts.forget_draft(self._desk.db, self._place)

    def _cancel(self) -> None:
        self._left = True
        self._forget()
        if self._id is None:
            self._desk.go(Place("clients"))
        else:
            self._desk.go(Place("client", self._id, "details"))

    def keyPressEvent(self, event: Any) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._form.tell_draft()
            return
        super().keyPressEvent(event)


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
