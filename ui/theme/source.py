"""The token file as it is written: the first picture needs no more of the theme."""

from __future__ import annotations

from functools import cache
from typing import Any

from desktop_app import assets


@cache
def data() -> Any:
    """Return resources/ui/tokens.json."""
    return assets.read_json("ui/tokens.json")
