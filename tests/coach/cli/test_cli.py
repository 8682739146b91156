"""The command line keeps its contract: JSON on stdout, the rest on stderr, exit codes 0, 1, 2."""

import io
import json
import os
import shutil
import subprocess
import sys

import pytest

from coach.cli.main import main
from coach.knowledge.check import check_once
from coach.settings import settings


def run(monkeypatch, capsys, arguments, stdin=""):
    monkeypatch.setattr(
        "sys.stdin", io.TextIOWrapper(io.BytesIO(stdin if isinstance(stdin, bytes) else stdin.encode()))
    )
    code = main(arguments)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize(
    ("task", "text", "label"),
    [
        ("need", "太贵了", "surface"), ("question", "现在怎么采购?", "open"), ("stance", "他私下告诉我预算,还提醒我对手的报价", "coach"),
        ("role", "最后是李总拍板", "decider"), ("command", "skip", "skip"),
    ],
)  # fmt: skip
def test_read(monkeypatch, capsys, tools, task, text, label):
    code, out, err = run(monkeypatch, capsys, ["read", "--task", task], json.dumps({"id": "x", "text": text}) + "\n\n")
    answer = json.loads(out)
    assert (code, err) == (0, "")
    assert (answer["id"], answer["label"]) == ("x", label)
    assert {"id", "label", "confidence", "evidence", "runner_up"} <= set(answer)
    assert all(text[e["start"] : e["end"]] == e["text"] for e in answer["evidence"])
    assert ("spin" in answer) == (task == "question")


def test_no_question_has_no_spin(monkeypatch, capsys, tools):
    _, out, _ = run(monkeypatch, capsys, ["read", "--task", "question"], '{"id": 1, "text": "我们的灯没有频闪。"}')
    assert json.loads(out)["spin"] is None


def test_bad_lines_are_named_and_good_ones_read(monkeypatch, capsys, tools):
    stdin = b'{"id": 1, "text": "ok"}\nnot json\n{"id": 2}\n{"text": 5}\n\xff\xfe\n{"id": 3, "text": "stop"}\n'
    code, out, err = run(monkeypatch, capsys, ["read", "--task", "command"], stdin)
    assert code == 1
    assert [json.loads(line)["id"] for line in out.splitlines()] == [1, 3]
    assert [line.split(":")[1] for line in err.splitlines()] == ["2", "3", "4", "5"]


def test_check(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("COACH_LANG", "en")
    assert run(monkeypatch, capsys, ["check"])[:2] == (0, "")
    (tmp_path / "words").mkdir()
    (tmp_path / "words/a.yml").write_text("a: {zh: 好}\n", encoding="utf-8")
    code, out, _ = run(monkeypatch, capsys, ["check", str(tmp_path)])
    assert code == 1
    assert "a.yml:1: 'a': missing translation 'en'" in out
    code, out, _ = run(monkeypatch, capsys, ["check", str(tmp_path), "--json"])
    assert all({"path", "line", "kind", "message"} == set(problem) for problem in json.loads(out))


TOLD = [
    ("zh", "a.yml:1: “a”：缺少译文“en”；中英文都要写"),
    ("en", "a.yml:1: 'a': missing translation 'en'; both languages are needed"),
]


@pytest.mark.parametrize(("lang", "told"), TOLD)
@pytest.mark.parametrize("asked", [True, False])
def test_check_speaks_the_language_asked_for_else_the_terminals(monkeypatch, capsys, tmp_path, lang, told, asked):
    monkeypatch.setenv("COACH_LANG", {"zh": "en", "en": "zh"}[lang] if asked else lang)
    (tmp_path / "words").mkdir()
    (tmp_path / "words/a.yml").write_text("a: {zh: 好}\n", encoding="utf-8")
    arguments = ["check", str(tmp_path), *(["--lang", lang] if asked else [])]
    assert told in run(monkeypatch, capsys, arguments)[1]
    rows = json.loads(run(monkeypatch, capsys, [*arguments, "--json"])[1])
    [row] = [row for row in rows if row["kind"] == "shape_translation"]
    assert row == {"path": str(tmp_path / "words/a.yml"), "line": 1, "kind": "shape_translation", "message": told[9:]}


@pytest.mark.parametrize(("lang", "told"), [("zh", ":1: 没有这个文件夹；"), ("en", ":1: the folder does not exist; ")])
@pytest.mark.parametrize(
    "arguments",
    [
        ["calendar"],
        ["accounts"],
        ["rehearse", "plums", "--script", "x"],
        ["new", "scenario", "mine"],
        ["read", "--task", "need"],
    ],
)
def test_verbs_refuse_broken_knowledge_in_the_language_asked_for(monkeypatch, capsys, tmp_path, arguments, lang, told):
    monkeypatch.setenv("COACH_LANG", {"zh": "en", "en": "zh"}[lang])
    monkeypatch.setenv("COACH_KNOWLEDGE", str(tmp_path / "none"))
    code, out, err = run(monkeypatch, capsys, [*arguments, "--lang", lang])
    assert (code, out) == (1, "")
    assert err.startswith(f"{tmp_path / 'none'}{told}")


@pytest.mark.parametrize("arguments", [[], ["nothing"], ["read"], ["read", "--task", "mood"]])
def test_wrong_usage(arguments):
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2


def test_read_refuses_broken_knowledge(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("COACH_LANG", "en")
    monkeypatch.setenv("COACH_KNOWLEDGE", str(tmp_path / "none"))
    code, out, err = run(monkeypatch, capsys, ["read", "--task", "need"], '{"id": 1, "text": "x"}')
    assert (code, out) == (1, "")
    assert "does not exist" in err


@pytest.mark.parametrize("verb", ["chat", "serve"])
def test_channels_hand_over(monkeypatch, verb):
    called = []
    monkeypatch.setattr("subprocess.call", lambda command, cwd: called.append(command) or 3)
    assert main([verb, "--lang", "en"]) == 3
    assert called[0][1:] == ["-m", f"server.{verb}", "--lang", "en"]


@pytest.mark.parametrize(
    "arguments", [["rehearse", "plums", "--script", "{script}", "--json"], ["read", "--task", "need"]]
)
def test_a_start_imports_nothing_slow(tools, tmp_path, arguments):
    """The fixture `tools` has models fitted before; the cache is a copy, since other tests put what they edited there in
    place of the project's own knowledge."""
    cache = tmp_path / "cache" / "models"
    shutil.copytree(settings().cache, cache, ignore=shutil.ignore_patterns("sound-*", ".*"))
    check_once(settings().knowledge, cache)
    script = tmp_path / "script.txt"
    script.write_text("您好,想买点什么?\nGive me 5% off, what do you need?\n", encoding="utf-8")
    program = (
        "import sys; from coach.cli.main import main; main(sys.argv[1:])\n"
        "print([name for name in ('spacy', 'sklearn', 'scipy', 'jieba') if name in sys.modules], file=sys.stderr)"
    )
    command = [sys.executable, "-c", program, *(part.format(script=script) for part in arguments)]
    environment = {**os.environ, "COACH_CACHE": str(cache.parent)}
    done = subprocess.run(command, input=b'{"id": 1, "text": "x"}\n', capture_output=True, timeout=120, env=environment)
    assert (done.returncode, done.stderr.decode().strip()) == (0, "[]")
