"""Colleagues: who works with the register, in which role, and who may open it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app import codelists, dates
from desktop_app.register import rights, workers
from desktop_app.words import _
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.layouts import column, holding, row
from ui.parts.table import Column, Table, cells
from ui.screens.settings.colleague import ColleagueSheet
from ui.screens.settings.new_colleague import NewColleagueSheet
from ui.screens.settings.section import Section

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from desktop_app.register.workers import WorkerRow
    from ui.desk import Desk


class ColleaguesSection(Section):
    """Everybody in a table; whoever manages opens a line to change it."""

    def __init__(self, desk: Desk) -> None:
        self._manages = desk.me is None or rights.manages(desk.me.role)
        self.add = Button(_("Add colleague"), self.add_one, kind="primary", icon="user-plus")
        super().__init__(
            _("Colleagues"),
            _("Everybody has a password of their own. So it stays clear who wrote what."),
            *([self.add] if self._manages else []),
        )
        self._desk = desk
        self._few = BannerPlace()
        self.sheet: ColleagueSheet | NewColleagueSheet | None = None
        self.table = Table(
            _columns(), name=_("Colleagues"), key=lambda worker: worker.worker_id
        )
        if self._manages:
            self.table.opened.connect(lambda worker: self.open_one(worker.worker_id))
        under = column(row(12, self._few, 12, gap=0), gap=6, edge=(16, 10, 16, 0))
        under.addWidget(self.table, 1)
        self.stack.addWidget(holding(under), 1)
        desk.changes.follow(self, ("worker", "setting"), self.reload)
        self.reload()

    def reload(self) -> None:
        """Read everybody again."""
        rows = workers.worker_rows(self._desk.db)
        self.table.show_rows(sorted(rows, key=lambda row: not row.opens))
        self._few.clear()
        if self._manages:
            self._warn(rows)

    def open_one(self, worker_id: UUID) -> None:
        """Open what can be changed of a colleague."""
        self._close()
        row = next(r for r in workers.worker_rows(self._desk.db) if r.worker_id == worker_id)
        self._hold(ColleagueSheet(self, self._desk, row))

    def add_one(self) -> None:
        """Ask who comes to work here."""
        self._close()
        self._hold(NewColleagueSheet(self, self._desk))

    def keep_draft(self) -> list[str]:
        """Keep what is being typed; return in words what that was."""
        return self.sheet.keep_draft() if self.sheet is not None else []

    def state(self) -> dict[str, Any]:
        """Return whose sheet is open, to come back to after a lock."""
        if self.sheet is None:
            return {}
        one = self.sheet.worker
        return {"colleague": str(one.worker_id) if one is not None else "new"}

    def restore(self, state: dict[str, Any]) -> None:
        """Open that sheet again, if the colleague is still there."""
        wanted = state.get("colleague")
        if not self._manages or not wanted:
            return
        if wanted == "new":
            self.add_one()
            return
        for one in workers.worker_rows(self._desk.db):
            if str(one.worker_id) == wanted:
                self.open_one(one.worker_id)

    def _hold(self, sheet: ColleagueSheet | NewColleagueSheet) -> None:
        self.sheet = sheet
        sheet.sheet.closed.connect(self._let_go)

    def _let_go(self) -> None:
        self.sheet = None

    def _close(self) -> None:
        if self.sheet is not None:
            self.sheet.sheet.close_it()

    def _warn(self, rows: Sequence[WorkerRow]) -> None:
        """Say it while one person alone can let people in."""
        managing = [row for row in rows if row.opens and row.role in rights.MANAGES]
        if len(managing) == 1:
            self._few.show_banner(
                Banner(
                    "warn",
                    _("Only {name} can let people in and make backups").format(
                        name=managing[0].name
                    ),
                    _(
                        "Give a second colleague access as coordinator or application manager,"
                        " for when this one is ill or gone."
                    ),
                    icon="users",
                )
            )


def _columns() -> list[Column[WorkerRow]]:
    return [
        Column("name", _("Name"), _name, least=200),
        Column(
            "role",
            _("Role"),
            lambda row: cells.Text(codelists.label("user_role", row.role)),
            least=150,
        ),
        Column("access", _("Access"), _access, width=190),
        Column("until", _("Last day"), _until, width=120),
    ]


def _name(row: WorkerRow) -> cells.Cell:
    under = " · ".join(part for part in (row.phone, row.email) if part)
    return cells.Name(row.name, under, str(row.worker_id))


def _access(row: WorkerRow) -> cells.Cell:
    if not row.opens:
        return cells.Chip(_("no access"), "mute")
    if row.first_password:
        return cells.Chip(_("first password"), "warn", "key-round")
    return cells.Chip(_("has access"), "ok", "check")


def _until(row: WorkerRow) -> cells.Cell:
    if row.active_until is None:
        return cells.Text("")
    until = row.active_until
    return cells.Text(dates.dutch(until), order=until.toordinal())
