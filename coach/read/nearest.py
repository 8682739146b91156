"""The labelled example most like a text: what a learned verdict can point to."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from coach.knowledge.examples import Example
from coach.learn.vocabulary import Rarities
from coach.text.normalize import normalize
from coach.text.tokenizer import tokenize


@lru_cache(maxsize=20_000)
def _words(text: str) -> frozenset[str]:
    """Words and pairs of words, as the model counts them."""
    words = [word for word, _ in tokenize(normalize(text))]
    return frozenset(words) | {f"{a} {b}" for a, b in zip(words, words[1:], strict=False)}


def nearest(text: str, examples: Sequence[Example], rarity: Rarities) -> Example | None:
    """Return the example that shares the rarest words with `text`, the first of equals; None without any.

    `rarity` is the inverse document frequency of a word; a long example needs more in common than a short one.
    """
    own = _words(text)
    best, closest = 0.0, None
    for example in examples:
        others = _words(example.text)
        score = sum(rarity.get(word, 0.0) for word in own & others) / math.sqrt(len(others) or 1)
        if score > best:
            best, closest = score, example
    return closest
