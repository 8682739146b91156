"""The one tokeniser for Chinese, English and mixed text: each Han character its own token."""

from __future__ import annotations

import re

# Han characters singly (segmenting loses phrases: docs/decisions.md); words, numbers, units and codes whole.
_LETTERS = r"(?:(?![\u3400-\u9fff])[^\W_])+"
_TOKEN = re.compile(
    r"[\u3400-\u9fff]"
    r"|(?i:'s)\b"  # only where case matters: to compile the range above for both cases takes ten times as long
    r"|(?i:(?P<begun>[a-z]+)(?=-(?P=begun)))"  # a stammer: "what-what", "wo-would"
    r"|\d+(?:[.,]\d+)+%?(?i:[a-z])*"
    rf"|{_LETTERS}(?:(?!(?i:'s)\b)['\-/&]{_LETTERS})*%?"
    r"|\S"
)
_JOINING = re.compile(r"[^\W\u3400-\u9fff]")  # letters and figures: without one each character is its own token


def tokenize(text: str) -> list[tuple[str, int]]:
    """Return the tokens of `text` with the offset of each."""
    if _JOINING.search(text) is None:
        return [(char, at) for at, char in enumerate(text) if not char.isspace()]
    return [(m.group(), m.start()) for m in _TOKEN.finditer(text)]
