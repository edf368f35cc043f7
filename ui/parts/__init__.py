"""Widgets that any screen may use; each file holds one."""
