"""Find every phrase and token pattern of the rules in a text, in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from coach.knowledge.patterns import Compiled, anchors, compiled
from coach.read.sequences import spans_around
from coach.read.token_patterns import TokenPatterns
from coach.text.normalize import normalize
from coach.text.tokenizer import tokenize

_REMEMBERED = 64  # texts by each matcher: a reader asks several times about one line
_HEAD = 3  # words of an anchor by which it is looked up
_HEADS: set[str] = set()  # those of all matchers: a text is searched once, for all of them. It only ever grows


@dataclass(frozen=True)
class Rule:
    """A named set of patterns that speaks for one label of one task."""

    id: str
    task: str
    label: str
    patterns: tuple[str | tuple[dict, ...], ...]
    sure: bool = False
    topic: str = ""


@dataclass(frozen=True)
class Hit:
    """A place where a rule fired; offsets in characters of the text, `first`/`last` in tokens."""

    rule: Rule
    start: int
    end: int
    first: int
    last: int


class Scan:
    """A text with its tokens: normalised once, shared by all readers.

    As a key it stands for its normalised text: what is found in two equal ones is the same, at the same places.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.clean = normalize(text)
        pairs = tokenize(self.clean)
        self.words = [word for word, _ in pairs]
        self.starts = [start for _, start in pairs]
        self.ends = [start + len(word) for word, start in pairs]
        self._ngrams: dict[int, list[str]] = {}
        self._heads: tuple[int, dict[str, list[int]]] = (0, {})

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Scan) and self.clean == other.clean

    def __hash__(self) -> int:
        return hash(self.clean)

    def end(self, token: int) -> int:
        return self.ends[token]

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        return tuple(self.words)

    @cached_property
    def held(self) -> frozenset[str]:
        return frozenset(self.words)

    @property
    def heads(self) -> dict[str, list[int]]:
        """Where the first words of anchors stand, of one to three words: found once for every matcher."""
        known = len(_HEADS)  # before the search: a matcher that is built meanwhile makes the next one search again
        if self._heads[0] != known:
            places: dict[str, list[int]] = {}
            for n in range(1, _HEAD + 1):
                ngrams = self.ngrams(n)
                if not _HEADS.isdisjoint(ngrams):
                    for first, words in enumerate(ngrams):
                        if words in _HEADS:
                            places.setdefault(words, []).append(first)
            self._heads = (known, places)
        return self._heads[1]

    def ngrams(self, n: int) -> list[str]:
        """Return each `n` tokens in a row, joined by spaces."""
        if n not in self._ngrams:
            parts = (self.words[i:] for i in range(n))
            self._ngrams[n] = list(map(" ".join, zip(*parts, strict=False))) if n > 1 else self.words
        return self._ngrams[n]


@lru_cache(maxsize=512)  # one text is looked at by many readers
def scan_of(text: str) -> Scan:
    """Return `text` with its tokens."""
    return Scan(text)


class RuleMatcher:
    """All patterns of many rules, compiled. Matching does not depend on the order of the rules.

    Each pattern is found by its anchor, the segment least likely to occur by chance; only then are its other
    segments tried. So thousands of patterns cost little more than the words that a text really holds.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        rules = list(rules)
        self._rules = {rule.id: rule for rule in rules}
        self._tokens = TokenPatterns((rule.id, p) for rule in rules for p in rule.patterns if not isinstance(p, str))
        self._anchored: dict[str, list[tuple[str, str]]] = defaultdict(list)  # anchor -> rule and pattern
        for rule in rules:
            for pattern in rule.patterns:
                if isinstance(pattern, str):
                    for anchor in anchors(pattern):
                        self._anchored[anchor].append((rule.id, pattern))
        self._longer: dict[str, set[int]] = defaultdict(set)  # how long they are, by their first words
        for anchor in self._anchored:
            if (length := anchor.count(" ") + 1) > _HEAD:
                self._longer[" ".join(anchor.split(" ", _HEAD)[:_HEAD])].add(length)
        _HEADS.update(self._anchored, self._longer)
        self._compiled: dict[str, list[tuple[str, Compiled]]] = {}  # those of anchors that stood in a text
        self.match = lru_cache(maxsize=_REMEMBERED)(self._match)

    def _match(self, scan: Scan) -> list[Hit]:
        """Return every hit, in order of place; of one rule's overlapping hits only the longest."""
        if not scan.words:
            return []
        words, held = scan.tokens, scan.held
        spans: dict[str, set[tuple[int, int]]] = {}
        for anchor, first, last in self._places(scan):
            for rule_id, whole in self._compiled.get(anchor) or self._compile(anchor):
                if len(whole.segments) == 1:
                    spans.setdefault(rule_id, set()).add((first, last))
                elif _can_stand(whole, held):
                    for span in spans_around(whole.segments, whole.anchor, first, last, words):
                        spans.setdefault(rule_id, set()).add(span)
        for rule_id, first, last in self._tokens.match(words):
            spans.setdefault(rule_id, set()).add((first, last))
        if not spans:
            return []
        hits = [
            Hit(self._rules[rule_id], scan.starts[first], scan.end(last - 1), first, last)
            for rule_id, found in spans.items()
            for first, last in (_longest(found) if len(found) > 1 else found)
        ]
        return sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.rule.id))

    def _compile(self, anchor: str) -> list[tuple[str, Compiled]]:
        self._compiled[anchor] = [(rule_id, compiled(pattern)) for rule_id, pattern in self._anchored[anchor]]
        return self._compiled[anchor]

    def _places(self, scan: Scan) -> Iterator[tuple[str, int, int]]:
        """Yield each anchor in the text with its first and last token."""
        for head, places in scan.heads.items():
            if head in self._anchored:
                length = head.count(" ") + 1
                for first in places:
                    yield head, first, first + length
            if head in self._longer:
                for first in places:
                    for length in self._longer[head]:
                        anchor = " ".join(scan.tokens[first : first + length])
                        if anchor in self._anchored and first + length <= len(scan.tokens):
                            yield anchor, first, first + length


def _can_stand(whole: Compiled, held: frozenset[str]) -> bool:
    """Say whether a text that holds these words may hold the whole pattern."""
    for begins in whole.needs:  # noqa: SIM110 - a loop is twice as fast as a generator, and this is asked most
        if begins.isdisjoint(held):
            return False
    return True


def _longest(spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for first, last in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if all(last <= a or first >= b for a, b in kept):
            kept.append((first, last))
    return kept
