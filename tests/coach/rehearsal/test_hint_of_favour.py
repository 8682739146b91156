"""A hint at a favour: it costs points and trust, opens nothing up, and the advice names it; it does not fail the call."""

from __future__ import annotations

from datetime import date

import pytest

from coach.rehearsal.debrief import debrief
from coach.rehearsal.step import begin, play_all

DAY = date(2026, 3, 2)
ASKS = {
    "zh": "您现在从哪家工厂进货，用下来怎么样？",
    "en": "Which factory do you buy from today, and how is that going?",
}
HINTS = {
    "zh": "这事儿成了，您家装修的灯我全包了，不走公司的账，您看怎么样？",
    "en": "Our boss has a cottage by the lake, your family could have it all August and nobody would send a bill.",
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_a_hint_costs(tools, lang):
    scenario = tools.knowledge.scenarios["importer_purchasing"]
    fair = play_all(begin(scenario, "normal", lang, DAY, tools), [ASKS[lang]], tools)
    hinted = play_all(begin(scenario, "normal", lang, DAY, tools), [ASKS[lang], HINTS[lang]], tools)
    result = debrief(hinted, tools)
    assert [fault["id"] for fault in result["faults"]] == ["favour"]
    assert [mark["name"] for mark in result["turns"][1]["marks"] if mark["name"] == "favour"]
    assert result["turns"][1]["feedback"][0]["id"] == "favour"
    assert hinted.trust < fair.trust
    assert hinted.turns[-1].told is None
    assert result["score"] < debrief(fair, tools)["score"]
