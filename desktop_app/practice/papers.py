"""Support plans: written some weeks after the key, looked back on every half year."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from desktop_app import assets, dates
from desktop_app.plans import templates
from desktop_app.practice.chance import Dice, Ids, pool
from desktop_app.store.tables import Plan, PlanAction, PlanGoal, PlanScore, PlanSection

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from desktop_app.practice.lives import Life

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_SIGNED = {"CLI": 84, "MOND": 10, "WIL": 4, "VERT": 2}
_NEWEST = {"LOP": 66, "GET": 10, "BESP": 14, "CON": 10}
_CLOSED = {"GEH": 45, "DEELS": 20, "NIET": 10, "STOP": 5, "LOOPT": 20}
_OPENED = ("GEL", "WON", "DAG", "SOC", "PSY", "LIC", "BUU", "ZEL", "ZIN")
_HIGH, _LOW = 4, 2


@dataclass(slots=True)
class Paper:
    """One version of a plan with the rows that belong to it.

    One that waits for its signature is a draft until it is printed, on `printed_on`.
    """

    plan: Plan
    printed_on: date | None = None
    sections: list[PlanSection] = field(default_factory=list)
    goals: list[PlanGoal] = field(default_factory=list)
    actions: list[PlanAction] = field(default_factory=list)
    scores: list[PlanScore] = field(default_factory=list)


def write(dice: Dice, ids: Ids, life: Life, today: date) -> list[Paper]:
    """Return a client's plans, oldest first; nothing for who has no support yet."""
    papers: list[Paper] = []
    for period in life.support:
        last = period.ended_on or today
        on = dice.after(period.starts_on, 12, 40)
        while on < last:
            papers.append(_version(dice, ids, life.person.id, papers, on))
            on = dice.after(papers[-1].plan.review_on or on, -12, 25)
    for paper in papers[:-1]:
        paper.plan.status = "VERV"
    if papers:
        _settle(dice, papers[-1], life, today)
        if len(papers) > 1 and papers[-1].plan.agreed_on is None:
            _keep_in_force(papers[-2].plan, today)
    return papers


def _version(
    dice: Dice, ids: Ids, client_id: UUID, earlier: Sequence[Paper], on: date
) -> Paper:
    before = earlier[-1] if earlier else None
    plan = Plan(
        id=ids.next(),
        client_id=client_id,
        plan_type="OND",
        number=len(earlier) + 1,
        status="LOP",
        template_id=_template_id(),
        large_print=dice.chance(0.04),
        started_on=on,
        review_on=dates.add_months(on, 3 if before is None else 6),
        agreed_on=dice.after(on, 2, 14),
        signature=dice.weighted(_SIGNED),
        replaces_id=before.plan.id if before else None,
        short_code=before.plan.short_code if before else _code(dice),
    )
    paper = Paper(plan)
    areas = [score.life_area for score in before.scores] if before else _areas(dice)
    _score(dice, ids, paper, areas, before)
    _set_goals(dice, ids, paper, areas, before)
    _answer(dice, ids, paper, before)
    return paper


def _settle(dice: Dice, paper: Paper, life: Life, today: date) -> None:
    """Give the newest version the state of today."""
    plan = paper.plan
    if life.open_support is None:
        plan.status = "AFG"
        for goal in paper.goals:
            _close(dice, goal, life.support[-1].ended_on or today)
        return
    plan.status = dice.weighted(_NEWEST)
    fresh = (plan.agreed_on or today) >= today
    if fresh or plan.status in {"BESP", "CON"}:
        if plan.status != "CON":
            paper.printed_on = max(plan.started_on, today - timedelta(dice.between(1, 12)))
        plan.status, plan.agreed_on, plan.signature = "CON", None, None
    elif plan.review_on and plan.review_on < today:
        plan.status = "EVA"
    for action in paper.actions:
        if action.done_on and action.done_on > today:
            action.done_on = None


def _keep_in_force(plan: Plan, today: date) -> None:
    """Let a version run on until the next one is agreed."""
    plan.status = "EVA" if plan.review_on and plan.review_on < today else "LOP"


def _areas(dice: Dice) -> list[str]:
    kept = [area for area in _OPENED if dice.chance(0.62 if area in _OPENED[:4] else 0.3)]
    return kept[:5] or ["GEL", "DAG"]


def _score(
    dice: Dice, ids: Ids, paper: Paper, areas: Sequence[str], before: Paper | None
) -> None:
    texts = pool("plans")["areas"]
    earlier = {score.life_area: score.score for score in before.scores} if before else {}
    for position, area in enumerate(areas):
        was = earlier.get(area)
        score = dice.weighted({1: 14, 2: 38, 3: 34, 4: 14})
        if was is not None:
            score = min(5, max(1, was + dice.weighted({-1: 12, 0: 48, 1: 36, 2: 4})))
        height = "high" if score >= _HIGH else "low" if score <= _LOW else "mid"
        paper.scores.append(
            PlanScore(
                id=ids.next(),
                client_id=paper.plan.client_id,
                plan_id=paper.plan.id,
                life_area=area,
                position=position,
                score=score,
                scored_on=paper.plan.started_on,
                sentence=dice.pick(texts[area][height]),
            )
        )


def _set_goals(
    dice: Dice, ids: Ids, paper: Paper, areas: Sequence[str], before: Paper | None
) -> None:
    """Take over what still runs, and set new goals up to three."""
    plan, texts = paper.plan, pool("plans")["areas"]
    kept: list[PlanGoal] = []
    for goal in before.goals if before else ():
        _close(dice, goal, plan.started_on)
        if goal.closed_on is None:
            kept.append(goal)
    wanted: list[tuple[str, str, UUID | None]] = [
        (goal.life_area or "", goal.title, goal.id) for goal in kept
    ]
    for area in dice.some(areas, dice.between(1, 3)):
        if area not in {known for known, _, _ in wanted}:
            wanted.append((area, dice.pick(texts[area]["goals"])["title"], None))
    for position, (area, title, follows) in enumerate(wanted[:3]):
        words = next(goal for goal in texts[area]["goals"] if goal["title"] == title)
        goal = PlanGoal(
            id=ids.next(),
            client_id=plan.client_id,
            plan_id=plan.id,
            position=position,
            title=title,
            life_area=area,
            success=words["success"],
            ready_on=dice.after(plan.started_on, 60, 200),
            status="LOOPT" if follows else dice.weighted({"LOOPT": 6, "NIEUW": 3, "WACHT": 1}),
            follows_id=follows,
        )
        paper.goals.append(goal)
        _act(dice, ids, paper, goal, words["actions"])


def _act(
    dice: Dice, ids: Ids, paper: Paper, goal: PlanGoal, actions: Sequence[Sequence[str]]
) -> None:
    started = paper.plan.started_on
    for position, (what, owner) in enumerate(actions):
        due = dice.after(started, 10, 120)
        paper.actions.append(
            PlanAction(
                id=ids.next(),
                client_id=goal.client_id,
                goal_id=goal.id,
                position=position,
                what=what,
                owner=owner,
                when_text="elke week" if " elk" in what else dates.dutch(due),
                done_on=dice.after(due, -8, 30) if dice.chance(0.55) else None,
            )
        )


def _close(dice: Dice, goal: PlanGoal, on: date) -> None:
    goal.status = dice.weighted(_CLOSED)
    if goal.status != "LOOPT":
        goal.closed_on = on


def _answer(dice: Dice, ids: Ids, paper: Paper, before: Paper | None) -> None:
    """Fill in the sections; what was said in the version before mostly stays."""
    said = {section.code: section.answers for section in before.sections} if before else {}
    for code, answers in _answers(dice, paper.plan).items():
        kept = said.get(code) if code != "P16" and dice.chance(0.8) else None
        paper.sections.append(
            PlanSection(
                id=ids.next(),
                client_id=paper.plan.client_id,
                plan_id=paper.plan.id,
                code=code,
                answers=kept or answers,
            )
        )


def _answers(dice: Dice, plan: Plan) -> dict[str, dict[str, Any]]:
    texts = pool("plans")
    review = plan.review_on or plan.started_on
    signals = dice.pick(texts["signals"])
    answers: dict[str, dict[str, Any]] = {
        "P02": {"wish": dice.pick(texts["wishes"])},
        "P03": {"strengths": dice.some(texts["strengths"], dice.between(2, 4))},
        "P04": {"home": dice.pick(texts["homes"])},
        "P05": {"neighbourhood": dice.pick(texts["neighbourhoods"])},
        "P12": {"how_often": dice.pick(texts["how_often"]), "where": dice.pick(texts["where"])},
        "P13": {
            "agreements": [
                {"about": item["about"], "text": dice.pick(item["texts"])}
                for item in dice.some(texts["agreements"], dice.between(2, 4))
            ]
        },
        "P14": {"signals": [{"phase": phase, **row} for phase, row in signals.items()]},
        "P15": {"sharing": dice.some(texts["sharing"], dice.between(2, 4))},
        "P16": {
            "review_on": review.isoformat(),
            "check_on": (review - timedelta(days=dice.between(40, 80))).isoformat(),
        },
    }
    for optional, share in (("P05", 0.3), ("P14", 0.35)):
        if dice.chance(share):
            del answers[optional]
    return answers


def template() -> dict[str, Any]:
    """Return what the template of all plans says."""
    content: dict[str, Any] = assets.read_json("plan_templates/my-plan.json")
    return content


@cache
def _template_id() -> str:
    return templates.key(template())


def _code(dice: Dice) -> str:
    letters = "".join(dice.pick(_CROCKFORD) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"
