"""Sizes of files and disks, in words."""

from __future__ import annotations

from desktop_app.words import language

_STEP = 1000
_FEW = 10


def size_in_words(size: int) -> str:
    """Return a size in bytes as disks are sold: 840 kB, 1,2 MB, 57 GB."""
    value, unit = size / _STEP, "kB"
    for larger in ("MB", "GB", "TB"):
        if value < _STEP:
            break
        value, unit = value / _STEP, larger
    digits = 1 if unit != "kB" and value < _FEW else 0
    written = f"{max(value, 1 if size else 0):.{digits}f}"
    return f"{written.replace('.', ',') if language() == 'nl' else written} {unit}"
