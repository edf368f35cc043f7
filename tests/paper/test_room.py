"""The paper room keeps its libraries to itself."""

from __future__ import annotations

import re

from installer import environment, tree

_IMPORT = re.compile(r"^\s*(?:import|from) (reportlab|segno|uharfbuzz)\b", re.MULTILINE)


def test_no_other_room_imports_a_pdf_library() -> None:
    importers = {
        path.relative_to(environment.ROOT).parts[:2]
        for path in tree.files(environment.ROOT)
        if path.suffix == ".py"
        and path.relative_to(environment.ROOT).parts[0] in {"desktop_app", "ui"}
        and _IMPORT.search(path.read_text("utf-8"))
    }
    assert importers == {("desktop_app", "paper")}
