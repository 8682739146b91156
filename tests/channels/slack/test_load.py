"""A small version of benchmarks/slack.py: quick acknowledgements while turns run, every message answered once."""

from __future__ import annotations

from benchmarks.slack import measure


def test_acknowledged_at_once_and_answered_once_under_load() -> None:
    found = measure(rate=20, seconds=4, people=20, wait_s=60)
    assert found.refused == 0
    assert (found.answered, found.doubled) == (80, 0)
    assert found.quantile(0.99) < 3000  # Slack's own limit; the target of 1 s is measured on an idle computer
