"""Errors that a user can mend. Anything else that escapes is a bug of ours."""

from collections.abc import Mapping


class UserError(Exception):
    """Something the user can mend, said in one translated sentence or two.

    The text says what happened and what to do. It never holds a client's data, so it may
    stand on stderr, on a screen and in a log.
    """


class InvalidFieldsError(UserError):
    """One form's wrong fields, each with its own sentence.

    Args:
        fields: sentence by field name, in the order of the form. The screen shows each
            under its field and all of them in a summary on top.
    """

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)
