"""A sheet of SVG with its content in words, of the width of a phone."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

WIDTH = 360  # pixels: read on a phone without zooming
INK, PALE, NOW, DONE = "#000000", "#BBBBBB", "#D55E00", "#0072B2"  # of Okabe and Ito's colours, and grey


def sheet(name: str, title: str, described: str, lang: str, height: int, parts: Iterable[str]) -> str:
    """Return an SVG named `name`, with `title` and `described` as its text alternative."""
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
            f' xml:lang="{lang}" font-family="Noto Sans SC, sans-serif" font-size="13" role="img"'
            f' aria-labelledby="{name}-title {name}-desc">',
            f'<title id="{name}-title">{escape(title)}</title>',
            f'<desc id="{name}-desc">{escape(described)}</desc>',
            f'<rect width="{WIDTH}" height="{height}" fill="#FFFFFF"/>',
            *parts,
            "</svg>\n",
        ]
    )
