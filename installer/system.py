"""What the operating system itself must bring: Qt's libraries, `venv`, programs for tests.

Windows and macOS have all that a window needs. On Debian and Ubuntu the administrator may have
it installed by us; everybody else is told the one command to type.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys

from installer.steps import StepError, step

# Package by library, as Debian 12 names them; later releases and Ubuntu understand these names.
# Learned by starting Qt in an empty Debian and adding one library at a time.
_DRAWING = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfreetype.so.6": "libfreetype6",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
_WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libcups.so.2": "libcups2",
}
_TEST_PROGRAMS = {
    "age": "age",
    "openssl": "openssl",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
}


def need_drawing() -> None:
    """See to it that Qt can draw, with or without a screen."""
    _need("Qt's libraries", _absent_libraries(_DRAWING))


def need_window() -> None:
    """See to it that Qt can open a window on this screen."""
    _need("Qt's libraries", _absent_libraries({**_DRAWING, **_WINDOW}))


def need_test_programs() -> None:
    """See to it that the programs are here by which tests judge our files from outside."""
    absent = [package for name, package in _TEST_PROGRAMS.items() if not shutil.which(name)]
    _need("Programs that judge our files", absent)


def need_venv() -> None:
    """See to it that Python can make environments; Debian leaves that out of python3."""
    if importlib.util.find_spec("ensurepip") is None:
        _need("Python's venv", [f"python3.{sys.version_info.minor}-venv"])


def has_display() -> bool:
    """Tell whether a window can be shown at all."""
    return sys.platform in {"win32", "darwin"} or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _absent_libraries(wanted: dict[str, str]) -> list[str]:
    if not sys.platform.startswith("linux"):
        return []
    return [package for library, package in wanted.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _need(what: str, packages: list[str]) -> None:
    if not packages:
        return
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise StepError(
            f"{what}: something is missing on this computer. Install what Debian calls:\n"
            f"    {names}"
        )
    if os.geteuid() != 0:
        raise StepError(
            f"{what}: something is missing on this computer. Type this, then try again:\n"
            f"    sudo apt-get install {names}"
        )
    with step(f"{what} ({len(packages)} of Debian's packages)"):
        _install(packages)


def _install(packages: list[str]) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    update = ["apt-get", "update", "-qq"]
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    for command in (update, install):
        done = subprocess.run(
            command, env=quiet, capture_output=True, encoding="utf-8", check=False
        )
    if done.returncode != 0:
        raise StepError(f"{' '.join(install)}\n{done.stdout}{done.stderr}".strip())
