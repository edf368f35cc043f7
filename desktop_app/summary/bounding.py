"""How low and how high unknown numbers can be, by linear programs on one model."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.summary import solver

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Bounds = Sequence[tuple[float, float]]

_NEAR = 1e-6


@dataclass(frozen=True, slots=True)
class Limit:
    """A weighted sum of numbers lies between two bounds: surely, or by a named assumption."""

    low: float
    high: float
    weights: Mapping[int, float]
    assumption: str | None = None


@dataclass(frozen=True, slots=True)
class Extremes:
    """What follows from bounds and limits.

    Args:
        intervals: lowest and highest whole value per number.
        same: per pair that was asked about, whether both are surely equal.
        programs: how many linear programs were solved.
    """

    intervals: tuple[tuple[int, int], ...]
    same: tuple[bool, ...]
    programs: int


def consistent(bounds: Bounds, limits: Sequence[Limit]) -> list[Limit]:
    """Return the limits without those assumptions that contradict the rest.

    Each assumption may be broken at a price; the cheapest world says which ones are.

    Raises:
        ValueError: even what is sure does not fit together.
    """
    soft = [at for at, limit in enumerate(limits) if limit.assumption]
    columns = [(0.0, low, high) for low, high in bounds]
    columns += [(1.0, 0.0, solver.INFINITY)] * (2 * len(soft))
    slack = {at: len(bounds) + 2 * place for place, at in enumerate(soft)}
    rows = []
    for at, limit in enumerate(limits):
        give = {slack[at]: 1.0, slack[at] + 1: -1.0} if at in slack else {}
        rows.append((limit.low, limit.high, {**limit.weights, **give}))
    highs = solver.solver(presolve=False)
    solver.load(highs, columns, rows)
    point = solver.solve(highs)
    if point is None:
        raise ValueError("published numbers contradict their own rules")
    return [
        limit
        for at, limit in enumerate(limits)
        if at not in slack or point[slack[at]] + point[slack[at] + 1] < _NEAR
    ]


def extremes(
    bounds: Bounds, limits: Sequence[Limit], pairs: Sequence[tuple[int, int]]
) -> Extremes:
    """Bound every number, and tell which parts surely equal their whole.

    Each program starts from the basis of the last. A bound that some earlier solution already
    reached needs no program of its own.

    Args:
        bounds: lowest and highest value per number by itself.
        limits: what holds between numbers; they must fit together.
        pairs: a part and its whole.
    """
    highs = solver.solver(presolve=False)
    columns = [(0.0, low, high) for low, high in bounds]
    solver.load(highs, columns, [(limit.low, limit.high, limit.weights) for limit in limits])
    probes = [{at: sign} for at in range(len(bounds)) for sign in (1.0, -1.0)]
    probes += [{whole: -1.0, part: 1.0} for part, whole in pairs]
    goals = [low if sign > 0 else -high for low, high in bounds for sign in (1.0, -1.0)]
    goals += [-1.0] * len(pairs)  # a difference of one already disproves "the same"
    best, programs = _minimise(highs, probes, goals)
    return Extremes(
        intervals=tuple(
            (math.ceil(best[2 * at] - _NEAR), math.floor(-best[2 * at + 1] + _NEAR))
            for at in range(len(bounds))
        ),
        same=tuple(value > -_NEAR for value in best[2 * len(bounds) :]),
        programs=programs,
    )


def _minimise(
    highs: solver.Solver, probes: list[dict[int, float]], goals: list[float]
) -> tuple[list[float], int]:
    """Return the least value of every probe over all worlds that fit."""
    best = [solver.INFINITY] * len(probes)
    programs = 0
    for i, probe in enumerate(probes):
        if best[i] <= goals[i] + _NEAR:
            continue
        for at, weight in probe.items():
            highs.changeColCost(at, weight)
        point = solver.solve(highs)
        programs += 1
        for at in probe:
            highs.changeColCost(at, 0.0)
        if point is None:
            raise RuntimeError("a feasible model became infeasible")
        for j in range(i, len(probes)):
            if best[j] > goals[j]:
                best[j] = min(best[j], sum(w * point[at] for at, w in probes[j].items()))
    return best, programs
