"""The first picture: what stands on the screen before the program has begun.

It is the unlock screen, ready to type in; only the row of houses where no register is known.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import dates, paths, settings, words
from ui.parts.skyline import Skyline
from ui.screens.unlock.front import Front
from ui.screens.unlock.hello import Hello
from ui.shell import Shell
from ui.theme import look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QApplication, QWidget

    from desktop_app.settings import Settings


def show(
    qt: QApplication,
    file: Path | None,
    folders: Sequence[str],
    fonts_there: Callable[[], object],
    then: Callable[..., object],
) -> Shell:
    """Show it, and begin once it stands on the screen; see `ui/__main__.py`."""
    file = file or paths.settings_file()
    chosen = settings.read(file)
    if folders:
        chosen = chosen._replace(folder=Path(folders[0]).absolute(), slot="")
    words.set_language(chosen.language)
    fonts_there()
    look.wear(qt, look.at_first(qt, look.chosen(chosen)))
    shell = Shell(qt)
    shell.painted.connect(lambda: then(qt, shell, chosen, file))
    shell.hold(_picture(chosen))
    shell.show()
    return shell


def _picture(chosen: Settings) -> QWidget:
    folder = settings.known_register(chosen)
    if folder is None:
        return Skyline()
    hour = dates.now().astimezone().hour
    return Front(Hello(folder=folder, slot=chosen.slot, hour=hour))
