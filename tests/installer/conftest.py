"""A checkout in small: our set-up, and a lock with one package that lies beside it."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from installer.environment import ROOT


@dataclass(frozen=True, slots=True)
class Checkout:
    """A folder with a real set-up in it, which needs no network."""

    root: Path

    def start(self, *arguments: str, path: str | None = None) -> subprocess.Popen[str]:
        told = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.root / "wheels")}
        kept = {key: value for key, value in os.environ.items() if not key.startswith("UV_")}
        with_uv = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        return subprocess.Popen(
            [sys.executable, self.root / "installer/bootstrap.py", *arguments],
            env={**kept, **told, "PATH": path or with_uv},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def bootstrap(self, *arguments: str, path: str | None = None) -> tuple[int, str]:
        """Run bootstrap.py and return its exit code and what it printed."""
        started = self.start(*arguments, path=path)
        printed = started.communicate(timeout=120)[0]
        return started.returncode, printed

    def lock(self, *versions: str) -> None:
        """Pin these versions of the package "brick", which says its version."""
        self.root.joinpath("wheels").mkdir(exist_ok=True)
        pins = []
        for version in versions:
            wheel = self.root / f"wheels/brick-{version}-py3-none-any.whl"
            _make_wheel(wheel, version)
            digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
            pins.append(f"brick=={version} \\\n    --hash=sha256:{digest}\n")
        (self.root / "requirements.lock").write_text("".join(pins), "utf-8")


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    shutil.copytree(
        ROOT / "installer",
        tmp_path / "installer",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    made = Checkout(tmp_path)
    made.lock("1.0")
    return made


def _make_wheel(wheel: Path, version: str) -> None:
    about = f"brick-{version}.dist-info"
    with zipfile.ZipFile(wheel, "w") as file:
        file.writestr("brick.py", f"version = {version!r}\n")
        file.writestr(
            f"{about}/METADATA", f"Metadata-Version: 2.1\nName: brick\nVersion: {version}\n"
        )
        file.writestr(
            f"{about}/WHEEL",
            "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        )
        file.writestr(f"{about}/RECORD", "")
