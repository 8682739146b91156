"""A sign weighs by its grade, how sure it was and how old it is; none counts twice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from coach.accounts.records import ROLE, STANCE
from coach.stances.evidence import evidence_of, fading
from tests.coach.stances.accounts import ASOF, ledger, role, sign


def weight(observation: Any, kind: str = STANCE) -> float:
    (evidence,) = evidence_of([observation], kind, ASOF, ledger())
    return round(evidence.weight, 3)


@pytest.mark.parametrize(
    ("observation", "expected"),
    [
        (sign("coach", "explicit"), 1.0),
        (sign("coach", "repeated"), 0.8),
        (sign("coach", "behaviour"), 0.6),
        (sign("coach", "tone"), 0.2),
        (sign("coach", "hearsay"), 0.2),  # a grade that the ledger does not know
        (sign("coach", "behaviour", 180), 0.3),
        (sign("coach", "behaviour", 360), 0.15),
        (sign("coach", "behaviour", confidence=0.5), 0.3),
        (sign("coach", "behaviour", rule="stances/coach.sure"), 0.6),
        (sign("coach", "tone", rule="learned.stance.coach"), 0.2),
    ],
)
def test_weight_today(observation: Any, expected: float) -> None:
    assert weight(observation) == expected


def test_roles_fade_more_slowly() -> None:
    assert weight(role("decider", days=720), ROLE) == 0.5


@pytest.mark.parametrize("half_life", [1, 30, 180, 720])
def test_fading_is_monotone(half_life: int) -> None:
    shares = [fading(age, half_life) for age in range(0, 2000, 7)]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] == 1
    assert fading(half_life, half_life) == 0.5


@pytest.mark.parametrize(
    ("observations", "count"),
    [
        ([], 0),
        ([sign("unknown")], 0),
        ([role("buyer")], 0),
        ([sign("coach", days=-1)], 0),  # as it stood on that day
        ([sign("coach", days=0)], 1),
        ([sign("coach", quote="same"), sign("coach", quote="same")], 1),
        ([sign("coach", quote="same"), sign("coach", quote="same", days=1)], 2),
        ([sign("coach", quote="same"), sign("supporter", quote="same")], 2),
        ([sign("coach", quote=""), sign("coach", quote="")], 2),  # without words nobody can tell
    ],
)
def test_what_counts(observations: list[Any], count: int) -> None:
    assert len(evidence_of(observations, STANCE, ASOF, ledger())) == count


def test_of_the_same_words_the_strongest_counts() -> None:
    same = [sign("coach", "tone", quote="q"), sign("coach", "explicit", quote="q"), sign("coach", "tone", quote="q")]
    assert [one.grade for one in evidence_of(same, STANCE, ASOF, ledger())] == ["explicit"]


def test_evidence_is_by_day_and_says_who_saw_it() -> None:
    seen = [sign("coach", days=1, by="lin"), sign("neutral", days=9, by="wu")]
    assert [(one.label, one.who) for one in evidence_of(seen, STANCE, ASOF, ledger())] == [
        ("neutral", "wu"),
        ("coach", "lin"),
    ]


@pytest.mark.parametrize(
    ("label", "grade", "counts_as"),
    [
        ("coach", "tone", "supporter"),
        ("enemy", "tone", "opponent"),
        ("neutral", "tone", "neutral"),
        ("coach", "behaviour", "coach"),
    ],
)
def test_tone_speaks_for_the_milder_stance(label: str, grade: str, counts_as: str) -> None:
    (evidence,) = evidence_of([sign(label, grade)], STANCE, ASOF, ledger())
    assert (evidence.label, evidence.counts_as) == (label, counts_as)


def test_a_day_that_is_no_date_is_refused() -> None:
    broken = sign("coach")
    object.__setattr__(broken, "day", "yesterday")
    with pytest.raises(ValueError, match="yesterday"):
        evidence_of([broken], STANCE, ASOF + timedelta(days=1), ledger())
