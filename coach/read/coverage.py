"""Say whether phrases cover a whole message, small words aside."""

from __future__ import annotations

from collections.abc import Iterable

from coach.read.matcher import Hit, Scan


def covers(hits: Iterable[Hit], scan: Scan) -> bool:
    """Return whether every word of the message lies in one of `hits`; punctuation does not count."""
    return not uncovered_at(hits, scan)


def uncovered(hits: Iterable[Hit], scan: Scan) -> int:
    """Return how many words lie in none of `hits`."""
    return len(uncovered_at(hits, scan))


def uncovered_at(hits: Iterable[Hit], scan: Scan) -> list[int]:
    """Return the places of the words that lie in none of `hits`."""
    covered: set[int] = set()
    for hit in hits:
        covered.update(range(hit.first, hit.last))
    return [i for i, word in enumerate(scan.words) if i not in covered and word.isalnum()]
