"""Printing for signature: a version is frozen with its words, its bytes and their hash.

From then on every print of it is the same file, whatever fonts or libraries come later; to
change anything a new version is started.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app import dates
from desktop_app.errors import UserError
from desktop_app.plans import drafting, facts, papers, printing, snapshots
from desktop_app.plans.missing import missing
from desktop_app.store import journal
from desktop_app.store.database import stale_edit
from desktop_app.store.tables import Client, Plan, PlanPrint
from desktop_app.words import _

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from desktop_app.plans.document import PlanDocument
    from desktop_app.store.database import Database

_MAIN_PLAN = "OND"


@dataclass(frozen=True, slots=True)
class Frozen:
    """A version as it was printed; `name` is a file name without a person in it."""

    pdf: bytes
    sha256: str
    name: str


def preview(db: Database, plan_id: UUID, *, today: date, large: bool | None = None) -> bytes:
    """Return a version as the printer would give it; a draft is marked as one.

    Args:
        db: the opened register.
        plan_id: any version.
        today: the day that a draft bears.
        large: in large print; as the plan itself says where not given.

    Raises:
        UserError: the plan is no longer in the register.
    """
    with db.read() as session:
        plan = drafting.plan(session, plan_id)
        size = plan.large_print if large is None else large
        kept = _kept(session, plan, large=size)
        if kept is not None:
            return kept.pdf
        words = words_of(session, plan, today)
    return printing.print_plan(words, large=size)


def print_for_signature(db: Database, plan_id: UUID, *, today: date) -> Frozen:
    """Freeze a draft and return it; of a frozen version, return what was frozen.

    Raises:
        UserError: something that every plan needs is missing, or the plan is gone.
        StaleEditError: somebody wrote in it while it was being laid out.
    """
    with db.read() as session:
        plan = drafting.plan(session, plan_id)
        large = plan.large_print
        kept = _kept(session, plan, large=large)
        if kept is None:
            if plan.status == drafting.DRAFT:
                _refuse_unfinished(session, plan, today)
            words = _final(words_of(session, plan, today))
    if kept is not None:
        return _again(db, plan_id, kept)
    pdf = printing.print_plan(words, large=large)
    with db.write() as session:
        plan = drafting.plan(session, plan_id)
        kept = _kept(session, plan, large=plan.large_print)
        if kept is None:
            now = _final(words_of(session, plan, today))
            if (now, plan.large_print) != (words, large):
                raise stale_edit()
            kept = _keep(session, plan, words, pdf, large=large)
        if plan.status == drafting.DRAFT:
            plan.status, plan.signature = drafting.PRINTED, "OPEN"
        return _handed_over(session, plan, kept)


def reprint(db: Database, plan_id: UUID, *, large: bool) -> Frozen:
    """Return a frozen version in a size of choice, word for word as it was printed.

    The first print in another size is kept too, so that the next one is the same file.

    Raises:
        UserError: it was not printed for signature yet, or is gone.
    """
    with db.read() as session:
        plan = drafting.plan(session, plan_id)
        if plan.status == drafting.DRAFT:
            raise UserError(_("Print this version for signature first."))
        kept = _kept(session, plan, large=large)
        if kept is None:
            words = words_of(session, plan, plan.started_on)
    if kept is not None:
        return _again(db, plan_id, kept)
    pdf = printing.print_plan(words, large=large)
    with db.write() as session:
        plan = drafting.plan(session, plan_id)
        kept = _kept(session, plan, large=large)
        kept = kept or _keep(session, plan, words, pdf, large=large)
        return _handed_over(session, plan, kept)


def words_of(session: Session, plan: Plan, today: date) -> PlanDocument:
    """Return what a version says: as it was printed, or a draft as it is today."""
    printed = session.scalars(_prints(plan)).first()
    if printed is not None:
        return snapshots.from_text(printed.words)
    return papers.compose(session, plan, today=today)


def file_name(session: Session, plan: Plan) -> str:
    """Return what a version's file is called: "plan-C-0042-v3.pdf", never a name."""
    number = session.get_one(Client, plan.client_id).number
    kind = "" if plan.plan_type == _MAIN_PLAN else f"{plan.plan_type.lower()}-"
    draft = "-concept" if plan.status == drafting.DRAFT else ""
    return f"plan-{kind}{number}-v{plan.number}{draft}.pdf"


def _prints(plan: Plan) -> Select[PlanPrint]:
    return select(PlanPrint).where(PlanPrint.plan_id == plan.id).order_by(PlanPrint.id)


def _kept(session: Session, plan: Plan, *, large: bool) -> PlanPrint | None:
    """Return the print of a frozen version in one size."""
    prints = session.scalars(_prints(plan))
    return next((row for row in prints if row.large_print == large), None)


def _final(words: PlanDocument) -> PlanDocument:
    """Return a document without the mark of a draft: it is what will be signed."""
    return replace(words, cover=replace(words.cover, concept=False))


def _refuse_unfinished(session: Session, plan: Plan, today: date) -> None:
    about = facts.known(session, plan.client_id, today=today)
    answers = papers.answers_of(plan, about, drafting.written(session, plan))
    lacking = missing(drafting.template(session, plan), answers)
    if lacking:
        raise UserError(
            _("Before it can be signed, this plan still needs: {list}.").format(
                list="; ".join(one.text for one in lacking)
            )
        )


def _keep(
    session: Session, plan: Plan, words: PlanDocument, pdf: bytes, *, large: bool
) -> PlanPrint:
    row = PlanPrint(
        client_id=plan.client_id,
        plan_id=plan.id,
        printed_at=dates.now(),
        made_on=words.cover.made_on,
        large_print=large,
        sha256=hashlib.sha256(pdf).hexdigest(),
        words=snapshots.as_text(words),
        pdf=pdf,
    )
    session.add(row)
    return row


def _again(db: Database, plan_id: UUID, kept: PlanPrint) -> Frozen:
    """Hand over what was frozen before."""
    with db.write() as session:
        return _handed_over(session, drafting.plan(session, plan_id), kept)


def _handed_over(session: Session, plan: Plan, kept: PlanPrint) -> Frozen:
    """Note the print in the access log and hand it over."""
    journal.note(session, "PRINT", subject=plan.client_id, detail=drafting.label(plan))
    return Frozen(kept.pdf, kept.sha256, file_name(session, plan))
