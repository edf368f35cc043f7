"""Putting a backup back: which one, where, and with whose password."""
