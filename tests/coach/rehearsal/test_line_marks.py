"""What must not be held against a seller: words given back, a proof that is asked for, one feature named twice."""

import pytest

from coach.rehearsal.step import begin, play_all
from coach.rehearsal.unsolved import TODAY

CASES = [
    # scenario, lines before, line, mark that it must not have
    ("flicker_product_manager", ["证书和报告方面，您要看些什么？"], "灯具的证书和报告，您这边还要看哪些？", "early_pitch"),
    ("flicker_product_manager", ["What do you need to see in the way of certificates and reports?"],
     "So what you are saying is: ENEC and CB, with test reports of the model. Did I get that right?", "early_pitch"),
    ("burned_engineer", [], "Our tri-proof light is IP66, and IP66 means IP66 with us.", "feature_dump"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "before", "line", "mark"), CASES)
def test_not_held_against_the_seller(tools, name, before, line, mark):
    call = played(tools, name, [*before, line])
    assert mark not in {found["name"] for found in call.turns[-1].marks}


def test_effects_of_what_a_fact_without_topics_told_are_asked_for(tools):
    first = "Good morning. How hard do you shake a lamp in the vibration test, in G?"
    effect = "What does it mean for the contractor when a mast stays dark for three weeks?"
    call = played(tools, "rival_enemy", [first, effect])
    [fact] = [fact for fact in tools.knowledge.scenarios["rival_enemy"].facts if fact.id in call.turns[0].facts]
    assert not fact.about
    assert "spin_implication" in {mark["name"] for mark in call.turns[1].marks}


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("chain_gatekeeper", "多伊尔女士您好，请问一个新供应商从交资料到拿到登记号，一般要多久？"),
        ("chain_gatekeeper", "Ms Doyle, from the supplier registration form to the number, how many weeks is it?"),
    ],
)
def test_who_asks_for_a_number_says_nothing_back(tools, name, line):
    assert "paraphrase" not in {mark["name"] for mark in played(tools, name, [line]).turns[0].marks}


def test_saying_back_what_was_suffered_is_no_offence(tools):
    heard = "那家厂的人在我家吃过饭，却拿假证书骗了我。"
    back, offered = "您的意思是，那家厂拿假证书骗了您，我理解得对吗？", "我们可以拿假证书给您过关。"
    read = tools.seller.read
    assert not read(back, [heard], TODAY).ethics
    assert read(offered, [heard], TODAY).ethics
    assert read(back, [], TODAY).ethics, "nobody said it before"


def test_an_incident_leads_to_the_person_behind_it(tools):
    call = played(tools, "importer_purchasing", [
        "对质保和售后，您有哪些要求？",
        "我理解，您在这个位置上真不容易。",
        "最近一次补货的时候，质量上遇到过什么麻烦？",
        "我理解。您的意思是，三月补给布雷达一所学校的货，跟第一批色温对不上，我理解得对吗？",
        "出了布雷达这样的事，对您个人有什么影响？",
    ])  # fmt: skip
    assert call.told[-1] == "signed_contract"


def played(tools, name, lines):
    lang = "en" if lines[-1].isascii() else "zh"
    return play_all(begin(tools.knowledge.scenarios[name], "normal", lang, TODAY, tools), lines, tools)
