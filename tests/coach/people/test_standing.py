"""Where a person stands: signs add up, contradictions lower the confidence and stay visible."""

import pytest

from coach.interview.state import Observation
from coach.people.standing import role_of, standing


def sign(label, quote="words", rule="stances/x.sure", confidence=0.95):
    return Observation(label, quote, rule, confidence, 1)


@pytest.mark.parametrize(
    ("labels", "stance"),
    [
        ([], "unknown"),
        (["unknown"], "unknown"),
        (["coach"], "coach"),
        (["supporter", "supporter"], "supporter"),
        (["coach", "supporter"], "coach"),
        (["supporter", "opponent"], "neutral"),
        (["opponent", "opponent", "neutral"], "opponent"),
        (["enemy"], "enemy"),
        (["opponent", "opponent"], "opponent"),  # many objections make no enemy
        (["coach", "enemy"], "neutral"),
    ],
)
def test_stance(labels, stance):
    assert standing([sign(label) for label in labels]).stance == stance


def test_agreeing_signs_raise_the_confidence():
    one, three = standing([sign("supporter")]), standing([sign("supporter")] * 3)
    assert one.confidence < three.confidence <= 1


def test_contradiction_lowers_the_confidence_and_keeps_both_quotes():
    clear = standing([sign("supporter"), sign("supporter")])
    mixed = standing([sign("supporter", "likes it"), sign("supporter", "likes it"), sign("opponent", "too risky")])
    assert mixed.confidence < clear.confidence
    assert "likes it" in mixed.supporting
    assert mixed.against == ("too risky",)


def test_a_learned_sign_weighs_less_than_a_rule():
    by_rule = standing([sign("opponent"), sign("supporter", rule="learned.stance.supporter")])
    assert by_rule.stance in ("neutral", "opponent")
    assert standing([sign("coach", rule="learned.stance.coach")]).confidence < standing([sign("coach")]).confidence


def test_order_does_not_matter():
    signs = [sign("coach", "a"), sign("opponent", "b"), sign("neutral", "c")]
    assert standing(signs).stance == standing(signs[::-1]).stance
    assert standing(signs).confidence == standing(signs[::-1]).confidence


def test_several_roles_strongest_first():
    signs = [sign("buyer"), sign("decider"), sign("decider"), sign("unknown")]
    assert role_of(signs) == ["decider", "buyer"]
