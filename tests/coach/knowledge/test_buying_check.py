"""Faults of steps, calendars and checklists are named with their lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.knowledge.checks.buying import problems
from coach.knowledge.load import load
from coach.settings import settings
from tests.coach.knowledge.part import part_of_knowledge

LED, STEP = "calendars/led_lighting_export.yml", "process/step_07_audit.yml"
SEEN = ("calendars", "checklists", "process", "needs", "products", "roles", "examples/step")


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (STEP, "order: 7", "order: 8", "no file has the order 7"), (STEP, "order: 7", "order: 8", "step 8 is already"),
        (STEP, "[influencer, gatekeeper]", "[boss]", "there is no role 'boss'"),
        (LED, "catalogues: [led_lighting]", "catalogues: [tea]", "there is no catalogue 'tea'"),
        (LED, "first: true", "first: false", "no calendar is the first"),
        ("calendars/packaging_machines.yml", "catalogues:", "first: true\ncatalogues:", "only one calendar is the first"),
        ("calendars/packaging_machines.yml", "begins: 4\n    ends: 6", "begins: 4\n    ends: 5", "no phase covers the month 6"),
        (LED, "opens: 8\n        do:", "opens: 0\n        do:", "the window never opens"),
        (LED, '{begins: "04-15", ends: "05-05"}', '{begins: "04-31", ends: "05-05"}', "there is no such day"),
        (LED, '{begins: "2026-02-16", ends: "2026-03-03"}', '{begins: "2026-02-30", ends: "2026-03-03"}', "there is no such day"),
        (LED, '{begins: "2026-02-16", ends: "2026-03-03"}', '{begins: "2026-02-16", ends: "2026-02-03"}', "before it begins"),
        (LED, '{begins: "2026-02-16", ends: "2026-03-03"}', '{begins: "2027-01-16", ends: "2027-02-03"}', "is given twice"),
        (LED, 'usual: {begins: "04-15", ends: "05-05"}', "dates: []", "has no days"),
        (LED, "id: canton_spring", "id: planning", "id 'planning' is used twice"),
        ("checklists/information.yml", "needs: [payment]", "needs: [money]", "there is no need topic 'money'"),
        ("checklists/information.yml", "id: phone", "id: address", "id 'address' is used twice"),
        ("examples/step/none.yml", "none:", "step_99:", "there is no step 'step_99'"),
    ],
)  # fmt: skip
def test_fault(tmp_path: Path, name: str, old: str, new: str, message: str) -> None:
    root = part_of_knowledge(tmp_path, *SEEN)
    text = (root / name).read_text(encoding="utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert message in "\n".join(map(str, problems(load(root))))


def test_sound() -> None:
    assert list(problems(load(settings().knowledge))) == []
