"""A sheet of SVG with its content in words, of the width of a phone."""

from __future__ import annotations

from collections.abc import Iterable

from coach.pictures.frame import framed

WIDTH = 360  # pixels: read on a phone without zooming
INK, PALE, NOW, DONE = "#000000", "#BBBBBB", "#D55E00", "#0072B2"  # of Okabe and Ito's colours, and grey


def sheet(name: str, title: str, described: str, lang: str, height: int, parts: Iterable[str]) -> str:
    """Return an SVG named `name`, with `title` and `described` as its text alternative."""
    return framed(name, title, described, (WIDTH, height), lang, parts, font=13)
