"""What a longer report tells: facts of buying and asides are no needs, troubles and stakes in plain words are."""

from __future__ import annotations

import pytest

from coach.context import Tools
from coach.interview.state import Asked, Interview


@pytest.mark.parametrize(
    "text",
    [
        "先发邮件询价,三家比,打样,再签一年框架。",
        "每年三月招一次标 中标的吃六成 第二名吃四成 然后按月叫货",
        "集团做蛋鸡养殖,现有二十六个养殖场,年产约三万吨。",
        "他们质量部的头姓林",
        "他们Quality的head姓林",
        "我们想推MES给一家做新能源车的厂",
        "Local plant supplies them now. Weekly orders off a price list.",
        "They buy through a portal and draw it down every week",
        "The lab approves every new supplier first.",
        "Never met him so I couldn't say",
        "We want to pitch a filter to a firm that makes energy drinks",
        "一年一签,按季叫料",
        "他们一年六万台",
        "公司每年出货三千吨左右",
        "Family owned, and they bottle about 9,000 crates a week",
        "The bids are opened in public",
        "A request goes to the parish council first",
        "他断奶的时候才一岁",
        "店里晚上十点关门",
    ],
)
def test_facts_of_buying_are_no_needs(tools: Tools, text: str) -> None:
    assert [need.quote for need in tools.report(text).needs] == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("他们的叶片老是结霜", "latent"),
        ("喷嘴老是堵塞", "latent"),
        ("每停一天,店里大概少收四百块", "latent"),
        ("能不能升经理就看这一单,压力大到失眠", "deep"),
        ("信号须接入他们现有的中控", "surface"),
        ("12,000 crates went missing last summer and nobody knows where", "latent"),
        ("The seals crumbled in the lorry", "latent"),
        ("acceptance tests at the mill have failed three times", "latent"),
        ("She said, quote, 'I'd like to walk into that interview with my head up for once'", "deep"),
        ("he feels shame when he passes the line", "deep"),
        # wants told as conditions
        ("付款呢,想做到验收后六十天", "surface"),
        ("付款呢想做到到港后九十天", "surface"),
        ("运费要单列,再开九十天的信用证", "surface"),
        ("客户希望我们的报价能锁半年", "surface"),
        ("They asked that our rates be frozen until June", "surface"),
        ("They pay at sixty days and want that kept", "surface"),
        # losses told as plain money or events
        ("算下来一季三百万就这样打了水漂", "latent"),
        ("折合 USD 80k 飞走", "latent"),
        ("保险公司把整个月的补贴扣掉", "latent"),
        ("The council claws back the subsidy for each day", "latent"),
        ("That ate up around €40,000 in one season", "latent"),
        ("the growers are looking elsewhere", "latent"),
        ("one of the two chains has not renewed", "latent"),
        ("they fell off the approved list", "latent"),
        ("two fitters broke an ankle on the old deck", "latent"),
        ("装货的师傅摔断了手腕", "latent"),
        ("两位老师傅走了,走了两位熟练焊工", "latent"),
        ("那家分店被关了十一天", "latent"),
        ("网上评分从4.6掉到3.9", "latent"),
        ("a batch takes 14 hours instead of 6", "latent"),
        ("the lorries are off the road four days every time", "latent"),
        ("two lines can't run anything else", "latent"),
        ("410 misprinted tickets in May", "latent"),
        # aims with a number and a day
        ("想把返修从百分之七压到百分之二", "latent"),
        ("the board wants to get turnround from 31 days down to 24", "latent"),
        ("they reckon on half a million more turnover", "latent"),
        ("they hope to go for the harbour contract in spring", "latent"),
    ],
)
def test_troubles_and_stakes_are_heard(tools: Tools, text: str, level: str) -> None:
    assert level in {need.level for need in tools.report(text).needs}


@pytest.mark.parametrize(
    ("answer", "day", "need"),
    [
        (
            "With new mills they can begin to export to Bolivia. We agreed I come on 10 December with the small mill.",
            "2026-12-10",
            "latent",
        ),
        ("They want that price kept for a year. On 8 December I bring the two blades.", "2026-12-08", "surface"),
        ("他们想把返修从百分之七压到百分之二。十二月十号我带样机过去试。", "2026-12-10", "latent"),
    ],
)
def test_a_need_beside_the_step_is_heard(talk, answer: str, day: str, need: str) -> None:
    asked = Asked("step:", "next_step", "next_step", None, {"zh": "?", "en": "?"}, 0)
    state, _ = talk(answer, state=Interview(account="Brightwater Foods", asked=[asked]))
    assert state.next_step.date == day
    assert need in {one.level for one in state.needs}


def test_days_to_the_end_of_a_month_are_terms_and_no_step(talk) -> None:
    state, _ = talk("Brightwater Foods", "They pay sixty days end of month and they want that kept.")
    assert state.next_step is None
    assert [one.level for one in state.needs][:1] == ["surface"]
