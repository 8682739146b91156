"""The twins of checklists say which items the records of an account answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from coach.accounts.records import Account, Contact, Dossier, NeedNote, Observation, Visit
from coach.checklists.missing import coverage
from coach.knowledge.load import load
from coach.settings import settings
from tests.yaml_files import held

HERE = Path(__file__).parent / "checklists"


def cases() -> list[tuple[str, dict[str, Any]]]:
    return [(path.stem, row) for path in sorted(HERE.glob("*.yml")) for row in held(path)["cases"]]


@pytest.mark.parametrize(("name", "row"), cases(), ids=lambda value: str(value))
def test_case(name: str, row: dict[str, Any]) -> None:
    dossier = Dossier(
        Account(**row["account"]),
        contacts=tuple(Contact(**item) for item in row.get("contacts", [])),
        observations=tuple(Observation(**item) for item in row.get("observations", [])),
        needs=tuple(NeedNote(**item) for item in row.get("needs", [])),
        visits=tuple(Visit(**{**item, "people": tuple(item.get("people", []))}) for item in row.get("visits", [])),
    )
    found = coverage(dossier, load(settings().knowledge).checklists[name])
    assert sorted(answer.item.id for answer in found.known) == sorted(row["known"])
    assert {a.item.id for a in found.known}.isdisjoint(item.id for item in found.missing)
    assert len(found.known) + len(found.missing) == len(found.checklist.items)
    assert all(answer.value and answer.rule for answer in found.known)
