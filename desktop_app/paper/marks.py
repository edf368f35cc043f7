"""Signs drawn as paths: ticks, discs, boxes, the house, the shapes of the three phases.

All of them are decoration; the word beside them carries the meaning. Where a sign alone says
something (a ticked box), the caller marks it with the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from desktop_app.paper.canvas import box, disc, rounded

if TYPE_CHECKING:
    from desktop_app.paper.canvas import TaggedCanvas
    from desktop_app.paper.style import Colours

Much = Literal["all", "part", "none"]


def tick(
    canvas: TaggedCanvas,
    left: float,
    y: float,
    colour: str,
    *,
    wide: float = 9.4,
    pen: float = 2,
) -> None:
    """Draw a tick whose middle stands at a height."""
    tall = wide * 0.787
    low = y - tall / 2
    path = (
        f"{left:.2f} {low + tall * 0.47:.2f} m {left + wide * 0.34:.2f} {low:.2f} l "
        f"{left + wide:.2f} {low + tall:.2f} l"
    )
    canvas.paint(path, stroke=colour, width=pen, round_=True)


def tick_box(
    canvas: TaggedCanvas, left: float, bottom: float, size: float, c: Colours, *, done: bool
) -> None:
    """Draw a box to tick, or a ticked one."""
    path = rounded(left + 0.6, bottom + 0.6, size - 1.2, size - 1.2, size * 0.16)
    canvas.paint(path, fill=c.teal if done else "", stroke=c.teal if done else c.ink, width=1.2)
    if done:
        wide = size * 0.55
        tick(canvas, left + (size - wide) / 2, bottom + size / 2, c.white, wide=wide, pen=1.7)


def share(
    canvas: TaggedCanvas, x: float, y: float, radius: float, much: Much, c: Colours
) -> None:
    """Draw a disc around a point: full, half or empty."""
    if much == "part":
        near = radius * 0.5523
        path = (
            f"{x:.2f} {y + radius:.2f} m {x - near:.2f} {y + radius:.2f} {x - radius:.2f} "
            f"{y + near:.2f} {x - radius:.2f} {y:.2f} c {x - radius:.2f} {y - near:.2f} "
            f"{x - near:.2f} {y - radius:.2f} {x:.2f} {y - radius:.2f} c h"
        )
        canvas.paint(path, fill=c.teal)
    fill = c.teal if much == "all" else ""
    canvas.paint(disc(x, y, radius), fill=fill, stroke=c.teal, width=1.3)


def house(canvas: TaggedCanvas, left: float, bottom: float, size: float, c: Colours) -> None:
    """Draw the program's sign: a white house in a teal square."""
    canvas.paint(rounded(left, bottom, size, size, size * 0.23), fill=c.teal)
    s = size / 26
    points = ((13, 20.2), (20.6, 13.2), (18.4, 13.2), (18.4, 6.6), (14.9, 6.6), (14.9, 11.2),
              (11.1, 11.2), (11.1, 6.6), (7.6, 6.6), (7.6, 13.2), (5.4, 13.2))  # fmt: skip
    (x, y), *others = ((left + px * s, bottom + py * s) for px, py in points)
    path = f"{x:.2f} {y:.2f} m " + " ".join(f"{px:.2f} {py:.2f} l" for px, py in others) + " h"
    canvas.paint(path, fill=c.white, stroke=c.white, width=0.9 * s, round_=True)


def phase(
    canvas: TaggedCanvas, code: str, left: float, y: float, size: float, c: Colours
) -> None:
    """Draw a phase's shape, its middle at a height: circle, triangle, square, or a dot."""
    u = size / 18  # the shapes are drawn for 18 points
    x, half = left + size / 2, size / 2
    if code == "G":
        canvas.paint(disc(x, y, half), fill=c.green)
        tick(canvas, x - 4.2 * u, y, c.white, wide=8.4 * u, pen=2.1 * u)
    elif code == "O":
        low, high = y - half + u, y + half - u
        path = (
            f"{left + u:.2f} {low:.2f} m {left + size - u:.2f} {low:.2f} l "
            f"{x:.2f} {high:.2f} l h"
        )
        canvas.paint(path, fill=c.orange, stroke=c.orange, width=1.6 * u, round_=True)
        line = f"{x:.2f} {y + 2.9 * u:.2f} m {x:.2f} {y - 2 * u:.2f} l"
        canvas.paint(line, stroke=c.ink, width=2.1 * u, round_=True)
        canvas.paint(disc(x, y - 5.4 * u, 1.25 * u), fill=c.ink)
    elif code == "R":
        square = rounded(left + u, y - half + u, size - 2 * u, size - 2 * u, 3 * u)
        canvas.paint(square, fill=c.red)
        d = 3.3 * u
        cross = (
            f"{x - d:.2f} {y - d:.2f} m {x + d:.2f} {y + d:.2f} l "
            f"{x - d:.2f} {y + d:.2f} m {x + d:.2f} {y - d:.2f} l"
        )
        canvas.paint(cross, stroke=c.white, width=2.1 * u, round_=True)
    else:
        canvas.paint(disc(x, y, half - u), stroke=c.grey, width=1.4 * u)
        canvas.paint(disc(x, y, 2.4 * u), fill=c.grey)


def modules(
    canvas: TaggedCanvas, rows: list[bytearray], left: float, top: float, size: float
) -> None:
    """Draw the dark modules of a QR code as one path, runs of neighbours together."""
    unit = size / len(rows)
    parts: list[str] = []
    for down, row in enumerate(rows):
        start = None
        for across, dark in enumerate([*row, 0]):
            if dark and start is None:
                start = across
            elif not dark and start is not None:
                bottom = top - (down + 1) * unit
                parts.append(box(left + start * unit, bottom, (across - start) * unit, unit))
                start = None
    canvas.paint(" ".join(parts), fill="0 0 0")
