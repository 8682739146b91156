"""Who is a person in a message, and whose role or stance it tells: the cases of who_is_meant.yml, one by one."""

from datetime import date
from pathlib import Path

import pytest

from benchmarks.people import cases, faults, hear
from coach.context import Context

CASES = [*cases(Path(__file__).with_name("who_is_meant.yml"))]


@pytest.mark.parametrize(("lang", "case"), CASES, ids=[case["say"][-1] for _, case in CASES])
def test_people_roles_and_stances(lang, case, tools):
    context = Context(tools, date(2026, 11, 26), Path("unused"))
    assert faults(case, hear(lang, case["say"], context).people, tools.knowledge.ledger) == ([], [])
