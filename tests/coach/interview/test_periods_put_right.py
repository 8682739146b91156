"""How often, how soon or when something is, put right: it takes the earlier one's place, and both are quoted."""

import pytest

from tests.coach.interview.put_right import changed

TABLE = [
    ("They want a delivery every five days", "no, every ten days", "every five days", "a delivery every ten days"),
    ("they want a delivery every week", "no, every ten days", "every week", "a delivery every ten days"),
    ("They want the parts in three weeks", "sorry, in five weeks, not three", "in three weeks", "the parts in five weeks"),
    ("They want a shipment every January", "no, every February", "every January", "a shipment every February"),
    ("they want samples once a month", "make that twice a month", "once a month", "samples twice a month"),
    ("they want samples once a month", "no, every six weeks", "once a month", "samples every six weeks"),
    ("they need a service visit every quarter", "sorry, twice a year", "every quarter", "a service visit twice a year"),
    ("they want a fresh batch every Monday", "no, Thursdays", "every Monday", "a fresh batch on Thursdays"),
    ("they want a fresh batch every Monday", "no, Thursday", "“a fresh batch every Monday”", "a fresh batch every Thursday"),
    ("they want weekly reports", "correction: every two weeks", "weekly reports", "reports every two weeks"),
    ("they want delivery before six in the morning", "no, before seven", "before six", "delivery before seven in the morning"),
    ("they want the truck at 6:00", "no, 7:30", "at 6:00", "the truck at 7:30"),
    ("they want the lamps by the end of May", "sorry, by the end of June", "of May", "the lamps by the end of June"),
    ("they want delivery in two months", "sorry, six weeks", "in two months", "delivery in six weeks"),
    ("they want a five-year warranty", "no, three years", "a five-year warranty", "a three-year warranty"),
    ("they want the technician within 24 hours", "not 24, within 48", "within 24 hours", "the technician within 48 hours"),
    ("they clean the filters every day", "no, every other day", "every day", "they clean the filters every other day"),
    ("they order every two weeks from Rossi", "actually once a month", "every two weeks", "they order once a month from Rossi"),
    ("they audit us once a year", "I misspoke, it's every six months", "once a year", "they audit us every six months"),
    ("they scrap 200 parts a month", "no, a week", "a month", "200 parts a week"),
    ("they have three deliveries a week", "no, four a week", "three deliveries", "they have four deliveries a week"),
    ("they train new staff once a quarter", "I said once a quarter, it's once a year", "once a quarter", "staff once a year"),
    ("they train new staff once a quarter", "change that to once a year", "once a quarter", "staff once a year"),
    ("they want 30 days credit and the goods in six weeks", "no, in five weeks", "30 days", "30 days credit and the goods in five weeks"),
    ("他们要每天送一次货", "不对，是每一周送一次", "每天送一次货", "每一周送一次货"),
    ("他们要每天送一次货", "说错了，隔天送", "每天送一次货", "隔天送一次货"),
    ("他们要每周送两次", "不，是每周三次", "每周送两次", "每周送三次"),
    ("他们要每周五对账", "更正一下，每周三对账", "“每周五对账”", "“每周三对账”"),
    ("他们希望三周内交货", "不对，一个月内", "三周内交货", "一个月内交货"),
    ("他们希望两个月内交货", "抱歉，六周", "两个月内交货", "六周内交货"),
    ("他们要每周一送货", "不对，每周四", "每周一送货", "每周四送货"),
    ("他们要早上六点前送到", "说错了，七点前", "早上六点前送到", "早上七点前送到"),
    ("客户要下午三点前送到", "不对，上午", "下午三点前送到", "上午三点前送到"),
    ("他们一个月巡检一次", "其实是一个季度一次", "一个月巡检一次", "他们一个季度巡检一次"),
    ("他们一个季度培训一次", "是一年一次，不是一个季度", "一个季度培训一次", "他们一年培训一次"),
    ("他们一个季度培训一次", "不是的，是一年一次", "一个季度培训一次", "他们一年培训一次"),
    ("设备三天两头停机", "不对，一周停一次", "三天两头", "设备一周一次停机"),
    ("他们每个月盘点一次", "不是每个月，是每周", "每个月盘点一次", "他们每周盘点一次"),
    ("他们要年底前上线", "不对，是明年三月前", "年底前上线", "明年三月前上线"),
    ("客户要十月中旬到货", "说错了，十一月上旬", "十月中旬到货", "十一月上旬到货"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "put_right", "old", "new"), TABLE)
def test_the_period_is_changed(talk, told, put_right, old, new):
    assert len(changed(talk, told, put_right, old, new).needs) <= 1


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("they order every two weeks from Rossi", "they get a delivery every ten days"),
        ("they order every two weeks from Rossi", "no, they buy from two wholesalers every year"),
        ("they want delivery in 30 days", "sorry, I have to go in ten minutes"),
        ("they want delivery in 30 days", "no, every plant decides by itself"),
        ("they want delivery in three weeks", "every ten days the line stops"),
        ("they want the lamps by May", "sorry, I will tell you on Friday"),
        ("they want a delivery every five days", "he calls me twice a week"),
        ("they run two shifts", "no, every ten days"),
        ("他们每两周下一次单", "设备每天停一次"),
        ("他们要年底前上线", "明年三月前王工要退休"),
        ("他们要每天送一次货", "王工每周来一次"),
        ("他们要每天送一次货", "不，他们每年都涨价"),
    ],
)
def test_another_period_is_no_correction(talk, told, answer):
    state, said = talk("先聊恒丰乳业" if told[0] > "z" else "Brightwater Foods", told, answer)
    assert not said.startswith(("Changed", "改过来了"))
    assert told in [each["text"] for each in state.answers]


@pytest.mark.parametrize(
    ("told", "put_right", "text", "day"),
    [
        ("I will visit Anna on Friday", "no, on Thursday", "I will visit Anna on Thursday", "2026-03-05"),
        ("I will visit Anna on Friday at ten", "sorry, at eleven", "I will visit Anna on Friday at eleven", "2026-03-06"),
        ("我周五去拜访王工", "不对，周四", "我周四去拜访王工", "2026-03-05"),
    ],
)  # fmt: skip
def test_the_next_step_is_changed(talk, told, put_right, text, day):
    state, _ = talk("先聊恒丰乳业" if told[0] > "z" else "Brightwater Foods", told, put_right)
    assert (state.next_step.text, state.next_step.date) == (text, day)


def test_only_how_often_is_no_need(talk):
    for lines in (("Brightwater Foods", "every month"), ("先聊恒丰乳业", "每三天一次")):
        assert talk(*lines)[0].needs == []
