"""The first run: from nothing to a register that can be lost and found again.

wizard.py holds the steps, step.py says what a step is, work.py does on the worker what is
heavy; each other file is one step.
"""

from ui.screens.first_run.wizard import FirstRun

__all__ = ["FirstRun"]
