"""The token file as it is written.

On Qt's constants, for all that the first picture is made of: PySide makes a Python class of
every enumeration of a Qt class when that is first touched, and `Qt` itself has a hundred. That
takes as long as all else together. So these rooms import `QtCore` and say `QtCore.Qt` only
where somebody types or clicks, use a number where a property takes one, and draw by SVG: a
coloured pen or brush needs `Qt` too. A test holds them to it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from desktop_app import assets


@cache
def data() -> Any:
    """Return resources/ui/tokens.json."""
    return assets.read_json("ui/tokens.json")
