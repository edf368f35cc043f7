"""When two written names may be one: the same but for marks, case and one slip of the hand."""

from __future__ import annotations


def one_slip(one: str, other: str) -> bool:
    """Tell whether two words differ by at most one letter put in, left out, changed or swapped.

    Optimal string alignment of 0 or 1, in one pass.
    """
    if one == other:
        return True
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:  # the longer one has a letter more at its end
        return True
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    if one[start + 1 :] == other[start + 1 :]:
        return True
    swapped = other[start + 1 : start + 2] + other[start : start + 1]
    return one[start : start + 2] == swapped and one[start + 2 :] == other[start + 2 :]
