"""Paper: the building blocks of every PDF; the only room that knows reportlab and pikepdf."""
