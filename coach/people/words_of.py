"""The lists that names are found with, folded as the text is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from coach.knowledge.load import Knowledge
from coach.knowledge.patterns import GAP, expand
from coach.knowledge.schema import LANGUAGES
from coach.text.normalize import normalize

_SMALL = re.compile(r"(?<![\w'’-])[a-z][a-z'’-]+")
LISTS = (
    "surnames", "given_names", "honorifics", "prefixes", "not_names", "person_acts", "company_words", "brands",
    "taken_back", "humans", "relatives", "retractions", "person_deeds", "nicknames", "workplaces", "ranks", "in_charge",
    "met", "gestures", "tasks", "kin",
)  # fmt: skip


def lists_of(knowledge: Knowledge) -> dict[str, dict[str, list[str]]]:
    """Return the words of each list by language."""
    return {
        name: {lang: all_words(getattr(knowledge.word_lists[name].words, lang)) for lang in LANGUAGES} for name in LISTS
    }


def all_words(patterns: Iterable[object]) -> list[str]:
    """Return every phrase of the patterns, folded; patterns with a gap or of tokens are left out."""
    plain = (pattern for pattern in patterns if isinstance(pattern, str) and GAP not in pattern)
    return [normalize(word) for pattern in plain for word in expand(pattern)]


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, the longest first."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(map(re.escape, ordered)) + ")" if ordered else r"(?!)"


def words_of_examples(knowledge: Knowledge) -> set[str]:
    """Return the English words that the examples use in small letters: they are words, and nobody's name."""
    examples = (example for task in ("need", "stance", "role") for example in knowledge.examples(task))
    return {word for example in examples if example.lang == "en" for word in _SMALL.findall(example.text)}
