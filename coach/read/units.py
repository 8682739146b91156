"""Which part of a text a task looks at."""

from __future__ import annotations

from collections.abc import Sequence

from coach.read.forms import asks, plausible
from coach.read.matcher import Hit, Scan
from coach.text.clauses import sentences


def last_question(scan: Scan, hits: Sequence[Hit]) -> tuple[int, int]:
    """Return the span of the last sentence that is a question; of the whole text when none is marked.

    A sentence is marked by its question mark, or by a sure rule for an open or closed question. Source: the
    label of two questions in one turn is that of the last one asked.
    """
    spans = sentences(scan.clean)
    if len(spans) < 2:
        return 0, len(scan.text)
    for start, end in reversed(spans):
        sentence = scan.clean[start:end]
        own = plausible([hit for hit in hits if start <= hit.start < end], sentence)
        ruled = any(hit.rule.sure and hit.rule.label in ("open", "closed") for hit in own)
        if asks(sentence) or ruled:
            return start, end
    return 0, len(scan.text)
