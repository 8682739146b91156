"""What is told of the customer where its name is asked for: a trouble, a figure, somebody's words; no name."""

from __future__ import annotations

import re

from coach.context import Context
from coach.interview.firm_in import is_sentence
from coach.interview.labelled_name import looks_like_firm
from coach.text.language import has_han

_SHORTEST = 4  # characters: 天天停 is told, 天天 may be called so
_TOLD = re.compile(  # no firm has these in its name
    r"^(?:他|她|它|人家|对方)(?:们|说|讲|提|想|要|觉得|嫌|老|就|是|也|的|自己|家|那|这|很|最|不|没|跟|和|在|给|把|对|还"
    r"|都|怕|担心|问|抱怨|认为)"
    r"|老是|总是|经常|常常|时不时|一直|每[天次年月周台回]"
    r"|[一两三四五六七八九十几百\d]+(?:多)?[次回趟遍](?!元)|[去今前]年|上个?[周月]|这个月"
    r"|昨天|前天|最近|现在|目前|以前|从来|已经"
    r"|[太很挺][高低贵慢差长久短多少重急难怕旧忙乱吵]|最(?:关心|在意|怕|头疼|看重|担心)|特别|非常|有点"
    r"|损失|停机|停产|返工|报废|投诉|延误|耽误|赔了|漏水|坏了|坏掉|出问题|出故障|不够|不稳|不行|不满|不好|来不及|没法"
    r"|[\u3400-\u9fff](?:过|了)(?=[一两三四五六七八九十几好\d])|[想要得](?:换|买|便宜|降|省|找|改|加|提前|延长)"
    r"|嫌|怕|担心|抱怨|希望"
)
_TOLD_EN = re.compile(  # in small letters among others
    r"\b(?:too (?:high|low|expensive|dear|slow|late|long|short|big|small|old|heavy|much|many|few)"
    r"|every (?:other )?(?:day|week|month|year|winter|summer|night|morning)|(?:a|per) (?:day|week|month|year|hour)"
    r"|last (?:year|month|week|summer"
    r"|winter)|always|again|breaks?|broke|fails?|failed|los(?:es?|ing|t)|stops?|leaks?|can't|cannot|won't|doesn't|don't"
    r"|keeps?|afraid|worried|unhappy)\b"
)


def tells_of_it(name: str, context: Context) -> bool:
    """Say whether what was taken for a name is rather said of the customer: 停机一次损失两万, "Price too high"."""
    if not has_han(name):
        return is_sentence(name) and bool(_TOLD_EN.search(name[1:]) or name[:1].islower() and _TOLD_EN.match(name))
    if len(name) < _SHORTEST or looks_like_firm(name, context.tools.manners):
        return False
    if _TOLD.search(name):
        return True
    hits = context.tools.reader.scan(name).hits("need")
    return any(hit.rule.sure and hit.rule.label in ("latent", "deep") for hit in hits)
