"""Patterns that do not compile."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from coach.knowledge.checks.places import patterns, values
from coach.knowledge.fault import Fault, fault
from coach.knowledge.load import Knowledge
from coach.knowledge.patterns import PatternError, anchors
from coach.knowledge.problem import Problem
from coach.knowledge.schema import Shape
from coach.knowledge.yaml_lines import Document


def problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield one problem for each phrase or token pattern that the reader could not use."""
    for _, _, value, document in values(knowledge):
        yield from document.once(_of_file, value)


def _of_file(document: Document, value: Shape) -> list[Problem]:
    faults = ((keys, fault_of(pattern)) for keys, pattern in patterns(value))
    return [Problem(document.path, document.line(keys), found) for keys, found in faults if found]


def fault_of(pattern: str | list[dict[str, Any]]) -> Fault | None:
    """Return what is wrong with `pattern`, or None."""
    try:
        if isinstance(pattern, str):
            anchors(pattern)
        else:
            from spacy.matcher import Matcher  # here, since a start with sound knowledge needs no spaCy

            from coach.text.pipeline import blank_pipeline

            Matcher(blank_pipeline().vocab, validate=True).add("check", [pattern])
    except PatternError as error:
        return error.fault
    except Exception as error:  # spaCy raises several kinds, all of which mean the same to an author
        lines = str(error).splitlines()
        reasons = [line.removeprefix("- ") for line in lines if line.startswith("- ")]
        return fault("token_pattern", reason="; ".join(reasons or lines[:1]))
    return None
