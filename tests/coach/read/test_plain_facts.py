"""What a salesperson tells of volumes, shifts, sites, history, habits and buying is no need; like numbers of trouble are."""

import pytest

FACTS = [
    "roughly nine thousand cheeses a day", "about forty lorries leave the yard each morning", "They make gearboxes for wind turbines",
    "The line packs eighty trays a minute", "They keep two weeks of stock", "They change over twice a day", "They clean the tanks every night",
    "She watches the market every morning", "They take delivery twice a week at the back gate", "give or take thirty containers a year",
    "The farm milks four hundred cows twice a day", "They close for two weeks in August", "The hotel has 140 rooms and two restaurants",
    "They tender every two years", "Each plant manager may sign up to ten thousand", "The mill was bought by a Swedish group in 2015",
    "这家奶厂一天灌六百来桶奶", "一天大概九千块奶酪", "他们一天开三班", "一天两班，一周干六天", "全国十七家门店，一个中心仓", "三年前搬进了新厂房",
    "这条线一分钟包八十盘", "他们备两个星期的货", "他们天天盯着这条线", "他一直盯着铜价", "有人专门盯着仪表", "储罐每天晚上洗一遍",
    "一周两次从后门收货", "按颜色和大小分拣", "厂长能签十万以内的单子", "他们两年招一次标",
]  # fmt: skip
NEEDS = [
    ("Every third batch sticks in the mould", "latent"), ("Changing over takes them four hours and they do it twice a day", "latent"),
    ("The packing is the bottleneck, everything waits for it", "latent"), ("The school got fined for the salt content", "latent"),
    ("They lost nine pallets of lettuce", "latent"), ("The drivers wait two hours at the gate every morning", "latent"),
    ("They need three pallets a week", "surface"), ("They want twelve tonnes a month of the fine grade", "surface"),
    ("He cannot afford another mistake", "deep"), ("It keeps him awake at night", "deep"),
    ("每三批就有一批粘模", "latent"), ("扔了九托生菜", "latent"), ("包装是瓶颈，前后都在等它", "latent"), ("停一次损失九万块", "latent"),
    ("司机每天早上在门口等两小时", "latent"), ("细料一个月要十二吨", "surface"), ("老板天天盯着他，他压力很大", "deep"), ("上面盯得很紧", "deep"),
    ("这事让他夜里睡不着", "deep"),
]  # fmt: skip


@pytest.mark.parametrize("text", FACTS)
def test_a_plain_fact_is_no_need(tools, text):
    assert [(need.level, need.quote) for need in tools.report(text).needs] == []


@pytest.mark.parametrize(("text", "level"), NEEDS)
def test_a_need_with_a_number_in_it_is_one(tools, text, level):
    assert level in {need.level for need in tools.report(text).needs}
