"""Open the window: `thuisbasis [FOLDER]`.

First comes a picture: the unlock screen, ready to type in, or only the row of houses where no
register is known yet. What is drawn by hand follows in the same breath, and all that is heavy
after that, on the worker.
"""

from __future__ import annotations

import builtins
import gc
import os
import sys
from typing import TYPE_CHECKING

_plain_import = builtins.__import__
gc.disable()  # nothing of what is made here is garbage; `ui/background.py` collects later

import PySide6.QtCore  # noqa: E402, F401 - for the lines around it

# PySide's own import reads the source of every module for a switch that we do not use.
builtins.__import__ = _plain_import

from PySide6.QtWidgets import QApplication  # noqa: E402

from ui.theme import fonts  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop_app.settings import Settings
    from ui.app import App
    from ui.shell import Shell


def begin(qt: QApplication, shell: Shell, chosen: Settings, file: Path) -> App:
    """Put the whole program where the first picture is."""
    from ui.app import App  # noqa: PLC0415 - after the first picture

    app = App(qt, shell, chosen, file)
    app.start()
    return app


def application() -> QApplication:
    """Return Qt's application; asked for its style so, Qt makes no other one first."""
    qt = QApplication([*sys.argv[:1], "-style", "Fusion"])
    qt.setApplicationName("Thuisbasis")
    return qt


def main() -> None:
    """Run the program until its window is closed."""
    os.umask(0o077)  # what we write is for this user alone
    qt = application()
    shell = show(qt, None, sys.argv[1:])
    code = qt.exec()
    shell.deleteLater()
    _end()
    sys.exit(code)


def show(
    qt: QApplication,
    file: Path | None,
    folders: Sequence[str],
    then: Callable[..., object] = begin,
) -> Shell:
    """Show the first picture, and begin once it stands on the screen.

    Args:
        qt: Qt's application.
        file: where the choices of this computer are kept; the usual place if None.
        folders: the register to offer, if another than that of last time.
        then: what to begin.
    """
    fonts_there = fonts.load_aside()
    from ui import first_picture  # noqa: PLC0415 - while the fonts load

    return first_picture.show(qt, file, folders, fonts_there, then)


def _end() -> None:
    from ui import background  # noqa: PLC0415 - as in `begin`

    background.finish()


if __name__ == "__main__":
    main()
