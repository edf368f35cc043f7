"""`bootstrap.py check`: the rules of the house, and the package as an office would get it."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from installer import environment, system, texts, tree
from installer.environment import ROOT
from installer.steps import StepError, run, step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_BUILD = ROOT / "build"
_CLEAN = _BUILD / "clean"
_WINDOW_SECONDS = 3


def check() -> None:
    """Run every check but the tests, also those after one that found something.

    Raises:
        StepError: some found something; the text says what and where.
    """
    system.need_drawing()
    found = [*_attempted(_CODE), *_attempted([_prove_package])]
    for grown in tree.look_again(ROOT):
        print(f"    look again: {grown}")
    if found:
        raise StepError("\n\n".join(["", *found]))


def _attempted(steps: Iterable[Callable[[], object]]) -> list[str]:
    found: list[str] = []
    for attempt in steps:
        try:
            attempt()
        except StepError as fault:
            found.append(str(fault))
    return found


def _prove_package() -> None:
    """Build the package and use it as an office would get it."""
    _make_clean(_build_wheel())
    bare = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = _script("thuisbasis-cli", _CLEAN)
    run("Self-check of what was installed", [command, "self-check"], cwd=_BUILD, env=bare)
    with step("Its window"):
        _open_window({**bare, "XDG_CONFIG_HOME": str(_BUILD), "APPDATA": str(_BUILD)})


def _open_window(env: dict[str, str]) -> None:
    """Start the window without a screen; it must still be there after a while."""
    window = subprocess.Popen(
        [_script("thuisbasis", _CLEAN)], cwd=_BUILD, env=env, stderr=subprocess.PIPE, text=True
    )
    try:
        told = window.communicate(timeout=_WINDOW_SECONDS)[1]
    except subprocess.TimeoutExpired:
        window.terminate()
        told = window.communicate()[1]
        if "Traceback" not in told:
            return
    raise StepError(f"The window did not stay open.\n{told}".strip())


def runtime_names(wishes: list[str]) -> set[str]:
    """Return the packages that wishes such as "numpy>=2.2" need here, theirs included."""
    found: set[str] = set()
    open_ends = [Requirement(wish) for wish in wishes]
    while open_ends:
        wish = open_ends.pop()
        name = canonicalize_name(wish.name)
        if name in found or (wish.marker and not wish.marker.evaluate({"extra": ""})):
            continue
        found.add(name)
        open_ends += map(Requirement, importlib.metadata.requires(name) or ())
    return found


def _script(name: str, folder: Path | None = None) -> Path:
    python = environment.python(folder) if folder else Path(sys.executable)
    return python.with_name(f"{name}.exe" if sys.platform == "win32" else name)


def _findings(what: str, found: list[str]) -> None:
    with step(what):
        if found:
            raise StepError("\n".join(found))


def _tool(what: str, *arguments: str) -> Callable[[], object]:
    return lambda: run(what, [sys.executable, "-m", *arguments], cwd=ROOT)


_CODE: tuple[Callable[[], object], ...] = (
    _tool("Lint", "ruff", "check", "."),
    _tool("Format", "ruff", "format", "--check", "."),
    _tool("Types", "mypy"),
    lambda: run("Who may import whom", [_script("lint-imports"), "--no-cache"], cwd=ROOT),
    lambda: _findings("Dutch texts", texts.check(ROOT)),
    lambda: _findings("Marks in the tree", tree.faults(ROOT)),
)


def _build_wheel() -> Path:
    shutil.rmtree(_BUILD / "wheel", ignore_errors=True)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "build/wheel"]
    run("Package", command, cwd=ROOT)
    (wheel,) = (_BUILD / "wheel").glob("*.whl")
    return wheel


def _make_clean(wheel: Path) -> None:
    """Install the wheel beside nothing but what it says it needs."""
    with step("Clean environment"):
        venv.create(_CLEAN, clear=True, with_pip=False)
    (about,) = importlib.metadata.distributions(path=[str(wheel)])
    pinned = _BUILD / "runtime.txt"
    pinned.write_text(environment.locked(runtime_names(about.requires or [])), "utf-8")
    install: list[str | Path] = [_script("uv"), "pip", "install"]
    install += ["--python", environment.python(_CLEAN)]
    run(
        "Its packages",
        [*install, "--require-hashes", "--no-deps", *environment.index_options(), "-r", pinned],
    )
    run("The package in it", [*install, "--no-deps", "--no-index", wheel])
