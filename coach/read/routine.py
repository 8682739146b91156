"""How a customer usually buys: the buyer and the boss in it are posts, and nobody in particular."""

from __future__ import annotations

import re

from coach.text.clauses import sentences

_USUALLY = re.compile(
    r"一般|通常|正常(?:情况|流程|来说|都)|平时|往往|流程[是:,]|的流程|走流程|按流程|惯例|照例|每次都"
    r"|每(?:年|季度?|个?月|半年)|历来|向来|都是先|老规矩"
    r"|\b(?:usually|normally|typically|generally|customarily|as a rule|in general|most of the time|tends? to"
    r"|once a year|twice a year|(?:every|each) (?:year|quarter|month|spring|summer|autumn|fall|winter|season|time)"
    r"|(?:process|procedure|routine|drill|cycle|way (?:they|it)(?: \w+)?)(?: here| there)?"
    r" (?:is|goes|runs|works|buys?))\b"
)
_IN_TURN = re.compile(r"然后|最后|再由|再报|之后|完了再|才|\b(?:then|finally|after that|in the end|next)\b")
_STEPS = re.compile(
    r"询价|比价|询[一二两三四五几]家|招标|发标|标书|投标|评标|打样|送样|试样|寄样|测试|签字|签合同|审批|批|下单|付款|验收"
    r"|打申请|申请|提需求|报计划"
    r"|报预算|立项|报价|拍板|定一家|选一家|框架|议价|谈价|砍价|盖章|过会|问价|签|出spec|发rfq|award|点亮"
    r"|\b(?:(?:two|three|four|several) (?:suppliers|firms|vendors|offers|names)"
    r"|rfqs?|quotes?|quotations?|offers|bids?|tenders?|enquir(?:y|ies)|inquir(?:y|ies)|compares?|samples?|tests?"
    r"|spec|specs|specifications?|signs?|approves?|picks?|chooses?|decides?|orders?|contracts?|haggles?|negotiates?"
    r"|shortlists?|awards?|pays?|budgets?|requisitions?|the last word|the final say|collects?)\b"
)
# of somebody, not of a post
_OF_ONE = re.compile(r"[他她](?!们)|我|\b(?:he|she|him|her|his|hers|himself|herself|me|us|our|i|we)\b")
_LEAST, _LEAST_IN_TURN = 2, 3  # steps: where it is told that it is usually so, and where only their order is told


def is_routine(clean: str, place: int) -> bool:
    """Say whether the sentence at `place` tells the steps by which the customer usually buys."""
    start, end = next(((a, b) for a, b in sentences(clean) if a <= place < b), (0, len(clean)))
    sentence = clean[start:end]
    if _OF_ONE.search(sentence):
        return False
    steps = sum(1 for _ in _STEPS.finditer(sentence))
    if _USUALLY.search(sentence):
        return steps >= _LEAST
    return steps >= _LEAST_IN_TURN and bool(_IN_TURN.search(sentence))
