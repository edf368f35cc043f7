"""The region's desk: files that come in, the totals of a month, who takes part."""

from ui.screens.region.page import RegionScreen

__all__ = ["RegionScreen"]
