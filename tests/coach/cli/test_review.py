"""`coach review`: JSON or a page on stdout, faults with their line on stderr, exit codes 0, 1, 2."""

import json
from pathlib import Path

import pytest

from coach.cli.main import main

SAMPLES = Path(__file__).parent.parent / "review" / "samples"


def test_json_is_one_value_and_its_receipt_replays(tools, capsys, tmp_path):
    assert main(["review", str(SAMPLES / "led_bad.en.csv"), "--json"]) == 0
    out, err = capsys.readouterr()
    result = json.loads(out)
    assert {"score", "passed", "needs", "turns", "criteria", "faults", "receipt", "problems"} <= set(result)
    assert "Kevin" in err
    path = tmp_path / "receipt.json"
    path.write_text(out, encoding="utf-8")
    assert main(["replay", str(path), "--lang", "en"]) == 0
    assert "Identical" in capsys.readouterr()[0]


def test_picture_is_written(tools, capsys, tmp_path):
    path = tmp_path / "call.svg"
    assert main(["review", str(SAMPLES / "led_good.zh.txt"), "--picture", str(path)]) == 0
    assert path.read_text(encoding="utf-8").startswith("<svg")
    assert capsys.readouterr()[0].startswith("# 通话复盘")
    assert main(["review", str(SAMPLES / "led_good.zh.txt"), "--picture", str(tmp_path / "no" / "x.svg")]) == 1


@pytest.mark.parametrize(
    ("text", "options", "code", "on_stderr"),
    [
        ("[00:01] nobody\nSeller: How is it?\nCustomer: Fine.", [], 1, ":1: no name behind the time"),
        ("just words", [], 2, "nothing to review"),
        ("Ann: Hello.\nBo: Hello.", [], 2, "--seller"),
        ("Ann: Hello.\nBo: Hello.", ["--seller", "Zed"], 2, "Zed"),
        ("Ann: Hello.\nBo: Hello.", ["--seller", "Ann"], 0, ""),
    ],
)
def test_exit_codes(tools, capsys, tmp_path, text, options, code, on_stderr):
    path = tmp_path / "call.txt"
    path.write_text(text, encoding="utf-8")
    assert main(["review", str(path), "--lang", "en", *options]) == code
    out, err = capsys.readouterr()
    assert on_stderr in err
    assert bool(out) == (code != 2)


def test_missing_file(capsys, tmp_path):
    assert main(["review", str(tmp_path / "none.txt")]) == 1
    assert "none.txt" in capsys.readouterr()[1]
