"""Find the words of the other side in what somebody says: the ground of paraphrase and follow-up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from coach.learn.vocabulary import Rarities
from coach.read.matcher import Scan
from coach.read.verdict import Evidence

RARE = 4.3  # inverse document frequency from which a word carries content (about one example in thirty)
_HAN = re.compile(r"[\u3400-\u9fff]")
_STEM = 4  # letters that two forms of an English word share at least: deliver, deliveries
RULE = "echo"


class Echoes:
    """Compares texts by their content words. `rarity`: inverse document frequency of words, by language."""

    def __init__(self, rarity: Mapping[str, Rarities]) -> None:
        self._rarity = rarity

    def find(self, text: str, lang: str, earlier: Iterable[str]) -> list[Evidence]:
        """Return the content words of `text` that stand in `earlier` too, neighbours joined, in order of place."""
        scan = Scan(text)
        heard = [self._contents(Scan(other), lang) for other in earlier]
        spans = [
            (start, end)
            for key, start, end in self._pieces(scan, lang)
            if any(_stands_in(key, other) for other in heard)
        ]
        return [Evidence(RULE, start, end, text[start:end]) for start, end in _joined(spans, text)]

    def _contents(self, scan: Scan, lang: str) -> set[str]:
        return {key for key, _, _ in self._pieces(scan, lang)}

    def _pieces(self, scan: Scan, lang: str) -> list[tuple[str, int, int]]:
        """Content words: two Han characters in a row, or a word, that are rare; figures of two digits and more."""
        rarity, found = self._rarity[lang], []
        words = scan.words
        for i, word in enumerate(words):
            if _HAN.match(word):
                pair = f"{word} {words[i + 1]}" if i + 1 < len(words) and _HAN.match(words[i + 1]) else ""
                if pair and scan.starts[i + 1] == scan.end(i) and rarity.get(pair, RARE) >= RARE:
                    found.append((pair, scan.starts[i], scan.end(i + 1)))
            elif len(word) > 1 and word[0].isalnum() and rarity.get(word, RARE) >= RARE:
                found.append((word, scan.starts[i], scan.end(i)))
        return found


def _stands_in(key: str, heard: set[str]) -> bool:
    if key in heard:
        return True
    if not key.isascii() or not key.isalpha() or len(key) < _STEM:
        return False
    return any(_same_stem(key, other) for other in heard if other.isascii() and other.isalpha())


def _same_stem(a: str, b: str) -> bool:
    shared = max(_STEM, min(len(a), len(b)) - 2)
    return len(a) >= shared and len(b) >= shared and a[:shared] == b[:shared]


def _joined(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
