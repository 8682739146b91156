"""Names in no list, told by what only a human body does; firms, things and openers of a sentence are none."""

import pytest

PERSONS = [
    ("Sjaak handed it back", "Sjaak"),
    ("Torsten shook his head when we named the figure", "Torsten"),
    ("Halvard signed the trial order", "Halvard"),
    ("Oisin poured us coffee and showed us round", "Oisin"),
    ("Zbyszek put his foot down over the price", "Zbyszek"),
    ("Tamati walked out of the demo", "Tamati"),
    ("Dafydd hung up on me", "Dafydd"),
    ("Ragnhild lost her temper", "Ragnhild"),
    ("Gethin fixed it with tape", "Gethin"),
    ("斯亚克摇了摇头", "斯亚克"),
    ("英格尔私下告诉我预算没了", "英格尔"),
    ("马尔库斯签了字", "马尔库斯"),
    ("奥拉夫昨天请我吃饭", "奥拉夫"),
]
NOBODY = [
    "Heraeus delivered late", "Vattenfall cut their prices", "Monday brought rain", "Quality keeps his people busy", "Lamps broke twice", "Management rolled it out",
    "Everyone shook hands", "Delivery took its time", "Hartmann wants its money back", "Nobody sent it back", "Packing sent it back", "Boskalis walked away from the tender",
    "指针摇了摇头", "西门子签字晚", "沃尔玛签字流程很长", "意大利签字要两周", "Larsen logistics said it is late", "In the kitchen Norsk ovens fail",
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), PERSONS)
def test_what_only_people_do(tools, text, name):
    assert [mention.name for mention in tools.finder.find(text)] == [name]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(tools, text):
    assert tools.finder.find(text) == []


def test_the_customer_that_sends_it_back_is_nobody(tools):
    assert tools.finder.find("Nordlicht sent it back", (), ["Nordlicht"]) == []
