"""The template of a scenario with some edits, as knowledge and as tools of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from coach.context import Tools
from coach.knowledge.load import Knowledge, validate
from coach.knowledge.new import scenario_text
from coach.knowledge.problem import Problem
from coach.knowledge.scenario import Scenario
from coach.knowledge.yaml_lines import read_yaml
from coach.read.seller import SellerReader
from coach.settings import settings

NAME = "call_centre"
Edits = list[tuple[str, str]]


def edited(edits: Edits) -> str:
    """Return the template with each first text replaced by the second one, where it stands first."""
    text = scenario_text(NAME, 50)
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def knowledge_with(edits: Edits, folder: Path, base: Knowledge) -> tuple[Knowledge | None, list[Problem]]:
    """Return `base` with the edited template as its only scenario, None when its form is faulty, and its problems."""
    path = folder / f"{NAME}.yml"
    path.write_text(edited(edits), encoding="utf-8")
    document, problems = read_yaml(path), []
    problems += document.problems
    scenario = validate(document, Scenario, problems) if document.data else None
    if problems or not isinstance(scenario, Scenario):
        return None, problems
    sources = {key: source for key, source in base.sources.items() if key[0] != "scenarios"}
    return replace(
        base,
        scenarios={NAME: scenario},
        further_facts={},
        hedges={},
        evasions={},
        sources={**sources, ("scenarios", NAME): document},
    ), []


def tools_with(knowledge: Knowledge, tools: Tools) -> Tools:
    """Return `tools` for `knowledge`, which differs in its scenarios only."""
    seller = SellerReader(knowledge, tools.reader, tools.manners, tools.catalogue, settings().cache)
    return replace(tools, knowledge=knowledge, seller=seller)


def line_of(text: str, after: str) -> int:
    """Return the line (from 1) on which `after` stands first in the edited template."""
    return text[: text.index(after)].count("\n") + 1
