"""Support plans: versions, what was opened and written, goals, steps, scores, prints."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.store.tables.base import (
    AboutClient,
    Base,
    Code,
    Edited,
    Line,
    Packed,
    Row,
    Text,
)


class KeptTemplate(Base, kw_only=True):
    """The text of a template as plans began with it, once for all of them."""

    __tablename__ = "plan_template"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)  # SHA-256 of the content
    content: Mapped[dict[str, Any]] = mapped_column(Packed)


class Plan(Row, AboutClient, Edited, Base, kw_only=True):
    """One version of a client's plan.

    It keeps to the template it began with: a later one never changes a plan that was agreed.
    """

    __tablename__ = "plan"
    __table_args__ = (UniqueConstraint("subject_id", "plan_type", "number"),)

    plan_type: Mapped[Code]
    number: Mapped[int]
    status: Mapped[Code]
    template_id: Mapped[str] = mapped_column(String(64), ForeignKey("plan_template.id"))
    language: Mapped[str] = mapped_column(String(2), default="nl")
    large_print: Mapped[bool] = mapped_column(default=False)
    started_on: Mapped[date]
    review_on: Mapped[date | None] = mapped_column(index=True, default=None)
    agreed_on: Mapped[date | None] = mapped_column(default=None)
    signature: Mapped[Code | None] = mapped_column(default=None)
    replaces_id: Mapped[UUID | None] = mapped_column(ForeignKey("plan.id"), default=None)
    short_code: Mapped[str] = mapped_column(String(9))


class PlanSection(Row, AboutClient, Edited, Base, kw_only=True):
    """The answers of one opened section, shaped by its template; a closed one has no row."""

    __tablename__ = "plan_section"
    __table_args__ = (UniqueConstraint("plan_id", "code"),)

    plan_id: Mapped[UUID] = mapped_column(ForeignKey("plan.id"))
    code: Mapped[Code]
    answers: Mapped[dict[str, Any]]


class PlanGoal(Row, AboutClient, Edited, Base, kw_only=True):
    """A goal in the client's own words; a plan has one to three."""

    __tablename__ = "plan_goal"

    plan_id: Mapped[UUID] = mapped_column(ForeignKey("plan.id"), index=True)
    position: Mapped[int]
    title: Mapped[Line]
    life_area: Mapped[Code | None] = mapped_column(default=None)
    success: Mapped[Line] = mapped_column(default="")
    ready_on: Mapped[date | None] = mapped_column(default=None)
    status: Mapped[Code]
    closed_on: Mapped[date | None] = mapped_column(default=None)
    follows_id: Mapped[UUID | None] = mapped_column(ForeignKey("plan_goal.id"), default=None)


class PlanAction(Row, AboutClient, Edited, Base, kw_only=True):
    """A step towards a goal: what, by whom, when."""

    __tablename__ = "plan_action"

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("plan_goal.id"), index=True)
    position: Mapped[int]
    what: Mapped[Line]
    owner: Mapped[Code]
    owner_name: Mapped[Line] = mapped_column(default="")
    when_text: Mapped[Line] = mapped_column(default="")
    done_on: Mapped[date | None] = mapped_column(default=None)


class PlanScore(Row, AboutClient, Edited, Base, kw_only=True):
    """How it goes in one opened life area, on the own scale of 1 to 5, and who said so."""

    __tablename__ = "plan_score"
    __table_args__ = (
        UniqueConstraint("plan_id", "life_area"),
        CheckConstraint("score BETWEEN 1 AND 5", name="score_range"),
    )

    plan_id: Mapped[UUID] = mapped_column(ForeignKey("plan.id"))
    life_area: Mapped[Code]
    position: Mapped[int]
    score: Mapped[int | None] = mapped_column(default=None)
    scored_on: Mapped[date | None] = mapped_column(default=None)
    scored_by: Mapped[Code] = mapped_column(default="SAMEN")
    sentence: Mapped[Text] = mapped_column(default="")


class PlanPrint(Row, AboutClient, Base, kw_only=True):
    """A version frozen for signature: its bytes, their SHA-256, and the words behind them.

    The bytes stand last, so that reading the rest does not pass through them.
    """

    __tablename__ = "plan_print"

    plan_id: Mapped[UUID] = mapped_column(ForeignKey("plan.id"), index=True)
    printed_at: Mapped[datetime]
    made_on: Mapped[date]
    large_print: Mapped[bool]
    sha256: Mapped[str] = mapped_column(String(64))
    words: Mapped[str] = mapped_column(Packed)
    pdf: Mapped[bytes] = mapped_column(LargeBinary)
