"""The same phrase under two labels of one task: the reader could not tell which is meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from coach.knowledge.checks.places import patterns, values
from coach.knowledge.load import Knowledge
from coach.knowledge.patterns import PatternError, expand, parse
from coach.knowledge.problem import Problem
from coach.knowledge.yaml_lines import Document
from coach.text.normalize import normalize

# collections whose phrases compete for one text: a phrase may stand under one label only
_TASKS = {
    "needs": "need", "forms": "form", "spins": "spin", "stances": "stance", "roles": "role",
    "commands": "command", "glossary": "concept", "requests": "request", "titles": "title",
    "topics": "topic", "process": "step",
}  # fmt: skip


def problems(knowledge: Knowledge, collections: Collection[str] = tuple(_TASKS)) -> Iterator[Problem]:
    """Yield one problem for each phrase that another file of the same task already has; look at these collections."""
    seen: dict[str, dict[str, tuple[str, Document, int]]] = defaultdict(dict)  # task -> phrase -> id and place
    for collection, key, value, document in values(knowledge):
        if collection not in _TASKS or collection not in collections:
            continue
        first_of = seen[_TASKS[collection]]
        for keys, pattern in patterns(value):
            here = (key, document, document.line(keys))
            for phrase in _written_out(pattern) if isinstance(pattern, str) else ():
                owner, other, line = first_of.setdefault(phrase, here)
                if owner != key:
                    message = f"phrase '{phrase}' is already in {other.path}:{line}"
                    yield Problem(document.path, here[2], message)


def _written_out(pattern: str) -> list[str]:
    """The phrases of a pattern, or the pattern itself when it stands for too many; none when it does not compile."""
    clean = normalize(pattern)
    try:
        return expand(clean)
    except PatternError:
        pass
    try:
        parse(clean)
    except PatternError:
        return []
    return [clean]
