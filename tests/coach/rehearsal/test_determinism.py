"""The same lines always give the same call, whatever process plays them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coach.context import Tools
from coach.rehearsal.debrief import debrief
from coach.rehearsal.receipt import read_receipt
from coach.rehearsal.replay import replay
from server.project import ROOT
from tests.coach.rehearsal.calls import GOOD_PLUMS, ODD_EN, ODD_ZH, call

MANY = 1000


@pytest.mark.parametrize("lines", [GOOD_PLUMS, ODD_ZH, ODD_EN], ids=["good", "zh", "en"])
def test_same_lines_same_debrief(tools: Tools, lines: tuple[str, ...]) -> None:
    first, second = (json.dumps(debrief(call(tools, lines), tools), ensure_ascii=False) for _ in range(2))
    assert first == second


def test_every_process_computes_the_same(tools: Tools, tmp_path: Path) -> None:
    script = tmp_path / "lines.txt"
    script.write_text("\n".join([*GOOD_PLUMS, *ODD_EN[:6], *ODD_ZH[4:10]]), encoding="utf-8")
    command = [sys.executable, "-m", "coach", "rehearse", "plums", "--script", str(script), "--json"]
    running = [
        subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "COACH_TODAY": "2026-11-25"},
            stdout=subprocess.PIPE,
        )
        for seed in ("0", "1")
    ]
    outputs = {process.communicate(timeout=120)[0] for process in running}
    assert [process.returncode for process in running] == [0, 0]
    (output,) = outputs
    assert json.loads(output)["turns"][0]["seller"] == GOOD_PLUMS[0]


def test_a_thousand_replays_are_identical(tools: Tools) -> None:
    receipt = read_receipt(debrief(call(tools, ["要酸的吗？"]), tools))
    assert receipt["result"]["turns"][0]["told"] == "sour_plums"
    outcomes = [replay(receipt, tools) for _ in range(MANY)]
    assert all(outcome.identical and outcome.intact and not outcome.flips for outcome in outcomes)
