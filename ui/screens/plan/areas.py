"""A life area that was opened: how it goes, 1 to 5, and one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import codelists
from desktop_app.plans import scoring
from desktop_app.plans.scoring import ScoreFields
from desktop_app.words import _
from ui.parts import taking_back
from ui.parts.buttons import IconButton
from ui.parts.form.inputs import Line
from ui.parts.layouts import column, row
from ui.parts.segmented import Segmented
from ui.parts.text import label
from ui.screens.plan.autosave import Autosaved

if TYPE_CHECKING:
    from uuid import UUID

    from desktop_app.plans.reading import AreaCard
    from ui.desk import Desk

_NO_MARK = "-"


class AreaBox(Autosaved):
    """One life area, saved as it is scored."""

    def __init__(self, desk: Desk, plan_id: UUID, card: AreaCard) -> None:
        super().__init__(desk, self._write)
        self._plan_id, self._area = plan_id, card.life_area
        self._version = card.version
        self._by = card.scored_by
        name = codelists.label("life_area", card.life_area)
        marks = [(str(mark), str(mark)) for mark in range(1, 6)]
        chosen = str(card.score) if card.score else _NO_MARK
        self._mark = Segmented(
            _("How it goes: {area}").format(area=name),
            [*marks, (_NO_MARK, _("no mark"))],
            chosen,
        )
        self._mark.chosen.connect(lambda _mark: self._scored())
        self._sentence = Line()
        self._sentence.setAccessibleName(_("{area} in one sentence").format(area=name))
        self._sentence.setPlaceholderText(_("How it goes now, in one sentence"))
        self._sentence.put(card.sentence)
        self.watch(self._sentence)
        name_it = _("Leave out: {section}").format(section=name)
        leave = IconButton("x", name_it, self._close, size=28)
        named = column(label(name, "strong", wrap=True), gap=0)
        if card.first is not None:
            before = _("first: {mark}").format(mark=card.first)
            named.addWidget(label(before, "small", "text2"))
        head = row(named, self._mark, leave, gap=10)
        head.setStretch(0, 1)
        self.setLayout(column(head, self.problems, self._sentence, gap=6))

    def _scored(self) -> None:
        self.touch()
        self.save()

    def _write(self) -> None:
        mark = self._mark.value()
        fields = ScoreFields(
            score=None if mark == _NO_MARK else int(mark),
            scored_on=self._desk.today(),
            scored_by=self._by,
            sentence=self._sentence.value(),
        )
        self._version = scoring.score_area(
            self._desk.db,
            self._plan_id,
            self._area,
            fields,
            version=self._version,
            today=self._desk.today(),
        )

    def _close(self) -> None:
        if self.do(self._leave_out):
            taking_back.did(self._desk, _("Left out of the plan"))

    def _leave_out(self) -> None:
        scoring.close_area(self._desk.db, self._plan_id, self._area, version=self._version)
