"""A table over frozen rows: `Table([Column(...)], name=...)`, then `show_rows(rows)`.

cells.py has what a cell may hold, columns.py what a column is, model.py gives Qt the rows,
delegate.py draws the cells, header.py the titles, rows_view.py answers keys and pointer,
table.py is what a screen uses.
"""

from ui.parts.table.cells import Chip, Group, Name, Number, Progress, Text
from ui.parts.table.columns import Column
from ui.parts.table.table import Table

__all__ = ["Chip", "Column", "Group", "Name", "Number", "Progress", "Table", "Text"]
