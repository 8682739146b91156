"""Every kind of fault in a scenario gives a line with its number; the template has none."""

from dataclasses import replace

import pytest

from coach.knowledge.checks import scenarios
from coach.knowledge.schema import Texts
from tests.coach.rehearsal.template import edited, knowledge_with, line_of

FAULTS = [
    # edits, where, message
    ([("temper: {zh: 干脆，讲实际，不爱听套话, en", "temper: {en")], "temper:", "missing translation 'persona.temper.zh'"),
    ([("pass_mark: 60", "pas_mark: 60")], "pas_mark: 60", "unknown field 'pas_mark'"),
    ([("role: buyer", "role: boss")], "role: boss", "'persona.role'"),
    ([("level: latent", "level: hidden")], "level: hidden", "'needs.1.level'"),
    ([("when: pitch\n", "when: never\n")], "when: never", "'objections.0.when'"),
    ([("trust: 2", "trust: much")], "trust: much", "'agree.trust'"),
    ([("trust: 2", "trust: 6")], "trust: 6", "'agree.trust' takes a trust of 7 at the hardest; the 'ceiling' of all trust is 6"),
    ([("after: [sick_leave]", "trust: 3\n    after: [sick_leave]")], "trust: 3", "'needs.2.trust' takes a trust of 7"),
    ([("about: [firm, market]", "about: []")], "- id: firm", "nobody can ask for the fact 'firm'"),
    ([("  rude:\n", "  rude_:\n")], "rude_:", "unknown field 'reactions.rude_'"),
    ([("about: [firm, market]", "about: [firm, moon]")], "about: [firm, moon]", "there is no topic 'moon'"),
    ([("about: [health, use, quality]", "about: [helth, use]")], "about: [helth", "there is no topic 'helth'"),
    ([("topic: labour", "topic: toil")], "topic: toil", "there is no need topic 'toil'"),
    ([("after: [sick_leave]", "after: [sickness]")], "after: [sickness]", "there is no need or fact 'sickness'"),
    ([("kind: too_expensive", "kind: too_green")], "kind: too_green", "there is no objection 'too_green'"),
    ([("needs: [sick_leave]", "needs: [sick_leaf]")], "needs: [sick_leaf]", "there is no need 'sick_leaf'"),
    ([("pass_mark: 60", "pass_mark: 60\nweightless: [charm]")], "weightless:", "there is no criterion 'charm'"),
    ([("industry:", "product: moon_rockets\nindustry:")], "product: moon", "there is no catalogue 'moon_rockets'"),
    ([("- id: firm\n", "- id: herself\n")], "- id: herself\n    about: [person", "id 'herself' is used twice"),
    ([("level: deep", "level: latent")], "needs: #", "no need of the level 'deep'; add one"),
    ([("after: [chair_standard]", "after: [my_choice]")], "after: [my_choice]", "need 'sick_leave' can never be reached"),
    ([('["先别介绍，您还不知道我要什么。", "目录我也有，说点别的。"]', '["先别介绍。"]')], '["先别介绍。"]', "needs at least two wordings"),
    ([("行，就{date}，请", "行，就{day}，请")], '["好，{date}', "nothing fills the placeholder {day}; allowed here: date"),
    ([("可以，哪一天？", "可以，{date}？")], '["可以，{date}', "nothing fills the placeholder {date}; allowed here: none"),
    ([("好，{date}，我", "好，{date，我")], '["好，{date，', "braces do not match"),
    ([("pass_mark: 60", "pass_mark: 60\npass_mark: 70")], "pass_mark: 70", "is repeated (first on line"),
    ([("name: {zh: 索菲·布兰特, en: Sofie Brandt}", "name: {zh: 索菲, en: Sofie")], None, "not valid YAML"),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "place", "message"), FAULTS)
def test_fault_is_named_with_its_line(tools, tmp_path, edits, place, message):
    found = problems_of(edits, tmp_path, tools.knowledge)
    lines = [problem.line for problem in found if message in problem.message]
    assert lines, found
    if place is not None:
        assert lines[0] == line_of(edited(edits), place), found


def test_no_call_begins_above_the_ceiling(tools):
    low = tools.knowledge.rehearsing.copy(update={"ceiling": 2})
    found = [p for p in scenarios.problems(replace(tools.knowledge, rehearsing=low)) if p.path.name == "rehearsal.yml"]
    assert [(p.line > 1, p.message) for p in found] == [
        (True, "'ceiling' is 2, but a call can begin with a trust of 3")
    ]


def test_the_template_has_no_fault(tools, tmp_path):
    assert problems_of([], tmp_path, tools.knowledge) == []


def test_all_faults_at_once(tools, tmp_path):
    edits = [("kind: too_expensive", "kind: too_green"), ("topic: labour", "topic: toil")]
    assert len(problems_of(edits, tmp_path, tools.knowledge)) == 2


def problems_of(edits, folder, base):
    knowledge, faults = knowledge_with(edits, folder, base)
    return faults if knowledge is None else sorted(scenarios.problems(knowledge))


@pytest.mark.parametrize("field", ["after", "until"])
def test_a_fact_names_what_it_comes_after(tools, field):
    name = "hospital_equipment_head"
    of = tools.knowledge.further_facts[name]
    facts = of.copy(update={"facts": [of.facts[0].copy(update={field: ["sleep"]}), *of.facts[1:]]})
    edited_knowledge = replace(tools.knowledge, further_facts={**tools.knowledge.further_facts, name: facts})
    found = [problem for problem in scenarios.problems(edited_knowledge) if "'sleep'" in problem.message]
    assert [problem.path.parent.name for problem in found] == ["facts"]
    assert found[0].line > 1


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"need": "sleep"}, "there is no need 'sleep'"),
        ({"id": "mending"}, "id 'mending' is used twice"),
    ],
)
def test_faults_of_a_hedge(tools, change, message):
    name = "hospital_equipment_head"
    of = tools.knowledge.hedges[name]
    hedges = of.copy(update={"hedges": [of.hedges[0].copy(update=change), *of.hedges[1:]]})
    edited_knowledge = replace(tools.knowledge, hedges={**tools.knowledge.hedges, name: hedges})
    found = [problem for problem in scenarios.problems(edited_knowledge) if message in problem.message]
    assert [problem.path.parent.name for problem in found] == ["hedges"]
    assert found[0].line > 1


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "how_tall"}, "there is no kind of question 'how_tall'"),
        ({"kind": "closed"}, "id 'closed' is used twice"),
        ({"says": {"zh": ["快了。", "慢慢来。"], "en": ["Soon."]}}, "needs at least two wordings"),
    ],
)
def test_faults_of_an_evasion(tools, change, message):
    name = "hospital_equipment_head"
    of = tools.knowledge.evasions[name]
    change = {key: Texts(**value) if key == "says" else value for key, value in change.items()}
    evasions = of.copy(update={"evasions": [of.evasions[0].copy(update=change), *of.evasions[1:]]})
    edited_knowledge = replace(tools.knowledge, evasions={**tools.knowledge.evasions, name: evasions})
    found = [problem for problem in scenarios.problems(edited_knowledge) if message in problem.message]
    assert [problem.path.parent.name for problem in found] == ["evasions"]
    assert found[0].line > 1


@pytest.mark.parametrize("kind", ["hedges", "evasions"])
def test_hedges_and_evasions_of_no_scenario(tools, kind):
    (name, of), *_ = getattr(tools.knowledge, kind).items()
    edited_knowledge = replace(
        tools.knowledge,
        **{kind: {"nowhere": of}},
        sources={**tools.knowledge.sources, (kind, "nowhere"): tools.knowledge.sources[(kind, name)]},
    )
    messages = [problem.message for problem in scenarios.problems(edited_knowledge)]
    assert any("there is no scenario 'nowhere'" in message for message in messages)
