"""Files that the program looks up by name and so must be there; requests that it does not know."""

from __future__ import annotations

from collections.abc import Iterator

from coach.knowledge.fault import fault
from coach.knowledge.load import Knowledge
from coach.knowledge.needed import NEEDED, REQUESTS
from coach.knowledge.problem import Problem


def problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield one problem for each missing file, and for each file of a request that nothing answers."""
    for collection, folder, names in NEEDED:
        for name in names:
            if name not in getattr(knowledge, collection):
                path = knowledge.root / folder / f"{name}.yml"
                yield Problem(path, 1, fault("file_missing"))
    for key in sorted(set(knowledge.requests) - set(REQUESTS)):
        document = knowledge.sources[("requests", key)]
        unknown = fault("request_unknown", name=key, known=REQUESTS)
        yield Problem(document.path, document.line(("id",)), unknown)
