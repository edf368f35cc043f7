"""Housing: complexes, dwellings with dated status, tenancies, tasks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "complex",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("municipality", sa.String(length=16), nullable=True),
        sa.Column("housing_form", sa.String(length=16), nullable=False),
        sa.Column("landlord", sa.String(length=200), nullable=False),
        sa.Column("landlord_kind", sa.String(length=16), nullable=True),
        sa.Column("planned", sa.Integer(), nullable=False),
        sa.Column("expected_quarter", sa.String(length=6), nullable=False),
        sa.Column("total_dwellings", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(code) <= 8", name=op.f("ck_complex_code_length")),
        sa.CheckConstraint(
            "length(expected_quarter) <= 6", name=op.f("ck_complex_expected_quarter_length")
        ),
        sa.CheckConstraint(
            "length(housing_form) <= 16", name=op.f("ck_complex_housing_form_length")
        ),
        sa.CheckConstraint("length(landlord) <= 200", name=op.f("ck_complex_landlord_length")),
        sa.CheckConstraint(
            "length(landlord_kind) <= 16", name=op.f("ck_complex_landlord_kind_length")
        ),
        sa.CheckConstraint(
            "length(municipality) <= 16", name=op.f("ck_complex_municipality_length")
        ),
        sa.CheckConstraint("length(name) <= 200", name=op.f("ck_complex_name_length")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complex")),
        sa.UniqueConstraint("code", name=op.f("uq_complex_code")),
    )
    op.create_table(
        "dwelling",
        sa.Column("complex_id", sa.Uuid(), nullable=True),
        sa.Column("street", sa.String(length=200), nullable=False),
        sa.Column("house_number", sa.Integer(), nullable=False),
        sa.Column("house_letter", sa.String(length=1), nullable=False),
        sa.Column("addition", sa.String(length=4), nullable=False),
        sa.Column("postcode", sa.String(length=6), nullable=False),
        sa.Column("city", sa.String(length=200), nullable=False),
        sa.Column("municipality", sa.String(length=16), nullable=True),
        sa.Column("housing_form", sa.String(length=16), nullable=False),
        sa.Column("dwelling_type", sa.String(length=16), nullable=True),
        sa.Column("accessibility", sa.String(length=16), nullable=True),
        sa.Column("rooms", sa.Integer(), nullable=True),
        sa.Column("surface_m2", sa.Integer(), nullable=True),
        sa.Column("floor", sa.Integer(), nullable=True),
        sa.Column("self_contained", sa.Boolean(), nullable=False),
        sa.Column("pets_allowed", sa.Boolean(), nullable=True),
        sa.Column("rent_cents", sa.Integer(), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("landlord", sa.String(length=200), nullable=False),
        sa.Column("landlord_kind", sa.String(length=16), nullable=True),
        sa.Column("sort_name", sa.String(length=420), nullable=False),
        sa.Column("search_text", sa.String(length=900), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("capacity >= 1", name=op.f("ck_dwelling_capacity_positive")),
        sa.CheckConstraint(
            "length(accessibility) <= 16", name=op.f("ck_dwelling_accessibility_length")
        ),
        sa.CheckConstraint("length(addition) <= 4", name=op.f("ck_dwelling_addition_length")),
        sa.CheckConstraint("length(city) <= 200", name=op.f("ck_dwelling_city_length")),
        sa.CheckConstraint(
            "length(dwelling_type) <= 16", name=op.f("ck_dwelling_dwelling_type_length")
        ),
        sa.CheckConstraint(
            "length(house_letter) <= 1", name=op.f("ck_dwelling_house_letter_length")
        ),
        sa.CheckConstraint(
            "length(housing_form) <= 16", name=op.f("ck_dwelling_housing_form_length")
        ),
        sa.CheckConstraint("length(landlord) <= 200", name=op.f("ck_dwelling_landlord_length")),
        sa.CheckConstraint(
            "length(landlord_kind) <= 16", name=op.f("ck_dwelling_landlord_kind_length")
        ),
        sa.CheckConstraint(
            "length(municipality) <= 16", name=op.f("ck_dwelling_municipality_length")
        ),
        sa.CheckConstraint("length(postcode) <= 6", name=op.f("ck_dwelling_postcode_length")),
        sa.CheckConstraint(
            "length(search_text) <= 900", name=op.f("ck_dwelling_search_text_length")
        ),
        sa.CheckConstraint(
            "length(sort_name) <= 420", name=op.f("ck_dwelling_sort_name_length")
        ),
        sa.CheckConstraint("length(street) <= 200", name=op.f("ck_dwelling_street_length")),
        sa.ForeignKeyConstraint(
            ["complex_id"], ["complex.id"], name=op.f("fk_dwelling_complex_id_complex")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dwelling")),
    )
    op.create_index(op.f("ix_dwelling_complex_id"), "dwelling", ["complex_id"], unique=False)
    op.create_index(op.f("ix_dwelling_sort_name"), "dwelling", ["sort_name"], unique=False)
    op.create_table(
        "dwelling_status",
        sa.Column("dwelling_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("vacancy_reason", sa.String(length=16), nullable=True),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "length(status) <= 16", name=op.f("ck_dwelling_status_status_length")
        ),
        sa.CheckConstraint(
            "length(vacancy_reason) <= 16",
            name=op.f("ck_dwelling_status_vacancy_reason_length"),
        ),
        sa.ForeignKeyConstraint(
            ["dwelling_id"],
            ["dwelling.id"],
            name=op.f("fk_dwelling_status_dwelling_id_dwelling"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dwelling_status")),
    )
    op.create_index(
        op.f("ix_dwelling_status_dwelling_id"), "dwelling_status", ["dwelling_id"], unique=False
    )
    op.create_table(
        "task",
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("worker_id", sa.Uuid(), nullable=True),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("dwelling_id", sa.Uuid(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(title) <= 200", name=op.f("ck_task_title_length")),
        sa.ForeignKeyConstraint(
            ["dwelling_id"], ["dwelling.id"], name=op.f("fk_task_dwelling_id_dwelling")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_task_subject_id_client")
        ),
        sa.ForeignKeyConstraint(
            ["worker_id"], ["worker.id"], name=op.f("fk_task_worker_id_worker")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
    )
    op.create_index(op.f("ix_task_due_on"), "task", ["due_on"], unique=False)
    op.create_index(op.f("ix_task_subject_id"), "task", ["subject_id"], unique=False)
    op.create_table(
        "tenancy",
        sa.Column("dwelling_id", sa.Uuid(), nullable=False),
        sa.Column("tenancy_type", sa.String(length=16), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("contract_until", sa.Date(), nullable=True),
        sa.Column("flip_planned_on", sa.Date(), nullable=True),
        sa.Column("flip_stage", sa.String(length=16), nullable=True),
        sa.Column("flipped_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(length=16), nullable=True),
        sa.Column("destination", sa.String(length=16), nullable=True),
        sa.Column("rent_cents", sa.Integer(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "ended_on IS NULL OR ended_on >= starts_on", name=op.f("ck_tenancy_end_after_start")
        ),
        sa.CheckConstraint(
            "length(destination) <= 16", name=op.f("ck_tenancy_destination_length")
        ),
        sa.CheckConstraint(
            "length(end_reason) <= 16", name=op.f("ck_tenancy_end_reason_length")
        ),
        sa.CheckConstraint(
            "length(flip_stage) <= 16", name=op.f("ck_tenancy_flip_stage_length")
        ),
        sa.CheckConstraint(
            "length(tenancy_type) <= 16", name=op.f("ck_tenancy_tenancy_type_length")
        ),
        sa.ForeignKeyConstraint(
            ["dwelling_id"], ["dwelling.id"], name=op.f("fk_tenancy_dwelling_id_dwelling")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["client.id"], name=op.f("fk_tenancy_subject_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenancy")),
    )
    op.create_index(op.f("ix_tenancy_dwelling_id"), "tenancy", ["dwelling_id"], unique=False)
    op.create_index(op.f("ix_tenancy_subject_id"), "tenancy", ["subject_id"], unique=False)
