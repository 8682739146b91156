"""How many words a text has, in both languages."""

from __future__ import annotations

import re
from functools import lru_cache

from coach.learn.segment import cut

_WORD = re.compile(r"[^\W\u3400-\u9fff]+(?:[-'’.,%/:][^\W\u3400-\u9fff]+)*")
_HAN = re.compile(r"[\u3400-\u9fff]+")


@lru_cache(maxsize=512)  # the same lines come again in each size that is tried
def words_in(text: str) -> int:
    """Return the number of words: runs of letters or digits, and Chinese words as jieba's dictionary parts them."""
    return len(_WORD.findall(text)) + sum(len(list(cut(run))) for run in _HAN.findall(text))
