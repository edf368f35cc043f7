"""Widgets in tests wear the light look and speak English, whatever a test before them did."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app import words
from ui.theme import look
from ui.theme.look import Look


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QApplication) -> None:  # noqa: ARG001 - fonts need the application
    look.load_fonts()


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    before = words.language()
    words.set_language("en")
    if look.now() != Look("light") or not qapp.styleSheet():
        qapp.setStyle("Fusion")
        look.wear(qapp, Look("light"))
    yield
    words.set_language(before)


@pytest.fixture(autouse=True)
def swept() -> Iterator[None]:
    """Keep the collector away while windows are up.

    A window that only its own parts refer to is garbage to Python though it is on the screen.
    A collection in the middle of its paint event takes it away under Qt's hands.
    """
    gc.collect(1)
    gc.disable()
    yield
    gc.enable()
