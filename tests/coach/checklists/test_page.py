"""The page on the checklists."""

from __future__ import annotations

from typing import Any

import pytest

from coach.accounts.records import Account, Dossier
from coach.checklists.missing import missing
from coach.checklists.page import checklist_page


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", ["【客户信息】已有 2/11", "名称“BrightHome”〔account.name〕", "只约定内容、时间、地点、双方人员", "还缺：地址"]),
        ("en", ["customer information: 2 of 11 known", "name “BrightHome” [account.name]", "By phone agree only", "missing: address"]),
    ],
)  # fmt: skip
def test_page(tools: Any, lang: str, said: list[str]) -> None:
    page = checklist_page(Dossier(Account("BrightHome", info={"plans": "x" * 60})), lang, tools)
    assert all(words in page for words in said)
    assert "x" * 23 + "…" in page
    assert len(page.splitlines()) <= 15


def test_complete_list(tools: Any) -> None:
    items = tools.knowledge.checklists["visit_materials"].items
    page = checklist_page(Dossier(Account("", info={item.id: "ready" for item in items})), "en", tools)
    assert "- complete." in page
    assert page.startswith("this customer")


def test_lists_are_in_order(tools: Any) -> None:
    found = missing(Dossier(Account("X")), tools.knowledge)
    assert [one.checklist.id for one in found] == ["information", "visit_materials", "appointment"]
