"""The plan of one client: its newest version at the left, the paper at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

from desktop_app.errors import UserError
from desktop_app.plans import reading, templates, versions, writing
from desktop_app.words import _
from ui.parts import taking_back
from ui.parts.banner import BannerPlace
from ui.parts.buttons import Button
from ui.parts.empty import EmptyState
from ui.parts.layouts import column, empty
from ui.parts.scroll_page import ScrollPage
from ui.screens.plan import sheets
from ui.screens.plan.agreed import AgreedPlan
from ui.screens.plan.differing import show_differences
from ui.screens.plan.draft import DraftEditor
from ui.screens.plan.earlier import Earlier
from ui.screens.plan.preview import Preview
from ui.screens.plan.shape import shape

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from desktop_app.plans.reading import PlanCard
    from desktop_app.plans.versions import VersionRow
    from ui.desk import Desk
    from ui.screens.plan.shape import Body, Shape

NOUNS = ("plan", "plan_section", "plan_goal", "plan_action", "plan_score", "client", "tenancy")
TEMPLATE = "my-plan"


class PlanScreen(QWidget):
    """The newest version of a client's plan, written together with the client."""

    def __init__(self, desk: Desk, client_id: UUID) -> None:
        super().__init__()
        self._desk, self._client_id = desk, client_id
        self._plan: PlanCard | None = None
        self._body: Body | None = None
        self._editor = ScrollPage()
        self._problems = BannerPlace()
        self._preview = Preview(desk, self.keep_drafts)
        self._preview.sized.connect(self._resize_letters)
        self._preview.printed.connect(self.rebuild)
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self._editor)
        self._halves.addWidget(self._preview)
        self._halves.setSizes([1200, 860])
        self._halves.setStretchFactor(0, 3)
        self._halves.setStretchFactor(1, 2)
        self._nothing = self._no_plan()
        self.setLayout(column(self._problems, self._nothing, self._halves, gap=0))
        desk.changes.follow(self, NOUNS, self._refresh)
        self.rebuild()

    def keep_drafts(self) -> Sequence[str]:
        """Save what is typed; a plan is saved where it is written, so nothing is left over."""
        self._keep()
        return []

    def _keep(self) -> bool:
        return self._body is None or self._body.keep()

    def _refresh(self) -> None:
        """Show what changed. Where no part came or went, the editor keeps its cursor.

        It stays as it is too while something in it cannot be saved: that would be lost.
        """
        newest, body = self._read(), self._body
        if newest is None or body is None or _must_be_built(body, shape(newest)):
            self.rebuild()
            return
        self._plan = newest
        body.renew(newest)
        self._preview.show_plan(newest)

    def rebuild(self) -> None:
        """Read the newest version and show it anew, with the cursor in what was just opened."""
        scroll = self._editor.verticalScrollBar().value()
        before = self._body
        self._plan = self._read()
        self._nothing.setVisible(self._plan is None)
        self._halves.setVisible(self._plan is not None)
        empty(self._editor.page)
        if self._plan is None:
            self._body = None
            return
        made = self._body = self._made(self._plan)
        self._editor.page.addWidget(made)
        if earlier := self._versions()[1:]:
            before_this = Earlier(earlier)
            before_this.chosen.connect(self._look_back)
            self._editor.page.addWidget(before_this)
        self._editor.page.addStretch(1)
        self._preview.show_plan(self._plan)
        opened = _opened(before, made)
        QTimer.singleShot(0, made, lambda: self._settle(scroll, opened))

    def _settle(self, scroll: int, opened: Sequence[str]) -> None:
        """Go where one was once the page has its size, or to what was just opened."""
        self._editor.verticalScrollBar().setValue(scroll)
        if self._body is not None and len(opened) == 1:
            self._body.begin_with(opened[0])

    def _versions(self) -> Sequence[VersionRow]:
        return versions.versions(self._desk.db, self._client_id, today=self._desk.today())

    def _read(self) -> PlanCard | None:
        found = self._versions()
        return self._card(found[0].plan_id) if found else None

    def _card(self, plan_id: UUID) -> PlanCard:
        return reading.plan_card(self._desk.db, plan_id, today=self._desk.today())

    def _look_back(self, plan_id: UUID) -> None:
        self._preview.look_back(self._card(plan_id))

    def _no_plan(self) -> EmptyState:
        title = templates.read(TEMPLATE).title
        return EmptyState(
            "file-text",
            _("No plan yet"),
            _("Write it together. Only what you open comes into the plan."),
            Button(_("Start “{plan}”").format(plan=title), self._start, kind="primary"),
        )

    def _made(self, plan: PlanCard) -> DraftEditor | AgreedPlan:
        """Return the plan as it can be worked at now."""
        if plan.frozen:
            agreed = AgreedPlan(self._desk, plan)
            agreed.came_back.connect(lambda: sheets.ask_signature(self, self._desk, plan))
            agreed.followed.connect(self._start)
            return agreed
        draft = DraftEditor(self._desk, plan, self._attempt)
        draft.goal_wanted.connect(lambda: sheets.ask_goal(self, self._desk, plan))
        draft.compared.connect(self._compare)
        draft.discarded.connect(lambda: self._attempt(self._discard))
        return draft

    def _start(self) -> None:
        db, today = self._desk.db, self._desk.today()
        self._attempt(lambda: writing.start_plan(db, self._client_id, TEMPLATE, today=today))

    def _compare(self) -> None:
        self.keep_drafts()
        plan = self._plan
        if plan is not None and plan.replaces is not None:
            show_differences(self, self._desk, plan.replaces, plan)

    def _discard(self) -> None:
        plan = self._read()
        if plan is not None:
            writing.discard_draft(self._desk.db, plan.plan_id, version=plan.version)
            taking_back.did(
                self._desk, _("Draft of version {n} thrown away").format(n=plan.number)
            )

    def _resize_letters(self, large: bool) -> None:  # noqa: FBT001 - a signal's own form
        plan = self._plan
        if plan is None or plan.frozen:
            return
        self._attempt(
            lambda: writing.set_paper(
                self._desk.db, plan.plan_id, language=plan.language, large_print=large,
                version=plan.version,
            )
        )  # fmt: skip

    def _attempt(self, act: Callable[[], object]) -> None:
        """Save what is typed, then do something, or say why not; the change shows itself."""
        self._problems.clear()
        if not self._keep():
            return
        try:
            act()
        except UserError as error:
            self._problems.show_error(error)


def _must_be_built(body: Body, now: Shape) -> bool:
    """Tell whether what is shown is another plan by now; saves it before it goes."""
    if not body.shape.same_version(now):
        return True
    return body.shape != now and body.keep()


def _opened(before: Body | None, now: Body) -> Sequence[str]:
    """Return which parts came while a version was worked at."""
    if before is None or not before.shape.same_version(now.shape):
        return ()
    return [part for part in now.shape.parts if part not in before.shape.parts]
