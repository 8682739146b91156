"""A number that is put right by its noun, in a need or in what was only told; both wordings are quoted."""

import pytest

from tests.coach.interview.put_right import changed


@pytest.mark.parametrize(
    ("told", "put_right", "old", "new"),
    [
        ("they want three pallets of bags by March", "no sorry, it was four pallets", "three pallets", "four pallets"),
        ("they want three pallets of bags by March", "sorry, four pallets", "three pallets", "four pallets"),
        ("Delivery in 10 weeks is a must", "make that 12 weeks, not 10", "in 10 weeks", "in 12 weeks"),
        ("they run three shifts", "no wait, two shifts", "three shifts", "two shifts"),
        ("they have 14 sites across Spain", "I meant 40 sites, not 14", "14 sites", "40 sites"),
        ("their budget is 14k", "I meant 40k, not 14k", "14k", "40k"),
        ("their budget is 14k", "40k, not 14k, sorry", "14k", "40k"),
        ("Anna wants 200 filters per month", "ah no 220, I misread my notes", "200 filters", "220 filters"),
        ("Anna wants 200 filters per month", "did I say 200? I meant 220", "200 filters", "220 filters"),
        ("they scrap five percent of the castings", "five percent was wrong, it's fifteen", "five percent", "fifteen percent"),
        ("they have had two recalls since spring", "I said two recalls, it was three", "two recalls", "three recalls"),
        ("They stand still for six hours a week", "no, sixteen hours", "six hours", "sixteen hours"),
        ("Anna wants 200 filters per month", "it's 220 filters actually", "200 filters", "220 filters"),
        ("the kiln stops twice a shift", "sorry, three times a shift", "twice a shift", "three times a shift"),
        ("the labels peel off 3 times a week", "I meant twice a week", "3 times a week", "twice a week"),
        ("王姐说停机损失八十多万", "不对，是六十多万", "八十多万", "六十多万"),
        ("他们一年报废三十几台", "说错了，是二十几台", "三十几台", "二十几台"),
        ("他们要三托袋子", "不对，是四托不是三托", "三托", "四托"),
        ("这台机一个班停两次", "其实是三次", "两次", "三次"),
        ("他们要三托袋子", "不好意思，是四托", "三托", "四托"),
        ("交期十周", "改成十二周，不是十周", "十周", "十二周"),
        ("他们一天开三班", "不对，是两班", "三班", "两班"),
        ("他们在全国有14家店", "我是说40家，不是14家", "14家", "40家"),
        ("他们一年用1.4万套", "写错了，是4万套", "1.4万套", "4万套"),
        ("预算是14万", "等等，应该是40万", "14万", "40万"),
        ("王工说上个月坏了三台泵", "刚才说三台，其实是四台", "三台", "四台"),
        ("他们报废率百分之五", "纠正一下，是15%", "百分之五", "15%"),
        ("他们每次换型停六个小时", "十六个小时才对", "六个小时", "十六个小时"),
    ],
)  # fmt: skip
def test_the_number_is_changed(talk, told, put_right, old, new):
    changed(talk, told, put_right, old, new)


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("they want delivery in 30 days", "sorry, I have 3 more customers to see"),
        ("they run three shifts", "no, they buy from two wholesalers"),
        ("they run three shifts", "it's two suppliers they have actually"),
        ("he is twice as fast as the rest", "sorry, three times I called him"),
        ("他们要三托袋子", "其实他们有两家供应商"),
        ("他们要三托袋子，账期三十天", "不好意思，明天我再说"),
    ],
)
def test_another_number_is_no_correction(talk, told, answer):
    state, said = talk("先聊恒丰乳业" if told[0] > "z" else "Brightwater Foods", told, answer)
    assert not said.startswith(("Changed", "改过来了"))
