"""Plans of a real register: looked at, saved, printed by the hundred, bound."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app import practice
from desktop_app.plans import (
    copies,
    differences,
    freezing,
    packs,
    printing,
    reading,
    versions,
    writing,
)
from tests.plans import sample

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop_app.store.database import Database

    Seconds = Callable[[Callable[[], Any], int], float]
    Hold = Callable[[str, float, float, str], None]

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A practice register in which 100 people have a plan."""
    folder = tmp_path_factory.mktemp("plans") / "register"
    made = practice.make_register(folder, today=TODAY, clients=150, months=24)
    yield made.db
    made.db.close()


@pytest.mark.benchmark
def test_a_hundred_plans_of_a_register(
    register: Database, seconds: Seconds, hold: Hold, tmp_path: Path
) -> None:
    clients = [row.client_id for row in versions.plan_rows(register, today=TODAY)][:100]
    assert len(clients) == 100
    printing.print_plan(sample.PLAN)

    def save() -> None:
        packs.save_all(register, tmp_path, today=TODAY, of=clients)

    def bind() -> None:
        packs.save_all(register, tmp_path, today=TODAY, of=clients, bound=True)

    hold("100 plans from a register into a folder", seconds(save, 1), 6, "s")
    hold("The same, bound into one file too", seconds(bind, 1), 8, "s")


@pytest.mark.benchmark
def test_an_editor_waits_for_nothing(register: Database, seconds: Seconds, hold: Hold) -> None:
    draft = next(r for r in versions.plan_rows(register, today=TODAY) if r.status == "CON")
    before = versions.versions(register, draft.client_id, today=TODAY)[-1].plan_id
    section = "P02"
    version = next(
        card.version
        for card in reading.plan_card(register, draft.plan_id, today=TODAY).sections
        if card.section.code == section
    )
    saved = [version]

    def save() -> None:
        text = f"Ik wil rust, nu {saved[-1]} keer."
        saved.append(
            writing.save_section(
                register, draft.plan_id, section, {"wish": text}, version=saved[-1]
            )
        )

    def shown() -> None:
        reading.plan_card(register, draft.plan_id, today=TODAY)

    def previewed() -> None:
        freezing.preview(register, draft.plan_id, today=TODAY)

    def compared() -> None:
        differences.differences(register, before, draft.plan_id, today=TODAY)

    shown()
    previewed()
    hold("A plan with all that its editor shows", 1000 * seconds(shown, 31), 20, "ms")
    hold("One section saved, log and history included", 1000 * seconds(save, 31), 20, "ms")
    hold("A draft from the register as PDF", 1000 * seconds(previewed, 31), 60, "ms")
    hold("What changed since another version", 1000 * seconds(compared, 31), 50, "ms")


@pytest.mark.benchmark
def test_a_frozen_plan_comes_from_the_register_at_once(
    register: Database, seconds: Seconds, hold: Hold
) -> None:
    plan = next(r for r in versions.plan_rows(register, today=TODAY) if r.status == "LOP")
    freezing.print_for_signature(register, plan.plan_id, today=TODAY)

    def copied() -> None:
        copies.copy(register, plan.plan_id, today=TODAY)

    hold("A frozen plan out of the register, noted", 1000 * seconds(copied, 31), 20, "ms")
