"""Writes figures into docs/performance.md, each kind in a section of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

TITLE = "# Performance\n"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def put_section(page: Path, name: str, text: str) -> None:
    """Replace section `name` of the page by `text`, or add it; the rest of the page stays as it is."""
    start, end = f"<!-- {name}: start -->", f"<!-- {name}: end -->"
    section = f"{start}\n{text.strip()}\n{end}"
    page.parent.mkdir(parents=True, exist_ok=True)
    old = page.read_text(encoding="utf-8") if page.exists() else TITLE
    before, found, rest = old.partition(start)
    new = before + section + rest.partition(end)[2] if found else f"{old.rstrip()}\n\n{section}\n"
    page.write_text(new, encoding="utf-8")
