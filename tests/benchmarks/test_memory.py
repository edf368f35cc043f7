"""How much memory the program holds with a register open and its pages visited."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from desktop_app import practice
from desktop_app.store.tables import Plan

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads Linux's /proc"),
]
ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 24)


def test_memory_with_a_register_open(
    tmp_path: Path, hold: Callable[[str, float, float, str], None]
) -> None:
    made = practice.make_register(tmp_path / "r", clients=300, today=TODAY)
    with made.db.read() as session:
        client = session.scalars(select(Plan.client_id).order_by(Plan.id)).first()
    made.db.close()
    choices = tmp_path / "settings.toml"
    choices.write_text("")
    told = subprocess.run(
        [
            *(sys.executable, "tests/benchmarks/visiting.py"),
            *(made.db.folder, choices, str(client), practice.PASSWORD),
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
        timeout=180,
    )
    hold("memory, 300 clients, every page visited", int(told.stdout) / 1024, 220, "MB")
