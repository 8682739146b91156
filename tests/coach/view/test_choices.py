"""Each quick reply is understood as what it says, in both languages."""

from __future__ import annotations

import pytest

from coach.context import Context, Tools
from coach.conversation.state import Conversation
from coach.interview.declined import declined, reply
from coach.view.choices import AT_MOST, choices
from tests.coach.conversation.chat import LEARNED, talk

LANGUAGES = ["zh", "en"]
COMMANDS = ("hint", "why", "back", "skip", "stop", "help", "summary", "repeat")
REQUESTS = ("debrief", "rehearse", "drill", "progress", "accounts", "keep")
MANNERS = ("yes", "no", "dont_know")


def said(tools: Tools, name: str, lang: str) -> str:
    return tools.words.say(f"choice_{name}", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_control_words_are_read_as_such(tools: Tools, name: str, lang: str) -> None:
    verdict = tools.reader.command(said(tools, name, lang))
    assert verdict.label == name
    assert any(proof.rule.startswith("commands/") for proof in verdict.evidence)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", REQUESTS)
def test_requests_are_read_as_such(tools: Tools, name: str, lang: str) -> None:
    assert tools.requests.read(said(tools, name, lang)).id == name


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", MANNERS)
def test_answers_are_read_as_such(tools: Tools, name: str, lang: str) -> None:
    assert tools.manners.whole(said(tools, name, lang)) == name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_to_the_planned_visit_is_no_refusal(context: Context, lang: str) -> None:
    text = said(context.tools, "not_this", lang)
    assert (reply(text, context), declined(text, context)) == ("no", False)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_replies_to_the_question_stand_only_below_it(context: Context, lang: str) -> None:
    tools = context.tools
    state, _ = talk(context, LEARNED[lang])
    assert state.interview.pending is not None
    question = state.interview.pending.text[lang]
    below = [choice["send"] for choice in choices(state, lang, tools, [f"…\n{question}"])]
    assert below == [choice["send"] for choice in choices(state, lang, tools)]
    beside = [choice["send"] for choice in choices(state, lang, tools, ["…"])]
    assert beside == [said(tools, "summary", lang), said(tools, "repeat", lang)]
    assert question in talk(context, [beside[-1]], state)[1]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("ask", ["choice_rehearse", "choice_drill"])
def test_what_is_asked_for_is_offered_and_taken(context: Context, ask: str, lang: str) -> None:
    state, _ = talk(context, [context.tools.words.say(ask, lang)])
    offered = choices(state, lang, context.tools)
    assert len(offered) == AT_MOST
    for choice in offered:
        after, _ = talk(context, [choice["send"]], state)
        assert after.mode == {"choice_rehearse": "rehearsal", "choice_drill": "drill"}[ask]


def test_products_are_offered_when_asked_for(context: Context) -> None:
    state, _ = talk(context, [*LEARNED["en"], "give me a pitch"])
    assert state.interview.asking == "product:fabe"
    names = [choice["send"] for choice in choices(state, "en", context.tools)]
    assert names == [catalogue.name.en for catalogue in context.tools.knowledge.catalogues.values()]


def test_people_who_may_be_meant_are_offered(context: Context) -> None:
    state, _ = talk(
        context, ["Nordlicht GmbH", "Anna Berg is the buyer and Anna Holm is the engineer", "Anna hates us"]
    )
    assert (state.interview.asking or "").startswith("who:")
    assert [c["send"] for c in choices(state, "en", context.tools)] == ["Anna Berg", "Anna Holm"]


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["hello"], {"rehearse", "drill"}),
        (["Nordlicht GmbH"], {"hint", "skip", "back"}),
        ([*LEARNED["en"], "stop"], {"yes", "no"}),
        ([*LEARNED["en"], "stop", "no"], {"summary", "keep", "rehearse"}),
        ([*LEARNED["en"], "start over"], {"yes", "no"}),
        (["rehearse plums"], {"hint", "stop"}),
        (["drill: paraphrase"], {"hint", "skip", "stop"}),
    ],
)
def test_what_fits(context: Context, texts: list[str], wanted: set[str]) -> None:
    state = talk(context, texts)[0] if texts != ["hello"] else Conversation()
    offered = {choice["send"] for choice in choices(state, "en", context.tools)}
    assert {said(context.tools, name, "en") for name in wanted} <= offered


ACME = ["plan a visit to Acme on 2026-03-09 at 10:00", "yes", "plan a visit to Acme on 2026-03-10 at 11:00"]


@pytest.mark.parametrize(
    ("texts", "asking", "expected"),
    [
        (ACME[:1], "visit:new", ["yes", "no"]),
        ([*ACME, "cancel the visit to Acme"], "visit:which", ["1", "2"]),
        ([*ACME[:2], "move the visit to Acme"], "visit:when", ["stop"]),
        ([*ACME[:2], "I'm back from Acme"], "visit:planned", ["yes", "no", "stop"]),
        ([*ACME[:2], "I'm back from Acme", "yes", "Bob was there", *["skip"] * 4], "visit:keep", ["yes", "no"]),
    ],
)
def test_what_is_asked_about_a_visit_is_offered_and_taken(
    context: Context, texts: list[str], asking: str, expected: list[str]
) -> None:
    state, _ = talk(context, texts)
    assert state.asking == asking
    offered = choices(state, "en", context.tools)
    assert [choice["send"] for choice in offered] == expected
    for choice in offered:
        after, _ = talk(context, [choice["send"]], state)
        assert after.asking != asking
    if asking == "visit:which":
        assert offered[0]["say"].startswith("2026-03-09 10:00")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_after_a_visit_control_words_are_offered(context: Context, lang: str) -> None:
    state, _ = talk(context, [*ACME[:2], "I'm back from Acme", "yes"])
    names = ("hint", "why", "skip", "stop")
    assert [c["send"] for c in choices(state, lang, context.tools)] == [
        said(context.tools, name, lang) for name in names
    ]
