"""Labelled sentences of the wrong form, and the same sentence under two labels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from coach.knowledge.examples import parse_examples
from coach.knowledge.folders import EXAMPLES
from coach.knowledge.problem import Problem
from coach.knowledge.yaml_lines import read_yaml
from coach.text.normalize import normalize


def problems(root: Path) -> Iterator[Problem]:
    """Yield the problems of the examples under `root`; they are read apart, since only fitting needs them."""
    seen: dict[tuple[str, str], tuple[str, Path, int]] = {}
    for path in sorted((root / EXAMPLES).rglob("*.yml")):
        of_form: list[Problem] = []
        for example in parse_examples(read_yaml(path), of_form):
            key = (example.task, normalize(example.text).strip())
            label, first, line = seen.setdefault(key, (example.label, path, example.line))
            if label != example.label:
                message = f"the same sentence is '{label}' in {first}:{line} and '{example.label}' here"
                yield Problem(path, example.line, message)
        yield from of_form
