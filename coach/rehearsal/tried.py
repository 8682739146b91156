"""What a perfect seller failed at, kept by scenario: only what was edited since is played again.

The file name carries a hash over the scenario, all knowledge that scenarios share and the code, so what is kept is
never stale.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from coach.context import Tools
from coach.knowledge.fault import Fault
from coach.knowledge.load import Knowledge, digest_of
from coach.knowledge.problem import Problem
from coach.rehearsal.unsolved import problems_of
from coach.whole_file import keep_only, write_whole

_COACH = Path(__file__).resolve().parent.parent
_SCENARIOS = "scenarios"
Rows = list[tuple[int, Fault]]  # line of each problem, and what is wrong


def problems(
    knowledge: Knowledge, tools: Callable[[], Tools], cache: Path, progress: Callable[[str], None] = lambda _name: None
) -> Iterator[Problem]:
    """Yield what a perfect seller fails at in each scenario; `tools` and `progress` are called only to play one."""
    shared = _shared(knowledge.root)
    for key in knowledge.scenarios:
        source = knowledge.sources[(_SCENARIOS, key)].path
        digest = hashlib.sha256(shared + source.read_bytes()).hexdigest()[:24]
        path = cache / f"played-{key}-{digest}.json"
        rows = _kept(path)
        if rows is None:
            progress(key)
            rows = [(problem.line, problem.fault) for problem in problems_of(key, tools())]
            if digest_of(knowledge.root) == knowledge.digest:  # else the files were edited meanwhile
                _keep(rows, path, f"played-{key}-*")
        yield from (Problem(source, line, found) for line, found in rows)


def _kept(path: Path) -> Rows | None:
    """Return what is kept in `path`; None when it is not there or damaged."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        return [(int(line), Fault.from_json(found)) for line, found in json.loads(path.read_bytes())["problems"]]
    return None


def _keep(rows: Rows, path: Path, others: str) -> None:
    with suppress(OSError):  # a cache that cannot be written costs time at each check, nothing else
        problems = [(line, found.to_json()) for line, found in rows]
        write_whole(path, json.dumps({"problems": problems}, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        keep_only(path, others)


def _shared(root: Path) -> bytes:
    """A hash over what plays scenarios: the code, and the knowledge outside of them."""
    digest = hashlib.sha256(_code())
    for path in sorted(path for path in root.rglob("*.yml") if path.is_file()):
        name = path.relative_to(root)
        if name.parts[0] != _SCENARIOS:
            digest.update(str(name).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.digest()


@lru_cache(maxsize=1)
def _code() -> bytes:
    digest = hashlib.sha256(version("scikit-learn").encode())
    for path in sorted(path for path in _COACH.rglob("*") if path.suffix in (".py", ".yml")):
        digest.update(path.read_bytes())
    return digest.digest()
