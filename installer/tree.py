"""What no file of the checkout may hold, and which rooms have grown enough to look again."""

from __future__ import annotations

import ast
import re
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FILE_LINES, _FUNCTION_LINES, _CLASS_METHODS = 300, 40, 15

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


def look_again(root: Path) -> list[str]:
    """Return what has grown over the size at which a room asks for a second look."""
    found: list[str] = []
    for path in files(root):
        name = path.relative_to(root).as_posix()
        if path.suffix == ".py" and "/migrations/versions/" not in name:
            text = path.read_text(encoding="utf-8")
            lines = text.count("\n")
            found += [f"{name}: {lines} lines"] if lines > _FILE_LINES else []
            found += [f"{name}: {grown}" for grown in _grown(ast.parse(text))]
    return found


def function_lines(node: ast.FunctionDef) -> int:
    """Return how long a function is, not counting what its docstring explains."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if ast.get_docstring(node):
        told = node.body[0]
        lines -= (told.end_lineno or told.lineno) - told.lineno + 1
    return lines


def _grown(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef):
            lines = function_lines(node)
            if lines > _FUNCTION_LINES:
                yield f"{node.name} has {lines} lines"
        elif isinstance(node, ast.ClassDef):
            methods = sum(isinstance(part, ast.FunctionDef) for part in node.body)
            if methods > _CLASS_METHODS:
                yield f"{node.name} has {methods} methods"
