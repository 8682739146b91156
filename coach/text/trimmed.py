"""Words taken out of a sentence, to be quoted within another one."""

from __future__ import annotations

_MARKS = " ,，、;；:：。."


def trimmed(words: str) -> str:
    """Return `words` without the marks at their edges, which belong to the sentence they stood in."""
    return words.strip(_MARKS)


def shortened(words: str, most: int) -> str:
    """Return `words` trimmed, cut to `most` characters."""
    words = trimmed(words)
    return words if len(words) <= most else f"{words[: most - 1]}…"
