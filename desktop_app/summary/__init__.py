"""What may leave: the month's figures, rounded, attacked, signed and sealed."""
