"""How benchmarks measure and what they hand to `bootstrap.py bench` for its table."""

from __future__ import annotations

import gc
import json
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def seconds() -> Callable[[Callable[[], Any], int], float]:
    """Give `seconds(action, rounds)`: the median time of an action, with garbage kept out.

    For a ratio measure both sides in one test, so that a busy machine slows both.
    """

    def measure(action: Callable[[], Any], rounds: int) -> float:
        times = []
        for _ in range(rounds):
            gc.collect()
            gc.disable()
            try:
                start = perf_counter()
                action()
                times.append(perf_counter() - start)
            finally:
                gc.enable()
        return median(times)

    return measure


@pytest.fixture
def hold(
    record_property: Callable[[str, Any], None],
) -> Callable[[str, float, float, str], None]:
    """Give `hold(what, figure, limit, unit)`: a line of the table, or a failure.

    The unit is "ms", "s", "MB" or "x" (a ratio).
    """

    def compare(what: str, figure: float, limit: float, unit: str) -> None:
        line = {"what": what, "figure": figure, "limit": limit, "unit": unit}
        record_property("benchmark", json.dumps(line, ensure_ascii=False))
        assert figure <= limit, f"{what}: {figure:.3g} {unit}, at most {limit:g} {unit}"

    return compare
