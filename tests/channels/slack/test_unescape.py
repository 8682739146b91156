"""Slack's escaped text is what the person saw."""

from __future__ import annotations

import pytest

from channels.slack.unescape import mentioned, unescaped

NAMES = {"U2": "李雷", "W3": "Ann"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("price &lt; 5 &amp; fast &gt; slow", "price < 5 & fast > slow"),
        ("&amp;lt; stays", "&lt; stays"),
        ("<@UBOT> 演练", "演练"),
        ("<@UBOT>: rehearse", "rehearse"),
        ("hello <@UBOT>", "hello"),
        ("ask <@U2> and <@W3>", "ask @李雷 and @Ann"),
        ("ask <@U9|bob> or <@U8>", "ask @bob or @U8"),
        ("in <#C1|general> or <#C2>", "in #general or #C2"),
        ("see <https://a.example/x?a=1&amp;b=2|the page>", "see the page"),
        ("see <https://a.example/x?a=1&amp;b=2>", "see https://a.example/x?a=1&b=2"),
        ("<mailto:a@b.example|a@b.example> <mailto:c@d.example>", "a@b.example c@d.example"),
        ("<tel:+861012345678|+86 10 1234 5678>", "+86 10 1234 5678"),
        ("<!here> <!channel> <!everyone>", "@here @channel @everyone"),
        ("<!subteam^S1|@sales> <!date^1392734382^{date}|Feb 18>", "@sales Feb 18"),
        ("a\xa0b", "a b"),
        ("<>", ""),
    ],
)
def test_unescaped(text: str, shown: str) -> None:
    assert unescaped(text, NAMES, "UBOT") == shown


def test_mentioned() -> None:
    assert mentioned("<@U2> <@W3|ann> <#C1>") == ["U2", "W3"]
