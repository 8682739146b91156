"""Check one edited file of the methodology in its whole context, before it is saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from coach.knowledge.check import CHECKS
from coach.knowledge.checks import labelled_examples, phrases
from coach.knowledge.folders import EXAMPLES
from coach.knowledge.load import Knowledge, KnowledgeError, load
from coach.knowledge.problem import Problem
from coach.knowledge.yaml_lines import Document, parse_yaml

DEEPEST = 60  # levels; the YAML reader calls itself for each, and thousands would end the whole process


def too_deep(raw: bytes) -> bool:
    """Say whether the YAML in `raw` is nested deeper than any file here; what is no YAML is told elsewhere."""
    depth = 0
    try:
        for event in yaml.parse(raw.decode("utf-8-sig", errors="replace"), Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                return True
    except yaml.YAMLError:
        pass
    return False


def problems_with(root: Path, path: Path, raw: bytes) -> list[Problem]:
    """Return every problem that the knowledge under `root` has when the file `path` holds `raw`.

    What the edit cannot touch is not looked at: sentences under two labels when it is no file of examples, phrases of
    other tasks than the file's.
    """
    if too_deep(raw):
        return [Problem(path, 1, f"the values are nested deeper than {DEEPEST} levels")]
    document = parse_yaml(path, raw)
    instead = {path: document}
    if path.relative_to(root).parts[0] == EXAMPLES:
        return sorted(set(labelled_examples.problems(root, instead)))
    try:
        knowledge = load(root, instead)
    except KnowledgeError as error:
        return list(error.problems)
    return sorted(set(_of_meaning(knowledge, document)))


def _of_meaning(knowledge: Knowledge, document: Document) -> Iterator[Problem]:
    own = {collection for (collection, _), other in knowledge.sources.items() if other is document}
    for check in CHECKS:
        yield from phrases.problems(knowledge, own) if check is phrases.problems else check(knowledge)
