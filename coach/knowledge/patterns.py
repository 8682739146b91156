"""The small language of phrases: `(a|b)` alternatives, `[a]` optional, `...` a gap of a few words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from coach.knowledge.fault import Fault, fault
from coach.text.normalize import normalize
from coach.text.tokenizer import tokenize

MAX_PHRASES = 400
GAP = "..."
_PIECES = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]|(\.\.\.)|([^()\[\].]+|\.)|([()\[\]])")
_GLUED = re.compile(r"[^\W_\u3400-\u9fff]")  # letters and digits: with no space between, they make one word

Tokens = tuple[str, ...]


class PatternError(ValueError):
    """A pattern that does not compile; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.kind)
        self.fault = fault


@dataclass(frozen=True)
class Segment:
    """One place of a pattern: the token sequences that may stand there. `gap`: a few words may come before."""

    options: frozenset[Tokens]
    optional: bool = False
    gap: bool = False

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """How many tokens its options have."""
        return tuple({len(option) for option in self.options})


@lru_cache(maxsize=50_000)  # checking and building parse the same patterns, and an edit leaves most as they are
def parse(pattern: str) -> tuple[Segment, ...]:
    """Return the segments of a (normalised) pattern.

    `我(担心|害怕)[会]被骂` has four segments, the third one optional. Raises PatternError on unbalanced or
    nested brackets, an empty alternative, a gap at either end, or a pattern that could match nothing.
    """
    segments: list[Segment] = []
    gap = False
    for piece in _glue(_pieces(pattern)):
        if piece is None:
            if gap or not segments:
                raise PatternError(fault("pattern_begins", pattern=pattern))
            gap = True
            continue
        options = frozenset(map(_tokens, piece))
        optional = () in options
        if options - {()}:
            segments.append(Segment(options - {()}, optional, gap))
            gap = False
    if gap:
        raise PatternError(fault("pattern_ends", pattern=pattern))
    if all(segment.optional for segment in segments):
        raise PatternError(fault("pattern_empty", pattern=pattern))
    return tuple(segments)


@lru_cache(maxsize=50_000)  # most alternatives stand in many patterns
def _tokens(option: str) -> Tokens:
    return tuple(word for word, _ in tokenize(option))


@dataclass(frozen=True)
class Compiled:
    """The segments of a pattern; `anchor` is the number of the one to look for first.

    `needs`: for each other segment that must be there the words it may begin with: without one of them in the text
    the pattern need not be tried.
    """

    segments: tuple[Segment, ...]
    anchor: int
    needs: tuple[frozenset[str], ...]


@lru_cache(maxsize=50_000)
def compiled(pattern: str) -> Compiled:
    """Return what a pattern as written in a file stands for. Raises PatternError."""
    segments = parse(normalize(pattern))
    anchor = anchor_of(segments)
    others = [s for i, s in enumerate(segments) if i != anchor and not s.optional]
    needs = sorted((frozenset(option[0] for option in s.options) for s in others), key=len)
    return Compiled(segments, anchor, tuple(needs))


def anchor_of(segments: Sequence[Segment]) -> int:
    """Return the number of the segment to look for first: the one whose words are rarest by their length."""
    must = [i for i, segment in enumerate(segments) if not segment.optional]
    return max(must, key=lambda i: (min(sum(map(len, option)) for option in segments[i].options), -i))


_ANCHORS: dict[str, list[str]] = {}  # depends on nothing but the pattern, so what is remembered is never wrong


def anchors(pattern: str) -> Sequence[str]:
    """Return the options of a pattern's anchor, tokens separated by spaces. Raises PatternError.

    To build a matcher takes no more than these; the pattern is compiled when a text holds one of them.
    """
    if pattern not in _ANCHORS:
        found = compiled(pattern)
        _ANCHORS[pattern] = sorted(map(" ".join, found.segments[found.anchor].options))
    return _ANCHORS[pattern]


def remember(found: Mapping[str, list[str]]) -> None:
    """Take over anchors that this very code found earlier, so that thousands of patterns need not be parsed."""
    _ANCHORS.update(found)


def _pieces(pattern: str) -> list[list[str] | None]:
    """Return the alternatives of each piece ("" for left out), None for a gap."""
    pieces: list[list[str] | None] = []
    for alternatives, optional, gap, literal, stray in _PIECES.findall(pattern):
        if stray:
            raise PatternError(fault("pattern_bracket", bracket=stray, pattern=pattern))
        if gap:
            pieces.append(None)
        elif literal:
            pieces.append([literal])
        elif optional:
            pieces.append([*_alternatives(optional, pattern), ""])
        else:
            pieces.append(_alternatives(alternatives, pattern))
    return pieces


def _alternatives(text: str, pattern: str) -> list[str]:
    options = text.split("|")
    if not all(option.strip() for option in options):
        raise PatternError(fault("pattern_alternative", pattern=pattern))
    if any(GAP in option for option in options):
        raise PatternError(fault("pattern_gap_inside", pattern=pattern))
    return options


def _glue(pieces: list[list[str] | None]) -> list[list[str] | None]:
    """Join pieces that make one word, as in `deliver(y|ies)`, by writing out their combinations."""
    glued: list[list[str] | None] = []
    for piece in pieces:
        before = glued[-1] if glued else None
        if piece is not None and before is not None and _one_word(before, piece):
            glued[-1] = [a + b for a, b in itertools.product(before, piece)]
        else:
            glued.append(piece)
    return glued


def _one_word(before: list[str], after: list[str]) -> bool:
    ends = any(option and _GLUED.match(option[-1]) for option in before)
    return ends and any(option and (_GLUED.match(option[0]) or option[0] == "'") for option in after)


def expand(pattern: str) -> list[str]:
    """Return every phrase that `pattern` stands for, gaps kept as `...`.

    Raises PatternError as `parse` does, and when there are more than 400 phrases.
    """
    choices: list[list[str]] = [["..."] if piece is None else piece for piece in _pieces(pattern)]
    count = 1
    for choice in choices:
        count *= len(choice)
    if count > MAX_PHRASES:
        raise PatternError(fault("pattern_too_many", pattern=pattern, count=count, most=MAX_PHRASES))
    parse(pattern)
    phrases = {" ".join("".join(parts).split()) for parts in itertools.product(*choices)}
    return sorted(phrases)
