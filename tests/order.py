"""How the test files are dealt out to the workers: whole, those that share a server together, the longest first.

A worker that begins with the longest file while it can still be outweighed by others leaves no processor idle at the
end. By number of tests, which is what pytest-xdist goes by, the few long tests would come last.
"""

from __future__ import annotations

from xdist.scheduler import LoadFileScheduling

TOGETHER = ("tests/e2e/", "tests/channels/slack/")  # one server process for all of the folder
FIRST = (  # the rest, many files of some seconds each, fills the gaps at the end
    *TOGETHER, "tests/knowledge/test_twins.py", "tests/rehearsals/", "tests/conversations/", "tests/server/",
    "tests/benchmarks/", "tests/knowledge/", "tests/channels/",
)  # fmt: skip


def unit(nodeid: str) -> str:
    """Return what a test is dealt out with: its file, or a folder."""
    path = nodeid.split("::", 1)[0]
    return next((folder for folder in TOGETHER if path.startswith(folder)), path)


def place(nodeid: str) -> int:
    """Return where a test comes: by FIRST, then all others."""
    path = nodeid.split("::", 1)[0]
    return next((number for number, start in enumerate(FIRST) if path.startswith(start)), len(FIRST))


class LongestFirst(LoadFileScheduling):
    """What `-n` uses."""

    def _split_scope(self, nodeid: str) -> str:
        return unit(nodeid)
