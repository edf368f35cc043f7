"""Text that can be read: without the signs that come along with what is pasted or read in."""

from __future__ import annotations

import re

_STEERING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""All that steers a terminal or a printer but tabs and new lines; no workbook may hold them."""


def legible(text: str) -> str:
    """Return a text without the signs that nobody can read."""
    return _STEERING.sub("", text)
