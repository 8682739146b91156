"""What a want is about that speaks of no topic by name: an amount with its unit, a material, a colour, how many."""

import pytest

SPECIFICATION = [
    "stainless", "it has to be 304 stainless", "they want solid oak", "220 volt single phase", "he needs 24 volts",
    "IP67", "it must be IP65", "3 metres wide", "they want it in RAL 9005", "she wants them in dark green",
    "60 bottles a minute", "dark green", "matt black", "380V 50Hz",
    "must do 60 bottles a minute", "they want at least 1200 bags an hour", "he needs a 5 tonne hoist",
    "要不锈钢的", "要IP67的", "防护等级要IP65", "要黑色的", "他们想要深色的", "要2米宽的", "要三相的", "220伏单相",
    "每分钟要60瓶", "要一小时能做八百袋的", "要实木的", "他要180公分的", "要静音的",
    "一分钟六十瓶", "加厚的", "40目", "四寸的",
]  # fmt: skip
QUANTITY = [
    "12 aerators", "50 pallets", "they want 12 aerators", "he wants three pumps", "she needs 400 school chairs",
    "they need 30 rolls of felt", "要五十个托盘", "要十二台增氧机", "他们想要三百张课椅", "她要八百套工作服", "要20吨螺纹钢",
]  # fmt: skip
OTHER = [
    ("they want 12 months warranty", "warranty"), ("要两年质保", "warranty"),
    ("they want three visits", "general_want"), ("he wants two training days", "general_want"),
    ("they need 60 days credit", "payment"), ("要60天账期", "payment"),
    ("the price of 50 chairs has to come down", "price"), ("五十台的价格要再降", "price"),
    ("three weeks delivery", "delivery"), ("要三周交货", "delivery"), ("要三个证书", "certification"),
]  # fmt: skip
# what stands beside other words may be how things are
NO_NEED = [
    "they have 12 stores", "the hall is 40 metres wide", "the old pump is stainless", "他们有十二家店", "厂房40米宽", "现在那台是不锈钢的",
    "220 volts, that's what the old hall has", "thanks, 60 bottles a minute then", "老厂房就是220伏，没别的",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "topic"),
    [(text, "specification") for text in SPECIFICATION] + [(text, "moq") for text in QUANTITY] + OTHER,
)
def test_topic(tools, text, topic):
    assert [(need.level, need.topic) for need in tools.report(text).needs] == [("surface", topic)]


@pytest.mark.parametrize("text", NO_NEED)
def test_an_amount_alone_is_no_want(tools, text):
    assert not tools.report(text).needs
