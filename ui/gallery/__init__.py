"""Pictures of every screen, to look at them: `python -m ui.gallery OUT`."""
