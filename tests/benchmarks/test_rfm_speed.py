"""The benchmark of the ranking, on few orders."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.rfm import measure, section, write_orders


def test_measures_the_whole_command(tmp_path: Path) -> None:
    orders = tmp_path / "orders.csv"
    write_orders(orders, rows=500, customers=20)
    run = measure("few", str(orders))
    assert run.seconds > 0
    assert 20 < run.peak_mb < 1000
    assert "| few | " in section([run], 500)


def test_a_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        measure("none", str(tmp_path / "none.csv"), "--preset", "best")
