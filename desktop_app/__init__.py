"""Thuisbasis without its face: the register, plans, summaries and the region's desk."""

__version__ = "0.1.0"
