"""A form from a list of fields: `Form([Field(...), (Field(...), Field(...))], today=...)`.

field.py says what a field is, reading.py turns what was typed into values, inputs.py holds
one widget per kind of field, form.py puts them under their labels with errors and drafts,
kept.py keeps the drafts.
"""

from ui.parts.form.field import Choice, Field
from ui.parts.form.form import Form
from ui.parts.form.kept import Kept

__all__ = ["Choice", "Field", "Form", "Kept"]
