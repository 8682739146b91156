"""What is taken back and what takes its place."""

import pytest

CASES = [
    ("sorry, not Zhang but Wang used Bosch", "Zhang", "Wang used Bosch"),
    ("it wasn't Marco, it was Anna who said that", "Marco", "Anna who said that"),
    ("sorry, I meant 30 days, not 60", "60", "30 days"),
    ("correction: 45 days instead of 60", "60", "45 days"),
    ("actually it's not price but delivery", "price", "delivery"),
    ("I said Anna was for us, I was wrong: she's against it", "", "she's against it"),
    ("不是张工,是王工说的", "张工", "王工说的"),
    ("不是张工是王工说的", "张工", "王工说的"),
    ("其实不是价格问题,是交期", "价格问题", "交期"),
    ("说错了,是45天不是60天", "60天", "45天"),
    ("我记错了,王工反对我们", "", "王工反对我们"),
    ("刚才说三十台是错的,是二十台", "", "二十台"),
    ("价格说错了,应该是12块", "", "12块"),
]


@pytest.mark.parametrize(("text", "wrong", "right"), CASES)
def test_read(tools, text, wrong, right):
    found = tools.corrections.read(text)
    assert (found.wrong, found.right) == (wrong, right)


@pytest.mark.parametrize("text", ["质量没问题,就是价格太高", "They want 30 days", "不是价格问题", "王工说的"])
def test_no_correction(tools, text):
    assert tools.corrections.read(text) is None


@pytest.mark.parametrize("text", ["no comment on the price, not yet", "he is not sure, not really"])
def test_not_yet_takes_nothing_back(tools, text):
    assert tools.corrections.read(text) is None
