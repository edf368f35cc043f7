"""Before the register is open: who, which register, password; and the way back by paper.

`front.py` is the first picture, `screen.py` what takes its place; `frame.py` lays both out.
"""
