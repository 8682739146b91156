"""Pain with a present supplier is a latent need and no word against us; to prefer a rival is one."""

import pytest

PAIN = [
    "he complains that Philips delivers late", "he is angry with their current supplier",
    "She's fed up with Fagerhult, they never answer", "the head nurse hates their old system, it crashes every week",
    "他抱怨飞利浦交货太慢", "采购经理觉得飞利浦交货太慢,一直抱怨", "王工对现在的供应商很不满意", "老板骂上一家老拖货",
]  # fmt: skip
AGAINST_US = [
    "he prefers Philips", "Dr. Ortega swears by Siemens", "Marco complains that our samples came late",
    "他更喜欢飞利浦", "李总说宁愿用飞利浦", "王工抱怨我们报价太贵", "他对现在的供应商发火,但是不信我们的报告",
]  # fmt: skip


@pytest.mark.parametrize("text", PAIN)
def test_pain_with_a_rival(tools, text):
    assert tools.reader.stance(text).label in ("unknown", "neutral")
    assert any(need.level in ("latent", "deep") for need in tools.report(text).needs)


@pytest.mark.parametrize("text", AGAINST_US)
def test_against_us(tools, text):
    assert tools.reader.stance(text).label == "opponent"


@pytest.mark.parametrize(
    "text", ["She says our samples are better than what Philips makes", "他说我们比飞利浦好,质量更稳"]
)
def test_praise_against_a_rival(tools, text):
    assert tools.reader.stance(text).label == "supporter"
