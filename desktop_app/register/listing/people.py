"""The list of clients: everything that is filled in, and where each one is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.register.listing.columns import Column, coded, table
from desktop_app.store.tables import (
    Client,
    Decision,
    Dwelling,
    Referral,
    Tenancy,
    TrajectoryStep,
    Worker,
)
from desktop_app.words import N_

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from desktop_app.register.spreadsheets import Cell


@dataclass(frozen=True, slots=True)
class ClientLine:
    """A client with the newest of what changes over time."""

    client: Client
    referral: Referral | None
    step: TrajectoryStep | None
    decision: Decision | None
    key_worker: str
    stand_in: str
    address: str


def client_table(session: Session, today: date) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """Return heads and rows, by last name."""
    referrals = {row.client_id: row for row in session.scalars(select(Referral))}
    steps = {
        row.client_id: row
        for row in session.scalars(
            select(TrajectoryStep).order_by(TrajectoryStep.on, TrajectoryStep.id)
        )
    }
    decisions = {
        row.client_id: row
        for row in session.scalars(select(Decision).order_by(Decision.starts_on))
    }
    names = dict(session.execute(select(Worker.id, Worker.name)).all())
    homes = _homes(session, today)
    clients = session.scalars(select(Client).order_by(Client.sort_name, Client.id))
    return table(
        CLIENT_COLUMNS,
        (
            ClientLine(
                client=client,
                referral=referrals.get(client.id),
                step=steps.get(client.id),
                decision=decisions.get(client.id),
                key_worker=names[client.key_worker_id] if client.key_worker_id else "",
                stand_in=names[client.stand_in_id] if client.stand_in_id else "",
                address=homes.get(client.id, ""),
            )
            for client in clients
        ),
    )


def _homes(session: Session, today: date) -> dict[object, str]:
    lives = (Tenancy.starts_on <= today) & (
        Tenancy.ended_on.is_(None) | (Tenancy.ended_on >= today)
    )
    found = session.execute(
        select(Tenancy.client_id, Dwelling)
        .join(Dwelling, Dwelling.id == Tenancy.dwelling_id)
        .where(lives)
        .order_by(Tenancy.starts_on)
    )
    return {client_id: dwelling.address for client_id, dwelling in found}


CLIENT_COLUMNS: tuple[Column[ClientLine], ...] = (
    Column(N_("Client number"), lambda line: line.client.number),
    Column(N_("Call name"), lambda line: line.client.call_name),
    Column(N_("Initials"), lambda line: line.client.initials),
    Column(N_("Infix"), lambda line: line.client.infix),
    Column(N_("Last name"), lambda line: line.client.last_name),
    Column(N_("Date of birth"), lambda line: line.client.birth_date),
    Column(N_("Year of birth"), lambda line: line.client.birth_year),
    coded(N_("Gender"), "gender", lambda line: line.client.gender),
    coded(N_("Municipality"), "municipality_u16", lambda line: line.client.municipality),
    Column(N_("Phone"), lambda line: line.client.phone),
    Column(N_("E-mail"), lambda line: line.client.email),
    Column(N_("Language"), lambda line: line.client.language),
    coded(N_("Household"), "household_type", lambda line: line.client.household_type),
    coded(N_("Homeless for"), "homeless_duration", lambda line: line.client.homeless_duration),
    coded(N_("Income"), "income_source", lambda line: line.client.income_source),
    coded(N_("Debts"), "debt_status", lambda line: line.client.debt_status),
    coded(
        N_("Money management"), "money_management", lambda line: line.client.money_management
    ),
    coded(N_("Day activity"), "day_activity", lambda line: line.client.day_activity),
    coded(N_("Programme"), "programme", lambda line: line.client.programme),
    Column(N_("Key worker"), lambda line: line.key_worker),
    Column(N_("Stand-in"), lambda line: line.stand_in),
    Column(N_("Counts for the region"), lambda line: line.client.counts_for_region),
    Column(N_("Died on"), lambda line: line.client.died_on),
    Column(
        N_("Referred on"), lambda line: line.referral.received_on if line.referral else None
    ),
    coded(
        N_("Referred by"),
        "referral_source",
        lambda line: line.referral.source if line.referral else None,
    ),
    coded(
        N_("Slept before"),
        "ethos_light",
        lambda line: line.referral.living_situation if line.referral else None,
    ),
    coded(
        N_("Municipality of origin"),
        "municipality_u16",
        lambda line: line.referral.municipality if line.referral else None,
    ),
    coded(
        N_("Client status"),
        "trajectory_status",
        lambda line: line.step.status if line.step else None,
    ),
    Column(N_("Client status since"), lambda line: line.step.on if line.step else None),
    coded(
        N_("Waits for"),
        "wait_reason",
        lambda line: line.step.wait_reason if line.step else None,
    ),
    coded(
        N_("Legal frame"),
        "legal_frame",
        lambda line: line.decision.legal_frame if line.decision else None,
    ),
    Column(
        N_("Decision from"), lambda line: line.decision.starts_on if line.decision else None
    ),
    Column(N_("Decision until"), lambda line: line.decision.ends_on if line.decision else None),
    Column(
        N_("Decision number"), lambda line: line.decision.reference if line.decision else ""
    ),
    Column(N_("Lives at"), lambda line: line.address),
)
