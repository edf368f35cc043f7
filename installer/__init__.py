"""Set-up from a checkout, texts, and the packages that offices install."""
