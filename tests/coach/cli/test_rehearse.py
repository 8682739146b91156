"""`coach rehearse` and `coach replay`: JSON on stdout, problems as path:line on stderr, exit codes 0, 1, 2."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coach.cli import rehearse, replay
from coach.cli.main import main
from coach.context import Tools
from coach.settings import settings
from tests.coach.rehearsal.calls import GOOD_PLUMS


@pytest.fixture(autouse=True)
def ready(monkeypatch: pytest.MonkeyPatch, tools: Tools) -> None:
    """Built tools, so that not every call of the command line builds its own, and a fixed day."""
    for verb in (rehearse, replay):
        monkeypatch.setattr(verb, "checked_tools", lambda *_: tools)
    monkeypatch.setenv("COACH_TODAY", "2026-11-25")
    monkeypatch.setenv("COACH_LANG", "en")


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "lines.txt"
    path.write_text("\n".join(["", *GOOD_PLUMS, "  "]), encoding="utf-8")
    return path


@pytest.fixture
def receipt(script: Path, tmp_path: Path, capsys: Any) -> Path:
    main(["rehearse", "plums", "--script", str(script), "--json"])
    path = tmp_path / "receipt.json"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    return path


def run(capsys: Any, *arguments: Any) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_rehearse_prints_the_debrief(capsys: Any, script: Path) -> None:
    code, out, err = run(capsys, "rehearse", "plums", "--script", script, "--json")
    result = json.loads(out)
    assert (code, err) == (0, "")
    assert [turn["seller"] for turn in result["turns"]] == list(GOOD_PLUMS)
    assert {"score", "needs", "criteria", "faults", "practise", "receipt"} <= set(result)
    assert (result["lang"], result["difficulty"]) == ("zh", "normal")


def test_rehearse_prints_a_page_in_the_language_asked_for(capsys: Any, script: Path, tools: Tools) -> None:
    for lang in ("zh", "en"):
        code, out, err = run(capsys, "rehearse", "plums", "--script", script, "--lang", lang, "--level", "hard")
        assert (code, err) == (0, "")
        assert tools.knowledge.scenarios["plums"].name[lang] in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "there is no scenario 'nowhere'; there are: "),
        (["plums", "--level", "brutal"], "there is no level 'brutal'; there are: easy, normal, hard"),
        (["nowhere", "--lang", "zh"], "没有“nowhere”这个场景。有："),
        (["plums", "--level", "brutal", "--lang", "zh"], "没有“brutal”这个难度。有：easy, normal, hard"),
    ],
)
def test_wrong_names_are_wrong_usage(capsys: Any, script: Path, arguments: list[str], message: str) -> None:
    code, out, err = run(capsys, "rehearse", *arguments, "--script", script)
    assert (code, out) == (2, "")
    assert message in err


@pytest.mark.parametrize(
    ("content", "lang", "message"),
    [
        (None, "en", ": No such file or directory"),
        (b"%PDF-1.7 \x00\x81 stream", "en", ":1: the file is neither UTF-8 nor GBK"),
        (b"%PDF-1.7 \x00\x81 stream", "zh", ":1: 文件既不是 UTF-8 也不是 GBK 文本"),
        (b"hello\n\n" + b"x" * 2001, "en", ":3: 2,001 characters; a line may have 2,000"),
        (b"hello\n\n" + b"x" * 2001, "zh", ":3: 这一行有 2,001 个字符，一行最多 2,000 个"),
    ],
    ids=["missing", "binary", "binary zh", "overlong", "overlong zh"],
)
def test_scripts_that_cannot_be_played(
    capsys: Any, tmp_path: Path, content: bytes | None, lang: str, message: str
) -> None:
    path = tmp_path / "script.txt"
    if content is not None:
        path.write_bytes(content)
    code, out, err = run(capsys, "rehearse", "plums", "--script", path, "--lang", lang)
    assert (code, out) == (1, "")
    assert f"{path}{message}" in err


@pytest.mark.parametrize("content", [b"", b"\n \n", "早上好".encode("gb18030"), "\ufeff早上好".encode()])
def test_odd_scripts_are_played(capsys: Any, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "script.txt"
    path.write_bytes(content)
    code, out, err = run(capsys, "rehearse", "plums", "--script", path, "--json")
    assert (code, err) == (0, "")
    assert [turn["seller"] for turn in json.loads(out)["turns"]] in ([], ["早上好"])


def test_replay_is_identical(capsys: Any, receipt: Path) -> None:
    code, out, err = run(capsys, "replay", receipt)
    assert (code, err) == (0, "")
    assert str(receipt) in out
    code, out, _ = run(capsys, "replay", receipt, receipt, "--json")
    assert [(row["identical"], row["intact"], row["flips"]) for row in json.loads(out)] == [(True, True, [])] * 2


@pytest.mark.parametrize(
    ("lang", "joined"), [("zh", " 分。方法库与当时相同。"), ("en", ". The knowledge is the same as then.")]
)
def test_replay_joins_its_sentences_as_the_language_does(capsys: Any, receipt: Path, lang: str, joined: str) -> None:
    assert joined in run(capsys, "replay", receipt, "--lang", lang)[1]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_replay_says_what_was_altered(capsys: Any, receipt: Path, tools: Tools, lang: str) -> None:
    data = json.loads(receipt.read_text(encoding="utf-8"))
    data["receipt"]["result"]["score"] = 100
    receipt.write_text(json.dumps(data), encoding="utf-8")
    code, out, _ = run(capsys, "replay", receipt, "--diff", "--lang", lang)
    assert code == 1
    assert tools.words.say("replay_tampered", lang) in out
    assert "100" in out.splitlines()[-1]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "No such file"),
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "not a receipt: missing"),
        ('{"score": 5}', "not a receipt: missing"),
    ],
    ids=["missing", "empty", "cut off", "deep", "list", "no receipt"],
)
def test_broken_receipts_are_named_and_the_others_read(
    capsys: Any, receipt: Path, tmp_path: Path, content: str | None, message: str
) -> None:
    broken = tmp_path / "broken.json"
    if content is not None:
        broken.write_text(content, encoding="utf-8")
    code, out, err = run(capsys, "replay", broken, receipt)
    assert code == 1
    assert f"{broken}: " in err
    assert message in err
    assert str(receipt) in out


def test_replay_without_receipts(capsys: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COACH_HOME", str(tmp_path))
    assert settings().home == tmp_path
    code, out, err = run(capsys, "replay")
    assert (code, out) == (0, "")
    assert err


@pytest.mark.parametrize(("name", "begins"), [("ice.svg", b"<svg"), ("ice.PNG", b"\x89PNG")])
def test_iceberg_is_drawn(script: Path, tmp_path: Path, capsys: Any, name: str, begins: bytes) -> None:
    code, out, err = run(capsys, "rehearse", "plums", "--script", script, "--iceberg", tmp_path / name, "--json")
    assert code == 0
    assert json.loads(out)["scenario"] == "plums"
    assert str(tmp_path / name) in err
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_iceberg_that_cannot_be_written(script: Path, tmp_path: Path, capsys: Any) -> None:
    code, out, err = run(
        capsys, "rehearse", "plums", "--script", script, "--iceberg", tmp_path / "no" / "such" / "i.svg"
    )
    assert (code, out) == (1, "")
    assert "i.svg" in err
