"""The advice for an opponent answers the reason that was told."""

import pytest

from coach.interview.say import move_of
from coach.interview.state import Observation, Person


def advice(quote, lang, tools):
    person = Person("p1", ["Kim"], 1, stances=[Observation("opponent", quote, "stances/opponent.sure", 0.95, 1)])
    return move_of(person, tools, lang)


@pytest.mark.parametrize(
    ("lang", "quote", "words"),
    [
        ("en", "He is against us, one of our pumps failed two years ago", "old failure"),
        ("en", "She says the last trial crashed years ago and she had to repeat it", "old failure"),
        ("en", "They bought a cheap one from Izmir once and it broke in a month", "another firm's"),
        ("en", "He says another supplier's pumps leaked within a year", "another firm's"),
        ("en", "She was burned by a previous vendor", "another firm's"),
        ("en", "Our pumps leaked last year, he says", "old failure"),
        ("en", "He is against us because we are too expensive", "three years cost"),
        ("en", "She keeps postponing our trial", "at which step"),
        ("en", "He wants to stay with the present supplier", "second source"),
        ("en", "He is against us", "what, beside what was said"),
        ("zh", "他反对我们,说前年那批货裂了", "当面认账"),
        ("zh", "他说以前用过别家,半年坏了一成", "别家的货"),
        ("zh", "以前用过别家半年坏了一成", "别家的货"),
        ("zh", "老院长叫一家代理坑过", "别家的货"),
        ("zh", "他说我们去年那批裂了", "当面认账"),
        ("zh", "他嫌我们贵", "三年总成本"),
        ("zh", "测试单她一直拖着不签", "哪一步"),
        ("zh", "他宁愿继续用老牌子", "第二供应商"),
        ("zh", "他反对我们", "最让人不放心"),
    ],
)
def test_the_advice_answers_the_reason(lang, quote, words, tools):
    assert words in advice(quote, lang, tools)
