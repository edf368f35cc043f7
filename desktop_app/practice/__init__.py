"""A fictional organisation to practise with: deterministic by seed, flawed on purpose."""

from desktop_app.practice.regions import SIZES, PracticeRegion, make_region
from desktop_app.practice.registers import (
    PASSWORD,
    Invented,
    PracticeRegister,
    make_register,
    organisations,
)

__all__ = [
    "PASSWORD",
    "SIZES",
    "Invented",
    "PracticeRegion",
    "PracticeRegister",
    "make_region",
    "make_register",
    "organisations",
]
