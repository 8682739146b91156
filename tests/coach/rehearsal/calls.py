"""Short ways to play a call, and lines of every odd kind."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from coach.context import Tools
from coach.rehearsal.state import Rehearsal
from coach.rehearsal.step import begin, play_all

TODAY = date(2026, 11, 25)
GOOD_PLUMS = (
    "您要什么样的李子？",
    "别人都买又甜又大的李子，您为什么要酸的呢？",
    "您对儿媳妇真好！您知道孕妇最需要什么营养吗？",
)  # earns the three needs of the tutorial

ODD_ZH = (
    "嗯", "……", "天气不错", "您孩子多大了", "为什么？", "怎么说？", "价格？", "一二三四五", "你说什么就是什么", "哈哈哈哈",
    "我们是做灯的", "我们的灯又亮又省电又便宜", "这个好那个也好", "您觉得呢？", "谁说了算？", "有没有预算？", "今天签可以打八折",
    "我理解您的难处", "明天下午三点再聊可以吗？", "那就这样吧",
)  # fmt: skip
ODD_EN = (
    "Hm", "...", "Nice weather today", "How old are your children?", "Why?", "And then?", "Price?", "one two three four",
    "Whatever you say", "ha ha ha", "We make lights", "Our lights are bright, cheap and save energy", "This and that",
    "What do you think?", "Who decides?", "Is there a budget?", "Sign today and you get twenty percent off",
    "I understand how hard that is", "Shall we talk again tomorrow at three?", "That will be all then",
)  # fmt: skip


def call(
    tools: Tools, lines: Iterable[str], scenario: str = "plums", lang: str = "zh", level: str = "normal"
) -> Rehearsal:
    """Return the call after `lines`."""
    return play_all(begin(tools.knowledge.scenarios[scenario], level, lang, TODAY, tools), lines, tools)
