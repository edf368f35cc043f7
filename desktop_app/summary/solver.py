"""The one door to HiGHS: one thread, no output, a fixed seed, so the same answer every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from highspy import HighsModelStatus

# The public Highs class writes a banner to stdout when made and keeps a thread for callbacks;
# the class below it is the same solver without both.
from highspy._core import HighsLp, HighsVarType, MatrixFormat, _Highs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

INFINITY = float("inf")
Solver = _Highs


def solver(*, presolve: bool) -> _Highs:
    """Return a quiet solver; without presolve a new objective starts from the last basis."""
    highs = _Highs()
    for option, value in (
        ("output_flag", False),
        ("threads", 1),
        ("random_seed", 0),
        ("time_limit", 10.0),
        ("mip_rel_gap", 0.0),
        ("presolve", "on" if presolve else "off"),
    ):
        highs.setOptionValue(option, value)
    return highs


def load(
    highs: _Highs,
    columns: Sequence[tuple[float, float, float]],
    rows: Sequence[tuple[float, float, Mapping[int, float]]],
    *,
    whole_numbers: bool = False,
) -> None:
    """Hand a model over.

    Args:
        highs: a solver of `solver`.
        columns: cost, lowest and highest value per variable.
        rows: lowest and highest value of a weighted sum, and its weights by variable.
        whole_numbers: whether all variables must be integers.
    """
    lp = HighsLp()
    lp.num_col_, lp.num_row_ = len(columns), len(rows)
    costs, lowest, highest = np.array(columns, dtype=np.float64).reshape(-1, 3).T
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = costs, lowest, highest
    lp.row_lower_ = np.array([row[0] for row in rows], dtype=np.float64)
    lp.row_upper_ = np.array([row[1] for row in rows], dtype=np.float64)
    lengths = np.array([len(row[2]) for row in rows], dtype=np.int32)
    lp.a_matrix_.format_ = MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.concatenate(([0], np.cumsum(lengths))).astype(np.int32)
    lp.a_matrix_.index_ = np.array([i for row in rows for i in row[2]], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([w for row in rows for w in row[2].values()])
    if whole_numbers:
        lp.integrality_ = [HighsVarType.kInteger] * len(columns)
    highs.passModel(lp)


def solve(highs: _Highs) -> list[float] | None:
    """Return the best values, or None when nothing satisfies all rows.

    Raises:
        RuntimeError: the solver gave up, which these small models never make it do.
    """
    highs.run()
    status = highs.getModelStatus()
    if status == HighsModelStatus.kOptimal:
        return list(highs.getSolution().col_value)
    if status in {HighsModelStatus.kInfeasible, HighsModelStatus.kUnboundedOrInfeasible}:
        return None
    raise RuntimeError(f"HiGHS stopped with {status}")
