"""The third pass: does the knowledge mean something? One module a check, in `coach.knowledge.checks`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from coach.knowledge.checks import (
    labelled_examples,
    needed_files,
    patterns,
    phrases,
    placeholders,
    references,
    scenarios,
    wordings,
)
from coach.knowledge.load import Knowledge, KnowledgeError, digest_of, load
from coach.knowledge.problem import Problem

# To check something more, write a module with `problems(knowledge)` and name it here.
CHECKS: tuple[Callable[[Knowledge], Iterator[Problem]], ...] = (
    patterns.problems,
    phrases.problems,
    references.problems,
    wordings.problems,
    placeholders.problems,
    needed_files.problems,
    scenarios.problems,
)


def find_problems(root: Path) -> list[Problem]:
    """Return every problem under `root`, sorted by place; empty when the knowledge is sound.

    The checks of meaning need sound forms: as long as a file is malformed, only faults of form are listed.
    """
    found = set(labelled_examples.problems(root))
    try:
        knowledge = load(root)
    except KnowledgeError as error:
        return sorted(found.union(error.problems))
    return sorted(found.union(*(check(knowledge) for check in CHECKS)))


def check_once(root: Path, cache: Path) -> None:
    """Check the knowledge, unless these very files were found sound before (remembered in `cache`).

    Raises KnowledgeError with every problem.
    """
    mark = cache / f"sound-{digest_of(root)[:24]}-{_own_code()}" if root.is_dir() else None
    if mark and mark.exists():
        return
    if problems := find_problems(root):
        raise KnowledgeError(problems)
    if mark:
        with suppress(OSError):  # a cache that cannot be written costs time at each start, nothing else
            cache.mkdir(parents=True, exist_ok=True)
            for old in cache.glob("sound-*"):
                old.unlink(missing_ok=True)
            mark.touch()


def _own_code() -> str:
    """A hash over the checks themselves: knowledge found sound by older checks is checked again."""
    files = sorted(path for path in Path(__file__).parent.rglob("*") if path.suffix in (".py", ".yml"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:8]
