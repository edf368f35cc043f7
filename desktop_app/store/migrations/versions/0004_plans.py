"""Plans with goals, steps, scores and prints; contact notes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "plan",
        sa.Column("plan_type", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("template", sa.JSON(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("large_print", sa.Boolean(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("signature", sa.String(length=16), nullable=True),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.Column("short_code", sa.String(length=9), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(language) <= 2", name=op.f("ck_plan_language_length")),
        sa.CheckConstraint("length(plan_type) <= 16", name=op.f("ck_plan_plan_type_length")),
        sa.CheckConstraint("length(short_code) <= 9", name=op.f("ck_plan_short_code_length")),
        sa.CheckConstraint("length(signature) <= 16", name=op.f("ck_plan_signature_length")),
        sa.CheckConstraint("length(status) <= 16", name=op.f("ck_plan_status_length")),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["plan.id"], name=op.f("fk_plan_replaces_id_plan")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_plan_subject_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
        sa.UniqueConstraint(
            "subject_id", "plan_type", "number", name=op.f("uq_plan_subject_id")
        ),
    )
    op.create_index(op.f("ix_plan_review_on"), "plan", ["review_on"], unique=False)
    op.create_index(op.f("ix_plan_subject_id"), "plan", ["subject_id"], unique=False)
    op.create_table(
        "plan_goal",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("life_area", sa.String(length=16), nullable=True),
        sa.Column("success", sa.String(length=200), nullable=False),
        sa.Column("ready_on", sa.Date(), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("follows_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "length(life_area) <= 16", name=op.f("ck_plan_goal_life_area_length")
        ),
        sa.CheckConstraint("length(status) <= 16", name=op.f("ck_plan_goal_status_length")),
        sa.CheckConstraint("length(success) <= 200", name=op.f("ck_plan_goal_success_length")),
        sa.CheckConstraint("length(title) <= 200", name=op.f("ck_plan_goal_title_length")),
        sa.ForeignKeyConstraint(
            ["follows_id"], ["plan_goal.id"], name=op.f("fk_plan_goal_follows_id_plan_goal")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plan.id"], name=op.f("fk_plan_goal_plan_id_plan")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_plan_goal_subject_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_goal")),
    )
    op.create_index(op.f("ix_plan_goal_plan_id"), "plan_goal", ["plan_id"], unique=False)
    op.create_index(op.f("ix_plan_goal_subject_id"), "plan_goal", ["subject_id"], unique=False)
    op.create_table(
        "plan_print",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("printed_at", sa.DateTime(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(sha256) <= 64", name=op.f("ck_plan_print_sha256_length")),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plan.id"], name=op.f("fk_plan_print_plan_id_plan")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_plan_print_subject_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_print")),
    )
    op.create_index(op.f("ix_plan_print_plan_id"), "plan_print", ["plan_id"], unique=False)
    op.create_index(
        op.f("ix_plan_print_subject_id"), "plan_print", ["subject_id"], unique=False
    )
    op.create_table(
        "plan_score",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("life_area", sa.String(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("scored_on", sa.Date(), nullable=True),
        sa.Column("scored_by", sa.String(length=16), nullable=False),
        sa.Column("sentence", sa.String(length=20000), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "length(life_area) <= 16", name=op.f("ck_plan_score_life_area_length")
        ),
        sa.CheckConstraint(
            "length(scored_by) <= 16", name=op.f("ck_plan_score_scored_by_length")
        ),
        sa.CheckConstraint(
            "length(sentence) <= 20000", name=op.f("ck_plan_score_sentence_length")
        ),
        sa.CheckConstraint("score BETWEEN 1 AND 5", name=op.f("ck_plan_score_score_range")),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plan.id"], name=op.f("fk_plan_score_plan_id_plan")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_plan_score_subject_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_score")),
        sa.UniqueConstraint("plan_id", "life_area", name=op.f("uq_plan_score_plan_id")),
    )
    op.create_index(op.f("ix_plan_score_plan_id"), "plan_score", ["plan_id"], unique=False)
    op.create_index(
        op.f("ix_plan_score_subject_id"), "plan_score", ["subject_id"], unique=False
    )
    op.create_table(
        "plan_section",
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(code) <= 16", name=op.f("ck_plan_section_code_length")),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plan.id"], name=op.f("fk_plan_section_plan_id_plan")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_plan_section_subject_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_section")),
        sa.UniqueConstraint("plan_id", "code", name=op.f("uq_plan_section_plan_id")),
    )
    op.create_index(op.f("ix_plan_section_plan_id"), "plan_section", ["plan_id"], unique=False)
    op.create_index(
        op.f("ix_plan_section_subject_id"), "plan_section", ["subject_id"], unique=False
    )
    op.create_table(
        "contact_note",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("worker_id", sa.Uuid(), nullable=True),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("text", sa.String(length=20000), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("goal_id", sa.Uuid(), nullable=True),
        sa.Column("corrects_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(kind) <= 16", name=op.f("ck_contact_note_kind_length")),
        sa.CheckConstraint("length(text) <= 20000", name=op.f("ck_contact_note_text_length")),
        sa.ForeignKeyConstraint(
            ["corrects_id"],
            ["contact_note.id"],
            name=op.f("fk_contact_note_corrects_id_contact_note"),
        ),
        sa.ForeignKeyConstraint(
            ["goal_id"], ["plan_goal.id"], name=op.f("fk_contact_note_goal_id_plan_goal")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_contact_note_subject_id_client")
        ),
        sa.ForeignKeyConstraint(
            ["worker_id"], ["worker.id"], name=op.f("fk_contact_note_worker_id_worker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_note")),
    )
    op.create_index(
        op.f("ix_contact_note_corrects_id"), "contact_note", ["corrects_id"], unique=False
    )
    op.create_index(
        op.f("ix_contact_note_subject_id"), "contact_note", ["subject_id"], unique=False
    )
    op.create_table(
        "plan_action",
        sa.Column("goal_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("owner", sa.String(length=16), nullable=False),
        sa.Column("owner_name", sa.String(length=200), nullable=False),
        sa.Column("when_text", sa.String(length=200), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(owner) <= 16", name=op.f("ck_plan_action_owner_length")),
        sa.CheckConstraint(
            "length(owner_name) <= 200", name=op.f("ck_plan_action_owner_name_length")
        ),
        sa.CheckConstraint("length(what) <= 200", name=op.f("ck_plan_action_what_length")),
        sa.CheckConstraint(
            "length(when_text) <= 200", name=op.f("ck_plan_action_when_text_length")
        ),
        sa.ForeignKeyConstraint(
            ["goal_id"], ["plan_goal.id"], name=op.f("fk_plan_action_goal_id_plan_goal")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_plan_action_subject_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_action")),
    )
    op.create_index(op.f("ix_plan_action_goal_id"), "plan_action", ["goal_id"], unique=False)
    op.create_index(
        op.f("ix_plan_action_subject_id"), "plan_action", ["subject_id"], unique=False
    )
