"""Plain token patterns are matched as spaCy matches them."""

import pytest
from spacy.matcher import Matcher
from spacy.tokens import Doc

from coach.knowledge.checks.places import patterns, values
from coach.read.matcher import Scan
from coach.read.token_patterns import TokenPatterns
from coach.text.pipeline import blank_pipeline

ANY = {"ORTH": {"NOT_IN": ["?"]}, "OP": "*"}
PATTERNS = [
    [{"LOWER": "a"}, {"ORTH": "b"}],
    [{"LOWER": "a", "ORTH": {"NOT_IN": ["A"]}}, {"OP": "?"}, {"TEXT": "c"}],
    [{"ORTH": {"IN": ["a", "b"]}, "OP": "+"}, {"ORTH": "c", "OP": "?"}],
    [{"ORTH": "a", "OP": "?"}, {"ORTH": "b", "OP": "*"}],
    [{"ORTH": "a"}, ANY, {"ORTH": "c"}, ANY, {"ORTH": "?"}],
    [{"TEXT": {"REGEX": "^[0-9.]+%?$", "NOT_IN": ["5"]}}, {}],
    [{"IS_DIGIT": True}, {"LENGTH": {">=": 2}}],
    [{"ORTH": "a"}, {"ORTH": "b", "OP": "!"}, {"ORTH": "c"}],
    [{"ORTH": "a", "OP": "{2}"}],
]
TEXTS = ["a b", "A b a c", "a b a b c", "b b c c", "a x c y c ? c ?", "5 a 5% b 12 pcs", "a a b c a", "?"]


def by_spacy(pattern, words):
    matcher = Matcher(blank_pipeline().vocab)
    matcher.add("p", [pattern])
    return {(first, last) for _, first, last in matcher(Doc(blank_pipeline().vocab, words=words))}


@pytest.mark.parametrize("pattern", PATTERNS, ids=str)
@pytest.mark.parametrize("text", TEXTS)
def test_the_same_spans(pattern, text):
    found = TokenPatterns([("p", pattern)]).match(text.split())
    assert {(first, last) for _, first, last in found} == by_spacy(pattern, text.split())


def test_the_same_spans_of_the_projects_patterns(tools):
    ours = [p for _, _, value, _ in values(tools.knowledge) for _, p in patterns(value) if not isinstance(p, str)]
    scans = [Scan(e.text).words for task in ("need", "form") for e in tools.knowledge.examples(task)][::11]
    found = 0
    for pattern in ours:
        own, matcher = TokenPatterns([("p", pattern)]), Matcher(blank_pipeline().vocab)
        matcher.add("p", [pattern])
        for words in scans:
            spans = {(first, last) for _, first, last in own.match(words)}
            doc = Doc(blank_pipeline().vocab, words=words)
            assert spans == {(first, last) for _, first, last in matcher(doc)}
            found += len(spans)
    assert found > 50
