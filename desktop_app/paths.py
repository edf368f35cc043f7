"""Where files live when the user did not say: settings, logs and the default register."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_APP = "Thuisbasis"


def settings_file() -> Path:
    """Return the file with choices that belong to this computer."""
    return Path(platformdirs.user_config_dir(_APP, appauthor=False)) / "settings.toml"


def log_folder() -> Path:
    """Return the folder of the technical log, which never holds client data."""
    return Path(platformdirs.user_log_dir(_APP, appauthor=False))


def backups() -> Path:
    """Return where the program copies a register of its own accord, as before an upgrade."""
    return documents() / "Backups"


def documents() -> Path:
    """Return where the program proposes to keep registers, exports and backups."""
    return Path(platformdirs.user_documents_dir()) / _APP
