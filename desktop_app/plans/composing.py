"""From a template and its answers to a document: which words a plan's paper will hold."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, cast

from desktop_app import codelists, words
from desktop_app.paper import days
from desktop_app.plans import document as paper

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop_app.plans.templates import Field, PlanTemplate, Section

    Answer = str | Sequence[str] | Sequence[Mapping[str, str]]
    FactValue = str | date | tuple[date, date | None]


@dataclass(frozen=True, slots=True)
class Answers:
    """What one version of a plan says.

    Attributes:
        fields: the answer by field code, in the shape that the field's kind asks for.
        facts: what the register knows, by the `source` of a field or `needs` of a sentence.
            A `strong` fact holds a name, then after a new line its telephone.
        scores: `area` of each row is a code of life_area; rows in the client's own order.
        goals: `area` of each goal is a code of life_area, or empty.
    """

    signing: paper.Signing
    fields: Mapping[str, Answer] = field(default_factory=dict)
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    scores: paper.Scores | None = None
    goals: tuple[paper.Goal, ...] = ()


def compose(template: PlanTemplate, answers: Answers, cover: paper.Cover) -> paper.PlanDocument:
    """Return the printable document of one version of a plan, in the cover's language."""
    with words.in_language(cover.language):
        made = [_SECTIONS[s.form](template, s, answers) for s in template.sections]
        return paper.PlanDocument(
            title=template.title,
            cover=cover,
            sections=tuple(section for section in made if section is not None),
            layout=template.layout,
        )


def unanswered(template: PlanTemplate, answers: Answers) -> tuple[Section, ...]:
    """Return the required sections that have no answer yet."""
    return tuple(
        section
        for section in template.sections
        if section.required
        and not (
            any(action for goal in answers.goals for action in goal.actions)
            if section.form == "actions"
            else _SECTIONS[section.form](template, replace(section, joins=""), answers)
        )
    )


def _text(answers: Answers, asked: Field) -> str:
    """Return a written answer or a register's fact as words; empty when there is none."""
    if asked.kind != "fact":
        return str(answers.fields.get(asked.code, "")).strip()
    return _fact(answers, asked.source)


def _fact(answers: Answers, source: str) -> str:
    value = answers.facts.get(source, "")
    if isinstance(value, date):
        return days.in_words(value)
    if isinstance(value, tuple):
        return days.period(*value)
    return value.strip()


def _lines(answers: Answers, asked: Field) -> tuple[str, ...]:
    given = cast("Sequence[str]", answers.fields.get(asked.code, ()))
    return tuple(line.strip() for line in given if line.strip())


def _rows(answers: Answers, asked: Field) -> list[Mapping[str, str]]:
    given = cast("Sequence[Mapping[str, str]]", answers.fields.get(asked.code, ()))
    return [row for row in given if any(value.strip() for value in row.values())]


def _facts(_t: PlanTemplate, section: Section, answers: Answers) -> paper.Facts | None:
    facts = tuple(
        paper.Fact(asked.label, text, asked.line)
        for asked in section.fields
        if (text := _text(answers, asked))
    )
    return paper.Facts(section.code, section.heading, facts) if facts else None


def _quote(_t: PlanTemplate, section: Section, answers: Answers) -> paper.Quote | None:
    text = "\n".join(filter(None, (_text(answers, asked) for asked in section.fields)))
    return paper.Quote(section.code, section.heading, text) if text else None


def _ticks(_t: PlanTemplate, section: Section, answers: Answers) -> paper.Ticks | None:
    lines = tuple(line for asked in section.fields for line in _lines(answers, asked))
    return paper.Ticks(section.code, section.heading, lines) if lines else None


def _prose(template: PlanTemplate, section: Section, answers: Answers) -> paper.Prose | None:
    """Return a section of paragraphs, with those of the sections that join it."""
    if section.joins:
        return None
    joining = [section, *(s for s in template.sections if s.joins == section.code)]
    filled = [
        (part, asked.label, text)
        for part in joining
        for asked in part.fields
        if (text := _text(answers, asked))
    ]
    if not filled:
        return None
    written = list(dict.fromkeys(part.code for part, _, _ in filled))
    if len(written) == 1:
        heading = filled[0][0].heading
    else:
        heading = next(
            (words.pick(s.joint_headings) for s in joining if s.joint_headings), section.heading
        )
    label = len(filled) > 1
    parts = tuple(paper.Part(text, name if label else "") for _, name, text in filled)
    return paper.Prose(section.code, heading, parts)


def _scores(_t: PlanTemplate, section: Section, answers: Answers) -> paper.Scores | None:
    if answers.scores is None or not answers.scores.rows:
        return None
    rows = tuple(
        replace(row, area=codelists.label("life_area", row.area)) for row in answers.scores.rows
    )
    return replace(answers.scores, code=section.code, heading=section.heading, rows=rows)


def _goals(_t: PlanTemplate, section: Section, answers: Answers) -> paper.Goals | None:
    goals = tuple(
        replace(goal, area=codelists.label("life_area", goal.area or None))
        for goal in answers.goals
    )
    return paper.Goals(section.code, section.heading, goals) if goals else None


def _card(_t: PlanTemplate, section: Section, answers: Answers) -> paper.Card | None:
    lines: list[paper.Line] = []
    for asked in section.fields:
        if asked.kind == "rows":
            first, second = asked.columns
            lines += (
                paper.Line(row.get(first.code, "").strip(), row.get(second.code, "").strip())
                for row in _rows(answers, asked)
            )
        elif text := _text(answers, asked):
            name, _, rest = text.partition("\n") if asked.strong else ("", "", text)
            lines.append(paper.Line(asked.label, rest, name))
    return paper.Card(section.code, section.heading, tuple(lines)) if lines else None


def _signals(_t: PlanTemplate, section: Section, answers: Answers) -> paper.Signals | None:
    signals = tuple(
        paper.Signal(
            phase=row["phase"],
            label=codelists.label(asked.row_list, row["phase"]),
            notice=row.get("notice", "").strip(),
            do=row.get("do", "").strip(),
        )
        for asked in section.fields
        for row in _rows(answers, asked)
        if row.get("notice", "").strip() or row.get("do", "").strip()
    )
    foot = words.pick(section.feet) if section.feet else ""
    return paper.Signals(section.code, section.heading, signals, foot) if signals else None


def _shares(_t: PlanTemplate, section: Section, answers: Answers) -> paper.Shares | None:
    shares = tuple(
        paper.Share(
            who=row.get("who", "").strip(),
            much="all"
            if row.get("much") == "all"
            else "part"
            if row.get("much") == "part"
            else "none",
            what=row.get("what", "").strip(),
        )
        for asked in section.fields
        for row in _rows(answers, asked)
    )
    hint = words.pick(section.hints) if section.hints else ""
    return paper.Shares(section.code, section.heading, shares, hint) if shares else None


def _review(_t: PlanTemplate, section: Section, answers: Answers) -> paper.Review | None:
    given = [_text(answers, asked) for asked in section.fields]
    on, check_on = (date.fromisoformat(text) if text else None for text in given)
    return paper.Review(section.code, section.heading, on, check_on) if on else None


def _notice(_t: PlanTemplate, section: Section, answers: Answers) -> paper.Notice | None:
    said: list[str] = []
    for sentence in section.sentences:
        value = _fact(answers, sentence.needs)
        texts = sentence.texts if value or not sentence.needs else sentence.without
        said.append(words.pick(texts).replace("{value}", value))
    return paper.Notice(section.code, section.heading, " ".join(said)) if said else None


def _signing(_t: PlanTemplate, section: Section, answers: Answers) -> paper.Signing:
    return replace(answers.signing, code=section.code, heading=section.heading)


def _elsewhere(_t: PlanTemplate, _section: Section, _answers: Answers) -> None:
    """Return nothing: the section is printed in the block of the one it joins."""


_SECTIONS: Mapping[str, Callable[[PlanTemplate, Section, Answers], paper.Section | None]] = {
    "facts": _facts, "quote": _quote, "ticks": _ticks, "prose": _prose,
    "areas": _elsewhere, "scores": _scores, "goals": _goals, "actions": _elsewhere,
    "card": _card, "signals": _signals, "shares": _shares,
    "review": _review, "notice": _notice, "signing": _signing,
}  # fmt: skip
