"""People: clients, households, who stands around them, their way and support."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "client",
        sa.Column("number_letter", sa.String(length=3), nullable=False),
        sa.Column("number_count", sa.Integer(), nullable=False),
        sa.Column("call_name", sa.String(length=200), nullable=False),
        sa.Column("last_name", sa.String(length=200), nullable=False),
        sa.Column("infix", sa.String(length=40), nullable=False),
        sa.Column("initials", sa.String(length=40), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("gender", sa.String(length=16), nullable=True),
        sa.Column("municipality", sa.String(length=16), nullable=True),
        sa.Column("phone", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("household_type", sa.String(length=16), nullable=True),
        sa.Column("homeless_duration", sa.String(length=16), nullable=True),
        sa.Column("income_source", sa.String(length=16), nullable=True),
        sa.Column("debt_status", sa.String(length=16), nullable=True),
        sa.Column("money_management", sa.String(length=16), nullable=True),
        sa.Column("day_activity", sa.String(length=16), nullable=True),
        sa.Column("programme", sa.String(length=16), nullable=True),
        sa.Column("key_worker_id", sa.Uuid(), nullable=True),
        sa.Column("counts_for_region", sa.Boolean(), nullable=False),
        sa.Column("died_on", sa.Date(), nullable=True),
        sa.Column("sort_name", sa.String(length=420), nullable=False),
        sa.Column("search_text", sa.String(length=900), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(call_name) <= 200", name=op.f("ck_client_call_name_length")),
        sa.CheckConstraint(
            "length(day_activity) <= 16", name=op.f("ck_client_day_activity_length")
        ),
        sa.CheckConstraint(
            "length(debt_status) <= 16", name=op.f("ck_client_debt_status_length")
        ),
        sa.CheckConstraint("length(email) <= 200", name=op.f("ck_client_email_length")),
        sa.CheckConstraint("length(gender) <= 16", name=op.f("ck_client_gender_length")),
        sa.CheckConstraint(
            "length(homeless_duration) <= 16", name=op.f("ck_client_homeless_duration_length")
        ),
        sa.CheckConstraint(
            "length(household_type) <= 16", name=op.f("ck_client_household_type_length")
        ),
        sa.CheckConstraint(
            "length(income_source) <= 16", name=op.f("ck_client_income_source_length")
        ),
        sa.CheckConstraint("length(infix) <= 40", name=op.f("ck_client_infix_length")),
        sa.CheckConstraint("length(initials) <= 40", name=op.f("ck_client_initials_length")),
        sa.CheckConstraint("length(language) <= 40", name=op.f("ck_client_language_length")),
        sa.CheckConstraint("length(last_name) <= 200", name=op.f("ck_client_last_name_length")),
        sa.CheckConstraint(
            "length(money_management) <= 16", name=op.f("ck_client_money_management_length")
        ),
        sa.CheckConstraint(
            "length(municipality) <= 16", name=op.f("ck_client_municipality_length")
        ),
        sa.CheckConstraint(
            "length(number_letter) <= 3", name=op.f("ck_client_number_letter_length")
        ),
        sa.CheckConstraint("length(phone) <= 200", name=op.f("ck_client_phone_length")),
        sa.CheckConstraint("length(programme) <= 16", name=op.f("ck_client_programme_length")),
        sa.CheckConstraint(
            "length(search_text) <= 900", name=op.f("ck_client_search_text_length")
        ),
        sa.CheckConstraint("length(sort_name) <= 420", name=op.f("ck_client_sort_name_length")),
        sa.ForeignKeyConstraint(
            ["key_worker_id"], ["worker.id"], name=op.f("fk_client_key_worker_id_worker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client")),
        sa.UniqueConstraint(
            "number_letter", "number_count", name=op.f("uq_client_number_letter")
        ),
    )
    op.create_index("ix_client_sort_name_id", "client", ["sort_name", "id"], unique=False)
    op.create_table(
        "contact_person",
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=200), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(name) <= 200", name=op.f("ck_contact_person_name_length")),
        sa.CheckConstraint("length(note) <= 200", name=op.f("ck_contact_person_note_length")),
        sa.CheckConstraint("length(phone) <= 200", name=op.f("ck_contact_person_phone_length")),
        sa.CheckConstraint("length(role) <= 16", name=op.f("ck_contact_person_role_length")),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_contact_person_subject_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_person")),
    )
    op.create_index(
        op.f("ix_contact_person_subject_id"), "contact_person", ["subject_id"], unique=False
    )
    op.create_table(
        "decision",
        sa.Column("legal_frame", sa.String(length=16), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("reference", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "length(legal_frame) <= 16", name=op.f("ck_decision_legal_frame_length")
        ),
        sa.CheckConstraint(
            "length(reference) <= 40", name=op.f("ck_decision_reference_length")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_decision_subject_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    op.create_index(op.f("ix_decision_ends_on"), "decision", ["ends_on"], unique=False)
    op.create_index(op.f("ix_decision_subject_id"), "decision", ["subject_id"], unique=False)
    op.create_table(
        "draft",
        sa.Column("worker_id", sa.Uuid(), nullable=True),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(place) <= 120", name=op.f("ck_draft_place_length")),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_draft_subject_id_client")
        ),
        sa.ForeignKeyConstraint(
            ["worker_id"], ["worker.id"], name=op.f("fk_draft_worker_id_worker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint("worker_id", "place", name=op.f("uq_draft_worker_id")),
    )
    op.create_table(
        "household_member",
        sa.Column("relation", sa.String(length=16), nullable=False),
        sa.Column("first_name", sa.String(length=200), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("lives_in", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "length(first_name) <= 200", name=op.f("ck_household_member_first_name_length")
        ),
        sa.CheckConstraint(
            "length(relation) <= 16", name=op.f("ck_household_member_relation_length")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_household_member_subject_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household_member")),
    )
    op.create_index(
        op.f("ix_household_member_subject_id"), "household_member", ["subject_id"], unique=False
    )
    op.create_table(
        "referral",
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("living_situation", sa.String(length=16), nullable=True),
        sa.Column("municipality", sa.String(length=16), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "length(living_situation) <= 16", name=op.f("ck_referral_living_situation_length")
        ),
        sa.CheckConstraint(
            "length(municipality) <= 16", name=op.f("ck_referral_municipality_length")
        ),
        sa.CheckConstraint("length(source) <= 16", name=op.f("ck_referral_source_length")),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_referral_subject_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
    )
    op.create_index(op.f("ix_referral_subject_id"), "referral", ["subject_id"], unique=False)
    op.create_table(
        "support_period",
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(length=16), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "length(end_reason) <= 16", name=op.f("ck_support_period_end_reason_length")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_support_period_subject_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support_period")),
    )
    op.create_index(
        op.f("ix_support_period_subject_id"), "support_period", ["subject_id"], unique=False
    )
    op.create_table(
        "trajectory_step",
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("wait_reason", sa.String(length=16), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(note) <= 200", name=op.f("ck_trajectory_step_note_length")),
        sa.CheckConstraint(
            "length(status) <= 16", name=op.f("ck_trajectory_step_status_length")
        ),
        sa.CheckConstraint(
            "length(wait_reason) <= 16", name=op.f("ck_trajectory_step_wait_reason_length")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_trajectory_step_subject_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trajectory_step")),
    )
    op.create_index(op.f("ix_trajectory_step_on"), "trajectory_step", ["on"], unique=False)
    op.create_index(
        op.f("ix_trajectory_step_subject_id"), "trajectory_step", ["subject_id"], unique=False
    )
