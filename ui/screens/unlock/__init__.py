"""Before the register is open: who, which register, password; and the way back by paper."""

from ui.screens.unlock.screen import Hello, UnlockScreen

__all__ = ["Hello", "UnlockScreen"]
