"""The next question follows what is known and never comes twice."""

import pytest

from coach.interview.funnel import for_customer, key_needs, next_question
from coach.interview.state import Asked, Interview, Need, NextStep, Observation, Person
from coach.pitch.spin import spin_questions


def need(level, topic="price", turn=1, person=None, number=1):
    return Need(f"n{number}", level, topic, "organisation", f"words {number}", person, turn)


def exhausted(tools, upto):
    """An interview in which every step before `upto` has used all its questions."""
    steps = [step for step in tools.knowledge.funnel.values() if step.order < tools.knowledge.funnel[upto].order]
    return Interview(
        asked=[Asked(f"{s.id}{i}", s.id, "x", None, {}, 0, True) for s in steps for i in range(s.at_most)],
        account="BrightHome",
    )


def test_first_asks_for_the_customer(tools):
    assert next_question(Interview(), tools.knowledge).question == "account"


@pytest.mark.parametrize(
    ("step", "needs", "expected"),
    [
        ("open", [], "wants"),
        ("open", ["surface"], "present"),
        ("probe", ["surface"], "dig_surface"),
        ("probe", [], "last_trouble"),
        ("probe", ["deep"], "missing"),  # nothing left to probe or deepen: straight to the end
        ("deepen", ["latent"], "consequence"),
        ("payoff", ["latent"], "value"),
        ("confirm", ["surface"], "key"),
        ("confirm", [], "missing"),
        ("next_step", [], "next_step"),
    ],
)
def test_question_by_what_is_known(tools, step, needs, expected):
    state = exhausted(tools, step)
    state.needs = [need(level, number=i) for i, level in enumerate(needs)]
    found = next_question(state, tools.knowledge)
    if expected == "missing" and needs == ["deep"]:
        assert found.question not in ("dig_surface", "last_trouble", "personal")
    else:
        assert found.question == expected


def test_never_the_same_question_twice_and_it_ends(tools):
    state = Interview(
        account="X", needs=[need("surface"), need("latent", "returns", number=2), need("deep", "career", number=3)]
    )
    state.people = [Person("p1", ["王工"], 1)]
    keys = []
    while asked := next_question(state, tools.knowledge):
        asked.answered = True
        state.asked.append(asked)
        keys.append(asked.key)
        assert len(keys) < 40
    assert len(keys) == len(set(keys))
    texts = [asked.text["zh"] for asked in state.asked]
    assert len(texts) == len(set(texts))
    assert all("{" not in text for asked in state.asked for text in asked.text.values())


def test_a_known_next_step_is_not_asked_for(tools):
    state = exhausted(tools, "next_step")
    state.next_steps = [NextStep("samples", "2026-12-01", 1)]
    assert next_question(state, tools.knowledge) is None


def test_a_known_decider_is_not_asked_for(tools):
    state = exhausted(tools, "deepen")
    assert next_question(state, tools.knowledge).question == "decider"
    state.people = [Person("p1", ["李总"], 1, roles=[Observation("decider", "q", "r", 0.9, 1)])]
    assert next_question(state, tools.knowledge).question != "decider"


def test_confirmation_names_the_deepest_needs(tools):
    state = Interview(needs=[need("surface", number=1), need("deep", number=2), need("latent", number=3)])
    assert key_needs(state, tools.knowledge, "en") == "“words 2” and “words 3”"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_same_question_for_the_customer(tools, lang):
    state = exhausted(tools, "probe")
    state.needs = [need("surface", "price")]
    asked = next_question(state, tools.knowledge)
    assert for_customer(asked, state, tools.knowledge, lang) == tools.knowledge.needs["price"].ask_customer[lang]


@pytest.mark.parametrize("step", ["deepen", "payoff"])
def test_what_is_hoped_for_is_not_called_solved(tools, step):
    state = exhausted(tools, step)
    state.needs = [need("latent", "growth", number=1)]
    assert next_question(state, tools.knowledge).question not in ("consequence", "value")
    state.needs.append(need("latent", "returns", number=2))
    assert next_question(state, tools.knowledge).about == "n2"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_spin_asks_of_a_trouble_what_it_cost_and_of_an_aim_what_it_brings(tools, lang):
    state = Interview(lang, needs=[need("latent", "returns", number=1), need("latent", "growth", number=2)])
    implication, payoff = spin_questions(state, tools.knowledge)[-2:]
    assert "words 1" in implication
    assert "words 1" in payoff
    state.needs = state.needs[1:]
    words = tools.knowledge.words
    assert spin_questions(state, tools.knowledge)[-2:] == [
        words.say("spin_implication_aim", lang, quote="words 2"),
        words.say("spin_need_payoff_aim", lang, quote="words 2"),
    ]
