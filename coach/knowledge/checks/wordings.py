"""Sentences of `words/` that are missing, or whose placeholders differ or are filled by nothing."""

from __future__ import annotations

from collections.abc import Iterator

from coach.knowledge.checks.placeholders import unfilled
from coach.knowledge.folders import WORDS
from coach.knowledge.load import Knowledge
from coach.knowledge.problem import Problem
from coach.knowledge.schema import LANGUAGES
from coach.knowledge.words import filled, placeholders


def problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield one problem for each sentence that is missing or could not be filled in when it is said."""
    for key in sorted(set(filled()) - set(knowledge.words.keys())):
        yield Problem(knowledge.root / WORDS, 1, f"the sentence '{key}' is missing; the assistant says it")
    for (collection, key), document in knowledge.sources.items():
        if collection != WORDS:
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
        if key in filled():  # what nothing says can do no harm
            yield from unfilled(document, (key,), document.data[key], filled()[key])
