"""The stance by all signs together: the domain's rules as a table, and properties that hold for any signs."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from coach.accounts.records import Observation
from coach.people.scale import VALUES
from tests.coach.stances.accounts import ASOF, sign, signs, stands

LABELS, GRADES = tuple(VALUES), ("explicit", "repeated", "behaviour", "tone")


@pytest.mark.parametrize(
    ("written", "stance"),
    [
        ([], "unknown"),
        (["unknown/explicit/1"], "unknown"),
        (["neutral/behaviour/1"], "neutral"),
        # a coach needs an act at a cost; tone makes neither coach nor enemy, however much there is
        (["coach/behaviour/1"], "coach"),
        (["coach/explicit/1"], "coach"),
        (["coach/tone/1"], "supporter"),
        (["coach/tone/1"] * 9, "supporter"),
        (["enemy/tone/1"] * 9, "opponent"),
        (["enemy/behaviour/1"], "enemy"),
        (["supporter/explicit/1"] * 9, "supporter"),  # friendly, but takes no risk
        (["opponent/repeated/1"] * 9, "opponent"),  # many objections make no enemy
        (["coach/behaviour/1", "supporter/behaviour/1", "supporter/tone/1"], "coach"),
        # tough but fair: hard questions in a hard tone, and the same rules for all
        (["opponent/tone/1", "neutral/behaviour/1"], "neutral"),
        (["opponent/tone/1"] * 5 + ["neutral/behaviour/1"] * 2, "neutral"),
        # friendly, and does the opposite: action outranks words
        (["supporter/tone/1"] * 9 + ["opponent/behaviour/1"], "opponent"),
        (["supporter/explicit/1", "opponent/repeated/1"], "opponent"),
        (["opponent/explicit/1", "supporter/repeated/1"], "supporter"),
        # one statement against one act is open
        (["supporter/explicit/1", "opponent/behaviour/1"], "neutral"),
        # an even split is neutral
        (["supporter/behaviour/1", "opponent/behaviour/1"], "neutral"),
        (["coach/behaviour/1", "enemy/behaviour/1"], "neutral"),
        # of the same grade the newer outweighs the old
        (["opponent/behaviour/400", "supporter/behaviour/1"], "supporter"),
        (["supporter/behaviour/400", "opponent/behaviour/1"], "opponent"),
        # old evidence fades: a coach without a new act, then nothing known
        (["coach/behaviour/170"], "coach"),
        (["coach/behaviour/190"], "supporter"),
        (["coach/behaviour/480"], "unknown"),
        (["enemy/behaviour/190"], "opponent"),
        (["supporter/tone/1"], "supporter"),
        (["supporter/tone/190"], "unknown"),
        # what the very weak signs are for cannot be told, that there are some can
        (["supporter/tone/190", "opponent/tone/181", "neutral/tone/170"], "neutral"),
    ],
)  # fmt: skip
def test_stance(written: list[str], stance: str) -> None:
    assert stands(signs(*written)).stance == stance


@pytest.mark.parametrize("grade", GRADES[:3])
@pytest.mark.parametrize("label", ["coach", "enemy"])
def test_a_stronger_grade_is_surer(label: str, grade: str) -> None:
    weaker = GRADES[GRADES.index(grade) + 1]
    assert stands([sign(label, grade)]).confidence > stands([sign(label, weaker)]).confidence


def test_evidence_for_and_against_is_shown() -> None:
    found = stands(signs("supporter/behaviour/3", "supporter/behaviour/9", "opponent/tone/5", "neutral/tone/4"))
    assert [one.label for one in found.supporting] == ["supporter", "supporter"]
    assert [one.label for one in found.against] == ["opponent", "neutral"]
    assert found.confidence < stands(signs("supporter/behaviour/3", "supporter/behaviour/9")).confidence


def some_signs(chance: random.Random, most: int = 8) -> list[Observation]:
    return [
        sign(
            chance.choice(LABELS), chance.choice(GRADES), chance.randrange(700), quote=str(i),
            confidence=chance.choice([0.5, 0.8, 1.0]), rule=chance.choice(["", "learned.stance.x"]),
        )
        for i in range(chance.randrange(most))
    ]  # fmt: skip


@pytest.mark.parametrize("batch", range(20))
def test_properties(batch: int) -> None:
    """Hold for any signs: order is nothing, good news is never bad, contradiction and time make less sure."""
    for case in range(20):
        holds_for(random.Random(20 * batch + case))


def holds_for(chance: random.Random) -> None:
    seen = some_signs(chance)
    found = stands(seen)
    shuffled = chance.sample(seen, len(seen))
    assert stands(shuffled) == found, "the order of the signs does not matter"
    assert 0 <= found.confidence <= 1
    grade, days = chance.choice(GRADES), chance.randrange(700)
    for label in ("supporter", "coach"):
        more = stands([*seen, sign(label, grade, days, quote="new")])
        assert more.value >= found.value, "a sign for us never lowers the stance"
    for label in ("opponent", "enemy"):
        more = stands([*seen, sign(label, grade, days, quote="new")])
        assert more.value <= found.value, "a sign against us never raises it"
        if more.stance == found.stance and found.value > 0:
            assert more.confidence <= found.confidence, "contradiction makes less sure"
    later = stands(seen, ASOF + timedelta(days=chance.randrange(1, 300)))
    assert abs(later.value) <= abs(found.value), "time alone makes nobody a coach or an enemy"
    if later.stance == found.stance:
        assert later.confidence <= found.confidence, "time alone makes no surer"
