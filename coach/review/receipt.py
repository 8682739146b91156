"""The receipt of a review: the transcript and hashes, from which anybody can compute the score again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from coach import __version__
from coach.context import Tools
from coach.rehearsal.receipt import FORMAT, ReceiptError, as_read, hash_of
from coach.review.sides import Sides
from coach.review.utterance import Utterance

REVIEW = "review"
Json = dict[str, Any]


def receipt_of(said: Sequence[Utterance], sides: Sides, today: date, result: Json, tools: Tools) -> Json:
    """Return the receipt. It holds the transcript with its names: personal data, as the review itself."""
    body = {
        "format": FORMAT,
        "kind": REVIEW,
        "lang": result["lang"],
        "today": today.isoformat(),
        "sides": sides.of,
        "utterances": [[one.speaker, one.text, one.start, one.line] for one in said],
        "knowledge": tools.knowledge.digest,
        "version": __version__,
        "result": verdicts(result),
    }
    return {**body, "hash": hash_of(body)}


def verdicts(result: Json) -> Json:
    """Return what a replay compares."""
    keys = ("score", "passed", "criteria", "faults", "needs", "objections", "next_step", "talk_share", "questions")
    turns = [{key: turn[key] for key in ("marks", "needs", "objections", "step")} for turn in result["turns"]]
    return as_read({**{key: result[key] for key in keys}, "turns": turns})


def utterances_in(receipt: Json) -> list[Utterance]:
    """Return the utterances of a receipt. Raises ReceiptError when they cannot be read or lack a side."""
    try:
        said = [Utterance(*row) for row in receipt["utterances"]]
        fine = all(isinstance(one.text, str) and one.speaker in receipt["sides"] for one in said)
    except TypeError as error:
        raise ReceiptError(f"'utterances' must be rows of speaker, text, start, line: {error}") from error
    if not fine:
        raise ReceiptError("'utterances' must be rows of speaker, text, start, line, and 'sides' name each speaker")
    return said
