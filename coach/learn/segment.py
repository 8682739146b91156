"""Chinese words as jieba segments them without its hidden Markov model, from jieba's own dictionary.

The same result as `jieba.lcut(text, HMM=False)` (tested), without importing it: it reads its whole dictionary into
memory at once, which takes most of a second. Here only the words behind the characters that occur are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import log
from pathlib import Path

import numpy as np

from coach.learn.packages import file_of

TOTAL = 60_101_967  # the sum of all frequencies in the dictionary of jieba 0.42.1, which is locked
_WHOLE = log(TOTAL)
_BLOCK = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&\._%\-]+)")
_SPACE = re.compile(r"(\r\n|\s)")
_LATIN = re.compile(r"[a-zA-Z0-9]")
_NEWLINE, _ASCII = 10, 0x80
_FIELDS = 3  # of each line: word, frequency, part of speech


class Dictionary:
    """How probable words are. Those that begin with the same character are read when it is first looked up."""

    def __init__(self, path: Path) -> None:
        self._raw = path.read_bytes()
        bytes_ = np.frombuffer(self._raw + b"\0\0", dtype=np.uint8)
        self._ends = np.flatnonzero(bytes_ == _NEWLINE)
        self._starts = np.concatenate([[0], self._ends[:-1] + 1])
        first, second, third = (bytes_[self._starts + i].astype(np.uint32) for i in range(3))
        # the first character of each line; those in question are ASCII or take three bytes
        leads = np.where(first < _ASCII, first, first << 16 | second << 8 | third)
        self._order = np.argsort(leads, kind="stable")
        self._leads = leads[self._order]
        self._read: dict[str, tuple[dict[str, float], list[int]]] = {}

    def words(self, char: str) -> tuple[dict[str, float], list[int]]:
        """Return the words that begin with `char` with the logarithm of their probability, and how long they are."""
        if char not in self._read:  # two threads may both read it: they read the same
            lead = int.from_bytes(char.encode(), "big")
            lines = self._order[slice(*self._leads.searchsorted(np.array([lead, lead + 1], np.uint32)))]
            places = zip(self._starts[lines].tolist(), self._ends[lines].tolist(), strict=True)
            parts = b" ".join([self._raw[start:end] for start, end in places]).decode().split()
            counts = map(int, parts[1::_FIELDS])
            found = {word: log(count) - _WHOLE for word, count in zip(parts[::_FIELDS], counts, strict=True) if count}
            self._read[char] = found, sorted(set(map(len, found)))
        return self._read[char]


@lru_cache(maxsize=1)
def _dictionary() -> Dictionary:
    return Dictionary(file_of("jieba", "dict.txt"))


def cut(text: str) -> Iterator[str]:
    """Yield the pieces of `text`: words, spaces and signs; together they are the text."""
    for block in _BLOCK.split(text):
        if _BLOCK.match(block):
            yield from _words(block)
            continue
        for piece in _SPACE.split(block):
            if _SPACE.match(piece):
                yield piece
            else:
                yield from piece


def _words(block: str) -> Iterator[str]:
    """The most probable words; single Latin letters and figures in a row are joined."""
    joined, at, ends = "", 0, _best_ends(block)
    while at < len(block):
        word = block[at : ends[at]]
        at = ends[at]
        if len(word) == 1 and _LATIN.match(word):
            joined += word
            continue
        if joined:
            yield joined
            joined = ""
        yield word
    if joined:
        yield joined


def _best_ends(block: str) -> list[int]:
    """Return, for each place, where the word that begins there ends on the most probable way to the end."""
    size, dictionary = len(block), _dictionary()
    worth, ends = [0.0] * (size + 1), [0] * size
    for start in range(size - 1, -1, -1):
        words, lengths = dictionary.words(block[start])
        best: tuple[float, int] | None = None
        for length in lengths:
            end = start + length
            if end > size:
                break
            if (chance := words.get(block[start:end])) is not None:
                way = (chance + worth[end], end)
                best = way if best is None or way > best else best
        # a character that is no word counts as one that occurs once
        worth[start], ends[start] = best or (log(1) - _WHOLE + worth[start + 1], start + 1)
    return ends
