"""Settings: this computer, backups, the recovery sheet, the own password."""

from ui.screens.settings.page import SettingsScreen

__all__ = ["SettingsScreen"]
