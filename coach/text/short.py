"""Make a text fit a line."""

from __future__ import annotations

import re

_LETTER = r"[^\W_\u3040-\u30ff\u3400-\u9fff]"  # of a script that parts its words by blanks
_BEGUN = re.compile(rf"{_LETTER}+$")


def cut(text: str, longest: int) -> str:
    """Return the text on one line, at most `longest` characters, without the beginning of a word at its end."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    kept = line[: longest - 1]
    if re.match(_LETTER, line[longest - 1]):
        kept = _BEGUN.sub("", kept) or kept  # one long word is cut all the same
    return kept.rstrip() + "…"
