"""Sentences and clauses, as quoted text."""

import pytest

from coach.text.clauses import clauses, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("质量没问题,就是价格高。交期呢?", ["质量没问题,就是价格高。", "交期呢?"]),
        ("Mr. Smith paid 5,000.50 euros. Then he left.", ["Mr. Smith paid 5,000.50 euros.", "Then he left."]),
        ("no end", ["no end"]),
        ("", []),
    ],
)
def test_sentences(text, parts):
    assert [text[a:b].strip() for a, b in sentences(text)] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("质量没问题,就是价格高", ["质量没问题", "就是价格高"]),
        ("quality is fine but the price is high", ["quality is fine", "but the price is high"]),
        ("换型要两个半小时 去年加单接不下来 18万一台", ["换型要两个半小时", "去年加单接不下来", "18万一台"]),
        ("用的是 Bosch 的阀", ["用的是 Bosch 的阀"]),
        ("5,000 pcs, in 30 days", ["5,000 pcs", "in 30 days"]),
    ],
)
def test_clauses(text, parts):
    assert [text[a:b].strip(" ,，。") for a, b in clauses(text)] == parts
