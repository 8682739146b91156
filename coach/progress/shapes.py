"""The shapes of which the picture is drawn, as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

# Okabe and Ito's colours, which all kinds of colour vision tell apart; calls and drills also differ in shape
CALL_COLOUR, DRILL_COLOUR, GRID_COLOUR = "#0072B2", "#D55E00", "#BBBBBB"
Point = tuple[float, float]


def line(points: Sequence[Point], colour: str, *, dashed: bool = False, thin: bool = False) -> str:
    """Return a line through the points; nothing for fewer than two."""
    if len(points) < 2:
        return ""
    dash = ' stroke-dasharray="5 3"' if dashed else ""
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{1 if thin else 2}"{dash}/>'


def dot(point: Point) -> str:
    """Return the mark of a call."""
    return f'<circle cx="{point[0]:.1f}" cy="{point[1]:.1f}" r="3.5" fill="{CALL_COLOUR}"/>'


def square(point: Point) -> str:
    """Return the mark of a drill."""
    x, y = point[0] - 3.5, point[1] - 3.5
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="7" height="7" fill="#FFFFFF" stroke="{DRILL_COLOUR}" stroke-width="2"/>'
    )


def text(x: float, y: float, words: str, more: str = "") -> str:
    """Return `words` with further attributes `more`."""
    return f'<text x="{x}" y="{y}" {more}>{escape(words)}</text>'
