"""The region's goals: programme, first day and target to fill in, and the way there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop_app.region import goals, receiving, report, roster
from desktop_app.region.goals import Goals
from desktop_app.register import drafts
from desktop_app.words import _
from ui import background
from ui.desk import Place
from ui.parts.banner import Banner, BannerPlace
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.form import Field, Form, Kept
from ui.parts.layouts import column, row, rule
from ui.parts.page_head import PageHead
from ui.parts.scroll_page import ScrollPage
from ui.parts.text import label
from ui.parts.two_columns import TwoColumns
from ui.screens.region.way import Way

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.errors import UserError
    from desktop_app.region.report import View
    from desktop_app.store.database import Database
    from ui.desk import Desk

NOUNS = ("organisation", "setting", "received_file", "participant")
_PLACE = "region/goals"


class GoalsScreen(QWidget):
    """What was agreed at the left; the way to the goal at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._told = BannerPlace()
        self.form = Form(_fields(), today=desk.today())
        self.form.submitted.connect(self.save)
        save = Button(_("Save"), self.save, kind="primary", keys="Ctrl+Return")
        agreed = Card(_("What the region agreed"))
        said = _(
            "All of this stands in the region's profile. A change gives the profile a new "
            "version, to hand to every organisation."
        )
        agreed.add(label(said, "body", "text2", wrap=True), self.form, row(save, ...))
        self._way = Way()
        body = ScrollPage()
        body.page.addWidget(self._told)
        body.page.addWidget(TwoColumns(agreed, self._way, shares=(2, 3), narrow=900, gap=12))
        body.page.addStretch(1)
        stack = column(gap=0)
        stack.addLayout(column(PageHead(_("Goals")), edge=(28, 18, 28, 14)))
        stack.addWidget(rule())
        stack.addWidget(body, 1)
        self.setLayout(stack)
        self.setFocusProxy(self.form.first())
        self._fill()
        self._kept = Kept(
            self.form,
            drafts.draft(desk.db, _PLACE),
            partial(drafts.keep_draft, desk.db, _PLACE),
            partial(drafts.forget_draft, desk.db, _PLACE),
        )
        desk.changes.follow(self, NOUNS, self.reload)
        self.reload()

    def reload(self) -> None:
        """Read what was agreed and how far the region is; what somebody types stays."""
        now = goals.goals(self._desk.db)
        if now != self._asked:
            self._fill()
            self._kept.filled_anew()
        db, today = self._desk.db, self._desk.today()
        background.run(self, lambda: _newest(db, now, today), self._way.show_view, self._failed)

    def save(self) -> None:
        """Change what was agreed, or say what is still needed."""
        self.form.attempt(self._agree, self._agreed)

    def keep_drafts(self) -> Sequence[str]:
        """Keep what is typed and not yet agreed."""
        return [_("The goals of the region")] if self._kept.keep() else []

    def _agree(self, values: dict[str, Any]) -> tuple[Goals, Goals]:
        agreed = Goals(
            programme=values["programme"] or "",
            start=values["start"],
            target=values["target"],
            exact_headlines=bool(values["exact"]),
        )
        return goals.agree(self._desk.db, agreed), agreed

    def _agreed(self, both: tuple[Goals, Goals]) -> None:
        before, now = both
        self._kept.forget()
        self._kept.filled_anew()
        self._told.clear()
        if before == now:
            self._desk.say(_("Nothing changed"))
            return
        first = before.start is None  # nothing was agreed that one could go back to
        self._desk.say(
            _("What was agreed is kept") if first else _("What was agreed is changed"),
            None if first else lambda: self._put(before),
            lambda: self._put(now),
        )
        self._tell_version(first=first)

    def _put(self, agreed: Goals) -> None:
        """Take a change back, or make it again."""
        goals.agree(self._desk.db, agreed)
        self._told.clear()

    def _tell_version(self, *, first: bool) -> None:
        version = roster.profile(self._desk.db, today=self._desk.today()).version
        to = Button(
            _("To the profile"), lambda: self._desk.go(Place("region-profile")), icon="map"
        )
        title = _("The profile is now version {version}").format(version=version)
        sentence = (
            _("Hand it to every organisation. With it they make their month files.")
            if first
            else _(
                "Hand it to every organisation. A file that is made by the older one still "
                "counts, and you are told."
            )
        )
        self._told.show_banner(Banner("info", title, sentence, to))

    def _fill(self) -> None:
        """Show what was agreed."""
        self._asked = now = goals.goals(self._desk.db)
        self.form.fill(
            {
                "programme": now.programme,
                "start": now.start,
                "target": now.target,
                "exact": now.exact_headlines,
            }
        )

    def _failed(self, error: UserError) -> None:
        self._told.show_error(error)


def _fields() -> list[Field | tuple[Field, ...]]:
    return [
        Field("programme", _("Name of the programme"), optional=True),
        (
            Field(
                "start",
                _("First day of the programme"),
                "date",
                hint=_("“Since the start” counts from here."),
            ),
            Field(
                "target",
                _("How many people to house"),
                "number",
                hint=_("The goal of the region."),
                optional=True,
            ),
        ),
        Field("exact", _("Headlines exact from 10 up"), "check"),
    ]


def _newest(db: Database, now: Goals, today: date) -> View | None:
    """Return the newest month there is, to see how far the region is."""
    months = receiving.months(db)
    if not months or now.start is None:
        return None
    return report.view(db, months[0], today=today)
