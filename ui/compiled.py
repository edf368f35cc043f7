"""Keeps compiled what PySide would compile anew at every start.

PySide carries a part of itself as Python source in a zip inside a library. Python keeps no
`.pyc` of that, and compiling it takes a sixth of the time until the first picture. So what it
compiles is kept in one file beside our own compiled modules and under the same rules: only
where Python may write its own, for this version of Python, and only as long as the source is
the same to the letter. Without the file, or with a damaged one, all is compiled as before.
"""

from __future__ import annotations

import builtins
import marshal
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType

_Kept = dict[str, tuple[bytes, "CodeType"]]
"""By file: its source, and what it was compiled to."""


@contextmanager
def kept(file: str, *, write: bool = True) -> Iterator[None]:
    """Compile nothing twice that is compiled within the block.

    Args:
        file: where it is kept; empty keeps nothing.
        write: whether it may be written; it is read in any case.
    """
    plain, before = builtins.compile, _read(file)
    now: _Kept = {}

    def compiled(source: Any, name: Any, mode: str, *rest: Any, **options: Any) -> Any:
        if not isinstance(source, bytes) or mode != "exec" or rest or options:
            return plain(source, name, mode, *rest, **options)
        known = before.get(name)
        if known is None or known[0] != source:
            known = source, plain(source, name, mode)
        now[name] = known
        return known[1]

    builtins.compile = compiled  # type: ignore[assignment] # its overloads are many, and passed on
    try:
        yield
    finally:
        builtins.compile = plain
    if file and write and now != before:
        _write(file, now)


def beside(cached: str | None) -> str:
    """Return where to keep it, beside the compiled file of a module (`__spec__.cached`)."""
    return f"{os.path.splitext(cached)[0]}.pyside" if cached else ""  # noqa: PTH122 - no pathlib yet


def _read(file: str) -> _Kept:
    with suppress(OSError, EOFError, ValueError, TypeError), open(file, "rb") as stream:  # noqa: PTH123 - as above
        found = marshal.load(stream)  # noqa: S302 - as trusted as the .pyc files it lies among
        return found if isinstance(found, dict) else {}
    return {}


def _write(file: str, now: _Kept) -> None:
    part = f"{file}.{os.getpid()}"
    with suppress(OSError):
        os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120 - as above
        with open(part, "wb") as stream:  # noqa: PTH123 - as above
            marshal.dump(now, stream)
        os.replace(part, file)  # noqa: PTH105 - as above
