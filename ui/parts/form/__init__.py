"""A form from a list of fields: `Form([Field(...), (Field(...), Field(...))], today=...)`.

field.py says what a field is, reading.py turns what was typed into values, inputs.py holds
one widget per kind of field, form.py puts them under their labels with errors and drafts.
"""

from ui.parts.form.field import Choice, Field
from ui.parts.form.form import Form

__all__ = ["Choice", "Field", "Form"]
