"""The environment in .venv: exactly the packages of requirements.lock, made when they change.

A stamp, written last, tells that it is whole and for which lock, Python, computer and place;
anything else is made afresh. So an interrupted set-up mends itself at the next start.
"""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from installer import system
from installer.steps import StepError, run

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
_STAMP = FOLDER / "whole.stamp"


def python(folder: Path = FOLDER) -> Path:
    """Return the Python of an environment."""
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def is_whole() -> bool:
    """Tell whether the environment is there, complete and the one that the lock asks for."""
    try:
        return _STAMP.read_bytes() == _wanted().encode() and python().exists()
    except OSError:  # not there, or something else under its name
        return False


def make() -> None:
    """Make the environment afresh.

    Raises:
        StepError: the computer lacks something, or the packages cannot be had.
    """
    uv = shutil.which("uv")
    if uv is None:
        system.need_venv()
    _create(FOLDER, pip=uv is None)
    _install_lock(Path(uv) if uv else _uv_from_lock())
    # What is being worked on is imported from the checkout itself.
    site = sysconfig.get_path("purelib", "venv", {"base": str(FOLDER)})
    Path(site, "checkout.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    _STAMP.write_text(_wanted(), encoding="ascii")


def locked(names: set[str]) -> str:
    """Return the part of the lock that pins these packages, by their normal names."""
    kept: list[str] = []
    keep = False
    for line in LOCK.read_text(encoding="utf-8").splitlines(keepends=True):
        if not line.startswith((" ", "#")):
            keep = line.partition("==")[0].strip() in names
        if keep:
            kept.append(line)
    return "".join(kept)


def index_options() -> list[str]:
    """Return what uv must be told to look where this computer's pip looks.

    uv has settings of its own and reads none of pip's; where it has any, they are enough.
    """
    if any(name.startswith(("UV_INDEX", "UV_DEFAULT_INDEX")) for name in os.environ):
        return []
    told = _pip_settings()
    options: list[str] = []
    for key, option in (
        ("index-url", "--default-index"),
        ("extra-index-url", "--index"),
        ("find-links", "--find-links"),
        ("trusted-host", "--allow-insecure-host"),
    ):
        options += [part for value in told.get(key, "").split() for part in (option, value)]
    if told.get("no-index", "").lower() in {"1", "true", "yes", "on"}:
        options.append("--no-index")
    if options:
        # As pip does: any index may hold the file. The lock's hashes say whether it is the one.
        options += ["--index-strategy", "unsafe-best-match"]
    return options


def _pip_settings() -> dict[str, str]:
    asked = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    told: dict[str, str] = {}
    for line in asked.stdout.splitlines() if asked.returncode == 0 else ():
        # global.index-url='…', install.find-links='…', :env:.index-url='…'; the last one wins.
        key, _, value = line.partition("=")
        told[key.rpartition(".")[2]] = " ".join(shlex.split(value.replace("\\n", " ")))
    for name, value in os.environ.items():
        if name.startswith("PIP_"):
            told[name.removeprefix("PIP_").lower().replace("_", "-")] = value
    return told


def _wanted() -> str:
    parts = [
        LOCK.read_bytes(),
        sys.version.encode(),
        sysconfig.get_platform().encode(),
        str(ROOT).encode(),
    ]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _create(folder: Path, *, pip: bool) -> None:
    if folder.is_file() or folder.is_symlink():
        folder.unlink()
    base = str(getattr(sys, "_base_executable", sys.executable))
    command = [base, "-m", "venv", "--clear", str(folder)]
    run("Environment", command if pip else [*command, "--without-pip"])


def _pip(*arguments: str | Path) -> list[str | Path]:
    return [python(), "-m", "pip", "install", "--require-hashes", "--no-deps", *arguments]


def _uv_from_lock() -> Path | None:
    """Put the pinned uv into the environment: several times quicker than pip for the rest."""
    pinned = locked({"uv"})
    if not pinned:
        return None
    wish = FOLDER / "uv.txt"
    wish.write_text(pinned, encoding="utf-8")
    try:
        run("Package installer", _pip("--quiet", "-r", wish))
    except StepError:
        return None  # not every computer has a uv of its kind; pip does the same, slower
    return python().with_name("uv.exe" if sys.platform == "win32" else "uv")


def _install_lock(uv: Path | None) -> None:
    if uv is not None:
        command: list[str | Path] = [
            uv,
            "pip",
            "install",
            "--python",
            python(),
            "--require-hashes",
            "--no-deps",
        ]
        try:
            run(
                "Packages",
                [*command, "--compile-bytecode", *index_options(), "-r", LOCK],
                cwd=ROOT,
            )
        except StepError as refused:
            sys.stdout.write(f"{refused}\n  Once more, with pip.\n")
        else:
            return
        run("Package installer", [python(), "-m", "ensurepip"])
    try:
        run("Packages", _pip("-r", LOCK), env={**os.environ, "PIP_USER": "0"})
    except StepError as refused:
        raise StepError(
            f"{refused}\n\nThe packages cannot be had. Is this computer on a network? "
            "The next start begins anew."
        ) from refused
