"""The frame of a picture: an SVG of its own, with its content in words for those who cannot see it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

_FORBIDDEN = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
PAPER, INK, GRID, FAINT = "#FFFFFF", "#000000", "#BBBBBB", "#595959"  # FAINT is readable on white


def framed(
    name: str, title: str, described: str, size: tuple[float, float], lang: str, parts: Iterable[str], font: int = 12
) -> str:
    """Return the SVG of `size` (width, height) drawn by `parts`; `name` makes its ids unique on a page."""
    width, height = size
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}"'
            f' height="{height:g}" xml:lang="{lang}" font-family="sans-serif" font-size="{font}" role="img"'
            f' aria-labelledby="{name}-title {name}-desc">',
            f'<title id="{name}-title">{clean(title)}</title>',
            f'<desc id="{name}-desc">{clean(described)}</desc>',
            f'<rect width="{width:g}" height="{height:g}" fill="{PAPER}"/>',
            *parts,
            "</svg>\n",
        ]
    )


def words(x: float, y: float, text: str, more: str = "") -> str:
    """Return `text` with its baseline at `y`; `more` are further attributes."""
    return f'<text x="{x:.1f}" y="{y:.1f}"{" " + more if more else ""}>{clean(text)}</text>'


def rule(start: tuple[float, float], end: tuple[float, float], colour: str = GRID) -> str:
    """Return a thin straight line."""
    (x1, y1), (x2, y2) = start, end
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"/>'


def clean(text: str) -> str:
    """Return `text` for XML: escaped, and without the control characters that XML does not allow."""
    return escape(_FORBIDDEN.sub(" ", text))
