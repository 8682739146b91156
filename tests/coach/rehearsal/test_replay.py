"""A receipt can be computed again by anybody; what was altered, and what an edit of the knowledge flips, is named."""

from __future__ import annotations

import copy
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from coach.context import Tools, build_tools
from coach.knowledge.load import load
from coach.rehearsal.debrief import debrief
from coach.rehearsal.receipt import ReceiptError, hash_of, read_receipt
from coach.rehearsal.replay import replay
from coach.settings import settings
from tests.coach.rehearsal.calls import GOOD_PLUMS, call

EMPATHY = "I understand how hard that is for you."


@pytest.fixture(scope="module")
def receipt(tools: Tools) -> dict[str, Any]:
    lines = ["What kind of plums would you like?", EMPATHY, "Who are they for?"]
    return debrief(call(tools, lines, lang="en"), tools)["receipt"]


def test_identical(tools: Tools, receipt: dict[str, Any]) -> None:
    for kept in (receipt, json.loads(json.dumps(receipt))):
        outcome = replay(read_receipt(kept), tools)
        assert (outcome.identical, outcome.intact, outcome.same_knowledge, outcome.flips) == (True, True, True, [])
        assert outcome.score_then == outcome.score_now


def test_a_debrief_is_read_as_its_receipt(tools: Tools) -> None:
    result = debrief(call(tools, GOOD_PLUMS), tools)
    assert read_receipt(result) == result["receipt"]


@pytest.mark.parametrize(
    ("path", "value", "flips"),
    [
        (("result", "score"), 100, {"score"}),
        (("result", "passed"), True, {"passed"}),
        (("result", "turns", 0, "told"), None, {"need"}),
        (("result", "turns", 1, "buyer"), "All I want is a kickback.", {"reply"}),
        (("result", "turns", 1, "marks"), [], {"empathy"}),
        (("lines", 0), "Good morning.", {"score", "need", "reply"}),
        (("today",), "2026-01-01", set()),
    ],
)
def test_altered_receipts_are_noticed(
    tools: Tools, receipt: dict[str, Any], path: tuple[Any, ...], value: Any, flips: set[str]
) -> None:
    altered = copy.deepcopy(receipt)
    part = altered
    for key in path[:-1]:
        part = part[key]
    assert part[path[-1]] != value
    part[path[-1]] = value
    outcome = replay(read_receipt(altered), tools)
    assert not outcome.intact
    assert flips <= {flip.what for flip in outcome.flips}
    assert outcome.identical == (not flips)


def test_a_forged_hash_does_not_help(tools: Tools, receipt: dict[str, Any]) -> None:
    forged = copy.deepcopy(receipt)
    forged["result"]["score"] = 100
    forged["hash"] = hash_of({key: value for key, value in forged.items() if key != "hash"})
    outcome = replay(read_receipt(forged), tools)
    assert outcome.intact
    assert not outcome.identical


def test_an_edit_of_the_knowledge_flips_by_name(receipt: dict[str, Any], tmp_path: Path) -> None:
    shutil.copytree(settings().knowledge, tmp_path / "knowledge")
    path = tmp_path / "knowledge/seller/empathy.yml"
    marked = next(mark for mark in receipt["result"]["turns"][1]["marks"] if mark["name"] == "empathy")
    assert marked["rule"] == "seller/empathy.sure"
    head = path.read_text(encoding="utf-8").partition("sure:")[0]
    path.write_text(head + 'sure:\n  zh: ["心疼您"]\n  en: ["my heart goes out to you"]\n', encoding="utf-8")
    edited = build_tools(load(tmp_path / "knowledge"), settings().cache)
    outcome = replay(read_receipt(receipt), edited)
    assert (outcome.intact, outcome.same_knowledge, outcome.identical) == (True, False, False)
    (flip,) = [flip for flip in outcome.flips if (flip.turn, flip.what) == (2, "empathy")]
    assert flip.then == f"{marked['rule']} “{marked['text']}”"
    assert marked["rule"] not in flip.now


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda r: r["receipt"], "ok"),
        (lambda r: [], "not a receipt"),
        (lambda r: {}, "not a receipt"),
        (lambda r: "text", "not a receipt"),
        (lambda r: {"receipt": None}, "not a receipt"),
        (lambda r: {k: v for k, v in r["receipt"].items() if k != "lines"}, "lines"),
        (lambda r: {**r["receipt"], "format": 99}, "format 99"),
        (lambda r: {**r["receipt"], "lines": "text"}, "'lines' must be a list"),
        (lambda r: {**r["receipt"], "lines": [1]}, "'lines' must be a list"),
        (lambda r: {**r["receipt"], "scenario": "gone"}, "no scenario 'gone'"),
        (lambda r: {**r["receipt"], "scenario": ["plums"]}, "scenario"),
        (lambda r: {**r["receipt"], "difficulty": "impossible"}, "difficulty"),
        (lambda r: {**r["receipt"], "today": "soon"}, "date"),
        (lambda r: {**r["receipt"], "today": None}, "today"),
        (lambda r: {**r["receipt"], "opened": "fr"}, "opened"),
        (lambda r: {**r["receipt"], "result": {}}, "result"),
        (lambda r: {**r["receipt"], "result": []}, "result"),
        (lambda r: {**r["receipt"], "result": {**r["receipt"]["result"], "turns": [{}]}}, "result"),
    ],
)
def test_broken_receipts_are_refused(tools: Tools, receipt: dict[str, Any], change: Any, message: str) -> None:
    broken = change({"receipt": receipt})
    if message == "ok":
        assert replay(read_receipt(broken), tools).identical
        return
    with pytest.raises(ReceiptError, match=message):
        replay(read_receipt(broken), tools)
