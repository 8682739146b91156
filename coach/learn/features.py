"""What a linear model sees of a text: words and characters, each with its place."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from coach.learn.segment import cut
from coach.read.matcher import Scan


class Feature(NamedTuple):
    """A feature and the characters it was read from; `block` is the group it is normalised in."""

    name: str
    block: int
    start: int
    end: int


WORDS, SHAPES = 0, 1
BLOCKS = 2


def features_of(scan: Scan, lang: str) -> list[Feature]:
    """Return the features of a text; several tasks look at the same one, so the last texts are remembered."""
    return _features_of(_Text(scan), lang)


class _Text:
    """A scan as a key: equal when the normalised texts are."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan

    def __hash__(self) -> int:
        return hash(self.scan.clean)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Text) and self.scan.clean == other.scan.clean


@lru_cache(maxsize=64)
def _features_of(text: _Text, lang: str) -> list[Feature]:
    found = _word_ngrams(text.scan, 4 if lang == "zh" else 3)
    return found + (_segmented(text.scan) if lang == "zh" else _characters(text.scan))


def _word_ngrams(scan: Scan, longest: int) -> list[Feature]:
    words = scan.words
    return [
        Feature(" ".join(words[i : i + n]), WORDS, scan.starts[i], scan.end(i + n - 1))
        for n in range(1, longest + 1)
        for i in range(len(words) - n + 1)
    ]


def _segmented(scan: Scan) -> list[Feature]:
    """Words and pairs of words as jieba segments them: features only, never for matching rules."""
    words, at = [], 0
    for word in _cut(scan.clean):
        if word.strip():
            words.append((word, at, at + len(word)))
        at += len(word)
    single = [Feature("j:" + word, SHAPES, start, end) for word, start, end in words]
    pairs = [
        Feature(f"j:{a} {b}", SHAPES, start, end) for (a, start, _), (b, _, end) in zip(words, words[1:], strict=False)
    ]
    return single + pairs


@lru_cache(maxsize=512)  # several tasks read the same text
def _cut(text: str) -> tuple[str, ...]:
    return tuple(cut(text))


def _characters(scan: Scan) -> list[Feature]:
    """Two to five letters within a word, so that a typo or an unseen inflection still counts."""
    found = []
    for i, word in enumerate(scan.words):
        begin, padded = scan.starts[i], f" {word} "
        for n in range(2, 6):
            for j in range(max(1, len(padded) - n + 1)):
                piece = padded[j : j + n]
                found.append(Feature("c:" + piece, SHAPES, begin, begin + len(word)))
    return found
