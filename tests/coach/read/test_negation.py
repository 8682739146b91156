"""What is taken back by its clause does not count; what holds the negation itself does."""

import pytest

CASES = [
    ("质量没问题,就是价格太高", "price", "quality"),
    ("没有客诉,主要是断货", "stockouts", "complaints"),
    ("从来没断过货,但是退货太多", "returns", "stockouts"),
    ("交期不是问题,关键是质保", "warranty", "delivery"),
    ("Quality is fine, it's just the price", "price", "quality"),
    ("No complaints so far, but returns are eating our margin", "returns", "complaints"),
    ("Delivery is not an issue, warranty is", "warranty", "delivery"),
]


@pytest.mark.parametrize(("text", "stands", "dropped"), CASES)
def test_negated_topics_are_dropped(tools, text, stands, dropped):
    topics = {hit.rule.topic for hit in tools.reader.scan(text).hits("need")}
    assert stands in topics
    assert dropped not in topics


@pytest.mark.parametrize("text", ["我没法跟老板交代", "I can't face my boss"])
def test_a_negation_inside_the_phrase_stands(tools, text):
    assert tools.reader.need(text).label == "deep"
