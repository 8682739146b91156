"""The pieces of a text that make its features: words in a row, then shapes. The shapes are words as jieba segments
them in Chinese, letters within a word in English, so that a typo or an unseen inflection still counts.

Their names are needed only to fit a model. To read a text their hashes are enough, and those of single words are soon
known; so no name of several words is ever written out.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, repeat

from coach.learn.segment import cut
from coach.learn.vocabulary import as_keys, hash_of, hashes_of, in_a_row
from coach.read.matcher import Scan

_SHAPES = ("j:", "c:")  # how the name of a shape begins
_LONGEST = {"zh": 4, "en": 3}  # words in a row
_LETTERS = range(2, 6)


def names_of(scan: Scan, lang: str) -> list[str]:
    """Return the name of each piece."""
    rows = [name for n in range(1, _LONGEST[lang] + 1) for name in scan.ngrams(n)]
    if lang == "en":
        return rows + [name for word in scan.words for name in _letters(word)]
    words, _, _ = _segments(scan.clean)
    return rows + ["j:" + word for word in words] + [f"j:{a} {b}" for a, b in zip(words, words[1:], strict=False)]


def is_single(name: str) -> bool:
    """Say whether a name is that of a single word or a shape, and not of words in a row."""
    return " " not in name or name.startswith(_SHAPES)


def keys_of(scan: Scan, lang: str) -> tuple[list[int], list[int]]:
    """Return the key of each word or row of words, and of each shape."""
    rows = in_a_row(as_keys(hashes_of(scan.words)), _LONGEST[lang])
    if lang == "en":
        shapes = as_keys(b"".join(map(_hashes_of_letters, scan.words)))
    else:
        words, _, _ = _segments(scan.clean)
        shapes = in_a_row(as_keys(hashes_of("j:" + word for word in words)), 2)
    return rows.tolist(), shapes.tolist()


def places_of(scan: Scan, lang: str) -> tuple[list[int], list[int]]:
    """Return the first character of each piece and the one behind its last."""
    starts = [start for n in range(_LONGEST[lang]) for start in scan.starts[: max(0, len(scan.starts) - n)]]
    ends = [end for n in range(_LONGEST[lang]) for end in scan.ends[n:]]
    if lang == "en":
        counts = [len(_letters(word)) for word in scan.words]
        starts += chain.from_iterable(map(repeat, scan.starts, counts))
        ends += chain.from_iterable(map(repeat, scan.ends, counts))
    else:
        _, begins, stops = _segments(scan.clean)
        starts += begins + begins[:-1]
        ends += stops + stops[1:]
    return starts, ends


@lru_cache(maxsize=512)  # several tasks read the same text
def _segments(text: str) -> tuple[list[str], list[int], list[int]]:
    """Return the words of a text, where they start and end: for features only, never for matching rules."""
    words, starts, ends, at = [], [], [], 0
    for word in cut(text):
        if word.strip():
            words.append(word)
            starts.append(at)
            ends.append(at + len(word))
        at += len(word)
    return words, starts, ends


def _letters(word: str) -> list[str]:
    padded = f" {word} "
    return ["c:" + padded[j : j + n] for n in _LETTERS for j in range(max(1, len(padded) - n + 1))]


@lru_cache(maxsize=10_000)  # the same words come again and again
def _hashes_of_letters(word: str) -> bytes:
    return b"".join(map(hash_of, _letters(word)))
