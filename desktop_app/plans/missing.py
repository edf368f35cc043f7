"""What a version still lacks before it can be signed: what its template requires."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app import words
from desktop_app.plans import answering, composing

if TYPE_CHECKING:
    from desktop_app.plans.composing import Answers
    from desktop_app.plans.templates import Field, PlanTemplate, Section


@dataclass(frozen=True, slots=True)
class Missing:
    """A question that needs an answer; `field` is empty where the whole section is.

    `text` names it in the language of now: "Begeleiding: hoe vaak".
    """

    section: str
    field: str
    text: str


def missing(template: PlanTemplate, answers: Answers) -> tuple[Missing, ...]:
    """Return what is required and not there, in the order of the plan."""
    empty = {section.code for section in composing.unanswered(template, answers)}
    found: list[Missing] = []
    for section in template.sections:
        if not section.required:
            continue
        asked = [field for field in section.fields if _lacks(field, answers)]
        if section.code in empty and len(asked) == len(section.fields):
            found.append(Missing(section.code, "", section.heading))
        else:
            found += [_question(section, field) for field in asked]
            if section.code in empty and not asked:
                found.append(Missing(section.code, "", section.heading))
    return tuple(found)


def _lacks(field: Field, answers: Answers) -> bool:
    if field.kind == "fact":
        return field.source == "worker" and not answers.facts.get("worker")
    return field.required and not answering.has_text(answers.fields.get(field.code, ""))


def _question(section: Section, field: Field) -> Missing:
    text = f"{section.heading}: {words.pick(field.labels).lower()}"
    return Missing(section.code, field.code, text)
