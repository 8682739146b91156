"""What is made of the turn times."""

from __future__ import annotations

import pytest

from benchmarks.load import Times, new_sender
from benchmarks.reader import measure


def test_times() -> None:
    times = Times([1.0] * 95 + [9.0] * 5, 2.0)
    times.add(Times([1.0] * 100, 2.0))
    assert times.p50 == 1.0
    assert times.p95 == pytest.approx(1.0)
    assert times.per_second == 50.0


def test_conversations_are_new() -> None:
    assert len({new_sender() for _ in range(100)}) == 100


def test_reader_gives_rows() -> None:
    assert all(len(row) == 2 for row in measure())
