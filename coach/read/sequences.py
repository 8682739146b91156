"""Match a parsed pattern around a place where its anchor was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.knowledge.patterns import Segment

MAX_GAP = 8  # tokens that "..." may stand for: about one short clause
_CLAUSE_MARKS = frozenset(",.;:!?。、；")


def spans_around(
    segments: Sequence[Segment], anchor: int, first: int, last: int, words: tuple[str, ...]
) -> Iterator[tuple[int, int]]:
    """Yield each (first, last) token span where the whole pattern stands, its anchor at `first`..`last`."""
    starts = _leftward(segments[: anchor + 1], first, words)
    ends = _rightward(segments[anchor + 1 :], last, words) if starts else ()
    for end in ends:
        for start in starts:
            yield start, end


def _rightward(segments: Sequence[Segment], at: int, words: tuple[str, ...]) -> set[int]:
    """Return where `segments`, which begin at `at`, can end; all ways are followed at once."""
    ends = {at}
    for segment in segments:
        after = set(ends) if segment.optional else set()
        for before in ends:
            for begin in _reach_right(before, segment.gap, words):
                for length in segment.lengths:
                    end = begin + length
                    if end <= len(words) and words[begin:end] in segment.options:
                        after.add(end)
        if not after:
            return after
        ends = after
    return ends


def _leftward(segments: Sequence[Segment], at: int, words: tuple[str, ...]) -> set[int]:
    """Return where `segments` can begin, the last of which begins at `at`.

    When an optional segment is left out, the gap before it stays before what follows.
    """
    begins = {(at, segments[-1].gap)}  # and whether a gap may come before
    for segment in reversed(segments[:-1]):
        before = {(begin, gap or segment.gap) for begin, gap in begins} if segment.optional else set()
        for begin, gap in begins:
            for end in _reach_left(begin, gap, words):
                for length in segment.lengths:
                    if length <= end and words[end - length : end] in segment.options:
                        before.add((end - length, segment.gap))
        if not before:
            return set()
        begins = before
    return {begin for begin, _ in begins}


def _reach_right(at: int, gap: bool, words: Sequence[str]) -> Iterator[int]:
    yield at
    if gap:
        for begin in range(at + 1, min(at + MAX_GAP, len(words)) + 1):
            if words[begin - 1] in _CLAUSE_MARKS:
                return
            yield begin


def _reach_left(at: int, gap: bool, words: Sequence[str]) -> Iterator[int]:
    yield at
    if gap:
        for end in range(at - 1, max(at - MAX_GAP, 0) - 1, -1):
            if words[end] in _CLAUSE_MARKS:
                return
            yield end
