"""`python -m coach.review.apart NAME LANG DAY`: reviews the file on stdin in a process of its own; a server goes on.

Answers one JSON value on stdout; on stderr "done/total" from time to time.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from time import monotonic

from coach.context import build_tools
from coach.knowledge.check import check_once
from coach.review.file import NoTranscriptError, review_file
from coach.settings import settings

EVERY = 0.3  # seconds between two words of progress


def main(argv: Sequence[str]) -> int:
    """Print {"review": ...} or {"refused": kind, "said": words}."""
    name, lang, day = argv
    where = settings()
    tools = build_tools(check_once(where.knowledge, where.cache), where.cache)
    told = 0.0

    def progress(done: int, total: int) -> None:
        nonlocal told
        if monotonic() - told >= EVERY:
            told = monotonic()
            print(f"{done}/{total}", file=sys.stderr, flush=True)

    try:
        value = {"review": review_file(sys.stdin.buffer.read(), name, tools, date.fromisoformat(day), lang, progress)}
    except NoTranscriptError as error:
        value = {"refused": error.kind, "said": error.said}  # type: ignore[dict-item]
    json.dump(value, sys.stdout)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
