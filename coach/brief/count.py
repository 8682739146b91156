"""How many words a text has, in both languages."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\u3400-\u9fff]+(?:[-'’.,%/][^\W\u3400-\u9fff]+)*|[\u3400-\u9fff]")


def words_in(text: str) -> int:
    """Return the number of words: a run of letters or digits is one, and so is each Han character.

    This is how word processors count; Chinese words are fewer than that.
    """
    return len(_WORD.findall(text))
