"""Open the window: `thuisbasis [FOLDER]`.

First comes a picture: the row of houses needs neither fonts, icons nor a style sheet. The
unlock screen follows in the same breath, and all that is heavy after that, on the worker.
"""

from __future__ import annotations

import builtins
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

_plain_import = builtins.__import__

from PySide6.QtWidgets import QApplication  # noqa: E402

# PySide's own import reads the source of every module for a switch that we do not use.
builtins.__import__ = _plain_import

from desktop_app import paths, settings  # noqa: E402
from ui.shell import Shell  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.app import App


def begin(qt: QApplication, shell: Shell, chosen: settings.Settings, file: Path) -> App:
    """Put the unlock screen where the first picture is."""
    from ui.app import App  # noqa: PLC0415 - after the first picture

    app = App(qt, shell, chosen, file)
    app.start()
    return app


def main() -> None:
    """Run the program until its window is closed."""
    os.umask(0o077)  # what we write is for this user alone
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("Thuisbasis")
    shell = show(qt, paths.settings_file(), sys.argv[1:])
    code = qt.exec()
    shell.deleteLater()
    _end()
    sys.exit(code)


def show(
    qt: QApplication, file: Path, folders: Sequence[str], then: Callable[..., object] = begin
) -> Shell:
    """Show the first picture, and begin once it stands on the screen.

    Args:
        qt: Qt's application.
        file: where the choices of this computer are kept.
        folders: the register to offer, if another than that of last time.
        then: what to begin.
    """
    chosen = settings.read(file)
    if folders:
        chosen = replace(chosen, folder=Path(folders[0]).absolute(), slot="")
    shell = Shell(qt, chosen.theme)
    shell.painted.connect(lambda: then(qt, shell, chosen, file))
    shell.show()
    return shell


def _end() -> None:
    from ui import background  # noqa: PLC0415 - as in `begin`

    background.finish()


if __name__ == "__main__":
    main()
