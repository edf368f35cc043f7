"""Answers become the words of a plan; what was not filled in leaves no trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeVar

from desktop_app.plans import composing, document, templates

TEMPLATE = templates.read("my-plan")
S = TypeVar("S")


def _only(plan: document.PlanDocument, kind: type[S], code: str) -> S:
    found = next(section for section in plan.sections if section.code == code)
    assert isinstance(found, kind)
    return found


def test_a_full_plan_has_every_block(plan: document.PlanDocument) -> None:
    codes = [section.code for section in plan.sections]
    assert codes == [
        "P01", "P02", "P03", "P04", "AREAS", "P10", "P12", "P13", "P14", "P15", "P16", "P17",
        "P18",
    ]  # fmt: skip
    assert plan.title == "Mijn plan"
    facts = _only(plan, document.Facts, "P01").facts
    assert document.Fact("Geboren", "8 februari 1989", 1) in facts
    assert document.Fact("Beschikking", "1 mei 2026 tot en met 30 april 2028", 3) in facts
    worker = _only(plan, document.Card, "P12").lines[0]
    assert worker == document.Line("Begeleider", "06 – 5550 1423", "Marieke de Wit")
    assert _only(plan, document.Goals, "P10").goals[0].area == "Geld en post"
    assert _only(plan, document.Signals, "P14").signals[1].label == "Oranje: het gaat minder"


def test_home_and_neighbourhood_share_a_block(plan: document.PlanDocument) -> None:
    home = _only(plan, document.Prose, "P04")
    assert home.heading == "Mijn huis en mijn buurt"
    assert [part.label for part in home.parts] == ["Huis", "Buurt"]


def test_home_alone_has_its_own_heading_and_no_label(
    answers: composing.Answers, cover: document.Cover
) -> None:
    fields = {code: value for code, value in answers.fields.items() if code != "neighbourhood"}
    plan = composing.compose(TEMPLATE, replace(answers, fields=fields), cover)
    home = _only(plan, document.Prose, "P04")
    assert home.heading == "Mijn huis"
    assert [part.label for part in home.parts] == [""]


def test_what_is_not_filled_in_leaves_no_block(cover: document.Cover) -> None:
    nothing = composing.Answers(document.Signing("Jo", "Marieke"))
    plan = composing.compose(TEMPLATE, nothing, cover)
    assert [section.code for section in plan.sections] == ["P17", "P18"]


def test_blank_rows_and_lines_do_not_print(
    answers: composing.Answers, cover: document.Cover
) -> None:
    fields = {
        **answers.fields,
        "strengths": ["", "  ", "Ik kook."],
        "sharing": [{"who": " ", "much": "", "what": ""}],
        "signals": [{"phase": "G", "notice": "", "do": " "}],
    }
    plan = composing.compose(TEMPLATE, replace(answers, fields=fields), cover)
    assert _only(plan, document.Ticks, "P03").lines == ("Ik kook.",)
    assert not {"P14", "P15"} & {section.code for section in plan.sections}


def test_rights_name_the_contacts_only_when_they_are_known(
    answers: composing.Answers, plan: document.PlanDocument, cover: document.Cover
) -> None:
    assert "indienen: klacht@voordeur.example." in _only(plan, document.Notice, "P17").text
    bare = composing.compose(TEMPLATE, replace(answers, facts={}), cover)
    assert _only(bare, document.Notice, "P17").text.endswith(
        "Je mag een klacht indienen. Een onafhankelijk cliëntondersteuner helpt je gratis."
    )


def test_an_english_plan_is_english(answers: composing.Answers, cover: document.Cover) -> None:
    plan = composing.compose(TEMPLATE, answers, replace(cover, language="en"))
    assert plan.title == "My plan"
    assert _only(plan, document.Goals, "P10").goals[0].area == "Money and paperwork"
    facts = _only(plan, document.Facts, "P01").facts
    assert document.Fact("Decision", "1 May 2026 until 30 April 2028", 3) in facts


def test_required_sections_without_an_answer_are_named(answers: composing.Answers) -> None:
    assert composing.unanswered(TEMPLATE, answers) == ()
    nothing = composing.Answers(document.Signing("Jo", "Marieke"))
    codes = [section.code for section in composing.unanswered(TEMPLATE, nothing)]
    assert codes == [
        "P01", "P02", "P03", "P04", "P10", "P11", "P12", "P13", "P15", "P16",
    ]  # fmt: skip
    without_steps = replace(answers, goals=(document.Goal("Ik rust uit."),))
    assert [s.code for s in composing.unanswered(TEMPLATE, without_steps)] == ["P11"]


def test_an_open_decision_reads_from(answers: composing.Answers, cover: document.Cover) -> None:
    facts = {**answers.facts, "decision.period": (date(2026, 5, 1), None)}
    plan = composing.compose(TEMPLATE, replace(answers, facts=facts), cover)
    facts_shown = _only(plan, document.Facts, "P01").facts
    assert document.Fact("Beschikking", "vanaf 1 mei 2026", 3) in facts_shown
