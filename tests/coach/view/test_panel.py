"""The panel follows the conversation: interview, rehearsal with debrief, drill; whatever state was kept."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from coach.context import Context
from coach.conversation.state import Conversation
from coach.view.panel import panel
from tests.coach.conversation.chat import KEEP, LEARNED, NAME, talk

LANGUAGES = ["zh", "en"]
PLUMS = {"zh": ["演练：老太太买李子，入门"], "en": ["let's rehearse: The old lady buys plums, easy"]}
LINES = {
    "zh": ["您好，想买点什么样的李子？", "为什么一定要酸的呢？", "您对儿媳妇真好！"],
    "en": ["Good morning, what kind of plums would you like?", "Why must they be sour?", "You are so good to her!"],
}


def shown(state: Conversation | None, context: Context, lang: str) -> dict[str, Any]:
    data = json.loads(json.dumps(state.to_json())) if state else None
    found = panel(data, lang, context.tools, context.user, context.today, context.home)
    assert json.loads(json.dumps(found)) == found  # plain JSON
    return found


def sends(found: dict[str, Any]) -> list[str]:
    return [choice["send"] for choice in found["choices"]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_before_the_first_turn(context: Context, lang: str) -> None:
    found = shown(None, context, lang)
    assert (found["lang"], found["mode"]) == (lang, "interview")
    for key in ("account", "rehearsal", "drill", "page", "next_step"):
        assert found[key] is None
    assert [row["level"] for row in found["iceberg"]] == ["surface", "latent", "deep"]
    assert [step["state"] for step in found["funnel"]["steps"]] == ["now"] + ["todo"] * 6
    assert found["choices"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_interview(context: Context, lang: str) -> None:
    state, _ = talk(context, LEARNED[lang])
    found = shown(state, context, lang)
    assert found["account"] == {"name": NAME[lang], "id": None, "position": None, "position_name": None}
    surface, latent, deep = found["iceberg"]
    assert (len(surface["needs"]), len(latent["needs"]), deep["needs"]) == (1, 1, [])
    assert latent["needs"][0]["who"] in LEARNED[lang][2]
    assert latent["needs"][0]["quote"] in LEARNED[lang][2]
    [person] = found["people"]
    assert (person["role"], person["stance"]) == ("influencer", "unknown")
    assert not any(gap.startswith("-") for gap in found["gaps"])
    assert found["page"].startswith("# ")
    assert found["funnel"]["why"]
    assert [step["state"] for step in found["funnel"]["steps"]].count("now") == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_account_of_the_book_has_its_place(context: Context, lang: str) -> None:
    asked, _ = talk(context, [*LEARNED[lang], KEEP[lang][0]])
    assert len(shown(asked, context, lang)["choices"]) == 2  # yes, no
    state, _ = talk(context, [KEEP[lang][1]], asked)
    account = shown(state, context, lang)["account"]
    assert account["id"] == context.book.named(NAME[lang]).id
    assert account["position"] == "amber"
    assert account["position_name"]


def test_a_shared_account_is_not_looked_at(context: Context) -> None:
    """A look at somebody else's account is noted for its owner, so the panel takes none at every turn."""
    state, _ = talk(context, [*LEARNED["en"], *KEEP["en"]])
    there = context.book.named(NAME["en"])
    context.book.share(there.id, "bob")
    data = state.to_json()
    found = panel(data, "en", context.tools, "bob", context.today, context.home)
    assert found["account"]["id"] == there.id
    assert found["account"]["position"] is None
    assert context.book.accesses(there.id) == []


def test_a_book_that_cannot_be_read_leaves_the_panel_whole(context: Context) -> None:
    state, _ = talk(context, LEARNED["en"])
    (context.home / "accounts.db").unlink(missing_ok=True)
    context.home.mkdir(exist_ok=True)
    (context.home / "accounts.db").write_bytes(b"no database" * 100)
    from coach.accounts.database import open_database

    open_database.cache_clear()
    assert shown(state, context, "en")["account"]["id"] is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_rehearsal_and_its_debrief(context: Context, lang: str) -> None:
    state, _ = talk(context, PLUMS[lang])
    start = shown(state, context, lang)["rehearsal"]
    assert (start["scenario"], start["difficulty"], start["number"], start["over"]) == ("plums", "easy", 0, False)
    assert not start["can_take_back"]
    assert start["marks"] == []
    assert start["trust"]["trend"] == "same"
    assert [need["found"] for need in start["needs"]] == [False] * 3
    assert all(need["said"] is None for need in start["needs"])  # what is to be found is not told
    state, _ = talk(context, LINES[lang], state)
    found = shown(state, context, lang)
    call = found["rehearsal"]
    assert found["mode"] == "rehearsal"
    assert call["number"] == 3
    assert call["can_take_back"]
    assert [need["found"] for need in call["needs"]][:2] == [True, True]
    assert call["trust"]["level"] > start["trust"]["level"]
    assert call["trust"]["trend"] == "up"
    assert call["person"] in call["trust"]["words"]
    assert not any(character.isdigit() for character in call["trust"]["words"])
    assert any(mark["name"] == "empathy" and mark["why"] is None for mark in call["marks"])
    ended, _ = talk(context, [{"zh": "复盘", "en": "debrief"}[lang]], state)
    assert ended.rehearsal is None
    result = shown(ended, context, lang)["rehearsal"]
    assert (result["over"], result["can_take_back"], result["number"]) == (True, False, 3)
    debrief = result["debrief"]
    assert [line["seller"] for line in debrief["lines"]] == LINES[lang]
    assert all(line["marks"] for line in debrief["lines"])
    assert any(line["feedback"] for line in debrief["lines"])
    assert all(row["name"] for row in (*debrief["criteria"], *debrief["needs"], *debrief["steps"]))
    assert debrief["practise"]["send"].endswith(debrief["practise"]["drill_name"])
    later, _ = talk(context, [LEARNED[lang][0]], ended)
    assert shown(later, context, lang)["rehearsal"] is None


def test_a_question_of_the_seller_can_be_opened(context: Context) -> None:
    from coach.view.why import why

    state, _ = talk(context, [*PLUMS["en"], *LINES["en"][:2]])
    opened = [mark for mark in shown(state, context, "en")["rehearsal"]["marks"] if mark["why"]]
    assert opened
    for mark in opened:
        found = why(**mark["why"], lang="en", tools=context.tools)
        assert mark["name"] in (found["label"], f"spin_{found['label']}")


def test_a_debrief_that_was_deleted_is_gone(context: Context) -> None:
    state, _ = talk(context, [*PLUMS["en"], *LINES["en"], "debrief"])
    [path] = (context.home / "receipts").rglob("*.json")
    path.unlink()
    assert shown(state, context, "en")["rehearsal"] is None


def test_another_user_sees_no_debrief(context: Context) -> None:
    state, _ = talk(context, [*PLUMS["en"], *LINES["en"], "debrief"])
    found = panel(state.to_json(), "en", context.tools, "bob", context.today, context.home)
    assert found["rehearsal"] is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_drill(context: Context, lang: str) -> None:
    state, _ = talk(context, [{"zh": "小练习：复述", "en": "drill: paraphrase"}[lang]])
    drill = shown(state, context, lang)["drill"]
    assert (drill["number"], drill["of"]) == (1, 6)
    state, _ = talk(context, [{"zh": "跳过", "en": "skip"}[lang]], state)
    assert shown(state, context, lang)["drill"]["number"] == 2


@pytest.mark.parametrize("state", [{"version": 99}, {"interview": {}}, {"version": 2}, {"version": 2, "mode": 3}])
def test_a_state_that_cannot_be_read_is_like_none(context: Context, state: dict[str, Any]) -> None:
    found = panel(state, "en", context.tools, "ann", context.today, context.home)
    assert found["mode"] == "interview"
    assert found["account"] is None


def test_it_is_quick(context: Context) -> None:
    state, _ = talk(context, [*LEARNED["zh"], *KEEP["zh"], *PLUMS["zh"], *LINES["zh"]])
    data = state.to_json()
    taken = []
    for _ in range(10):
        begun = time.process_time()
        panel(data, "zh", context.tools, context.user, context.today, context.home)
        taken.append(time.process_time() - begun)
    assert min(taken) < 0.03  # 5 to 10 ms on an idle machine


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_questions_after_a_visit(context: Context, lang: str) -> None:
    back = {"zh": "刚从光明照明回来", "en": "I'm back from Nordlicht GmbH"}[lang]
    state, _ = talk(context, [*LEARNED[lang], *KEEP[lang], back])
    found = shown(state, context, lang)
    assert found["mode"] == "after_visit"
    assert [step["state"] for step in found["funnel"]["steps"]] == ["now"] + ["todo"] * 4
    assert found["funnel"]["why"] == context.tools.knowledge.visiting.questions[0].why[lang]
    assert found["account"]["name"] == NAME[lang]
    state, _ = talk(context, [{"zh": "跳过", "en": "skip"}[lang]] * 2, state)
    assert [step["state"] for step in shown(state, context, lang)["funnel"]["steps"]] == [
        "done", "done", "now", "todo", "todo",
    ]  # fmt: skip
