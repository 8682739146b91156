"""Each CRM form recognises its own files among all forms and reads their first row as its twin says."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from coach.crm.entries import entries_of
from coach.crm.result import Result
from coach.crm.tables import open_table
from coach.knowledge.checks import crm_forms
from coach.knowledge.crm import CrmForm
from coach.knowledge.load import load
from coach.knowledge.yaml_lines import read_yaml
from coach.settings import settings
from tests.yaml_files import held

TWINS = Path(__file__).parent / "crm"


@cache
def forms() -> dict[str, CrmForm]:
    return load(settings().knowledge).crm_forms


CASES = [(path.stem, case) for path in sorted(TWINS.glob("*.yml")) for case in held(path)["reads"]]


@pytest.mark.parametrize(("form", "case"), CASES, ids=lambda value: str(value)[:40])
def test_a_form_reads_its_files(form: str, case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text(case["csv"], encoding="utf-8")
    table = open_table(path, forms().values())
    assert table.layout.form.id == form
    result = Result("file.csv")
    entry = entries_of(table.rows, table.layout, table.separator, result)[0]
    told = {**vars(entry), **entry.values}
    assert not result.problems
    assert {name: list(told[name]) if isinstance(told[name], tuple) else told[name] for name in case["gives"]} == case[
        "gives"
    ]


FAULTS = [
    ("id: plain_orders", "id: plain_order", "must be"),
    ("margin:", "profit:", "no field 'profit'"),
    ("needs: [account, day, amount]", "needs: [account, day, stage]", "no column is given for 'stage'"),
    ("read: [订单号, 订单编号]", "read: [订单号, 金额]", "already stands for 'amount'"),
    ("margin: {write: Margin, zh: 毛利}", "margin: {read: []}", "has no header"),
]


@pytest.mark.parametrize(("old", "new", "said"), FAULTS)
def test_faults_of_a_form_are_named(old: str, new: str, said: str, tmp_path: Path) -> None:
    folder = tmp_path / "crm"
    folder.mkdir()
    text = (settings().knowledge / "crm" / "plain_orders.yml").read_text(encoding="utf-8")
    assert old in text
    knowledge = load(settings().knowledge)
    (folder / "plain_orders.yml").write_text(text.replace(old, new), encoding="utf-8")
    document = read_yaml(folder / "plain_orders.yml")
    knowledge.crm_forms = {"plain_orders": CrmForm.parse_obj(document.data)}
    knowledge.sources[("crm_forms", "plain_orders")] = document
    assert any(said in problem.message for problem in crm_forms.problems(knowledge))
