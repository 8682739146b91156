"""`python -m server.train` says what it does, and only when it does something."""

from __future__ import annotations

from pathlib import Path
from time import sleep

import pytest

import server.launch
import server.train
from tests.server.processes import said


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(server.launch, "model_path", lambda: tmp_path / "coach-new.tar.gz")
    monkeypatch.setenv("COACH_LANG", "zh")
    monkeypatch.setattr(server.launch, "wake_assistant", lambda: None)
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


def test_says_that_it_fits_when_that_takes_long(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "coach-new.tar.gz").touch()
    monkeypatch.setattr(server.launch, "SLOW_S", 0.0)
    monkeypatch.setattr(server.launch, "wake_assistant", lambda: sleep(0.5))
    assert server.train.main() == 0
    assert capsys.readouterr() == ("", said("server_loading") + "\n")
