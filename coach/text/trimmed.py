"""Words taken out of a sentence, to be quoted within another one."""

from __future__ import annotations

from coach.text.short import cut

_MARKS = " ,，、;；:：。."


def trimmed(words: str) -> str:
    """Return `words` without the marks at their edges, which belong to the sentence they stood in."""
    return words.strip(_MARKS)


def shortened(words: str, most: int) -> str:
    """Return `words` trimmed, on one line of at most `most` characters."""
    return cut(trimmed(words), most)
