"""The third pass: does the knowledge mean something? One module a check, in `coach.knowledge.checks`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from coach.knowledge.checks import (
    briefing,
    buying,
    crm_forms,
    labelled_examples,
    needed_files,
    patterns,
    phrases,
    placeholders,
    references,
    rfm,
    scenarios,
    stance_ledger,
    wordings,
)
from coach.knowledge.checks.places import patterns as all_patterns
from coach.knowledge.checks.places import values
from coach.knowledge.kept import pack, unpack
from coach.knowledge.load import Knowledge, KnowledgeError, digest_of, load
from coach.knowledge.problem import Problem
from coach.knowledge.yaml_lines import Document
from coach.whole_file import keep_only, write_whole

# To check something more, write a module with `problems(knowledge)` and name it here.
CHECKS: tuple[Callable[[Knowledge], Iterator[Problem]], ...] = (
    patterns.problems,
    phrases.problems,
    references.problems,
    wordings.problems,
    placeholders.problems,
    needed_files.problems,
    scenarios.problems,
    stance_ledger.problems,
    briefing.problems,
    buying.problems,
    rfm.problems,
    crm_forms.problems,
)


def find_problems(root: Path, instead: Mapping[Path, Document] | None = None) -> list[Problem]:
    """Return every problem under `root`, sorted by place; empty when the knowledge is sound.

    The checks of meaning need sound forms: as long as a file is malformed, only faults of form are listed. `instead`
    are documents to take in place of the files of these paths. What follows from one file alone is found once.
    """
    found = set(labelled_examples.problems(root, instead))
    try:
        knowledge = load(root, instead)
    except KnowledgeError as error:
        return sorted(found.union(error.problems))
    return sorted(found.union(*(check(knowledge) for check in CHECKS)))


def check_once(root: Path, cache: Path) -> Knowledge:
    """Return the knowledge under `root`: as kept in `cache` when these very files were found sound before.

    Raises KnowledgeError with every problem.
    """
    if not root.is_dir():
        return load(root)  # which says so
    digest = digest_of(root)
    path = cache / f"sound-{digest[:24]}-{_own_code()}.json"
    with suppress(OSError, ValueError):  # not there or damaged: checked again
        return unpack(path.read_bytes(), root, digest)
    if problems := find_problems(root):
        raise KnowledgeError(problems)
    knowledge = load(root)
    if knowledge.digest == digest:  # else the files were edited meanwhile
        with suppress(OSError):  # a cache that cannot be written costs time at each start, nothing else
            found = (pattern for _, _, value, _ in values(knowledge) for _, pattern in all_patterns(value))
            write_whole(path, pack(knowledge, (pattern for pattern in found if isinstance(pattern, str))))
            keep_only(path, "sound-*")
    return knowledge


@lru_cache(maxsize=1)
def _own_code() -> str:
    """A hash over the code that checks and reads: knowledge found sound by an older one is checked again."""
    files = sorted(path for path in Path(__file__).parent.rglob("*") if path.suffix in (".py", ".yml"))
    files += sorted((Path(__file__).parent.parent / "text").glob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:8]
