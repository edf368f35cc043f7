"""A fictional organisation to practise with: deterministic by seed, flawed on purpose."""

from desktop_app.practice.registers import (
    PASSWORD,
    Invented,
    PracticeRegister,
    make_register,
    organisations,
)

__all__ = ["PASSWORD", "Invented", "PracticeRegister", "make_register", "organisations"]
