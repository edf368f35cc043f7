"""The region's desk: who takes part, which files came, what they add up to."""
