"""The fonts that travel with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase

from desktop_app import assets

if TYPE_CHECKING:
    from collections.abc import Callable


def load() -> None:
    """Make the fonts known to Qt, once; any thread may."""
    for name in assets.names("fonts/inter", ".ttf"):
        QFontDatabase.addApplicationFontFromData(assets.read_bytes(f"fonts/inter/{name}"))


def load_aside() -> Callable[[], object]:
    """Begin to load the fonts on a thread; what is returned waits until they are there.

    Before the first font Qt reads all those of the computer, and lets Python go on meanwhile.
    """
    import threading  # noqa: PLC0415 - nothing else needs it so early

    thread = threading.Thread(target=load, name="fonts")
    thread.start()
    return thread.join
