"""The region's desk: a month's totals, its files, the goal, and who knows whom."""

from ui.screens.region.files import FilesScreen
from ui.screens.region.goals import GoalsScreen
from ui.screens.region.hits import hits
from ui.screens.region.page import RegionScreen
from ui.screens.region.profile import ProfileScreen

__all__ = ["FilesScreen", "GoalsScreen", "ProfileScreen", "RegionScreen", "hits"]
