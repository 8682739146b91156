"""Roles, influence, the next move, and what would change the verdict."""

from __future__ import annotations

from typing import Any

import pytest

from coach.stances.moves import Needed
from tests.coach.stances.accounts import ASOF, role, sign, signs, stands


@pytest.mark.parametrize(
    ("observations", "given", "value", "source", "by"),
    [
        ([], None, 1, "assumed", None),
        ([], 4, 4, "given", None),
        ([], 9, 5, "given", None),  # never outside the scale
        ([], 0, 1, "given", None),
        ([role("buyer")], None, 3, "role", "buyer"),
        ([role("buyer"), role("decider", grade="tone")], None, 5, "role", "decider"),
        ([role("decider")], 2, 2, "given", None),
        ([role("decider", grade="tone", days=1000)], None, 1, "assumed", None),  # faded
        ([role("janitor")], None, 1, "assumed", None),  # no role of the method
    ],
)
def test_influence(observations: list[Any], given: int | None, value: int, source: str, by: str | None) -> None:
    found = stands(observations, influence=given).influence
    assert (found.value, found.source, found.role) == (value, source, by)


def test_roles_strongest_first_with_quotes() -> None:
    found = stands([role("buyer", grade="tone"), role("decider"), role("decider", days=40), role("unknown")])
    assert [(held.role, len(held.shown_by)) for held in found.roles] == [("decider", 2), ("buyer", 1)]
    assert found.roles[0].shown_by[0].quote == "is decider"
    assert found.has_role("buyer")
    assert not found.has_role("user")


def test_signs_of_others_and_of_no_known_stance_are_left_out() -> None:
    assert stands([sign("coach", contact="c2"), sign("friend")]).evidence == ()


@pytest.mark.parametrize(
    ("written", "advice", "number"),
    [
        ([], "move", 0),
        (["supporter/behaviour/1"], "move", 1),
        (["supporter/behaviour/1", "supporter/behaviour/2"], "move", 2),
        (["coach/behaviour/1", "supporter/behaviour/2"], "treat", 0),  # protect
        (["enemy/behaviour/1"], "treat", 0),  # contain
    ],
)
def test_next_move(written: list[str], advice: str, number: int) -> None:
    move = stands(signs(*written)).next_move
    assert (move.advice, move.number) == (advice, number)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ([], Needed("neutral", "behaviour", 1)),
        (["supporter/behaviour/1"], Needed("coach", "behaviour", 1)),
        (["neutral/behaviour/1"], Needed("supporter", "behaviour", 1)),
        (["neutral/behaviour/1"] * 2, Needed("supporter", "behaviour", 1)),
        (["neutral/behaviour/1"] * 3, Needed("supporter", "behaviour", 2)),
        (["opponent/behaviour/1"], Needed("neutral", "behaviour", 3)),
        (["enemy/behaviour/1"], Needed("neutral", "behaviour", 2)),
        # three at most of one kind count: no number of mere acts will do
        (["opponent/explicit/1"] * 3, Needed("neutral", "behaviour", 0)),
        (["coach/behaviour/1"], None),
    ],
)
def test_what_would_move_the_person_one_step(written: list[str], expected: Needed | None) -> None:
    found = stands(signs(*written))
    assert found.needed == expected
    if expected and expected.count:
        more = [sign(expected.label, expected.grade, quote=f"new {i}") for i in range(expected.count)]
        moved = stands([*signs(*written), *more])
        assert moved.stance != found.stance
        assert moved.value >= found.value
        fewer = stands([*signs(*written), *more[1:]])
        assert fewer.value == found.value


@pytest.mark.parametrize(
    ("written", "without", "stance"),
    [
        (["coach/behaviour/1", "supporter/behaviour/2"], ["coach/behaviour/1 0"], "supporter"),
        (["supporter/behaviour/1"], ["supporter/behaviour/1 0"], "unknown"),
        (["opponent/behaviour/9", "opponent/repeated/1", "neutral/behaviour/2"], ["opponent/repeated/1 1"], "opponent"),
        (["supporter/behaviour/1", "supporter/behaviour/2"], ["supporter/behaviour/2 1", "supporter/behaviour/1 0"], "unknown"),
        (["supporter/behaviour/1", "supporter/behaviour/2", "opponent/behaviour/3"], ["supporter/behaviour/1 0"], "neutral"),
    ],
)  # fmt: skip
def test_counterfactual(written: list[str], without: list[str], stance: str) -> None:
    seen = signs(*written)
    found = stands(seen)
    assert found.counterfactual is not None
    quotes = [one.quote for one in found.counterfactual.without]
    rest = stands([one for one in seen if one.quote not in quotes])
    assert rest.stance == found.counterfactual.stance != found.stance
    if found.counterfactual.stance == stance:
        assert quotes == without


def test_nothing_known_rests_on_nothing() -> None:
    assert stands([]).counterfactual is None
    assert stands([]).last_day is None
    assert stands(signs("supporter/tone/190")).counterfactual is None


def test_it_is_the_standing_of_that_day() -> None:
    seen = signs("supporter/behaviour/100", "opponent/explicit/1")
    before = stands(seen, ASOF.replace(month=1))
    assert (before.stance, len(before.evidence)) == ("supporter", 1)
