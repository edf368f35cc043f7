"""Render every screen to PNG: `python -m ui.gallery OUT [--only NAME]`."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import words
from ui import background
from ui.gallery.shots import SHOTS, Shot
from ui.parts.painted import PaintedButton
from ui.parts.pdf_view import PdfView
from ui.theme import fonts, look
from ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to look at a screen."""

    name: str
    look: Look
    width: int = 1440
    height: int = 900


_PAUSE_MS = 60
_PATIENCE = 10.0
"""Seconds that a picture may take to be complete."""

VARIANTS = (
    Variant("light", Look("light", still=True)),
    Variant("dark", Look("dark", still=True)),
    Variant("1280x720", Look("light", still=True), 1280, 720),
    Variant("text150", Look("light", text=150, still=True)),
)


def main(arguments: list[str]) -> int:
    """Write OUT/NAME-VARIANT.png for every shot, or only for those whose name holds NAME."""
    parser = argparse.ArgumentParser(prog="python -m ui.gallery", description=__doc__)
    parser.add_argument("out", type=Path, help="folder for the pictures")
    parser.add_argument("--only", default="", help="part of a shot's name")
    parser.add_argument("--variant", choices=[v.name for v in VARIANTS], help="only this look")
    wanted = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as home:
        os.environ["XDG_DOCUMENTS_DIR"] = home  # nobody's own folders come into a picture
        _draw(wanted)
    return 0


def _draw(wanted: argparse.Namespace) -> None:
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    fonts.load()
    words.set_language("nl")
    wanted.out.mkdir(parents=True, exist_ok=True)
    for variant in VARIANTS:
        if wanted.variant and variant.name != wanted.variant:
            continue
        look.wear(app, variant.look)
        for shot in SHOTS:
            if wanted.only in shot.name:
                _picture(shot, variant, wanted.out)


def _picture(shot: Shot, variant: Variant, out: Path) -> None:
    widget = shot.build()
    widget.resize(variant.width, variant.height)
    widget.show()
    _settle(widget)
    widget.grab().save(str(out / f"{shot.name}-{variant.name}.png"))
    widget.close()
    widget.deleteLater()


def _settle(widget: QWidget) -> None:
    """Wait until what loads in the background stands on the screen."""
    deadline = monotonic() + _PATIENCE
    _wait(_PAUSE_MS)
    papers = widget.findChildren(PdfView)
    while monotonic() < deadline and not all(map(_drawn, papers)):
        _wait(_PAUSE_MS)
    if papers:
        _wait(_PAUSE_MS)  # a page that was measured as it came takes its room after that
    focused = widget.focusWidget()
    if isinstance(focused, PaintedButton):
        focused.clearFocus()  # the ring that only starting a window puts on its first button
    widget.repaint()


def _drawn(view: PdfView) -> bool:
    return not view.isVisible() or (view.page_count() > 0 and view.drawn())


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    background.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
