"""Writing a plan: a version begins, its sections are opened, filled in and closed.

Small saves for an editor that saves by itself: each takes the version of the row that was
seen and returns the new one. What was printed for signature refuses every change. Goals,
steps and scores have rooms of their own beside this one.
"""

from __future__ import annotations

import secrets
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop_app import assets, dates
from desktop_app.errors import InvalidFieldsError, UserError
from desktop_app.plans import answering, drafting, following, templates
from desktop_app.store import journal
from desktop_app.store.database import require_version, stale_edit
from desktop_app.store.tables import (
    Client,
    Plan,
    PlanAction,
    PlanScore,
    PlanSection,
)
from desktop_app.words import LANGUAGES, _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from desktop_app.plans.templates import PlanTemplate, Section
    from desktop_app.store.database import Database
    from desktop_app.words import Language

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: they are misread


def start_plan(db: Database, client_id: UUID, template_name: str, *, today: date) -> UUID:
    """Begin a plan, or the next version of one, with the template of today kept for it.

    A next version takes over the answers, the goals that are still open with their open
    steps, and which life areas were opened, but no score and no date to look back: those
    are given anew.

    Raises:
        UserError: an unknown template or client, or a draft of this plan is there already.
    """
    if template_name not in templates.names():
        raise UserError(_("This plan template does not exist. Choose another one."))
    copied = assets.read_json(f"plan_templates/{template_name}.json")
    template = templates.parse(copied)
    with db.write() as session:
        if session.get(Client, client_id) is None:
            raise UserError(_("This client is no longer in the register. Nothing was made."))
        earlier = drafting.versions(session, client_id, template.plan_type)
        _refuse_second_draft(earlier)
        before = earlier[-1] if earlier else None
        plan = Plan(
            client_id=client_id,
            plan_type=template.plan_type,
            number=before.number + 1 if before else 1,
            status=drafting.DRAFT,
            template_id=drafting.keep_template(session, copied),
            language=before.language if before else "nl",
            large_print=before.large_print if before else False,
            started_on=today,
            replaces_id=before.id if before else None,
            short_code=before.short_code if before else _short_code(),
        )
        session.add(plan)
        session.flush()
        following.open_sections(session, plan, template, before)
        if before:
            following.take_over_goals(session, plan, before)
            following.take_over_areas(session, plan, template, before)
        journal.note(session, "ADD", subject=client_id, detail=drafting.label(plan))
    return plan.id


def discard_draft(db: Database, plan_id: UUID, *, version: int) -> None:
    """Throw a draft away. The version before it stays as it was; the history keeps the text.

    Raises:
        UserError: it was printed for signature, or a contact note is about one of its goals.
        StaleEditError: somebody else changed it since `version` was read.
    """
    with db.write() as session:
        plan = drafting.draft(session, plan_id)
        require_version(plan, version)
        goals = drafting.goals(session, plan)
        drafting.refuse_noted(session, goals)
        steps = drafting.actions(session, goals)
        parts: list[PlanAction | PlanScore | PlanSection] = [
            *(step for of_goal in steps.values() for step in of_goal),
            *drafting.scores(session, plan),
            *drafting.sections(session, plan).values(),
        ]
        for layer in (parts, goals, [plan]):
            for row in layer:
                session.delete(row)
            session.flush()
        journal.note(session, "DELETE", subject=plan.client_id, detail=drafting.label(plan))


def open_section(db: Database, plan_id: UUID, code: str) -> int:
    """Open a section that is not required, and return its version; opened stays opened."""
    with db.write() as session:
        plan = drafting.draft(session, plan_id)
        _asked(drafting.template(session, plan), code)
        row = drafting.sections(session, plan).get(code)
        if row is None:
            row = following.add_section(session, plan, code, {})
            drafting.note_edit(session, plan)
    return row.version


def close_section(db: Database, plan_id: UUID, code: str, *, version: int) -> None:
    """Close a section with what was written in it; it leaves no trace on paper.

    To undo, save the same answers again.

    Raises:
        UserError: the template requires this section, or the plan is frozen.
        StaleEditError: somebody else wrote in it since `version` was read.
    """
    with db.write() as session:
        plan = drafting.draft(session, plan_id)
        if _asked(drafting.template(session, plan), code).required:
            raise UserError(_("Every plan of this kind has this section. It stays open."))
        row = drafting.sections(session, plan).get(code)
        if row is None:
            raise stale_edit()
        require_version(row, version)
        session.delete(row)
        drafting.note_edit(session, plan)


def save_section(
    db: Database, plan_id: UUID, code: str, answers: Mapping[str, Any], *, version: int | None
) -> int:
    """Replace the answers of a section and return its new version.

    Args:
        db: the opened register.
        plan_id: a draft.
        code: the section ("P02").
        answers: by field code, in the shape of each field's kind; may be half-written.
        version: of the section's row as it was seen; None where it was not opened yet.

    Raises:
        InvalidFieldsError: by field code.
        UserError: the plan is frozen or gone, or has no such section.
        StaleEditError: somebody else wrote in it since `version` was read.
    """
    with db.write(typed=True) as session:
        plan = drafting.draft(session, plan_id)
        section = _asked(drafting.template(session, plan), code)
        kept = answering.checked(section, answers)
        row = drafting.sections(session, plan).get(code)
        if (row.version if row else None) != version:
            raise stale_edit()
        if section.form == "review":
            _set_review(plan, section, kept)
        if row is None:
            row = following.add_section(session, plan, code, kept)
        else:
            row.answers = kept
        drafting.note_edit(session, plan)
        session.flush()
    return row.version


def set_paper(
    db: Database, plan_id: UUID, *, language: Language, large_print: bool, version: int
) -> int:
    """Choose the language and the letters of the printed plan; return the plan's new version.

    The next version remembers both.

    Raises:
        UserError: the plan is frozen or gone, or another language.
        StaleEditError: somebody else changed the plan since `version` was read.
    """
    if language not in LANGUAGES:
        raise UserError(_("A plan is printed in Dutch or in English. Choose one of them."))
    with db.write() as session:
        plan = drafting.draft(session, plan_id)
        require_version(plan, version)
        plan.language, plan.large_print = language, large_print
        drafting.note_edit(session, plan)
        session.flush()
    return plan.version


def _refuse_second_draft(earlier: list[Plan]) -> None:
    draft = next((plan for plan in earlier if plan.status == drafting.DRAFT), None)
    if draft is not None:
        raise UserError(
            _("Version {number} is still a draft. Go on with that one.").format(
                number=draft.number
            )
        )


def _short_code() -> str:
    letters = [secrets.choice(_CROCKFORD) for _each in range(8)]
    return f"{''.join(letters[:4])}-{''.join(letters[4:])}"


def _asked(template: PlanTemplate, code: str) -> Section:
    """Return a section that stores answers."""
    for section in template.sections:
        if section.code == code and following.stores(section):
            return section
    raise UserError(_("This kind of plan has no such section to write in."))


def _set_review(plan: Plan, section: Section, answers: Mapping[str, Any]) -> None:
    """Keep the date to look back where lists and the agenda find it."""
    problems: dict[str, str] = {}
    for code, text in answers.items():
        if text and date.fromisoformat(text) <= plan.started_on:
            problems[code] = _("Look back after the plan began ({start}).").format(
                start=dates.dutch(plan.started_on)
            )
    if problems:
        raise InvalidFieldsError(problems)
    asked = answers.get(section.fields[0].code)
    plan.review_on = date.fromisoformat(asked) if asked else None
