"""Labelled sentences of the wrong form, and the same sentence under two labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from coach.knowledge.examples import parse_examples
from coach.knowledge.folders import EXAMPLES
from coach.knowledge.problem import Problem
from coach.knowledge.yaml_lines import Document, read_yaml
from coach.text.normalize import normalize


def problems(root: Path, instead: Mapping[Path, Document] | None = None) -> Iterator[Problem]:
    """Yield the problems of the examples under `root`; they are read apart, since only fitting needs them.

    `instead` are documents to take in place of the files of these paths.
    """
    instead = instead or {}
    seen: dict[tuple[str, str], tuple[str, Path, int]] = {}
    for path in sorted({*(root / EXAMPLES).rglob("*.yml"), *instead}):
        of_form: list[Problem] = []
        for example in parse_examples(instead.get(path) or read_yaml(path), of_form):
            key = (example.task, normalize(example.text).strip())
            label, first, line = seen.setdefault(key, (example.label, path, example.line))
            if label != example.label:
                message = f"the same sentence is '{label}' in {first}:{line} and '{example.label}' here"
                yield Problem(path, example.line, message)
        yield from of_form
