"""Files that the program looks up by name and so must be there; requests that it does not know."""

from __future__ import annotations

from collections.abc import Iterator

from coach.knowledge.load import Knowledge
from coach.knowledge.needed import NEEDED, REQUESTS
from coach.knowledge.problem import Problem


def problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield one problem for each missing file, and for each file of a request that nothing answers."""
    for collection, folder, names in NEEDED:
        for name in names:
            if name not in getattr(knowledge, collection):
                path = knowledge.root / folder / f"{name}.yml"
                yield Problem(path, 1, "this file is missing; the assistant needs it")
    for key in sorted(set(knowledge.requests) - set(REQUESTS)):
        document = knowledge.sources[("requests", key)]
        message = f"the assistant cannot do '{key}'; it knows: {', '.join(REQUESTS)}"
        yield Problem(document.path, document.line(("id",)), message)
