"""`python -m server.train` says what it does, and only when it does something."""

from __future__ import annotations

from pathlib import Path

import pytest

import server.launch
import server.train
from tests.server.processes import said


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(server.launch, "model_path", lambda: tmp_path / "coach-new.tar.gz")
    monkeypatch.setenv("COACH_LANG", "zh")
    return tmp_path


def test_trains_with_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(server.launch, "train", lambda: folder / "coach-new.tar.gz")
    assert server.train.main() == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err == said("server_training") + "\n"


def test_is_silent_when_up_to_date(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "coach-new.tar.gz").touch()
    monkeypatch.setattr(server.launch, "train", lambda: pytest.fail("trained"))
    assert server.train.main() == 0
    assert capsys.readouterr() == ("", "")


def test_failure_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise server.model.TrainingError("domain.yml: broken")

    monkeypatch.setattr(server.launch, "train", fail)
    assert server.train.main() == 1
    assert capsys.readouterr().err.endswith(said("server_training_failed", reason="domain.yml: broken") + "\n")
