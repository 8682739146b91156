"""Words taken out of a sentence, to be quoted within another one."""

from __future__ import annotations

_MARKS = " ,，、;；:：。."


def trimmed(words: str) -> str:
    """Return `words` without the marks at their edges, which belong to the sentence they stood in."""
    return words.strip(_MARKS)
