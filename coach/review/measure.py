"""What can be counted of a call: who talked how much, how many questions of which type, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from coach.read.seller import Question
from coach.review.call import Call, CallTurn
from coach.review.sides import CUSTOMER, SELLER

SPIN = ("situation", "problem", "implication", "need_payoff")
UNCLEAR = "unclear"
ROWS = (*SPIN, UNCLEAR)
TENTHS = 10
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_HAN_WORD = 0.5  # a Han character weighs as much as half a word, as in coach/text/language


def talk_share(turns: Sequence[CallTurn]) -> int | None:
    """Return the seller's share of the words in percent: characters in Chinese, words in English."""
    amount = {SELLER: 0.0, CUSTOMER: 0.0}
    for turn in turns:
        if turn.side in amount:
            amount[turn.side] += length(turn.text)
    total = sum(amount.values())
    return round(100 * amount[SELLER] / total) if total else None


def length(text: str) -> float:
    """Return how much is said, in words."""
    han = len(_HAN.findall(text))
    return han * _HAN_WORD + len(_WORD.findall(_HAN.sub(" ", text)))


def places(turns: Sequence[CallTurn]) -> list[float]:
    """Return where each turn stands in the call, 0..1: by its time when all have one, else by the words before it."""
    starts = [turn.start for turn in turns]
    times = [start for start in starts if start is not None]
    if len(times) == len(turns) and times and times[-1] > times[0] and times == sorted(times):
        return [(time - times[0]) / (times[-1] - times[0]) for time in times]
    before, done = [], 0.0
    for turn in turns:
        before.append(done)
        done += length(turn.text)
    return [amount / done if done else 0.0 for amount in before]


def by_tenth(call: Call) -> dict[str, list[int]]:
    """Return how many questions of each type, and needs of each level, fell in each tenth of the call.

    A question whose type is not certain is counted as `unclear`: the score does not credit it either.
    """
    rows = {name: [0] * TENTHS for name in (*ROWS, "surface", "latent", "deep")}
    for turn, place in zip(call.turns, places(call.turns), strict=True):
        tenth = min(TENTHS - 1, int(place * TENTHS))
        for question in turn.line.questions if turn.line else ():
            if question.spin.label in SPIN:
                rows[_type_of(question, turn)][tenth] += 1
        for need in turn.needs:
            rows[need.level][tenth] += 1
    return rows


def _type_of(question: Question, turn: CallTurn) -> str:
    name = f"spin_{question.spin.label}"
    marked = any(mark.name == name and question.start <= mark.start < question.end for mark in turn.marks)
    return question.spin.label if marked else UNCLEAR


def measures(call: Call) -> dict[str, Any]:
    """Return the counts as plain JSON. Questions that only greet or ask leave are not counted."""
    rows = by_tenth(call)
    return {
        "talk_share": talk_share(call.turns),
        "questions": sum(sum(rows[name]) for name in ROWS),
        "by_tenth": rows,
    }
