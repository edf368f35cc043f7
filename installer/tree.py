"""What no file of the checkout may hold: addresses, one machine's paths, unfinished marks."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Put together from pieces, so that this file does not find itself.
_REFUSED = {
    "the address of a package registry": "|".join(
        re.escape(".".join(parts))
        for parts in (
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("deb", "debian", "org"),
            ("registry", "npmjs", "org"),
        )
    ),
    "a path of one machine": r"(?<![\w./~-])/(?:home|root|Users|work|opt)/\w"
    r"|\b[A-Z]:\\Users\\\w",
    "a mark of unfinished work": r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b",
    "a merge conflict": "^(?:<{7}|={7}|>{7})(?: |$)",
}
_PATTERNS = {what: re.compile(pattern, re.MULTILINE) for what, pattern in _REFUSED.items()}


def files(root: Path) -> list[Path]:
    """Return the files that belong to the checkout, as git knows them, new ones included."""
    told = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    paths = [root / name for name in told.stdout.split("\0") if name]
    return sorted(path for path in paths if path.is_file())


def faults(root: Path) -> list[str]:
    """Return a line for each place that holds what it must not."""
    found: list[str] = []
    for path in files(root):
        content = path.read_bytes()
        if b"\0" in content:
            continue
        name = path.relative_to(root).as_posix()
        found += [f"{name}:{line}: {what}" for line, what in _in_text(content.decode("utf-8"))]
    return found


def _in_text(text: str) -> Iterator[tuple[int, str]]:
    for what, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            yield text.count("\n", 0, match.start()) + 1, what
