"""Screens, one file or folder per noun; independent of one another."""
