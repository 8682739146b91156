"""The state is plain JSON, comes back whole, and can forget a turn."""

import json

import pytest

from coach.interview.state import Asked, Interview, Need, NextStep, Observation, Person, Used, from_json


def full_state():
    person = Person(
        "p1", ["王工"], 2, "工程师", [Observation("user", "q", "r", 0.9, 2)], [Observation("neutral", "q", "r", 0.9, 3)]
    )
    return Interview(
        turn=3, started=True, account="BrightHome", account_turn=1,
        needs=[Need("n1", "surface", "price", "organisation", "太贵", "p1", 2), Need("n2", "deep", "pride", "personal", "丢脸", None, 3)],
        people=[person],
        asked=[Asked("account:", "permission", "account", None, {"zh": "?", "en": "?"}, 0, True)],
        answers=[{"turn": 2, "key": "account:", "text": "x"}],
        used=[Used("p1", "x/y", "f", "price", 3)],
        next_steps=[NextStep("samples", "2026-12-01", 3)],
    )  # fmt: skip


def test_survives_json():
    state = full_state()
    assert from_json(json.loads(json.dumps(state.to_json()))) == state


def test_none_is_a_new_interview():
    assert from_json(None) == Interview()


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"version": 99},
        {"version": 1},
        {"version": 1, "needs": 5},
        {**full_state().to_json(), "extra": 1},
        {**full_state().to_json(), "needs": [{"id": 1}]},
    ],
)
def test_foreign_state_is_refused(broken):
    with pytest.raises(ValueError):
        from_json(broken)


def test_forgets_what_came_since_a_turn():
    state = full_state()
    state.forget_since(3)
    assert [need.id for need in state.needs] == ["n1"]
    assert state.people[0].roles
    assert not state.people[0].stances
    assert not state.used
    assert state.next_step is None
    assert state.account == "BrightHome"
    state.forget_since(1)
    assert not state.people
    assert state.account is None
