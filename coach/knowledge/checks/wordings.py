"""Sentences of `words/` that are missing, or whose placeholders differ or are filled by nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coach.knowledge.checks.placeholders import unfilled
from coach.knowledge.fault import fault
from coach.knowledge.folders import WORDS
from coach.knowledge.load import Knowledge
from coach.knowledge.problem import Problem
from coach.knowledge.schema import LANGUAGES
from coach.knowledge.words import filled, placeholders
from coach.knowledge.yaml_lines import Document


def problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield one problem for each sentence that is missing or could not be filled in when it is said."""
    for key in sorted(set(filled()) - set(knowledge.words.keys())):
        yield Problem(knowledge.root / WORDS, 1, fault("sentence_missing", key=key))
    documents = {id(of_key): of_key for (kind, _), of_key in knowledge.sources.items() if kind == WORDS}
    for document in documents.values():
        yield from document.once(_of_file)


def _of_file(document: Document) -> list[Problem]:
    return [problem for key, value in document.data.items() for problem in _of_sentence(key, value, document)]


def _of_sentence(key: str, value: Mapping[str, str | list[str]], document: Document) -> Iterator[Problem]:
    line = document.line((key,))
    said = (value[lang] for lang in LANGUAGES)
    sentences = [one for texts in said for one in (texts if isinstance(texts, list) else [texts])]
    try:
        names = {placeholders(sentence) for sentence in sentences}
    except ValueError:
        yield Problem(document.path, line, fault("of_key", key=key, inner=fault("braces")))
        return
    if len(names) > 1:
        yield Problem(document.path, line, fault("placeholders_differ", key=key))
    if key in filled():  # what nothing says can do no harm
        yield from unfilled(document, (key,), value, filled()[key])
