"""How many utterances a second the reader judges, on one core."""

from __future__ import annotations

import time
from pathlib import Path

Row = tuple[str, str]  # what was measured, and the figure with its unit

_HELD_OUT = Path(__file__).resolve().parent.parent / "tests" / "heldout"
_TASKS = {"need": "need", "question": "form", "stance": "stance", "role": "role", "command": "command"}


def measure() -> list[Row]:
    """Return the rows of the reader's table: each task on its held-out sentences, both languages."""
    from coach.assistant import shared_assistant

    reader = shared_assistant().tools.reader
    rows = []
    for name, task in _TASKS.items():
        texts = [
            line.split("\t")[-1]
            for lang in ("zh", "en")
            for line in (_HELD_OUT / f"{name}_{lang}.tsv").read_text(encoding="utf-8").splitlines()
        ]
        judge = getattr(reader, task)
        for text in texts:  # loads the model, and compiles the patterns that these texts meet: both are done once
            judge(text)
        began = time.perf_counter()
        for text in texts:
            judge(text)
        rows.append((f"{task}, utterances a second", f"{len(texts) / (time.perf_counter() - began):,.0f}"))
    return rows
