"""What goes wrong at the start is one clear line each, in the language of the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

import server.launch
from coach.knowledge.fault import fault
from coach.knowledge.load import KnowledgeError
from coach.knowledge.problem import Problem
from coach.settings import settings
from server.database import UnusableDatabaseError
from server.launch import input_channels, launcher
from server.model import TrainingError

FILE = Path("conversations.db")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            KnowledgeError([Problem(Path("a.yml"), 3, fault("not_utf8"))]),
            "a.yml:3: the file is not UTF-8; save it as UTF-8",
        ),
        (UnusableDatabaseError("read_only", FILE, "x"), "The conversations file cannot be written: conversations.db."),
        (UnusableDatabaseError("locked", FILE, "x"), "The conversations file is locked by another programme"),
        (UnusableDatabaseError("unavailable", FILE, "disk I/O error"), "conversations.db (disk I/O error)"),
        (TrainingError("domain.yml: no"), "Training failed: domain.yml: no"),
        (RuntimeError("a mistake of ours"), "server.log"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_fault_is_told_and_ends_with_1(
    error: Exception, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COACH_LANG", "en")

    def main() -> int:
        raise error

    assert launcher(main)() == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("lang", "said"), [("zh", "文件不是 UTF-8 编码；请另存为 UTF-8"), ("en", "the file is not UTF-8; save it as UTF-8")]
)
def test_broken_knowledge_is_told_in_the_language_of_the_terminal(
    lang: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COACH_LANG", lang)

    def main() -> int:
        raise KnowledgeError([Problem(Path(name), 2, fault("not_utf8")) for name in ("a.yml", "b.yml")])

    assert launcher(main)() == 1
    assert capsys.readouterr().err == f"a.yml:2: {said}\nb.yml:2: {said}\n"


def test_fault_of_ours_is_in_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    def main() -> int:
        raise RuntimeError("a mistake of ours")

    assert launcher(main)() == 1
    logged = (settings().home / "server.log").read_text(encoding="utf-8")
    assert "launcher.failed\nRuntimeError" in logged
    assert Path(__file__).name in logged
    assert "a mistake of ours" not in logged  # a message may hold what a customer said


def test_exit_code_is_passed_on() -> None:
    assert launcher(lambda: 0)() == 0


def test_channels_are_those_of_the_credentials(tmp_path: Path) -> None:
    credentials = tmp_path / "credentials.yml"
    credentials.write_text("rest:\nrasa.core.channels.callback.CallbackInput:\n  url: http://127.0.0.1:1\n")
    assert [type(channel).__name__ for channel in input_channels(credentials)] == ["RestInput", "CallbackInput"]


def test_knowledge_is_read_before_anything_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise KnowledgeError([Problem(Path("a.yml"), 1, fault("not_utf8"))])

    monkeypatch.setattr("coach.assistant.shared_assistant", broken)
    with pytest.raises(KnowledgeError):
        server.launch.wake_assistant()
