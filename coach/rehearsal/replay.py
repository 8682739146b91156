"""Play the lines of a receipt again and say what came out differently, and by which rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from coach.context import Tools
from coach.rehearsal.debrief import debrief
from coach.rehearsal.receipt import ReceiptError, hash_of
from coach.rehearsal.scene import difficulty
from coach.rehearsal.step import begin, play_all

Json = dict[str, Any]


@dataclass(frozen=True)
class Flip:
    """A verdict that differs: where (`turn` from 1, None for the whole call), what, and the rules behind."""

    turn: int | None
    what: str
    then: str
    now: str


@dataclass
class Replay:
    """The outcome: `identical`, whether receipt and knowledge are the same as then, and every flip."""

    identical: bool
    intact: bool
    same_knowledge: bool
    score_then: int
    score_now: int
    flips: list[Flip] = field(default_factory=list)


def replay(receipt: Json, tools: Tools) -> Replay:
    """Play the receipt's lines again and compare. Raises ReceiptError when its scenario is no longer there."""
    scenario = tools.knowledge.scenarios.get(receipt["scenario"])
    if scenario is None:
        raise ReceiptError(f"there is no scenario '{receipt['scenario']}' any more")
    try:
        difficulty(tools.knowledge.rehearsing, receipt["difficulty"])
        today = date.fromisoformat(receipt["today"])
    except (KeyError, ValueError, TypeError) as error:
        raise ReceiptError(f"difficulty or date cannot be read: {error}") from error
    fresh = begin(scenario, receipt["difficulty"], receipt["opened"], today, tools)
    now = debrief(play_all(fresh, receipt["lines"], tools), tools)["receipt"]
    try:
        flips = list(_flips(receipt["result"], now["result"]))
    except (KeyError, TypeError) as error:
        raise ReceiptError(f"'result' cannot be read: {error!r}") from error
    return outcome_of(receipt, now, flips)


def outcome_of(receipt: Json, now: Json, flips: list[Flip]) -> Replay:
    """Return how the receipt made `now` compares with the stored one, given what flipped."""
    body = {key: value for key, value in receipt.items() if key != "hash"}
    return Replay(
        identical=receipt["result"] == now["result"],
        intact=hash_of(body) == receipt["hash"],
        same_knowledge=receipt["knowledge"] == now["knowledge"],
        score_then=receipt["result"]["score"],
        score_now=now["result"]["score"],
        flips=flips,
    )


def _flips(then: Json, now: Json) -> Iterator[Flip]:
    yield from changed_scores(then, now)
    for number, (a, b) in enumerate(zip(then["turns"], now["turns"], strict=False), 1):
        yield from changed_marks(number, a["marks"], b["marks"])
        if a["told"] != b["told"]:
            yield Flip(number, "need", a["told"] or "-", b["told"] or "-")
        if a["buyer"] != b["buyer"]:
            yield Flip(number, "reply", a["buyer"], b["buyer"])


def changed_scores(then: Json, now: Json) -> Iterator[Flip]:
    """Yield what differs in the score and in what it is made of."""
    for key in ("score", "passed"):
        if then[key] != now[key]:
            yield Flip(None, key, str(then[key]), str(now[key]))
    yield from changed_rows(then["criteria"] + then["faults"], now["criteria"] + now["faults"])


def changed_rows(then: list[Json], now: list[Json]) -> Iterator[Flip]:
    """Yield the criteria and faults whose points differ."""
    a, b = ({row["id"]: row["earned"] for row in rows} for rows in (then, now))
    for key in dict.fromkeys([*a, *b]):
        if a.get(key) != b.get(key):
            yield Flip(None, key, str(a.get(key, "-")), str(b.get(key, "-")))


def changed_marks(number: int, then: list[Json], now: list[Json]) -> Iterator[Flip]:
    """Yield the marks of one line that differ, or have another reason."""
    a, b = ({mark["name"]: mark for mark in marks} for marks in (then, now))
    for name in sorted({*a, *b}):
        if (name in a) != (name in b) or (a[name]["rule"], a[name]["text"]) != (b[name]["rule"], b[name]["text"]):
            yield Flip(number, name, _why(a.get(name)), _why(b.get(name)))


def _why(mark: Json | None) -> str:
    return f"{mark['rule']} “{mark['text']}”" if mark else "-"
