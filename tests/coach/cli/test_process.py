"""`coach process` and `coach calendar`."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from coach.cli.main import main


@pytest.fixture(autouse=True)
def _known(tools: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("process", "calendar"):
        monkeypatch.setattr(f"coach.cli.{module}.checked_tools", lambda *_: tools)
    monkeypatch.setenv("COACH_LANG", "en")
    monkeypatch.setenv("COACH_TODAY", "2026-09-10")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize(
    ("text", "step", "reason"),
    [
        ("The lab is testing samples.\n\n2026-09-01 The board chose us\n", 12, "words"),
        ("haven't sent samples yet", None, "to_come"), ("2026-13-01 hello", None, "nothing"), ("\ud800 样品在测", 11, "words"),
    ],
)  # fmt: skip
def test_process_reads_sentences(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, text: str, step: int | None, reason: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    code, out, err = run(capsys, "process", "--json")
    found = json.loads(out)
    assert (code, err, found["step"], found["reason"]) == (0, "", step, reason)
    assert found["question"]
    assert (found["advice"] is None) == (step is None)


def test_process_page_picture_and_faults(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    notes, drawn = tmp_path / "notes.txt", tmp_path / "steps.svg"
    notes.write_text("2026-09-01: 样品在测", encoding="utf-8")
    code, out, err = run(capsys, "process", "--text", str(notes), "--picture", str(drawn))
    assert (code, drawn.stat().st_mode & 0o777) == (0, 0o600)
    assert "step 11 of 14" in out
    assert str(drawn) in err
    notes.write_text("\n", encoding="utf-8")
    assert run(capsys, "process", "--text", str(notes))[0] == 1
    assert run(capsys, "process", "--text", str(tmp_path / "none"))[0] == 1
    code, out, err = run(capsys, "process", "--step", "15")
    assert (code, out) == (1, "")
    assert "1 to 14" in err
    assert run(capsys, "process", "--step", "7")[1].startswith("Step 7 of 14: Factory audit")
    assert json.loads(run(capsys, "process", "--step", "7", "--json")[1])["step"] == 7
    assert run(capsys, "process", "--step", "7", "--picture", str(tmp_path / "no" / "x.svg"))[0] == 1


def test_calendar(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, err = run(capsys, "calendar")
    assert (code, err) == (0, "")
    assert "ask for the appointment now" in out
    found = json.loads(run(capsys, "calendar", "--asof", "2026-02-10", "--trade", "packaging_machines", "--json")[1])
    assert (found["calendar"], found["running"][0]["id"]) == ("packaging_machines", "select")
    assert found["coming"][0]["now"][0]["rule"] == "calendars/packaging_machines.interpack.appointment"
    drawn = tmp_path / "year.svg"
    assert run(capsys, "calendar", "--picture", str(drawn), "--lang", "zh")[0] == 0
    assert "采购日历" in drawn.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--trade", "tea"), "hospital_equipment, led_lighting_export, packaging_machines"),
        (("--picture", "/nowhere/x.svg"), "No such file"),
    ],
)
def test_calendar_faults(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str) -> None:
    code, _, err = run(capsys, "calendar", *arguments)
    assert code == 1
    assert said in err
