"""Where others read along: practice in a thread of its own, everything on customers in the direct message."""

from __future__ import annotations

from typing import Any

import pytest

from tests.channels.slack.conftest import Workspace
from tests.channels.slack.payloads import message, press
from tests.channels.slack.standin import shown


def say(
    workspace: Workspace, text: str, user: str, *, at: str, thread: str | None = None, mention: bool = True, **more: Any
) -> None:
    text = f"<@UBOTONE> {text}" if mention else text
    body = message(text, user=user, channel="C7", kind="channel", at=at, thread=thread, **more)
    assert workspace.send(body).status_code == 200


def in_thread(workspace: Workspace, thread: str, count: int = 1) -> list[str]:
    def found() -> list[str] | None:
        calls = [c for c in workspace.slack.done("chat.postMessage") if c.arguments.get("thread_ts") == thread]
        return [shown(c.arguments) for c in calls] if len(calls) >= count else None

    return list(workspace.slack.wait(found))


def whispered(workspace: Workspace, user: str) -> list[str]:
    return list(
        workspace.slack.wait(
            lambda: [
                shown(c.arguments) for c in workspace.slack.done("chat.postEphemeral") if c.arguments["user"] == user
            ]
        )
    )


def said_to(workspace: Workspace, *users: str) -> list[str]:
    """Return what was said in the channel, and to these people alone."""
    return [
        text
        for channel in ("C7", *(f"D{user[1:]}" for user in users))
        for text in workspace.slack.said(channel=channel)
    ]


def test_rehearsal_in_a_thread_goes_on_without_mention(workspace: Workspace) -> None:
    say(workspace, "演练 1", "UT1", at="1772450001.000100")
    in_thread(workspace, "1772450001.000100")
    say(workspace, "您好，请问现在用什么灯？", "UT1", at="1772450002.000100", thread="1772450001.000100", mention=False)
    assert len(in_thread(workspace, "1772450001.000100", 2)) == 2
    assert workspace.slack.said(channel="DT1") == []


def test_customers_are_spoken_of_in_the_direct_message(workspace: Workspace) -> None:
    say(workspace, "客户是蓝鲸照明，采购经理陈先生想要更低的价格", "UT2", at="1772450101.000100")
    (note,) = whispered(workspace, "UT2")
    assert "私信" in note
    said = workspace.slack.wait(lambda: len(f := workspace.slack.said(channel="DT2")) == 2 and f)
    assert said[0].startswith("您在频道里写的：“客户是蓝鲸照明")
    everything = "\n".join(workspace.slack.said(channel="C7") + workspace.slack.said("chat.postEphemeral"))
    assert "蓝鲸" not in everything


@pytest.mark.parametrize(
    ("number", "text"),
    enumerate(
        [
            "简报 蓝鲸照明",
            "我的客户列表",
            "蓝鲸照明的陈经理很关心价格和交货期，他还说质量不能出问题，别的都好商量",
            "看完整档案",
        ]
    ),
)
def test_while_choosing_a_scenario_nothing_of_customers_is_shown(workspace: Workspace, number: int, text: str) -> None:
    user, start = f"UT3{number}", f"177245020{number}.000100"
    say(workspace, "演练", user, at=start)
    in_thread(workspace, start)
    say(workspace, text, user, at=f"177245030{number}.000100", thread=start, mention=False)
    whispered(workspace, user)
    assert len(in_thread(workspace, start)) == 1


def test_thread_belongs_to_who_began_it(workspace: Workspace) -> None:
    start = "1772450401.000100"
    say(workspace, "演练 1", "UT4", at=start)
    in_thread(workspace, start)
    before = said_to(workspace, "UT4", "UT5")
    say(workspace, "good question!", "UT5", at="1772450402.000100", thread=start, mention=False)
    workspace.settled()
    assert said_to(workspace, "UT4", "UT5") == before
    say(workspace, "停", "UT5", at="1772450403.000100", thread=start)
    assert "另一位同事" in whispered(workspace, "UT5")[0]


def test_after_the_rehearsal_the_thread_is_the_peoples_again(workspace: Workspace) -> None:
    start = "1772450501.000100"
    say(workspace, "演练 1", "UT6", at=start)
    in_thread(workspace, start)
    say(workspace, "停", "UT6", at="1772450502.000100", thread=start, mention=False)
    in_thread(workspace, start, 2)
    before = said_to(workspace, "UT6")
    say(workspace, "谁有蓝鲸的电话?", "UT6", at="1772450503.000100", thread=start, mention=False)
    workspace.settled()
    assert said_to(workspace, "UT6") == before


def test_bare_mention_is_told_what_to_do(workspace: Workspace) -> None:
    say(workspace, "", "UT7", at="1772450601.000100")
    assert "演练" in whispered(workspace, "UT7")[0]


def test_thread_without_the_assistant_is_left_alone(workspace: Workspace) -> None:
    before = said_to(workspace, "UT8")
    say(workspace, "演练", "UT8", at="1772450702.000100", thread="1772450701.000100", mention=False)
    workspace.settled()
    assert said_to(workspace, "UT8") == before


def test_person_of_another_company_in_a_shared_channel_gets_no_answer(workspace: Workspace) -> None:
    before = said_to(workspace, "UT9")
    say(workspace, "演练", "UT9", at="1772450801.000100", user_team="TOTHER", source_team="TOTHER")
    workspace.settled()
    assert said_to(workspace, "UT9") == before


def test_colleague_whose_own_workspace_is_another_of_the_organisation_is_answered(workspace: Workspace) -> None:
    workspace.slack.users["WT30"] = {
        "team_id": "TOTHER",
        "enterprise_user": {"id": "WT30", "teams": ["TOTHER", "TONE"]},
    }
    workspace.send(message("你好", user="WT30", channel="DT30", user_team="TOTHER", source_team="TOTHER"))
    assert workspace.slack.wait(lambda: workspace.slack.said(channel="DT30"))


def test_thread_in_the_direct_message_is_a_conversation_of_its_own(workspace: Workspace) -> None:
    workspace.ask("演练 1", "DT10")
    workspace.ask("客户是一家工厂", "DT10", thread="1772450901.000100")
    (call,) = [
        c for c in workspace.slack.done("chat.postMessage") if c.arguments.get("thread_ts") == "1772450901.000100"
    ]
    assert "工厂" in shown(call.arguments) or shown(call.arguments)
    assert workspace.ask("停", "DT10")


# buttons


def choices(workspace: Workspace, channel: str) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    said = workspace.slack.messages[channel][-1]
    return [e for b in said["blocks"] if b["type"] == "actions" for e in b["elements"]], said


def test_button_acts_once_and_shows_what_was_chosen(workspace: Workspace) -> None:
    workspace.ask("演练 1", "DB1")
    (first, *_), said = choices(workspace, "DB1")
    payload = press(first, said, user="UB1", channel="DB1")
    for _ in range(2):
        assert workspace.send(payload).status_code == 200
    assert workspace.send(press(first, said, user="UB1", channel="DB1")).status_code == 200
    workspace.settled()
    update, answer = workspace.slack.said("chat.update", "DB1"), workspace.slack.said(channel="DB1")
    assert len(update) == 1
    assert f"您选了：{first['text']['text']}" in update[0]
    assert f"[{first['text']['text']}]" not in update[0]
    assert len(answer) == 2


def test_late_button_does_nothing_and_says_so(workspace: Workspace) -> None:
    workspace.ask("演练 1", "DB2")
    (first, *_), said = choices(workspace, "DB2")
    workspace.ask("您好，请问现在用什么灯？", "DB2")
    workspace.send(press(first, said, user="UB2", channel="DB2"))
    assert "对话已经往前走了" in workspace.slack.wait(lambda: workspace.slack.said("chat.update", "DB2"))[0]
    assert len(workspace.slack.said(channel="DB2")) == 2


def test_button_of_a_colleague_is_not_ones_own(workspace: Workspace) -> None:
    start = "1772451001.000100"
    say(workspace, "演练 1", "UB3", at=start)
    in_thread(workspace, start)
    said = next(m for m in workspace.slack.messages["C7"] if m.get("thread_ts") == start)
    button = next(e for b in said["blocks"] if b["type"] == "actions" for e in b["elements"])
    workspace.send(press(button, said, user="UB4", channel="C7"))
    assert "正在练习的同事" in whispered(workspace, "UB4")[0]
    workspace.send(press(button, said, user="UB3", channel="C7"))
    assert len(in_thread(workspace, start, 2)) == 2


@pytest.mark.parametrize("value", ["", "{", "[]", '{"s":"slack-TTWO-DB5","n":1,"t":"x"}', '{"s":"slack-TONE-DB5"}'])
def test_button_with_another_value_does_nothing(workspace: Workspace, value: str) -> None:
    button = {"type": "button", "action_id": "say:0", "text": {"type": "plain_text", "text": "x"}, "value": value}
    said = {"ts": f"9.{len(value)}", "text": "x", "blocks": [{"type": "actions", "elements": [button]}]}
    assert workspace.send(press(button, said, user="UB5", channel="DB5")).status_code == 200
    assert workspace.ask("你好", "DB5")
