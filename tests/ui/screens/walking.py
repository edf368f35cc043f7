"""Walking through steps of the first run: wait for one, and read what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QLabel, QWidget

from ui import background
from ui.parts.banner import Banner

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.screens.first_run.pages import StepPages
    from ui.screens.first_run.step import Step

SLOW = 30_000
"""Milliseconds that work may take on a busy machine."""
AStep = TypeVar("AStep", bound="Step")


def at(qtbot: QtBot, pages: StepPages, kind: type[AStep]) -> AStep:
    """Wait until a step of a kind is shown."""
    qtbot.waitUntil(lambda: isinstance(pages.step(), kind), timeout=SLOW)
    background.finish()
    step = pages.step()
    assert isinstance(step, kind)
    return step


def said(widget: QWidget) -> str:
    return "\n".join(w.text() for w in widget.findChildren(QLabel) if w.isVisible())


def titles(widget: QWidget) -> list[str]:
    return [b.accessibleName() for b in widget.findChildren(Banner) if b.isVisible()]
