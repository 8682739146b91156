"""Labelled sentences of the wrong form, and the same sentence under two labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from coach.knowledge.examples import Example, examples_of
from coach.knowledge.fault import fault
from coach.knowledge.folders import EXAMPLES
from coach.knowledge.load import files_of
from coach.knowledge.problem import Problem
from coach.knowledge.yaml_lines import Document, read_yaml
from coach.text.normalize import normalize


def problems(root: Path, instead: Mapping[Path, Document] | None = None) -> Iterator[Problem]:
    """Yield the problems of the examples under `root`; they are read apart, since only fitting needs them.

    `instead` are documents to take in place of the files of these paths.
    """
    instead = instead or {}
    seen: dict[tuple[str, str], Example] = {}
    for path in files_of(root / EXAMPLES, instead):
        document = instead.get(path) or read_yaml(path)
        for key, example in document.once(_keyed):
            first = seen.setdefault(key, example)
            if first.label != example.label:
                twice = fault("sentence_twice", label=first.label, path=first.path, line=first.line, here=example.label)
                yield Problem(path, example.line, twice)
        yield from examples_of(document)[1]


def _keyed(document: Document) -> list[tuple[tuple[str, str], Example]]:
    """Return the examples with their task and text, as the reader sees it."""
    return [((one.task, normalize(one.text).strip()), one) for one in examples_of(document)[0]]
