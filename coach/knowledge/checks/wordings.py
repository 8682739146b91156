"""Sentences of `words/` whose wordings do not use the same placeholders."""

from __future__ import annotations

from collections.abc import Iterator

from coach.knowledge.load import Knowledge
from coach.knowledge.problem import Problem
from coach.knowledge.schema import LANGUAGES
from coach.knowledge.words import placeholders


def problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield one problem for each key whose braces do not match, in a sentence or between the wordings."""
    for (collection, key), document in knowledge.sources.items():
        if collection != "words":
            continue
        line = document.line((key,))
        sentences = [sentence for lang in LANGUAGES for sentence in knowledge.words.wordings(key, lang)]
        try:
            names = {placeholders(sentence) for sentence in sentences}
        except ValueError as error:
            yield Problem(document.path, line, f"'{key}': braces do not match ({error})")
            continue
        if len(names) > 1:
            yield Problem(document.path, line, f"'{key}': the wordings do not use the same placeholders")
