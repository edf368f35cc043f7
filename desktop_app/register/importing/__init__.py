"""Reading other people's spreadsheets: whole, with reasons, or not at all.

`preview.prepare` reads a file and says what would become of it; `applying.apply` does that in
one transaction. Every finding names the user's own row and column.
"""
