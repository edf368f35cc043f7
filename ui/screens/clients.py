"""The list of clients: find somebody in two seconds, see who needs something."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app import codelists, dates
from desktop_app.register import client_list
from desktop_app.register.client_list import ClientFilter, ClientRow
from desktop_app.register.importing.applying import may_read_in
from desktop_app.words import _, ngettext
from ui.desk import Desk, Place
from ui.parts.buttons import Button
from ui.parts.empty import EmptyState
from ui.parts.key_hints import KeyHints
from ui.parts.layouts import column, holding, row, rule
from ui.parts.page_head import PageHead
from ui.parts.pills import Filter, FilterPills
from ui.parts.search_box import SearchBox
from ui.parts.table import Column, Table, cells
from ui.parts.text import label

if TYPE_CHECKING:
    from datetime import date

NOUNS = (
    "client",
    "tenancy",
    "trajectory_step",
    "plan",
    "plan_action",
    "contact_note",
    "worker",
)
SOON = 30  # days before a review from which the filter shows it
PRESSING = 7


class ClientsScreen(QWidget):
    """Everybody in the register, filtered by pills and words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._words = ""
        self._search = SearchBox(_("Filter this list"), "list-filter")
        self._search.setMaximumWidth(220)
        self._search.searched.connect(self._searched)
        self._pills = FilterPills(self._filters())
        self._pills.changed.connect(self.reload)
        self._count = label("", "small", "text2")
        self._table = self._make_table()
        new = Button(
            _("New client"), self._new, kind="primary", icon="user-plus", keys="Ctrl+Shift+N"
        )
        buttons = [self._reading(), new] if self._may_read_in() else [new]
        head = column(PageHead(_("Clients"), *buttons), gap=14, edge=(28, 20, 28, 12))
        head.addLayout(row(self._search, self._pills, self._table.columns_button()))
        foot = row(self._count, ..., self._hints(), edge=(28, 8, 28, 8))
        stack = column(head, rule(), gap=0)
        stack.addLayout(column(self._table, edge=(16, 0, 16, 0)), 1)
        stack.addWidget(rule())
        stack.addWidget(holding(foot))
        self.setLayout(stack)
        self.setFocusProxy(self._table)
        desk.changes.follow(self, NOUNS, self.reload)
        self.reload()

    def reload(self) -> None:
        """Read the list again; the current row stays current."""
        today = self._desk.today()
        rows = client_list.client_rows(self._desk.db, self._wanted(), today=today)
        self._table.show_rows(rows)
        total = client_list.count_clients(self._desk.db, today=today)
        self._count.setText(
            ngettext("{n} of {total} client", "{n} of {total} clients", total).format(
                n=len(rows), total=total
            )
        )

    def state(self) -> dict[str, object]:
        """Return what to take up again at the next visit."""
        return {"pills": sorted(self._pills.on()), "table": self._table.state()}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what was kept."""
        pills, table = state.get("pills"), state.get("table")
        if isinstance(pills, list):
            self._pills.switch_on(pills)
        if isinstance(table, dict):
            self._table.restore(table)
        self.reload()

    def _filters(self) -> list[Filter]:
        filters = [
            Filter("housed", _("Housed")),
            Filter("waiting", _("Waiting")),
            Filter("review", _("Review within 30 days")),
            Filter("unsigned", _("Signature missing")),
            Filter("ended", _("Ended too")),
        ]
        return [Filter("mine", _("My clients")), *filters] if self._desk.me else filters

    def _wanted(self) -> ClientFilter:
        on = self._pills.on()
        phases = {"housed": "actief", "waiting": "wacht"}
        phase = next((phases[key] for key in ("housed", "waiting") if key in on), None)
        review = self._desk.today() + timedelta(SOON) if "review" in on else None
        mine = self._desk.me.worker_id if self._desk.me and "mine" in on else None
        return ClientFilter(
            words=self._words,
            key_worker_id=mine,
            phase=phase,
            review_before=review,
            unsigned="unsigned" in on,
            ended="ended" in on,
        )

    def _make_table(self) -> Table:
        today = self._desk.today
        table = Table(
            [
                Column("name", _("Client"), _name),
                Column("dwelling", _("Dwelling"), _dwelling, 170),
                Column("status", _("Status"), _status, 144),
                Column("steps", _("Steps done"), _steps, 170),
                Column("review", _("Review in"), lambda r: _review(r, today()), 150),
                Column("contact", _("Last contact"), lambda r: _contact(r, today()), 136),
                Column("worker", _("Key worker"), lambda r: cells.Text(r.key_worker), 140),
            ],
            name=_("Clients"),
            key=lambda r: r.client_id,
            empty=self._empty(),
        )
        table.opened.connect(lambda r: self._desk.go(Place("client", r.client_id)))
        table.on_key("F2", lambda r: self._desk.go(Place("client-form", r.client_id)))
        table.on_key("N", lambda r: self._desk.go(Place("client", r.client_id, "note")))
        table.on_key("P", lambda r: self._desk.go(Place("client", r.client_id, "plan")))
        return table

    def _empty(self) -> EmptyState:
        return EmptyState(
            "users",
            _("No clients here"),
            _("Nobody fits these filters, or nobody has been added yet."),
            Button(_("Clear filters"), self._clear, icon="x"),
            Button(_("New client"), self._new, icon="user-plus"),
            link=self._reading() if self._may_read_in() else None,
        )

    def _may_read_in(self) -> bool:
        return self._desk.me is not None and may_read_in(self._desk.me.role)

    def _reading(self) -> Button:
        return Button(
            _("Read in from Excel"),
            lambda: self._desk.go(Place("import")),
            icon="file-spreadsheet",
        )

    def _hints(self) -> KeyHints:
        return KeyHints(
            (("↑", "↓"), _("choose")),
            (("Enter",), _("open")),
            (("N",), _("note")),
            (("P",), _("plan")),
        )

    def _searched(self, words: str) -> None:
        self._words = words
        self.reload()

    def _clear(self) -> None:
        self._search.clear()
        self._words = ""
        self._pills.clear()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new(self) -> None:
        self._desk.go(Place("client-form"))


def _name(person: ClientRow) -> cells.Cell:
    under = person.number
    if person.age is not None:
        under = _("{number} · {age} yrs").format(number=person.number, age=person.age)
    return cells.Name(person.name, under, str(person.client_id))


def _dwelling(person: ClientRow) -> cells.Cell:
    return cells.Text(person.dwelling or _("No dwelling"), soft=not person.dwelling)


def _status(person: ClientRow) -> cells.Cell:
    phase = _phase(person.status)
    if person.status == "TUSS":
        return cells.Chip(_("Lost home"), "warn", "triangle-alert")
    if phase == "actief":
        return cells.Chip(_("Housed"), "primary", "house")
    if phase == "wacht":
        return cells.Chip(_("Waiting"), "info", "hourglass")
    if phase == "nazorg":
        return cells.Chip(_("Aftercare"), "ok", "door-open")
    return cells.Chip(_("Ended"), "mute") if phase else cells.Text("")


def _phase(status: str | None) -> str:
    if status is None:
        return ""
    return codelists.read("trajectory_status").codes[status].more["phase"]


def _steps(person: ClientRow) -> cells.Cell:
    if not person.steps:
        return cells.Text(_("no plan yet"), soft=True)
    words = _("{done} of {total}").format(done=person.steps_done, total=person.steps)
    return cells.Progress(person.steps_done, person.steps, words)


def _review(person: ClientRow, today: date) -> cells.Cell:
    on = person.review_on
    if on is None or _phase(person.status) == "einde":
        return cells.Text("")
    days = (on - today).days
    if days < 0:
        late = ngettext("{n} day late", "{n} days late", -days).format(n=-days)
        return cells.Chip(late, "danger", "calendar-clock", order=days)
    ahead = ngettext("{n} day", "{n} days", days).format(n=days)
    if days <= PRESSING:
        return cells.Chip(ahead, "warn", "calendar-clock", order=days)
    return cells.Text(ahead, order=days)


def _contact(person: ClientRow, today: date) -> cells.Cell:
    if person.last_contact is None:
        return cells.Text(_("none yet"), soft=True)
    day = person.last_contact.astimezone().date()
    order = -day.toordinal()
    if day == today:
        return cells.Text(_("today"), order=order)
    if day == today - timedelta(1):
        return cells.Text(_("yesterday"), order=order)
    return cells.Text(dates.dutch(day), order=order)
