"""Six small charts, drawn by hand; each says in words what it shows."""
