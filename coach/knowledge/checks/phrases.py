"""The same phrase under two labels of one task: the reader could not tell which is meant."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from pathlib import Path

from coach.knowledge.checks.places import Keys, patterns, values
from coach.knowledge.fault import fault
from coach.knowledge.load import Knowledge
from coach.knowledge.patterns import PatternError, expand, parse
from coach.knowledge.problem import Problem
from coach.knowledge.schema import Shape
from coach.knowledge.yaml_lines import Document
from coach.text.normalize import normalize

# collections whose phrases compete for one text: a phrase may stand under one label only
_TASKS = {
    "needs": "need", "forms": "form", "spins": "spin", "stances": "stance", "roles": "role",
    "commands": "command", "glossary": "concept", "requests": "request", "titles": "title",
    "topics": "topic", "process": "step",
}  # fmt: skip


File = tuple[str, Shape, Document]  # id, value and where it stands


def problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield one problem for each phrase that another file of the same task already has."""
    tasks: dict[str, list[File]] = {}
    for collection, key, value, document in values(knowledge):
        if collection in _TASKS:
            tasks.setdefault(_TASKS[collection], []).append((key, value, document))
    for files in tasks.values():
        if twice := _twice(files):
            yield from _told([file for file in files if twice.intersection(_hashes_of(file))], twice)


def _twice(files: list[File]) -> set[int]:
    """Return the hashes of phrases that stand in more than one file: there are hundreds of thousands of phrases."""
    seen: set[int] = set()
    twice: set[int] = set()
    for file in files:
        hashes = _hashes_of(file)
        twice |= seen.intersection(hashes)
        seen.update(hashes)
    return twice


def _hashes_of(file: File) -> array[int]:
    _, value, document = file
    return document.once(_hashed, value)


def _hashed(_document: Document, value: Shape) -> array[int]:
    return array("q", {hash(phrase) for _, phrase in _phrases(value)})


def _told(files: list[File], twice: set[int]) -> Iterator[Problem]:
    first_of: dict[str, tuple[str, Path, int]] = {}  # phrase -> id and place
    for key, value, document in files:
        for keys, phrase in _phrases(value):
            if hash(phrase) not in twice:
                continue
            here = document.line(keys)
            owner, path, line = first_of.setdefault(phrase, (key, document.path, here))
            if owner != key:
                yield Problem(document.path, here, fault("phrase_twice", phrase=phrase, path=path, line=line))


def _phrases(value: Shape) -> Iterator[tuple[Keys, str]]:
    """Yield the phrases of a file, written out, with the places of their patterns."""
    for keys, pattern in patterns(value):
        for phrase in _written_out(pattern) if isinstance(pattern, str) else ():
            yield keys, phrase


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
