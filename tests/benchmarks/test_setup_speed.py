"""Set-up that has nothing to do is not felt."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from installer.environment import python
from tests.installer.conftest import checkout  # noqa: F401 - a fixture of the set-up's own tests

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.installer.conftest import Checkout


@pytest.mark.benchmark
def test_a_start_with_nothing_to_set_up(
    checkout: Checkout,  # noqa: F811
    seconds: Callable[[Callable[[], Any], int], float],
    hold: Callable[[str, float, float, str], None],
) -> None:
    checkout.bootstrap("python", "-c", "pass")
    inside = python(checkout.root / ".venv")
    through = [sys.executable, str(checkout.root / "installer/bootstrap.py"), "python"]
    with_it = seconds(lambda: subprocess.run([*through, "-c", "pass"], check=True), 9)
    without = seconds(lambda: subprocess.run([inside, "-c", "pass"], check=True), 9)
    hold("Set-up with nothing to do", 1000 * (with_it - without), 200, "ms")
