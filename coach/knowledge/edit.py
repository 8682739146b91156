"""Check one edited file of the methodology in its whole context, before it is saved."""

from __future__ import annotations

from pathlib import Path

import yaml

from coach.knowledge.check import find_problems
from coach.knowledge.fault import fault
from coach.knowledge.problem import Problem
from coach.knowledge.yaml_faults import LOADER
from coach.knowledge.yaml_lines import parse_yaml

DEEPEST = 60  # levels; the YAML reader calls itself for each, and thousands would end the whole process


def too_deep(raw: bytes) -> bool:
    """Say whether the YAML in `raw` is nested deeper than any file here; what is no YAML is told elsewhere."""
    depth = 0
    try:
        for event in yaml.parse(raw.decode("utf-8-sig", errors="replace"), Loader=LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                return True
    except yaml.YAMLError:
        pass
    return False


def problems_with(root: Path, path: Path, raw: bytes) -> list[Problem]:
    """Return every problem that the knowledge under `root` has when the file `path` holds `raw`.

    The same check as of saved files, so none finds what the other does not; all other files are known from before.
    """
    if too_deep(raw):
        return [Problem(path, 1, fault("deeper_than", most=DEEPEST))]
    return find_problems(root, {path: parse_yaml(path, raw)})
