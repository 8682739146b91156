"""A small version of benchmarks/slack.py: quick acknowledgements while turns run, every message answered once."""

from __future__ import annotations

from benchmarks.slack import measure
from tests.waiting import held_up


def test_acknowledged_at_once_and_answered_once_under_load() -> None:
    before = held_up()
    found = measure(rate=20, seconds=4, people=20, wait_s=60)
    assert found.refused == 0
    assert (found.answered, found.doubled) == (80, 0)
    # Slack's own limit, for this computer as busy as it is; the target of 1 s is measured on an idle one
    assert found.quantile(0.99) < 3000 * max(before, held_up())
