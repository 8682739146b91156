"""Match a parsed pattern around a place where its anchor was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.knowledge.patterns import Segment

MAX_GAP = 8  # tokens that "..." may stand for: about one short clause
_CLAUSE_MARKS = frozenset(",.;:!?。、；")


def spans_around(
    segments: Sequence[Segment], anchor: int, first: int, last: int, words: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Yield each (first, last) token span where the whole pattern stands, its anchor at `first`..`last`."""
    starts = set(_leftward(segments, anchor, first, words))
    if not starts:
        return
    for end in set(_rightward(segments, anchor + 1, last, words)):
        for start in starts:
            yield start, end


def _rightward(segments: Sequence[Segment], number: int, at: int, words: Sequence[str]) -> Iterator[int]:
    if number == len(segments):
        yield at
        return
    segment = segments[number]
    if segment.optional:
        yield from _rightward(segments, number + 1, at, words)
    for begin in _reach_right(at, segment.gap, words):
        for option in segment.options:
            end = begin + len(option)
            if tuple(words[begin:end]) == option:
                yield from _rightward(segments, number + 1, end, words)


def _leftward(segments: Sequence[Segment], number: int, at: int, words: Sequence[str]) -> Iterator[int]:
    if number == 0:
        yield at
        return
    segment, gap = segments[number - 1], segments[number].gap
    if segment.optional:
        yield from _leftward(_without(segments, number - 1), number - 1, at, words)
    for end in _reach_left(at, gap, words):
        for option in segment.options:
            begin = end - len(option)
            if begin >= 0 and tuple(words[begin:end]) == option:
                yield from _leftward(segments, number - 1, begin, words)


def _without(segments: Sequence[Segment], number: int) -> Sequence[Segment]:
    """Leave out an optional segment; the gap before it stays before what follows."""
    following = segments[number + 1]
    kept = Segment(following.options, following.optional, following.gap or segments[number].gap)
    return [*segments[:number], kept, *segments[number + 2 :]]


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
