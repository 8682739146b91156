"""Find every phrase and token pattern of the rules in a text, in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from coach.knowledge.patterns import anchors, compiled
from coach.read.sequences import spans_around
from coach.read.token_patterns import TokenPatterns
from coach.text.normalize import normalize
from coach.text.tokenizer import tokenize


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
    """A text with its tokens: normalised once, shared by all readers."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.clean = normalize(text)
        pairs = tokenize(self.clean)
        self.words = [word for word, _ in pairs]
        self.starts = [start for _, start in pairs]

    def end(self, token: int) -> int:
        return self.starts[token] + len(self.words[token])


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
        lengths: dict[str, set[int]] = defaultdict(set)
        for anchor in self._anchored:
            lengths[anchor.partition(" ")[0]].add(anchor.count(" ") + 1)
        self._lengths = {word: sorted(found) for word, found in lengths.items()}  # of the anchors, by first word

    def match(self, scan: Scan) -> list[Hit]:
        """Return every hit, in order of place; of one rule's overlapping hits only the longest."""
        if not scan.words:
            return []
        words = tuple(scan.words)
        held = set(words)
        spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for first, last in self._places(words):
            for rule_id, pattern in self._anchored.get(" ".join(words[first:last]), ()):
                whole = compiled(pattern)
                if len(whole.segments) == 1:
                    spans[rule_id].add((first, last))
                elif not any(begins.isdisjoint(held) for begins in whole.needs):
                    spans[rule_id].update(spans_around(whole.segments, whole.anchor, first, last, words))
        for rule_id, first, last in self._tokens.match(words):
            spans[rule_id].add((first, last))
        hits = [
            Hit(self._rules[rule_id], scan.starts[first], scan.end(last - 1), first, last)
            for rule_id, found in spans.items()
            for first, last in _longest(found)
        ]
        return sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.rule.id))

    def _places(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield each first and last token between which an anchor may stand."""
        for first, word in enumerate(words):
            for length in self._lengths.get(word, ()):
                if first + length <= len(words):
                    yield first, first + length


def _longest(spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for first, last in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if all(last <= a or first >= b for a, b in kept):
            kept.append((first, last))
    return kept
