"""The marks of the stances and of the trends: each has a shape of its own, the colour only helps."""

from __future__ import annotations

from coach.pictures.frame import INK, PAPER
from coach.stances.trend import COOLING, STEADY, WARMING

STANCES = ("enemy", "opponent", "neutral", "supporter", "coach")  # from left to right
# Okabe and Ito's colours, which all kinds of colour vision tell apart
COLOURS = {
    "coach": "#0072B2",
    "supporter": "#56B4E9",
    "neutral": "#F0E442",
    "opponent": "#E69F00",
    "enemy": "#D55E00",
    "unknown": PAPER,
}
_STAR = "0,-7 1.8,-2.3 6.7,-2.2 2.9,0.9 4.1,5.7 0,2.9 -4.1,5.7 -2.9,0.9 -6.7,-2.2 -1.8,-2.3"
_CROSS = "-5.5,-3 -3,-5.5 0,-2.5 3,-5.5 5.5,-3 2.5,0 5.5,3 3,5.5 0,2.5 -3,5.5 -5.5,3 -2.5,0"
_SHAPES = {
    "coach": f'<polygon points="{_STAR}"',
    "supporter": '<circle r="5"',
    "neutral": '<rect x="-4.5" y="-4.5" width="9" height="9"',
    "opponent": '<polygon points="-5.5,-4.5 5.5,-4.5 0,5.5"',
    "enemy": f'<polygon points="{_CROSS}"',
    "unknown": '<circle r="4.5" stroke-dasharray="2 1.5"',
}
_ARROWS = {
    WARMING: "M-4,0H3M0,-3L3.5,0L0,3",
    COOLING: "M4,0H-3M0,-3L-3.5,0L0,3",
    STEADY: "M-3.5,-1.5H3.5M-3.5,1.5H3.5",
}
TRENDS = tuple(_ARROWS)


def mark(stance: str, x: float, y: float) -> str:
    """Return the mark of a stance with its middle at (x, y): star, circle, square, triangle, cross, dashed ring."""
    return (
        f'{_SHAPES[stance]} transform="translate({x:.1f} {y:.1f})" fill="{COLOURS[stance]}" stroke="{INK}"'
        ' stroke-width="1"/>'
    )


def arrow(direction: str, x: float, y: float) -> str:
    """Return the sign of a trend with its middle at (x, y): towards the coach, away, or level; "" when unknown."""
    if direction not in _ARROWS:
        return ""
    return (
        f'<path d="{_ARROWS[direction]}" transform="translate({x:.1f} {y:.1f})" fill="none" stroke="{INK}"'
        ' stroke-width="1.4"/>'
    )
