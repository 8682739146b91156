"""Patterns that do not compile."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from coach.knowledge.checks.places import patterns, values
from coach.knowledge.load import Knowledge
from coach.knowledge.patterns import PatternError, anchors
from coach.knowledge.problem import Problem


def problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield one problem for each phrase or token pattern that the reader could not use."""
    for _, _, value, document in values(knowledge):
        for keys, pattern in patterns(value):
            if message := fault_of(pattern):
                yield Problem(document.path, document.line(keys), message)


def fault_of(pattern: str | list[dict[str, Any]]) -> str | None:
    """Return what is wrong with `pattern`, or None."""
    try:
        if isinstance(pattern, str):
            anchors(pattern)
        else:
            from spacy.matcher import Matcher  # here, since a start with sound knowledge needs no spaCy

            from coach.text.pipeline import blank_pipeline

            Matcher(blank_pipeline().vocab, validate=True).add("check", [pattern])
    except PatternError as error:
        return str(error)
    except Exception as error:  # spaCy raises several kinds, all of which mean the same to an author
        return f"token pattern does not compile: {str(error).splitlines()[0]}"
    return None
