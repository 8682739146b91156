"""Find every phrase and token pattern of the rules in a text, in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc

from coach.knowledge.patterns import GAP, expand
from coach.text.normalize import normalize
from coach.text.tokenizer import blank_pipeline, tokenize

MAX_GAP = 8  # tokens that "..." may stand for: about one short clause
_CLAUSE_MARKS = frozenset(",.;:!?。、；")


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
    """All patterns of many rules, compiled. Matching does not depend on the order of the rules."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        nlp = blank_pipeline()
        self._vocab = nlp.vocab
        self._rules: dict[str, Rule] = {}
        self._gapped: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        phrases: dict[str, set[str]] = defaultdict(set)
        self._tokens = Matcher(nlp.vocab)
        for rule in rules:
            self._rules[rule.id] = rule
            token_patterns = [list(p) for p in rule.patterns if not isinstance(p, str)]
            if token_patterns:
                self._tokens.add(rule.id, token_patterns)
            for pattern in rule.patterns:
                if isinstance(pattern, str):
                    self._add_phrases(rule.id, pattern, phrases)
        self._phrases = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._keys: dict[str, list[str]] = {}
        by_phrase: dict[str, list[str]] = defaultdict(list)
        for rule_id, texts in phrases.items():
            for text in texts:
                by_phrase[" ".join(word for word, _ in tokenize(text))].append(rule_id)
        groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for text, ids in by_phrase.items():
            groups[tuple(sorted(set(ids)))].append(text)
        for ids, texts in sorted(groups.items()):
            key = "|".join(ids)
            self._keys[key] = list(ids)
            self._phrases.add(key, [nlp.tokenizer(text) for text in texts])
        self._strings = nlp.vocab.strings

    def _add_phrases(self, rule_id: str, pattern: str, phrases: dict[str, set[str]]) -> None:
        for phrase in expand(normalize(pattern)):
            parts = tuple(part.strip() for part in phrase.split(GAP))
            if len(parts) == 1:
                phrases[rule_id].add(parts[0])
            else:
                self._gapped[rule_id].append(parts)
                for part in parts:
                    phrases["...:" + part].add(part)

    def match(self, scan: Scan) -> list[Hit]:
        """Return every hit, in order of place; of one rule's overlapping hits only the longest."""
        doc = Doc(self._vocab, words=scan.words)
        spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
        parts: dict[str, list[tuple[int, int]]] = defaultdict(list)
        if not scan.words:
            return []
        for key, first, last in self._phrases(doc):
            for rule_id in self._keys[self._strings[key]]:
                if rule_id.startswith("...:"):
                    parts[rule_id[4:]].append((first, last))
                else:
                    spans[rule_id].add((first, last))
        if len(self._tokens):
            for key, first, last in self._tokens(doc):
                spans[self._strings[key]].add((first, last))
        if parts:
            self._link(parts, scan.words, spans)
        hits = [
            Hit(self._rules[rule_id], scan.starts[first], scan.end(last - 1), first, last)
            for rule_id, found in spans.items()
            for first, last in _longest(found)
        ]
        return sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.rule.id))

    def _link(
        self,
        parts: dict[str, list[tuple[int, int]]],
        words: list[str],
        spans: dict[str, set[tuple[int, int]]],
    ) -> None:
        """Join the parts of gapped patterns that stand close enough within one sentence."""
        for rule_id, chains in self._gapped.items():
            for chain in chains:
                if all(part in parts for part in chain):
                    spans[rule_id].update(_chain_spans([parts[part] for part in chain], words))


def _chain_spans(places: list[list[tuple[int, int]]], words: list[str]) -> list[tuple[int, int]]:
    reach = [(first, last) for first, last in places[0]]
    for following in places[1:]:
        reach = [
            (begin, last)
            for begin, end in reach
            for first, last in following
            if 0 <= first - end <= MAX_GAP and not _CLAUSE_MARKS.intersection(words[end:first])
        ]
    return reach


def _longest(spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for first, last in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if all(last <= a or first >= b for a, b in kept):
            kept.append((first, last))
    return kept
