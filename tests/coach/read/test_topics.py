"""What words are about: a scenario's own phrases weigh most, then the shared ones, then a guess."""

from __future__ import annotations

import pytest

from coach.context import Tools
from coach.read.topics import OWN, SHARED


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("这个项目由谁拍板？", "decision"), ("价格上您的目标是多少？", "price"), ("现在是哪家在供货？", "present_supplier"),
        ("Who makes the decision?", "decision"), ("What budget do you have?", "budget"),
        ("Who supplies you at present?", "present_supplier"), ("What happened with the last delivery?", "delivery"),
    ],
)  # fmt: skip
def test_shared_phrases(tools: Tools, text: str, topic: str) -> None:
    signs = {sign.topic: sign for sign in tools.seller.topics_of(text)}
    assert signs[topic].weight == SHARED
    evidence = signs[topic].evidence
    assert text[evidence.start : evidence.end] == evidence.text
    assert evidence.rule.startswith(f"topics/{topic}")


def test_a_scenario_has_topics_of_its_own(tools: Tools) -> None:
    text, lang = "Why do you want sour ones?", "en"
    own = {s.topic: s.weight for s in tools.seller.topics.read(text, lang, scenario="plums")}
    assert own["sour_reason"] == OWN
    assert "sour_reason" not in {s.topic for s in tools.seller.topics.read(text, lang)}
    assert "sour_reason" not in {s.topic for s in tools.seller.topics.read(text, lang, scenario="unknown")}


@pytest.mark.parametrize("text", ["价格和交期怎么样？", "What about price and delivery?", "谁决定价格？谁决定价格？"])
def test_each_topic_once_the_strongest_first(tools: Tools, text: str) -> None:
    signs = tools.seller.topics_of(text)
    assert len({sign.topic for sign in signs}) == len(signs)
    assert [sign.weight for sign in signs] == sorted((sign.weight for sign in signs), reverse=True)


@pytest.mark.parametrize("text", ["", "?", "……", "😀", "12345"])
def test_nothing_is_about_nothing(tools: Tools, text: str) -> None:
    assert all(sign.weight < SHARED for sign in tools.seller.topics_of(text))
