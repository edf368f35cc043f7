"""The window of Thuisbasis: screens over the core, in PySide6."""
