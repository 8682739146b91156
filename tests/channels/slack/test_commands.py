"""`/coach ...`: acknowledged at once, answered in the direct message, in the user's language."""

from __future__ import annotations

import difflib
from typing import Any

import pytest

from tests.channels.slack.conftest import Workspace
from tests.channels.slack.payloads import command

EN = {"locale": "en-US"}


def run(workspace: Workspace, text: str, user: str, *, channel: str | None = None, **more: Any) -> str:
    """Send the command and return the answer in the direct message."""
    direct = f"D{user[1:]}"
    before = len(workspace.slack.said(channel=direct))
    answer = workspace.send(command(text, user=user, channel=channel or direct, **more))
    assert answer.status_code == 200
    if channel:
        assert answer.json()["response_type"] == "ephemeral"
    else:
        assert answer.text == ""
    return "\n".join(workspace.slack.wait(lambda: workspace.slack.said(channel=direct)[before:]))


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("", "zh-CN", "/coach 简报"),
        ("help", "en-GB", "/coach brief ACCOUNT"),
        ("帮助", "zh-CN", "/coach 简报"),
        ("HELP me", "en-US", "/coach brief ACCOUNT"),
        ("breif Acme", "en-US", "Did you mean /coach brief?"),
        ("演连", "zh-CN", "/coach 演练"),
        ("xyzzy", "en-US", "There is no command “xyzzy”."),
        ("<script>", "en-US", "There is no command “<script>”."),
        ("brief Nowhere Ltd", "en-US", "Nowhere Ltd"),
        ("brief", "en-US", "account"),
        ("简报 没有的公司", "zh-CN", "没有的公司"),
        ("progress", "en-US", "There is no record yet"),
        ("进步", "zh-CN", "还没有练习记录"),
        ("review", "en-US", "up to 5 MB"),
        ("复盘", "zh-CN", "不超过 5 MB"),
        ("rehearse", "en-US", "1."),
        ("演练", "zh-CN", "1."),
        ("visit", "en-US", "On which day"),
    ],
)
def test_answer(workspace: Workspace, text: str, locale: str, expected: str) -> None:
    user = f"UC{abs(hash((text, locale))) % 10**8}"
    workspace.slack.users[user] = {"locale": locale}
    assert expected in run(workspace, text, user)


def test_without_a_locale_the_text_tells_the_language(workspace: Workspace) -> None:
    workspace.slack.users["UL1"] = {"locale": None}
    assert "没有练习记录" in run(workspace, "进步", "UL1")
    assert "no record yet" in run(workspace, "progress please", "UL1")


def test_command_in_a_channel_is_answered_in_the_direct_message(workspace: Workspace) -> None:
    workspace.slack.users["UL2"] = EN
    assert "/coach brief" in run(workspace, "help", "UL2", channel="C1")
    assert workspace.slack.said(channel="C1") == []


def test_rehearsal_by_name_leaves_the_one_that_is_on(workspace: Workspace) -> None:
    workspace.slack.users["UL3"] = EN
    first = run(workspace, "rehearse 1", "UL3")
    second = run(workspace, "rehearse 2", "UL3")
    assert first != second
    assert difflib.SequenceMatcher(None, first, second).ratio() < 0.9
    assert workspace.ask("停", "DL3")  # the coach takes it: a rehearsal is on


def test_brief_knows_what_was_said_and_kept(workspace: Workspace) -> None:
    workspace.slack.users["UL4"] = EN
    for text in (
        "The customer is Blue Whale Lighting. Mr. Chen is the purchasing manager, he wants a lower price.",
        "save to the account book",
        "yes",
    ):
        workspace.ask(text, "DL4")
    assert "Blue Whale Lighting" in run(workspace, "brief Blue Whale", "UL4")
    assert "2026-12-03 10:00" in run(workspace, "visit Blue Whale Lighting 2026-12-03 10:00", "UL4")
    assert "2026-12-03" in run(workspace, "brief Blue Whale", "UL4")


def test_one_person_has_one_book_by_address_in_both_workspaces(workspace: Workspace) -> None:
    same = {"profile": {"display_name": "Ann", "email": "Ann@Example.com"}, **EN}
    workspace.slack.users["UL5"] = workspace.slack.users["UL6"] = same
    for text in ("The customer is Red Fox Hotels. Ms. Wu is the owner.", "keep this in the account book", "yes"):
        workspace.ask(text, "DL5")
    assert "Ms. Wu" in run(workspace, "brief Red Fox", "UL6", team="TTWO")
    workspace.slack.users["UL7"] = EN
    assert "Ms. Wu" not in run(workspace, "brief Red Fox", "UL7")


@pytest.mark.parametrize("profile", [{"deleted": True}, {"is_bot": True}, {"is_stranger": True}, {"team_id": "TOTHER"}])
def test_people_who_are_not_of_the_workspace_get_no_answer(workspace: Workspace, profile: dict[str, Any]) -> None:
    user = f"UX{next(iter(profile))}".upper().replace("_", "")
    workspace.slack.users[user] = profile
    workspace.send(command("help", user=user, channel=f"D{user[1:]}"))
    workspace.slack.wait(lambda: [c for c in workspace.slack.done("users.info") if c.arguments["user"] == user])
    assert run(workspace, "help", "UL8")
    assert workspace.slack.said(channel=f"D{user[1:]}") == []


def test_command_in_a_direct_message_with_a_colleague_is_answered_in_ours(workspace: Workspace) -> None:
    workspace.slack.users["UL9"] = EN
    workspace.ask("hello", "DL9", user="UL9")
    before = len(workspace.slack.said(channel="DL9"))
    answer = workspace.send(command("help", user="UL9", channel="DOTHER9"))
    assert "direct message" in answer.json()["text"]
    assert "/coach brief" in workspace.slack.wait(lambda: workspace.slack.said(channel="DL9")[before:])[0]
    assert workspace.slack.said(channel="DOTHER9") == []


@pytest.mark.parametrize(
    ("lang", "begin", "wait", "noted"),
    [("en", "rehearse 1", "rehears", "2027-03-04 10:00"), ("zh", "演练 1", "演练", "2027-03-04 10:00")],
)
def test_a_visit_noted_in_the_middle_of_a_rehearsal_is_no_line_for_the_buyer(
    workspace: Workspace, lang: str, begin: str, wait: str, noted: str
) -> None:
    user = {"en": "UV1", "zh": "UV2"}[lang]
    workspace.slack.users[user] = {"locale": {"en": "en-US", "zh": "zh-CN"}[lang]}
    for text in {
        "en": ["The customer is Gull Textiles", "Ms. Wu is the owner", "keep this", "yes"],
        "zh": ["客户叫海鸥纺织", "吴总是老板", "记到客户档案", "是"],
    }[lang]:
        workspace.ask(text, f"D{user[1:]}", user=user)
    workspace.ask(begin, f"D{user[1:]}", user=user)
    name = {"en": "Gull Textiles", "zh": "海鸥纺织"}[lang]
    said = run(workspace, f"{'visit' if lang == 'en' else '拜访'} {name} {noted}", user)
    assert noted in said
    assert wait in said  # and how to go on with the rehearsal
    resumed = workspace.ask(begin.split()[0], f"D{user[1:]}", user=user)
    assert resumed


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("map", "en-US", "which customer"), ("地图", "zh-CN", "哪家客户"), ("map Nowhere Ltd", "en-US", "Nowhere Ltd"),
        ("visit Acme", "en-US", "On which day"), ("拜访 海鸥纺织", "zh-CN", "哪一天"),
        ("visit Acme 2020-01-02 10:00", "en-US", "has passed"), ("拜访 海鸥纺织 2020-01-02", "zh-CN", "已经过去"),
        ("visit 2027-01-04 10:00", "en-US", "Which account"), ("拜访 2027-01-04 10:00", "zh-CN", "哪家客户"),
        ("visit Acme 2027-13-45 10:00", "en-US", "On which day"), ("visit Acme 2027-02-30", "en-US", "On which day"),
        ("rehearse a scenario that there is not", "en-US", "1."), ("演练 没有的场景", "zh-CN", "1."),
        ("brief <!channel>", "en-US", "Nothing is noted about"), ("progress of the whole team", "en-US", "no record yet"),
        ("review call.txt", "en-US", "up to 5 MB"), ("brief Nowhere pdf", "en-US", "Nowhere"),
    ],
)  # fmt: skip
def test_wrong_and_missing_arguments(workspace: Workspace, text: str, locale: str, expected: str) -> None:
    user = f"UW{abs(hash((text, locale))) % 10**8}"
    workspace.slack.users[user] = {"locale": locale}
    assert expected in run(workspace, text, user)
