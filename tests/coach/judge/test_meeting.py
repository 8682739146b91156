"""A benefit takes up a need in particular words: those that fit any sale link to nothing."""

from __future__ import annotations

import pytest

from coach.context import Tools
from coach.judge.meeting import Told, met_need
from coach.rehearsal.unsolved import TODAY

TRIVIAL = {
    "zh": (
        "我们的产品很好，价格也不错。", "我们没有问题，您放心。", "我们的质量没问题。", "我们的价格最好，服务也好。",
        "这款产品可以解决您的问题。", "我们的东西都是好的，时间上也没问题。", "我们有最好的方案，今年很多人都买。",
        "我们的产品大家都喜欢，每天都有人来买。", "我们家的货，哪里都比别家强。",
    ),
    "en": (
        "Our products are good and the price is good.", "We have no problem with that, our quality is great.",
        "Our company has the best price.", "Our product solves your problem.", "We offer good service every time.",
        "Many people like our product and buy it every year.", "We are the best company for your people.",
        "We can give you a good price this year.",
    ),
}  # fmt: skip
PARTICULAR = [
    ("flicker_product_manager", "zh", "我们的灯频闪SVM只有0.2。", "flicker_limit"),
    ("flicker_product_manager", "en", "Our panels have an SVM of 0.2, far below your flicker limit.", "assembly_hall"),
    ("hotel_linen_buyer", "en", "Each towel comes back white, with a chip in it.", "grey_towels"),
    ("plums", "zh", "这种特别酸，您尝尝。", "sour_plums"),
    ("plums", "en", "These are very sour, try one.", "pregnant_daughter_in_law"),
]


def told_in(scenario: str, lang: str, tools: Tools) -> list[Told]:
    return [
        Told(need.id, need.level, frozenset([*need.about, need.topic]), " ".join(need.says[lang]))
        for need in tools.knowledge.scenarios[scenario].needs
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_trade_talk_meets_no_need_of_anybody(tools: Tools, lang: str) -> None:
    met = []
    for text in TRIVIAL[lang]:
        for name in tools.knowledge.scenarios:
            found = met_need(tools.seller.read(text, [], TODAY, name), told_in(name, lang, tools))
            met += [(text, name, found[0].id, found[1].text)] if found else []
    assert met == []


@pytest.mark.parametrize(("scenario", "lang", "text", "need"), PARTICULAR)
def test_particular_words_meet_their_need(tools: Tools, scenario: str, lang: str, text: str, need: str) -> None:
    found = met_need(tools.seller.read(text, [], TODAY, scenario), told_in(scenario, lang, tools))
    assert found is not None
    assert found[0].id == need
    assert found[1].text in text


@pytest.mark.parametrize("name", ["flicker_product_manager", "packaging_plant_manager", "plums"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pitch_of_a_scenario_meets_a_need(tools: Tools, name: str, lang: str) -> None:
    pitch = tools.knowledge.scenarios[name].pitch[lang]
    assert met_need(tools.seller.read(pitch, [], TODAY, name), told_in(name, lang, tools))
