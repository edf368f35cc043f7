"""The plan of one client: its versions, the editor at the left, the paper at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop_app import codelists, dates
from desktop_app.errors import UserError
from desktop_app.plans import goals, reading, scoring, signatures, templates, versions, writing
from desktop_app.plans.goals import GoalFields
from desktop_app.words import _
from ui.parts.asking import ask
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.check_box import CheckBox
from ui.parts.empty import EmptyState
from ui.parts.flow import Flow
from ui.parts.form import Field, Form
from ui.parts.form.field import from_list
from ui.parts.layouts import column, empty, holding
from ui.parts.scroll_page import ScrollPage
from ui.parts.text import label
from ui.screens.plan.areas import AreaBox
from ui.screens.plan.goals import GoalBox
from ui.screens.plan.preview import Preview
from ui.screens.plan.sections import SectionBox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from desktop_app.plans.reading import ActionCard, PlanCard
    from ui.desk import Desk
    from ui.screens.plan.autosave import Autosaved

NOUNS = ("plan", "plan_section", "plan_goal", "plan_action", "plan_score", "client", "tenancy")
TEMPLATE = "my-plan"
_WRITTEN = frozenset({"quote", "ticks", "prose", "card", "signals", "shares", "review"})


class PlanScreen(QWidget):
    """The newest version of a client's plan, written together with the client."""

    def __init__(self, desk: Desk, client_id: UUID) -> None:
        super().__init__()
        self._desk, self._client_id = desk, client_id
        self._plan: PlanCard | None = None
        self._parts: list[Autosaved] = []
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
        for part in self._parts:
            part.save()
        return []

    def rebuild(self) -> None:
        """Read the newest version and show it from the start; the scroll stays."""
        scroll = self._editor.verticalScrollBar().value()
        self._plan = self._read()
        self._nothing.setVisible(self._plan is None)
        self._halves.setVisible(self._plan is not None)
        empty(self._editor.page)
        self._parts = []
        if self._plan is None:
            return
        if self._plan.frozen:
            self._show_frozen(self._plan)
        else:
            self._show_draft(self._plan)
        self._editor.page.addStretch(1)
        self._preview.show_plan(self._plan)
        self._editor.verticalScrollBar().setValue(scroll)

    def _refresh(self) -> None:
        """Show what changed on paper; the editor keeps its cursor."""
        newest = self._read()
        if newest is None or self._plan is None or newest.plan_id != self._plan.plan_id:
            self.rebuild()
            return
        frozen_now = newest.frozen != self._plan.frozen
        self._plan = newest
        if frozen_now:
            self.rebuild()
        else:
            self._preview.show_plan(newest)

    def _read(self) -> PlanCard | None:
        today = self._desk.today()
        found = versions.versions(self._desk.db, self._client_id, today=today)
        if not found:
            return None
        return reading.plan_card(self._desk.db, found[0].plan_id, today=today)

    def _no_plan(self) -> EmptyState:
        title = templates.read(TEMPLATE).title
        return EmptyState(
            "file-text",
            _("No plan yet"),
            _("Write it together. Only what you open comes into the plan."),
            Button(_("Start “{plan}”").format(plan=title), self._start, kind="primary"),
        )

    def _start(self) -> None:
        self._try(
            lambda: writing.start_plan(
                self._desk.db, self._client_id, TEMPLATE, today=self._desk.today()
            )
        )

    def _show_draft(self, plan: PlanCard) -> None:
        page = self._editor.page
        if plan.replaces is not None:
            page.addWidget(
                Banner(
                    "info",
                    _("This is version {n} (draft)").format(n=plan.number),
                    _("Version {n} stays as it was signed.").format(n=plan.replaces.number),
                    icon="history",
                )
            )
        for card in plan.sections:
            form = card.section.form
            if form == "goals":
                self._show_goals(plan)
            elif form == "scores":
                self._show_areas(plan)
            elif form in _WRITTEN and card.opened:
                closed = None if card.section.required else self.rebuild
                self._add(SectionBox(self._desk, plan, card, closed))
        self._show_closed(plan)

    def _show_goals(self, plan: PlanCard) -> None:
        for number, card in enumerate(plan.goals, start=1):
            self._add(GoalBox(self._desk, number, card, self.rebuild))
        if plan.goals_left is None or plan.goals_left > 0:
            words = _("Another goal") if plan.goals else _("First goal")
            self._editor.page.addWidget(
                Button(words, self._new_goal, icon="plus"), 0, Qt.AlignmentFlag.AlignLeft
            )

    def _new_goal(self) -> None:
        plan = self._plan
        if plan is None:
            return
        form = Form(
            [
                Field("title", _("What do I want to reach? In the client's words")),
                Field(
                    "life_area", _("Life area"), "choice", optional=True,
                    choices=from_list("life_area"),
                ),
            ],
            today=self._desk.today(),
        )  # fmt: skip
        ask(
            self,
            _("New goal"),
            form,
            (
                _("Add"),
                lambda values: goals.add_goal(
                    self._desk.db, plan.plan_id, GoalFields(**values)
                ),
            ),
            lambda _id: self.rebuild(),
        )

    def _show_areas(self, plan: PlanCard) -> None:
        if not plan.areas:
            return
        box = Card(_("How is it going?"))
        for card in plan.areas:
            made = AreaBox(self._desk, plan.plan_id, card, self.rebuild)
            self._parts.append(made)
            box.add(made)
        self._editor.page.addWidget(box)

    def _show_closed(self, plan: PlanCard) -> None:
        """Offer what can still be opened; nothing is required, nothing counts as empty."""
        closed = Flow()
        for code in plan.closed_areas:
            words = codelists.label("life_area", code)
            closed.addWidget(Button(words, partial(self._open_area, code), icon="plus"))
        for card in plan.sections:
            if not card.opened and card.section.form in _WRITTEN:
                act = partial(self._open_section, card.section.code)
                closed.addWidget(Button(card.section.heading, act, icon="plus"))
        self._editor.page.addWidget(label(_("What can be added"), "heading"))
        self._editor.page.addWidget(
            label(
                _("Only what you open comes into the plan. Nothing is required."),
                "body",
                "text2",
                wrap=True,
            )
        )
        self._editor.page.addWidget(holding(closed))

    def _show_frozen(self, plan: PlanCard) -> None:
        page = self._editor.page
        if plan.signature == signatures.NOT_ASKED:
            page.addWidget(
                Banner(
                    "warn",
                    _("Version {n} waits for a signature").format(n=plan.number),
                    _("It was printed. Its text cannot change any more."),
                    Button(_("Signature received"), self._receive, kind="primary"),
                    icon="signature",
                )
            )
        else:
            agreed = dates.dutch(plan.agreed_on) if plan.agreed_on else ""
            page.addWidget(
                Banner(
                    "ok",
                    _("Version {n} is agreed").format(n=plan.number),
                    f"{codelists.label('signature_state', plan.signature)} · {agreed}",
                    Button(_("Write the next version"), self._start, icon="file-plus"),
                )
            )
        for number, card in enumerate(plan.goals, start=1):
            box = Card(_("Goal {n}").format(n=number))
            box.add(label(card.title, "strong", wrap=True))
            for step in card.actions:
                tick = CheckBox(step.what, on=step.done_on is not None)
                tick.clicked.connect(lambda on, step=step: self._tick(step, done=on))
                box.add(tick)
            page.addWidget(box)

    def _tick(self, step: ActionCard, *, done: bool) -> None:
        """Note that a step is done; the text of an agreed plan stays as it was signed."""
        on = self._desk.today() if done else None
        self._try(
            lambda: goals.tick_action(
                self._desk.db, step.action_id, done_on=on, version=step.version
            )
        )

    def _receive(self) -> None:
        plan = self._plan
        if plan is None:
            return
        form = Form(
            [
                Field(
                    "state", _("How was it agreed?"), "choice",
                    choices=tuple(
                        choice
                        for choice in from_list("signature_state")
                        if choice.code != signatures.NOT_ASKED
                    ),
                ),
                Field("on", _("On (dd-mm-yyyy)"), "date"),
            ],
            today=self._desk.today(),
        )  # fmt: skip
        form.fill({"state": "CLI", "on": self._desk.today()})

        def save(values: dict[str, Any]) -> signatures.Received:
            return signatures.signature_received(
                self._desk.db, plan.plan_id, values["state"], on=values["on"],
                today=self._desk.today(),
            )  # fmt: skip

        def done(received: signatures.Received) -> None:
            self._desk.say(
                _("Signature noted"),
                lambda: signatures.take_back_signature(self._desk.db, received),
            )
            self.rebuild()

        ask(self, _("Signature received"), form, (_("Save"), save), done)

    def _open_area(self, code: str) -> None:
        plan = self._plan
        if plan is not None:
            self._try(lambda: scoring.open_area(self._desk.db, plan.plan_id, code))

    def _open_section(self, code: str) -> None:
        plan = self._plan
        if plan is not None:
            self._try(lambda: writing.open_section(self._desk.db, plan.plan_id, code))

    def _resize_letters(self, large: bool) -> None:  # noqa: FBT001 - a signal's own form
        plan = self._plan
        if plan is None or plan.frozen:
            return
        self._try(
            lambda: writing.set_paper(
                self._desk.db, plan.plan_id, language=plan.language, large_print=large,
                version=plan.version,
            )
        )  # fmt: skip

    def _try(self, act: Callable[[], object]) -> None:
        """Save what is typed, do something, and show the plan anew, or say why not."""
        self.keep_drafts()
        self._problems.clear()
        try:
            act()
        except UserError as error:
            self._problems.show_error(error)
            return
        self.rebuild()

    def _add(self, part: SectionBox | GoalBox) -> None:
        self._parts.append(part)
        self._editor.page.addWidget(part)
