"""The pages: position first, two lines a person, gaps with what to do; one language, nothing improper."""

from __future__ import annotations

import re
from typing import Any

import pytest

from coach.context import Tools
from coach.stances.page import named, shortened, stance_page
from coach.stances.person_page import person_page
from coach.stances.position import standings
from tests.coach.stances.accounts import ASOF, dossier, ledger, sign, signs, stands, words_only
from tests.coach.stances.test_pictures import STORY
from tests.coach.stances.test_position import COACH, DECIDER, FULL, large

LATIN = [text.replace("王建国", "Wang") for text in STORY]
HAN = [
    "安娜 buyer - supporter/behaviour/90 coach/behaviour/10",
    "王建国 decider 5 opponent/explicit/100",
    "李工 - 4 enemy/repeated/90",
    "张总 gatekeeper -",
    "刘总 decider -",
]
ACCOUNTS = [(), *[tuple(LATIN[:i]) for i in range(1, 6)], (COACH,), (COACH, DECIDER), tuple(FULL), tuple(large())]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("people", ACCOUNTS)
def test_page_is_in_one_language_without_blank_lines(people: tuple[str, ...], lang: str) -> None:
    page = stance_page(dossier(*people), ASOF, lang, words_only())
    assert "\n\n" not in page, "channels cut a message at blank lines"
    assert not re.search(r"[{}]|None", page)
    assert bool(re.search("[\u4e00-\u9fff]", page)) == (lang == "zh")
    assert max(map(len, page.splitlines())) <= 330


def test_page_tells_the_story() -> None:
    assert stance_page(dossier(*LATIN), ASOF, "en", words_only()).splitlines() == [
        "Nordlicht GmbH, 2026-03-02: the position is red, score −2 (at most 32).",
        "- The score of the position, −2, is below 0.",
        "Person by person:",
        "- Wang (decider, influence 5): neutral, 65% sure, cooling. Latest sign, 2026-02-21: “neutral/behaviour/9 2”",
        "  Next: Agree before the trial which result will make Wang recommend the next step",
        "- Klaus Feldmann (role unknown, influence 4): opponent, 66% sure. Latest sign, 2026-02-25: “opponent/repeated/5 0”",
        "  Next: Ask Klaus Feldmann alone what, beside what was said, is least safe about a change",
        "- Anna Schmidt (buyer, user, influence 3): coach, 55% sure, warming. Latest sign, 2026-02-20: “coach/behaviour/10 1”",
        "  Next: Protect Anna Schmidt: no thanks and no mention in meetings, group chats or mails",
        "- Maria (gatekeeper, influence 2): stance unknown. Nothing seen yet.",
        "  Next: Ask an insider you trust what Maria usually supports and fears in projects like this",
        "- Ed (user, influence 2): enemy, 74% sure. Latest sign, 2026-02-25: “enemy/explicit/5 0”",
        "  Next: Do not attack, denounce or quarrel; keep everything open, in writing and on file",
        "Gaps:",
        "- Stance unknown: Maria. Ask each for something small, watch the response and note it.",
        "- Roles nobody covers: initiator, influencer, approver. Ask at the next meeting who does these things.",
    ]


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ([COACH, DECIDER], "- 决策者（Wang）已知，没有反对；教练是Anna。"),
        (HAN, "- 决策者反对我们：王建国。"),
        (HAN, "- 决策者刘总的态度还不知道。"),
        (HAN, "- 李工有分量又作对，2025-12-02以后没有消息。扩大接触面，向大家讲事实，推动客观的标准。"),
        ([], "- 还没有教练。"),
        (FULL, "没有明显的缺口。"),
    ],
)
def test_what_the_page_says(people: list[str], said: str) -> None:
    assert said in stance_page(dossier(*people), ASOF, "zh", words_only()).splitlines()


def everything(lang: str) -> list[str]:
    tools: Any = words_only()
    lines: list[str] = []
    for people in (*ACCOUNTS, tuple(HAN)):
        account = dossier(*people)
        lines += stance_page(account, ASOF, lang, tools).splitlines()
        for one in standings(account, ASOF, ledger()):
            lines += person_page(one, lang, tools).splitlines()
    return lines


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_improper_is_advised(tools: Tools, lang: str) -> None:
    assert [line for line in dict.fromkeys(everything(lang)) if tools.reader.ethics(line)] == []


PERSON = signs("supporter/behaviour/90", "coach/behaviour/10", "opponent/tone/8")


@pytest.mark.parametrize(
    ("observations", "contact", "said"),
    [
        (PERSON, {}, "- 2026-02-20 “coach/behaviour/10 1” (coach, act, weighs 0.58 now)"),
        (PERSON, {}, "What speaks against it:"),
        (PERSON, {}, "- 2026-02-22 “opponent/tone/8 2” (opponent, tone, weighs 0.19 now)"),
        (PERSON, {}, "Without 2026-02-20 “coach/behaviour/10 1” the verdict would be: supporter."),
        (PERSON, {"influence": 4}, "Influence 4: as stated."),
        (PERSON, {}, "Influence 1: not known, an assumption for now."),
        (signs("supporter/behaviour/1"), {}, "One step up takes one act of the kind “coach”, for example: Anna Schmidt warns us at their own risk, or introduces us to the decider."),
        (signs("opponent/behaviour/1"), {}, "One step up takes 3 signs of the kind “neutral” (act), for example: Anna Schmidt treats us by the same rules as the others."),
        (signs("opponent/explicit/1", "opponent/explicit/1", "opponent/explicit/1"), {}, "A few good signs will not do for a step up; keep at it while the old ones fade. A good sign: Anna Schmidt treats us by the same rules as the others."),
        (signs("opponent/behaviour/90", "supporter/explicit/1"), {}, "Warming: 2025-12-02 “opponent/behaviour/90 0”, 2026-03-01 “supporter/explicit/1 1”."),
        (signs("supporter/tone/300"), {}, "Signs that are too old to count:"),
        ([sign("neutral", quote="", by="lin")], {}, "- 2026-03-02 (neutral, act, seen by lin, weighs 0.60 now)"),
        ([sign("neutral", quote="")], {}, "- Anna Schmidt (role unknown, influence 1): neutral, 56% sure. Latest sign: 2026-03-02."),
    ],
)  # fmt: skip
def test_person_page(observations: list[Any], contact: dict[str, Any], said: str) -> None:
    assert said in person_page(stands(observations, **contact), "en", words_only()).splitlines()


def test_roles_are_shown_with_their_words() -> None:
    (one,) = standings(dossier("Wang decider+buyer - neutral/tone/1"), ASOF, ledger())
    lines = person_page(one, "zh", words_only()).splitlines()
    assert "- 决策者：2026-01-31“is decider”" in lines
    assert "影响力 5：没人说过，按角色“决策者”估计。" in lines


@pytest.mark.parametrize(("quote", "shown"), [("a\n b", "a b"), ("x" * 60, "x" * 60), ("x" * 61, "x" * 59 + "…")])
def test_quotes_stay_on_one_line(quote: str, shown: str) -> None:
    assert shortened(quote) == shown


def test_of_many_names_only_some_are_listed() -> None:
    assert named([f"P{i}" for i in range(9)], "en", words_only()) == "P0, P1, P2, P3, P4, P5 and others, 9 in all"
