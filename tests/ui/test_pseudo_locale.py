"""Every screen in a language a third longer: nothing cut off, nothing left in English."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from installer.environment import ROOT
from tests.ui import painted_words, pseudo_locale
from tests.ui.pseudo_screens import foreign, shortened
from ui.parts.text import Elided, label

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_every_screen_speaks_a_longer_language(tmp_path: Path) -> None:
    pseudo_locale.make(tmp_path / "resources")
    read = subprocess.run(
        [sys.executable, "-m", "tests.ui.pseudo_screens"],
        cwd=tmp_path,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": os.pathsep.join((str(tmp_path), str(ROOT))),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert read.returncode == 0, read.stderr
    screens: dict[str, list[str]] = json.loads(read.stdout)
    assert len(screens) > 40
    assert {name: wrong for name, wrong in screens.items() if wrong} == {}


def test_a_text_is_disguised_around_its_holes_and_as_long_as_the_dutch() -> None:
    made = pseudo_locale.disguised("Homes for {name}")
    assert made.startswith("[")
    assert made.endswith("{name}]")
    assert len(made) >= len("Homes for ") * 1.35 + len("{name}") + 2
    assert len(pseudo_locale.disguised("Save", "Vastleggen")) == len("[Vastleggen]")


def test_what_is_painted_is_read_back_shortened_as_it_stands(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    lines = QVBoxLayout(page)
    for words in ("[Vólúnttéérs & ñéíghbóúrs]", "[shórt]", "Save"):
        lines.addWidget(Elided(words))
    page.resize(110, 120)
    page.show()
    cut_off, *whole = painted_words.painted(page)
    assert whole == ["[shórt]", "Save"]
    assert list(shortened([cut_off, *whole])) == [cut_off]
    assert "[Vólúnttéérs & ñéíghbóúrs]" in painted_words.told(page)
    assert list(foreign([cut_off, *whole], {"Karim"})) == ["Save"]


def test_a_label_without_room_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    words = label("[Vólúnttéérs]")
    words.setParent(page)
    words.resize(20, 20)
    page.show()
    assert painted_words.cut(page) == ["QLabel: [Vólúnttéérs]"]


def test_names_numbers_and_files_are_no_language() -> None:
    texts = ["Karim El Amrani", "19-11-2026", "KA", "folder/list.csv", "[áñd", "só óñ] Karim"]
    assert list(foreign(texts, {"Karim", "Amrani"})) == []
