"""Feedback: at most three points a line, the most useful first, each with words that were said."""

from __future__ import annotations

import re

import pytest

from coach.context import Tools
from coach.rehearsal.debrief import debrief
from coach.rehearsal.page import briefing
from tests.coach.rehearsal.calls import GOOD_PLUMS, ODD_EN, ODD_ZH, call

CALLS = [
    ("plums", GOOD_PLUMS),
    ("importer_purchasing", ODD_EN),
    ("flicker_product_manager", ODD_ZH),
    (
        "flicker_product_manager",
        (
            "Our panels are bright, cheap, dimmable and certified, and they last for ever, don't you agree?",
            "Which wattage? Which colour? Which angle?",
            "Why didn't you test the lights first?",
            "If you sign today I will give you ten percent off.",
        ),
    ),
]


@pytest.mark.parametrize(("scenario", "lines"), CALLS)
def test_points_quote_what_was_said(tools: Tools, scenario: str, lines: tuple[str, ...]) -> None:
    result = debrief(call(tools, lines, scenario), tools)
    order = {name: point.priority for name, point in tools.knowledge.feedback.items()}
    for turn in result["turns"]:
        said = f"{turn['seller']}\n{turn['buyer']}"
        assert len(turn["feedback"]) <= 3
        assert [order[point["id"]] for point in turn["feedback"]] == sorted(order[p["id"]] for p in turn["feedback"])
        for point in turn["feedback"]:
            assert point["text"]
            assert "{" not in point["text"]
            for evidence in point["evidence"]:
                quoted = evidence["text"].removesuffix("…")
                words = quoted.split(", ") if point["id"] == "feature_dump" else [quoted]
                assert all(word in said for word in words), (point, said)
                assert evidence["rule"]


def test_faults_are_told_and_good_things_praised(tools: Tools) -> None:
    points = [
        p["id"]
        for turn in debrief(call(tools, CALLS[3][1], CALLS[3][0], "en"), tools)["turns"]
        for p in turn["feedback"]
    ]
    assert {"stacked", "blaming"} <= set(points)
    praised = [p for turn in debrief(call(tools, GOOD_PLUMS), tools)["turns"] for p in turn["feedback"] if p["good"]]
    assert {"told_surface", "told_latent", "told_deep"} <= {p["id"] for p in praised}


def test_what_is_known_beforehand_reads_as_one_sentence(tools: Tools) -> None:
    for scenario in tools.knowledge.scenarios.values():
        for lang in ("zh", "en"):
            page = briefing(scenario, "normal", lang, tools)
            assert not re.search(r"。[、；。]|\.[,;.] ?", page.replace("...", "")), page
