"""The twins of `knowledge/rfm/`: cases with the scores, classes, flags, tiers and columns that they must give."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from coach.rfm.headings import find_headings
from tests.coach.rfm.orders import customer, knowledge, ranked, table_of
from tests.yaml_files import held

TWINS = Path(__file__).parent / "rfm"


def cases(pattern: str) -> list[tuple[str, dict[str, Any]]]:
    return [(path.stem, case) for path in sorted(TWINS.glob(pattern)) for case in held(path)["cases"]]


@pytest.mark.parametrize(("preset", "case"), cases("presets/*.yml"), ids=str)
def test_preset(tmp_path: Path, preset: str, case: dict[str, Any]) -> None:
    row = customer(ranked(tmp_path, table_of([("A", *order) for order in case["orders"]]), preset), "A")
    assert [row[name] for name in ("r", "f", "m", "value", "tier", "class")] == case["gives"]


@pytest.mark.parametrize(("name", "case"), cases("classes/*.yml"), ids=str)
def test_class(name: str, case: dict[str, Any]) -> None:
    high = tuple(score > knowledge().rfm_ranking.high_above for score in case["scores"])
    assert (tuple(knowledge().rfm_classes[name].high.dict().values()) == high) == case["fits"]


@pytest.mark.parametrize(("flag", "case"), cases("flags/*.yml"), ids=str)
def test_flag(tmp_path: Path, flag: str, case: dict[str, Any]) -> None:
    more = {name: values for name, values in case.items() if name not in ("amounts", "flagged")}
    rows = [
        ("A", f"2026-0{i + 1}-15", amount, *(values[i] for values in more.values()))
        for i, amount in enumerate(case["amounts"])
    ]
    row = customer(ranked(tmp_path, table_of(rows, ",".join(["customer,date,amount", *more]))), "A")
    assert (flag in row["flags"]) == case["flagged"]


@pytest.mark.parametrize(("_name", "case"), cases("ranking.yml"), ids=str)
def test_tier(_name: str, case: dict[str, Any]) -> None:
    fitting = [tier.name for tier in knowledge().rfm_ranking.tiers if tier.least <= case["value"] <= tier.most]
    assert fitting == [case["tier"]]


@pytest.mark.parametrize(("_name", "case"), cases("reading.yml"), ids=str)
def test_columns(_name: str, case: dict[str, Any]) -> None:
    found = find_headings([case["head"]], knowledge().order_reading, {})
    by_place = {place: column for column, place in found.places.items()}
    assert [by_place.get(i, "") for i in range(len(case["head"]))] == case["columns"]
    assert (found.currency, found.unit) == (case.get("currency"), case.get("unit", 1))
