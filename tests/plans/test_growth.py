"""Whatever a plan holds, all of it comes on paper, in order and within the margins."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app import codelists
from desktop_app.plans import composing, document, printing, templates
from tests.paper.reading import Paper, check_accessible, check_margins
from tests.plans import sample
from tests.plans.reading import lacking

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = (
    "wonen", "en", "zelf", "begeleider", "x" * 90, "é", "Łódź", "(broer)", "06", "–", "een\n",
    "سلام", "שלום", "ተስፋ", "🙂", "a-b",
)  # fmt: skip
AREAS = tuple(codelists.read("life_area").codes)
DAY = date(2027, 1, 1)


class Chance:
    """Invents a plan of any size by its seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - a seed for each test

    def text(self, longest: Sequence[int] = (10, 10, 10, 600)) -> str:
        some = self.random.choice((0, 1, 3, 8, 20, 60, self.random.choice(longest)))
        count = int(some * self.random.random())
        return " ".join(self.random.choice(WORDS) for _ in range(count))

    def rows(self, counts: Sequence[int], *columns: str) -> list[dict[str, str]]:
        count = self.random.choice(counts)
        return [{column: self.text() for column in columns} for _ in range(count)]

    def day(self) -> date | None:
        return self.random.choice((None, DAY))

    def fields(self) -> dict[str, composing.Answer]:
        phases = self.random.sample("GYORN", self.random.choice((0, 3, 5)))
        much = self.random.choice(("all", "part", "none"))
        sharing = self.rows((0, 1, 4, 15), "who", "what")
        return {
            **{code: self.text() for code in ("wish", "home", "neighbourhood", "where")},
            "strengths": [self.text() for _ in range(self.random.choice((0, 3, 12)))],
            "agreements": self.rows((0, 4, 20), "about", "text"),
            "signals": [{"phase": p, "notice": self.text(), "do": self.text()} for p in phases],
            "sharing": [{**row, "much": much} for row in sharing],
            "review_on": self.random.choice(("", "2027-05-20")),
        }

    def goals(self) -> tuple[document.Goal, ...]:
        return tuple(
            document.Goal(
                self.text() or "doel",
                self.text(),
                self.random.choice(("", "GEL")),
                self.day(),
                tuple(
                    document.Action(self.text() or "stap", self.text(), self.day(), self.day())
                    for _ in range(self.random.choice((0, 1, 5, 40)))
                ),
            )
            for _ in range(self.random.choice((0, 1, 3)))
        )

    def plan(self) -> document.PlanDocument:
        areas = self.random.sample(AREAS, self.random.choice((0, 1, 4, 13)))
        scores = document.Scores(
            tuple(
                document.Score(area, 3, self.random.choice((None, 2)), self.text())
                for area in areas
            ),
            now_on=self.day(),
            first_on=self.day(),
        )
        signing = document.Signing(
            self.text() or "Jo",
            self.text() or "Mo",
            representative=self.text(),
            state=self.random.choice(("OPEN", "CLI", "VERT", "MOND", "WIL", "KAN")),
            signed_on=self.day(),
        )
        answers = composing.Answers(signing, self.fields(), sample.FACTS, scores, self.goals())
        cover = replace(
            sample.COVER,
            person=self.text()[:200] or "Jo",
            organisation=document.Organisation(self.text()[:150] or "Huis", "030 – 555 01 23"),
            language=self.random.choice(("nl", "en")),
            concept=self.random.random() < 0.5,
        )
        return composing.compose(templates.read("my-plan"), answers, cover)


@pytest.mark.parametrize("seed", range(16))
def test_plans_of_any_size_are_whole(seed: int) -> None:
    plan = Chance(seed).plan()
    paper = Paper(printing.print_plan(plan, large=seed % 2 == 1))
    assert lacking(plan, paper) == []
    check_accessible(paper)
    check_margins(paper)
