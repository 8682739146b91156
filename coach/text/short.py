"""Make a text fit a line."""

from __future__ import annotations


def cut(text: str, longest: int) -> str:
    """Return the text on one line, at most `longest` characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
