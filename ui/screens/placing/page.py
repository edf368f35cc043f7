"""The page Placing: the longest waiting first, and for whom is chosen the homes that fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop_app import codelists
from desktop_app.register import matching, tenancies, waiting, wishes
from desktop_app.register.tenancies import TenancyFields
from desktop_app.register.wishes import CAN_BE_HARD, WishFields
from desktop_app.words import _, ngettext
from ui.desk import Desk, Place
from ui.parts.asking import Draft, ask
from ui.parts.buttons import Button
from ui.parts.empty import EmptyState
from ui.parts.form import Field, Form
from ui.parts.form.field import from_list
from ui.parts.layouts import column, empty, holding, row, rule
from ui.parts.page_head import PageHead
from ui.parts.scroll_page import ScrollPage
from ui.parts.table import Column, Table, cells
from ui.parts.taking_back import did
from ui.parts.text import label
from ui.screens.placing.fit import FitCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.register.matching import Fit
    from desktop_app.register.waiting import Waiting

NOUNS = (
    "client",
    "dwelling",
    "dwelling_status",
    "household_member",
    "housing_wish",
    "tenancy",
    "trajectory_step",
)
_LIST_WIDTH = 320
_MOST = 8


class PlacingScreen(QWidget):
    """Who waits, and which homes fit whom and why. The worker decides."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._only: UUID | None = None
        self._table = self._make_table()
        self._table.chosen.connect(self._show)
        self._count = label("", "heading")
        left = column(column(self._count, edge=(20, 18, 20, 6)), self._table, gap=4)
        held = holding(left)
        held.setFixedWidth(_LIST_WIDTH)
        self._head = PageHead("")
        self._wish = Button(_("Change wishes"), self._ask_wishes, icon="sliders-horizontal")
        self._fits = ScrollPage()
        top = row(self._head, self._wish, edge=(28, 18, 28, 10))
        top.setStretch(0, 1)
        self._right = holding(column(holding(top), self._fits, gap=0))
        self._nobody = EmptyState(
            "key-round",
            _("Nobody waits for a home"),
            _("Whoever waits for a home shows up here, the longest wait first."),
        )
        whole = row(held, rule(upright=True), self._right, self._nobody, gap=0)
        whole.setStretch(2, 1)
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self.setFocusProxy(self._table)
        desk.changes.follow(self, NOUNS, self.reload)
        self.reload()

    def reload(self) -> None:
        """Read who waits again."""
        waits = waiting.waiting(self._desk.db, today=self._desk.today())
        self._table.show_rows(waits)
        said = ngettext("{n} waits", "{n} wait", len(waits)).format(n=len(waits))
        self._count.setText(said)
        self._right.setVisible(bool(waits))
        self._nobody.setVisible(not waits)
        if waits and self._table.current() is None:
            self._table.choose(waits[0].client_id)
        self._show(self._table.current())

    def show_place(self, place: Place) -> None:
        """Choose somebody, or show only one home."""
        self._only = UUID(place.part) if place.part else None
        if place.row is not None:
            self._table.choose(place.row)
        self._show(self._table.current())

    def _make_table(self) -> Table:
        today = self._desk.today
        return Table(
            [
                Column("who", _("Client"), _who),
                Column(
                    "days",
                    _("Waits"),
                    lambda w: cells.Text(
                        ngettext("{n} day", "{n} days", (today() - w.since).days).format(
                            n=(today() - w.since).days
                        ),
                        order=-(today() - w.since).days,
                    ),
                    112,
                ),
            ],
            name=_("Who waits for a home"),
            key=lambda w: w.client_id,
        )

    def _show(self, who: Waiting | None) -> None:
        empty(self._fits.page)
        if who is None:
            return
        self._head.say(
            _("Homes for {name}").format(name=who.name),
            _("First the needs, then the wishes. You decide; the program only lays out."),
        )
        found = matching.explain(self._desk.db, who.client_id, today=self._desk.today())
        if self._only is not None:
            found = [fit for fit in found if fit.dwelling.dwelling_id == self._only] or found
        for fit in found[:_MOST]:
            self._fits.page.addWidget(FitCard(fit, self._desk.today(), self._place))
        if not found:
            words = _("No home is empty or comes free now.")
            self._fits.page.addWidget(label(words, "body", "text2"))
        if len(found) > _MOST:
            more = _("and {n} more that fit less").format(n=len(found) - _MOST)
            self._fits.page.addWidget(label(more, "small", "text2"))
        self._fits.page.addStretch(1)

    def _place(self, fit: Fit) -> None:
        """Ask for the key date and the contract, and let the client live there."""
        who: Waiting | None = self._table.current()
        if who is None:
            return
        home = fit.dwelling
        form = Form(_tenancy_fields(), today=self._desk.today())
        form.fill(
            {
                "tenancy_type": "REG",
                "starts_on": fit.free_on or self._desk.today(),
                "rent_cents": home.rent_cents,
            }
        )
        ask(
            self,
            f"{home.address} → {who.name}",
            form,
            (
                _("Place here"),
                lambda values: tenancies.start_tenancy(
                    self._desk.db, who.client_id, home.dwelling_id, TenancyFields(**values)
                ),
            ),
            lambda _id: self._placed(who, home.address),
            draft=Draft(
                self._desk, f"placing/{who.client_id}/{home.dwelling_id}", who.client_id
            ),
        )

    def _placed(self, who: Waiting, address: str) -> None:
        did(self._desk, _("{name} lives in {address}").format(name=who.name, address=address))
        self._desk.go(Place("client", who.client_id, "housing"))

    def _ask_wishes(self) -> None:
        who: Waiting | None = self._table.current()
        if who is None:
            return
        known = wishes.wishes(self._desk.db, who.client_id)
        form = Form(_wish_fields(), today=self._desk.today())
        form.fill(
            {
                "rent_most": known.rent_most,
                "rooms_least": known.rooms_least,
                "accessibility": known.accessibility,
                "ground_floor": known.ground_floor,
                "pets": known.pets,
                "own_door": known.own_door,
                "municipality": next(iter(known.municipalities), None),
                "own_words": known.own_words,
            }
            | {f"hard_{name}": name in known.hard for name in CAN_BE_HARD}
        )

        def save(values: dict[str, Any]) -> None:
            wishes.wish(self._desk.db, who.client_id, _wish(values), version=known.version)

        ask(
            self,
            _("What {name} needs and wishes").format(name=who.name),
            form,
            (_("Save"), save),
            lambda _none: did(self._desk, _("Wishes saved")),
            draft=Draft(self._desk, f"wishes/{who.client_id}", who.client_id),
        )


def _who(who: Waiting) -> cells.Cell:
    heads = ngettext("{n} person", "{n} people", who.heads).format(n=who.heads)
    reason = codelists.label("wait_reason", who.wait_reason)
    under = " · ".join(part for part in (heads, reason) if part)
    return cells.Name(who.name, under, str(who.client_id))


def _tenancy_fields() -> Sequence[Field]:
    return (
        Field("starts_on", _("Key date (dd-mm-yyyy)"), "date"),
        Field("tenancy_type", _("Contract"), "choice", choices=from_list("tenancy_type")),
        Field(
            "contract_until",
            _("Last day of a temporary lease (dd-mm-yyyy)"),
            "date",
            optional=True,
        ),
        Field(
            "flip_planned_on",
            _("In the client's own name from (dd-mm-yyyy)"),
            "date",
            optional=True,
            hint=_("Only for an omklapcontract."),
        ),
        Field("rent_cents", _("Rent a month (€)"), "money", optional=True),
    )


def _wish_fields() -> Sequence[Field]:
    titles = {
        "rent_most": _("the highest rent"),
        "rooms_least": _("the rooms"),
        "accessibility": _("the access"),
        "ground_floor": _("ground floor or lift"),
        "pets": _("the pet"),
        "own_door": _("the own door"),
        "municipalities": _("the municipality"),
    }
    return (
        Field("rent_most", _("Highest rent a month (€)"), "money", optional=True),
        Field("rooms_least", _("Rooms at least"), "number", optional=True),
        Field(
            "accessibility",
            _("Access at least"),
            "choice",
            optional=True,
            choices=from_list("accessibility"),
        ),
        Field("ground_floor", _("Ground floor or a lift"), "check", optional=True),
        Field("pets", _("A pet comes along"), "check", optional=True),
        Field("own_door", _("Own door, kitchen and toilet"), "check", optional=True),
        Field(
            "municipality",
            _("Municipality"),
            "choice",
            optional=True,
            choices=from_list("municipality_u16"),
        ),
        Field(
            "own_words", _("What else matters, in the client's words"), "long", optional=True
        ),
        *(_hard(name, titles[name]) for name in CAN_BE_HARD),
    )


def _hard(name: str, what: str) -> Field:
    must = _("It must: {what}").format(what=what)
    return Field(f"hard_{name}", must, "check", optional=True)


def _wish(values: dict[str, Any]) -> WishFields:
    town = values["municipality"]
    return WishFields(
        rent_most=values["rent_most"],
        rooms_least=values["rooms_least"],
        accessibility=values["accessibility"],
        ground_floor=values["ground_floor"],
        pets=values["pets"],
        own_door=values["own_door"],
        municipalities=(town,) if town else (),
        hard=tuple(name for name in CAN_BE_HARD if values[f"hard_{name}"]),
        own_words=values["own_words"],
    )
