"""The numbers of the stance ledger: faults are found with their line, and the method's rules hold with ours."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from coach.context import Tools
from coach.knowledge.check import find_problems
from coach.knowledge.checks.stance_ledger import NEVER_GREEN
from coach.knowledge.folders import FILES, TASK_LABELS
from coach.settings import settings

NAME = "stance_ledger.yml"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's single files, in a folder of their own."""
    folder = tmp_path_factory.mktemp("knowledge")
    for name in FILES:
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(settings().knowledge / name, folder / name)
    return folder


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("  tone: {weight: 0.2,", "  tone: {weight: 0.7,", 2, "no grade may weigh more than one before it"),
        ("at_most: 2, act", "at_most: 3, act", 6, "all tone together"),
        ("  tone: {", "  mood: {", 6, "'grades': unexpected value 'mood'"),
        ("[explicit, repeated, behaviour]", "[explicit, tone]", 11, "tone alone must not make a coach or an enemy"),
        ("explicit: {weight: 1.0", "explicit: {weight: 1.5", 3, "less than or equal to 1"),
        ("stance: 180", "stance: 0", 7, "greater than 0"),
        ("  decider: 5", "  decider: 6", 41, "influence is a number from 1 to 5"),
        ("  decider: 5", "  chief: 5", 41, "there is no role 'chief'"),
        ("  decider: 5\n", "", 40, "these are missing: decider"),
        ("  - {when: no_coach, light: amber}\n", "", 49, "never green with 'no_coach'"),
        ("  - {when: decider_against, light: red}\n", "", 49, "never green with 'decider_against'"),
        ("when: no_coach, light: amber", "when: no_coach, light: green", 54, "unexpected value"),
        ("when: no_coach", "when: no_luck", 54, "unexpected value"),
        ("shown_by: {zh: 还什么都没看到, en: nothing seen yet}", "shown_by: {zh: 还什么都没看到}", 38, "missing translation"),
        ("influential: 4", "influential: 6", 57, "less than or equal to 5"),
        ("words_lose: 0.75", "loses: 0.75", 9, "unknown field 'loses'"),
    ],
)  # fmt: skip
def test_fault_is_named_with_its_line(root: Path, old: str, new: str, line: int, message: str) -> None:
    text = (settings().knowledge / NAME).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / NAME).write_text(text.replace(old, new), encoding="utf-8")
    found = {problem.line: problem.message for problem in find_problems(root) if problem.path.name == NAME}
    assert message in found.get(line, ""), found


def test_a_missing_grade_is_a_fault(root: Path) -> None:
    data = yaml.safe_load((settings().knowledge / NAME).read_text(encoding="utf-8"))
    del data["grades"]["tone"], data["stances"]["enemy"]
    (root / NAME).write_text(yaml.safe_dump(data), encoding="utf-8")
    found = [problem.message for problem in find_problems(root) if problem.path.name == NAME]
    assert sorted(found) == ["these are missing: enemy; add them", "these grades are missing: tone; add them"]


def test_every_stance_and_role_has_an_entry(tools: Tools) -> None:
    ledger = tools.knowledge.ledger
    assert set(ledger.stances) == set(TASK_LABELS["stance"])
    assert set(ledger.influence) == set(TASK_LABELS["role"])
    assert {rule.when for rule in ledger.lights} >= set(NEVER_GREEN)


def test_each_step_leads_up_to_the_coach(tools: Tools) -> None:
    stances, ledger = tools.knowledge.stances, tools.knowledge.ledger
    for name, rule in ledger.stances.items():
        assert (rule.step is None) == (name == "coach")
        if rule.step and name != "unknown":
            assert stances[rule.step].value > stances[name].value


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_examples_are_proper(tools: Tools, lang: str) -> None:
    said = [rule.shown_by[lang] for rule in tools.knowledge.ledger.stances.values()]
    assert [text for text in said if tools.reader.ethics(text)] == []
