"""Find every phrase and token pattern of the rules in a text, in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.matcher import Matcher
from spacy.tokens import Doc

from coach.knowledge.patterns import Segment, Tokens, parse
from coach.read.sequences import anchor_of, spans_around
from coach.text.normalize import normalize
from coach.text.tokenizer import blank_pipeline, tokenize

_MARK = {"ORTH": "?"}  # patterns that must hold it, about half of them, are tried only where a text does


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
        nlp = blank_pipeline()
        self._vocab = nlp.vocab
        self._rules: dict[str, Rule] = {}
        self._tokens, self._asking = Matcher(nlp.vocab), Matcher(nlp.vocab)
        self._anchored: dict[Tokens, list[tuple[str, tuple[Segment, ...], int]]] = defaultdict(list)
        for rule in rules:
            self._rules[rule.id] = rule
            token_patterns = [list(p) for p in rule.patterns if not isinstance(p, str)]
            for matcher, asking in ((self._tokens, False), (self._asking, True)):
                if own := [pattern for pattern in token_patterns if (_MARK in pattern) == asking]:
                    matcher.add(rule.id, own)
            for pattern in rule.patterns:
                if isinstance(pattern, str):
                    self._add(rule.id, parse(normalize(pattern)))
        lengths: dict[str, set[int]] = defaultdict(set)
        for option in self._anchored:
            lengths[option[0]].add(len(option))
        self._lengths = {word: sorted(found) for word, found in lengths.items()}  # of the anchors, by first word

    def _add(self, rule_id: str, segments: tuple[Segment, ...]) -> None:
        anchor = anchor_of(segments)
        for option in segments[anchor].options:
            self._anchored[option].append((rule_id, segments, anchor))

    def match(self, scan: Scan) -> list[Hit]:
        """Return every hit, in order of place; of one rule's overlapping hits only the longest."""
        if not scan.words:
            return []
        words = tuple(scan.words)
        spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for first, last in self._places(words):
            for rule_id, segments, anchor in self._anchored.get(words[first:last], ()):
                if len(segments) == 1:
                    spans[rule_id].add((first, last))
                else:
                    spans[rule_id].update(spans_around(segments, anchor, first, last, words))
        matchers = [m for m in ((self._tokens, self._asking) if "?" in words else (self._tokens,)) if len(m)]
        if matchers:
            doc = Doc(self._vocab, words=scan.words)
            for key, first, last in (found for matcher in matchers for found in matcher(doc)):
                spans[self._vocab.strings[key]].add((first, last))
        hits = [
            Hit(self._rules[rule_id], scan.starts[first], scan.end(last - 1), first, last)
            for rule_id, found in spans.items()
            for first, last in _longest(found)
        ]
        return sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.rule.id))

    def _places(self, words: Tokens) -> Iterator[tuple[int, int]]:
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
