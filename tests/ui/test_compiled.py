"""What PySide compiles at every start is compiled once, and kept only while it is the same."""

from __future__ import annotations

import builtins
from pathlib import Path

import pytest

from ui import compiled


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "cache" / "compiled.pyside")


def answer(file: str, source: bytes, *, write: bool = True) -> object:
    with compiled.kept(file, write=write):
        code = compile(source, "support.py", "exec")
    found: dict[str, object] = {}
    exec(code, found)  # noqa: S102 - compiled from the lines of this test
    return found["answer"]


def test_what_was_compiled_is_taken_up_again(file: str) -> None:
    assert answer(file, b"answer = 1") == 1
    written = Path(file).stat().st_mtime_ns
    assert answer(file, b"answer = 1") == 1
    assert Path(file).stat().st_mtime_ns == written
    with compiled.kept(file):
        first = compile(b"answer = 1", "support.py", "exec")
        assert compile(b"answer = 1", "support.py", "exec") is first


def test_other_source_is_compiled_anew(file: str) -> None:
    answer(file, b"answer = 1")
    assert answer(file, b"answer = 2") == 2
    assert answer(file, b"answer = 2") == 2


@pytest.mark.parametrize("damage", [b"", b"\x00\xff\x13", b"i\x01\x00\x00\x00"])
def test_a_damaged_file_is_replaced(file: str, damage: bytes) -> None:
    answer(file, b"answer = 1")
    whole = Path(file).read_bytes()
    Path(file).write_bytes(damage)
    assert answer(file, b"answer = 1") == 1
    assert Path(file).read_bytes() == whole


def test_nothing_is_written_where_python_may_not_either(file: str) -> None:
    assert answer(file, b"answer = 1", write=False) == 1
    assert not Path(file).exists()
    assert answer("", b"answer = 1") == 1


def test_compile_is_python_s_own_again_even_after_an_error(file: str) -> None:
    plain = builtins.compile
    with pytest.raises(SyntaxError):
        answer(file, b"answer =")
    assert builtins.compile is plain
