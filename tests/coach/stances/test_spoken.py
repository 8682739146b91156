"""The chat says of a person what the brief and the map say; contradictions lower the confidence and stay visible."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest

from coach.accounts.from_interview import dossier_of
from coach.accounts.into_interview import loaded
from coach.accounts.records import Dossier
from coach.context import Context, Tools
from coach.interview.people import standing_of
from coach.interview.state import Interview, Observation, Person
from coach.interview.step import step
from coach.people.scale import VALUES
from coach.result.page import page
from coach.stances.page import next_move
from coach.stances.spoken import Spoken, roles_spoken, spoken
from coach.stances.standing import Standing, standing
from tests.coach.stances.accounts import knowledge, ledger

DAY = date(2026, 3, 2)


def sign(label: str, quote: str = "words", rule: str = "stances/x.sure", confidence: float = 0.95) -> Observation:
    return Observation(label, quote, rule, confidence, 1)


def stands(signs: list[Observation]) -> Spoken:
    return spoken(signs, ledger())


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
def test_stance(labels: list[str], stance: str) -> None:
    assert stands([sign(label) for label in labels]).stance == stance


@pytest.mark.parametrize(
    ("label", "stance"),
    [("coach", "supporter"), ("supporter", "supporter"), ("neutral", "neutral"), ("opponent", "opponent"), ("enemy", "opponent")],
)  # fmt: skip
def test_one_sign_that_only_the_model_heard_is_tone(label: str, stance: str) -> None:
    heard = stands([sign(label, rule=f"learned.stance.{label}", confidence=0.7)])
    assert heard.stance == stance
    assert 0 < heard.confidence < stands([sign(label)]).confidence


def test_agreeing_signs_raise_the_confidence() -> None:
    one, three = stands([sign("supporter")]), stands([sign("supporter")] * 3)
    assert one.confidence < three.confidence <= 1


def test_contradiction_lowers_the_confidence_and_keeps_both_quotes() -> None:
    clear = stands([sign("supporter"), sign("supporter")])
    mixed = stands([sign("supporter", "likes it"), sign("supporter", "likes it"), sign("opponent", "too risky")])
    assert mixed.confidence < clear.confidence
    assert "likes it" in mixed.supporting
    assert mixed.against == ("too risky",)
    even = stands([sign("supporter", "likes it"), sign("opponent", "too risky")])
    assert (even.supporting, even.against) == (("likes it",), ("too risky",))


def test_a_learned_sign_weighs_less_than_a_rule() -> None:
    assert stands([sign("opponent"), sign("supporter", rule="learned.stance.supporter")]).stance == "opponent"


def test_several_roles_strongest_first() -> None:
    signs = [sign("buyer"), sign("decider"), sign("decider"), sign("unknown")]
    assert roles_spoken(signs, ledger()) == ["decider", "buyer"]


def in_the_book(there: Dossier, asof: date) -> list[Standing]:
    return [standing(contact, there.observations, asof, ledger()) for contact in there.contacts]


@pytest.mark.parametrize("seed", range(60))
def test_any_signs_are_judged_as_in_the_account_book(seed: int) -> None:
    """On the day of the conversation, and in a later one that begins with what the book holds."""
    chance = random.Random(seed)
    signs, roles = (
        [
            sign(
                chance.choice([*labels, "unknown"]), str(i), chance.choice(["stances/x.sure", "learned.x"]),
                chance.choice([0.45, 0.7, 0.95]),
            )
            for i in range(chance.randrange(1, 5))
        ]
        for labels in (VALUES, ("buyer", "decider", "user"))
    )  # fmt: skip
    state = Interview(account="Nordlicht", people=[Person("p1", ["Anna"], 1, roles=roles, stances=signs)])
    there = dossier_of(state, DAY)
    later = DAY + timedelta(days=chance.randrange(500))
    for asked, asof in ((state, DAY), (loaded(there, "en", False, later, ledger()), later)):
        [kept], [person] = in_the_book(there, asof), asked.people
        said = standing_of(person, knowledge())
        assert (said.stance, said.confidence) == (kept.stance, kept.confidence)
        assert roles_spoken(person.roles, ledger()) == [held.role for held in kept.roles]


@pytest.mark.parametrize(
    ("lang", "text", "stance"),
    [
        ("en", "Anna asked for a test at once", "supporter"),
        ("en", "Anna is the buyer. She wants to see the samples right away.", None),
        ("en", "Anna told us in confidence what the rival offers", "coach"),
        ("en", "Anna is firmly against us", "opponent"),
        ("en", "Anna treats all three suppliers alike", "neutral"),
        ("en", "I met Anna", "unknown"),
        ("zh", "王工马上要求做测试", None),
        ("zh", "王工是采购，他很想快点看到样品", None),
        ("zh", "王工私下告诉我们对手报了什么价", "coach"),
        ("zh", "王工坚决反对换供应商", "opponent"),
        ("zh", "王工对三家供应商一视同仁", "neutral"),
        ("zh", "我见了王工", "unknown"),
    ],
)
def test_one_sentence_gives_one_stance_in_chat_and_brief(
    tools: Tools, tmp_path: Any, lang: str, text: str, stance: str | None
) -> None:
    """`None`: whatever it is, it is the same."""
    state, context = Interview(lang=lang, lang_fixed=True), Context(tools, DAY, tmp_path)
    for line in ("BrightHome" if lang == "en" else "光明照明", text):
        state, _ = step(state, line, context)
    [person] = state.people
    [kept] = in_the_book(dossier_of(state, DAY), DAY)
    said = standing_of(person, tools.knowledge)
    assert (said.stance, said.confidence) == (kept.stance, kept.confidence)
    assert stance in (None, said.stance)
    assert next_move(kept, lang, tools) in page(state, tools)
