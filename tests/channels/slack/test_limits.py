"""Every message that the assistant can produce is within Slack's limits: all its words and its pages.

The conversations are tried where they are played: tests/conversations.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coach.accounts.records import Account, Contact, Dossier, NeedNote, Observation
from coach.assistant import Assistant, shared_assistant
from coach.brief.brief import brief
from coach.brief.markdown import markdown
from coach.context import Tools
from coach.knowledge.words import placeholders
from coach.rehearsal.page import briefing
from tests.channels.slack.block_kit import faults_of_blocks, faults_of_message, faults_of_view
from tests.channels.slack.fitting import faults_of_answer

LANGS = ("zh", "en")
DAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return shared_assistant()


@pytest.fixture(scope="module")
def tools(assistant: Assistant) -> Tools:
    return assistant.tools


@pytest.mark.parametrize("lang", LANGS)
def test_all_words(tools: Tools, lang: str) -> None:
    found = {
        key: faults_of_answer([said]) for key in sorted(tools.words.keys()) for said in tools.words.wordings(key, lang)
    }
    assert {key: problems for key, problems in found.items() if problems} == {}


@pytest.mark.parametrize("lang", LANGS)
def test_all_words_with_long_and_hostile_values(tools: Tools, lang: str) -> None:
    filler = "长" * 1600 + "<!channel> & *bold* _x_ " * 60 + "😀" * 800
    for key in sorted(tools.words.keys()):
        for said in tools.words.wordings(key, lang):
            names = {name.split("!")[0].split(":")[0] for name in placeholders(said)}
            filled = said
            for name in names:
                filled = filled.replace("{" + name + "}", filler)
            assert faults_of_answer([filled]) == [], key


@pytest.mark.parametrize("lang", LANGS)
def test_all_briefings_and_the_longest_debriefs(assistant: Assistant, tools: Tools, lang: str) -> None:
    for scenario in tools.knowledge.scenarios.values():
        assert faults_of_answer([briefing(scenario, "normal", lang, tools)]) == []
        state: dict[str, Any] | None = None
        lines = [{"zh": "演练", "en": "rehearse"}[lang] + f" {scenario.name[lang]}"]
        lines += [need.ask[lang] for need in scenario.needs] + [scenario.pitch[lang], scenario.agree.ask[lang]]
        for line in [*lines, {"zh": "复盘", "en": "show the debrief"}[lang]]:
            said = assistant.take_turn(state, line, today=DAY, user="limits-debrief")
            state = said.state
            assert faults_of_answer(list(said.messages)) == [], (scenario.id, line)


@pytest.mark.parametrize("lang", LANGS)
def test_brief_on_a_large_account_with_hostile_names(tools: Tools, lang: str) -> None:
    name = "*_<!channel>&~`" * 12
    contacts = tuple(Contact(f"{name}{n}", id=f"c{n}", account="a", title=name) for n in range(60))
    needs = tuple(
        NeedNote("latent", "price", "organisation", "2026-03-01", f"c{n % 60}", id=f"n{n}", account="a", quote=name * 3)
        for n in range(120)
    )
    seen = tuple(
        Observation(f"c{n % 60}", "stance", "opponent", "2026-03-01", id=f"o{n}", account="a", quote=name * 3)
        for n in range(120)
    )
    dossier = Dossier(Account(name, id="a"), contacts=contacts, needs=needs, observations=seen)
    assert faults_of_answer([markdown(brief(dossier, None, DAY, lang, tools))]) == []


def text(said: str, kind: str = "plain_text") -> dict[str, str]:
    return {"type": kind, "text": said}


@pytest.mark.parametrize(
    "block",
    [
        {"type": "section", "text": text("x" * 3001)},
        {"type": "section", "text": text("")},
        {"type": "section"},
        {"type": "section", "text": text("a & b", "mrkdwn")},
        {"type": "section", "text": text("<b>", "mrkdwn")},
        {"type": "section", "fields": [text("x")] * 11},
        {"type": "section", "fields": [text("x" * 2001)]},
        {"type": "section", "text": text("x"), "colour": "red"},
        {"type": "header", "text": text("x" * 151)},
        {"type": "header", "text": text("x", "mrkdwn")},
        {"type": "context", "elements": []},
        {"type": "context", "elements": [text("x")] * 11},
        {"type": "actions", "elements": []},
        {"type": "actions", "elements": [{"type": "button", "action_id": f"{n}", "text": text("x")} for n in range(6)]},
        {"type": "actions", "elements": [{"type": "button", "action_id": "a", "text": text("x" * 76)}]},
        {"type": "actions", "elements": [{"type": "button", "action_id": "a" * 256, "text": text("x")}]},
        {"type": "actions", "elements": [{"type": "button", "action_id": "a", "text": text("x"), "value": "v" * 2001}]},
        {"type": "section", "text": text("x"), "block_id": "b" * 256},
        {"type": "image", "image_url": "https://x", "alt_text": ""},
        {"type": "marquee"},
    ],
)
def test_checker_finds(block: dict[str, Any]) -> None:
    assert list(faults_of_blocks([block], 50))


def test_checker_finds_in_messages_and_views() -> None:
    fine = {"type": "section", "text": text("x")}
    assert faults_of_message({"text": "x", "blocks": [fine] * 50}) == []
    assert faults_of_message({"text": "x", "blocks": [fine] * 51})
    assert faults_of_message({"text": " ", "blocks": [fine]})
    assert faults_of_message({"text": "a & b", "blocks": [fine]})
    assert faults_of_message({"text": "x" * 4001})
    assert faults_of_view({"type": "modal", "blocks": [fine]})
    assert faults_of_view({"type": "modal", "title": text("x" * 25), "blocks": [fine]})
    assert faults_of_view({"type": "home", "blocks": [fine] * 100}) == []
    assert faults_of_view({"type": "home", "blocks": [fine] * 101})
