"""Find the words of the other side in what somebody says: the ground of paraphrase and follow-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from coach.learn.vocabulary import Rarities
from coach.read.matcher import Scan, scan_of
from coach.read.verdict import Evidence
from coach.text.language import has_han

RARE = 4.3  # inverse document frequency from which a word carries content (about one example in thirty)
_STEM = 4  # letters that two forms of an English word share at least: deliver, deliveries
RULE = "echo"
CONTENT = "content"


def is_echoed(word: str, text: str) -> bool:
    """Say whether a content word (see `Echoes.content`) stands in `text`, in whatever form."""
    words, stems = _all_in(text)
    return _stands_in(_key(word), words, stems)


@lru_cache(maxsize=4096)  # a word is looked for in every need that was told
def _key(word: str) -> str:
    return " ".join(Scan(word).words)


@lru_cache(maxsize=1024)
def _all_in(text: str) -> tuple[frozenset[str], dict[str, list[str]]]:
    words = Scan(text).words
    found = frozenset([*words, *(f"{a} {b}" for a, b in zip(words, words[1:], strict=False))])
    return found, _by_stem(found)


class Echoes:
    """Compares texts by their content words.

    `rarities`: inverse document frequencies of words, by language; a word must be rare in each: "what" and "your" are
    rare among needs, but not among questions.
    """

    def __init__(self, *rarities: Mapping[str, Rarities]) -> None:
        self._rarities = rarities
        self._contents = lru_cache(maxsize=1024)(self._read_contents)  # the same words are looked for line by line
        self._pieces = lru_cache(maxsize=1024)(self._read_pieces)
        self._is_rare = lru_cache(maxsize=50_000)(self._read_rare)

    def find(self, text: str, lang: str, earlier: Iterable[str]) -> list[Evidence]:
        """Return the content words of `text` that stand in `earlier` too, neighbours joined, in order of place."""
        pieces = self._pieces(text, lang)
        heard = [self._contents(other, lang) for other in earlier] if pieces else []
        words = frozenset[str]().union(*(own for own, _ in heard))
        stems = [own for _, own in heard if own]
        spans = [
            (start, end)
            for key, start, end in pieces
            if key in words or any(_stands_in(key, words, own) for own in stems)
        ]
        return [Evidence(RULE, start, end, text[start:end]) for start, end in _joined(spans, text)]

    def content(self, text: str, lang: str, without: Iterable[tuple[int, int]]) -> list[Evidence]:
        """Return each content word of `text` that overlaps none of the places `without`."""
        places = list(without)
        return [
            Evidence(CONTENT, start, end, text[start:end])
            for _, start, end in self._pieces(text, lang)
            if not any(first < end and start < last for first, last in places)
        ]

    def _read_contents(self, text: str, lang: str) -> tuple[frozenset[str], dict[str, list[str]]]:
        found = frozenset(key for key, _, _ in self._pieces(text, lang))
        return found, _by_stem(found)

    def _read_pieces(self, text: str, lang: str) -> list[tuple[str, int, int]]:
        """Content words: two Han characters in a row, or a word, that are rare; figures of two digits and more."""
        found: list[tuple[str, int, int]] = []
        scan = scan_of(text)
        words = scan.words
        for i, word in enumerate(words):
            if has_han(word[0]):
                pair = f"{word} {words[i + 1]}" if i + 1 < len(words) and has_han(words[i + 1][0]) else ""
                if pair and scan.starts[i + 1] == scan.end(i) and self._is_rare(pair, lang):
                    found.append((pair, scan.starts[i], scan.end(i + 1)))
            elif len(word) > 1 and word[0].isalnum() and self._is_rare(word, lang):
                found.append((word, scan.starts[i], scan.end(i)))
        return found

    def _read_rare(self, word: str, lang: str) -> bool:
        return all(rarity[lang].get(word, RARE) >= RARE for rarity in self._rarities)


def _by_stem(keys: Iterable[str]) -> dict[str, list[str]]:
    """Return the English words by their first letters, which all forms of a word share."""
    stems: dict[str, list[str]] = {}
    for key in keys:
        if key.isascii() and key.isalpha() and len(key) >= _STEM:
            stems.setdefault(key[:_STEM], []).append(key)
    return stems


def _stands_in(key: str, heard: frozenset[str], stems: Mapping[str, Sequence[str]]) -> bool:
    return key in heard or (key.isalpha() and any(_same_stem(key, other) for other in stems.get(key[:_STEM], ())))


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
