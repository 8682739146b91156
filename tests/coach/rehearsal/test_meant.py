"""What a question means by example questions: the fact or need, the same each time, and nothing where all is strange."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.context import Tools
from coach.knowledge.load import load
from coach.read.addressed import parts_of, without_address
from coach.rehearsal.aim import SURE
from coach.rehearsal.explain import explain_turn
from coach.rehearsal.meant import Meant
from tests.coach.rehearsal.calls import call
from tests.rehearsals.early import asked


def best(meant: Meant, scenario: str, lang: str, question: str) -> tuple[str, float]:
    weights = meant.weights(scenario, lang, question)
    return max(weights.items(), key=lambda one: one[1])


@pytest.mark.parametrize(
    ("scenario", "lang", "question", "item"),
    [
        (
            "burned_engineer",
            "en",
            "A lamp of yours goes dark in a freezer at night: whose mobile rings?",
            "whose_phone",
        ),
        ("burned_engineer", "zh", "库里的灯夜里灭了，人家头一个电话打给哪位？", "whose_phone"),
        ("school_canteen_supplier", "en", "Is lunch paid for meal by meal, or with the fees?", "who_pays"),
        ("owner_two_factories", "zh", "您是怎么做起灯这一行来的？", "how_started"),
        ("importer_purchasing", "en", "What trouble did the last batches give you?", "refill_mismatch"),
        ("hospital_equipment_head", "zh", "泵有毛病了，院里有人会修吗？", "who_fixes"),
    ],
)
def test_finds_what_is_meant(tools: Tools, scenario: str, lang: str, question: str, item: str) -> None:
    assert best(tools.meant, scenario, lang, question)[0] == item


def test_polite_words_and_names_change_nothing(tools: Tools) -> None:
    plain = tools.meant.weights("chain_gatekeeper", "en", "how many files lie on your desk?")
    polite = "Good morning, Ms Doyle; may I ask you to tell me how many files lie on your desk?"
    assert tools.meant.weights("chain_gatekeeper", "en", polite) == plain


@pytest.mark.parametrize(
    ("lang", "text", "left"),
    [
        ("en", "Sister Agnes, which wards?", "which wards?"),
        ("en", "How does it go, Agnes?", "How does it go, "),
        ("en", "Agnes?", "Agnes?"),
        ("en", "Is Agnes the head of all of it, or who is?", "Is Agnes the head of all of it, or who is?"),
        ("zh", "周主任，几点开饭？", "几点开饭？"),
        ("zh", "一周几次，都是谁来？", "一周几次，都是谁来？"),
    ],
)
def test_address_is_taken_off(lang: str, text: str, left: str) -> None:
    name = {"en": "Agnes Wanjiru", "zh": "周敏"}[lang]
    assert without_address(text, parts_of(name, lang), lang) == left


def test_is_the_same_when_fitted_and_when_loaded(tools: Tools, tmp_path: Path) -> None:
    question = "Who mends the pumps?"
    fitted = Meant(tools.knowledge, tmp_path).weights("hospital_equipment_head", "en", question)
    (file,) = tmp_path.glob("asked_hospital_equipment_head-en-*.npz")
    written = file.stat().st_mtime_ns
    loaded = Meant(tools.knowledge, tmp_path).weights("hospital_equipment_head", "en", question)
    assert fitted == loaded == tools.meant.weights("hospital_equipment_head", "en", question)
    assert file.stat().st_mtime_ns == written


def test_nothing_is_meant_without_examples(tools: Tools, tmp_path: Path) -> None:
    knowledge = load(tools.knowledge.root)
    knowledge.root = tmp_path  # where no examples lie
    scenario = knowledge.scenarios["hospital_equipment_head"]
    bare = scenario.copy(update={"facts": [fact for fact in scenario.facts if not fact.asked]})
    knowledge.scenarios["hospital_equipment_head"] = bare
    assert Meant(knowledge, tmp_path).weights("hospital_equipment_head", "en", "Who mends the pumps?") == {}


@pytest.mark.parametrize(
    ("lang", "question"), [("en", "Since when has that cuckoo been ticking there?"), ("zh", "鹦鹉的羽毛是什么颜色？")]
)
def test_strange_words_mean_nothing(tools: Tools, lang: str, question: str) -> None:
    assert not asked("burned_engineer", lang, question, tools).turns[-1].meant


def test_why_cites_the_example(tools: Tools) -> None:
    state = call(tools, ["Your people on the night shift: who is in charge of them?"], "packaging_plant_manager", "en")
    meant = state.turns[-1].meant
    assert tools.meant.weights(state.scenario, "en", state.turns[-1].seller)[meant] >= SURE
    examples = [one.text for one in tools.knowledge.asked(state.scenario) if one.label == meant]
    assert any(example in explain_turn(state, tools) for example in examples)
