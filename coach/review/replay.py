"""Judge the transcript of a review's receipt again and say what came out differently."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from coach.context import Tools
from coach.rehearsal.receipt import ReceiptError
from coach.rehearsal.replay import Flip, Replay, changed_marks, changed_scores, outcome_of
from coach.review.receipt import utterances_in
from coach.review.result import review
from coach.review.sides import Sides

Json = dict[str, Any]


def replay_review(receipt: Json, tools: Tools) -> Replay:
    """Return the outcome. Raises ReceiptError when the receipt cannot be read."""
    try:
        today = date.fromisoformat(receipt["today"])
    except (ValueError, TypeError) as error:
        raise ReceiptError(f"the date cannot be read: {error}") from error
    said = utterances_in(receipt)
    now = review(said, Sides(receipt["sides"]), tools, today, receipt["lang"])["receipt"]
    return outcome_of(receipt, now, list(_flips(receipt["result"], now["result"])))


def _flips(then: Json, now: Json) -> Iterator[Flip]:
    yield from changed_scores(then, now)
    for number, (a, b) in enumerate(zip(then["turns"], now["turns"], strict=False), 1):
        yield from changed_marks(number, a["marks"], b["marks"])
        for what in ("needs", "objections", "step"):
            if a[what] != b[what]:
                yield Flip(number, what, _shown(a[what]), _shown(b[what]))


def _shown(value: list[str] | str | None) -> str:
    return ", ".join(value or []) or "-" if not isinstance(value, str) else value
