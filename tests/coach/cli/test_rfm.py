"""`coach rfm`: page, JSON, files, picture, why, wrong usage, exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from coach.cli.main import main
from coach.cli.tools import RefusedError
from tests.coach.rfm.orders import table_of, tools

GOOD = [("Acme", f"2026-0{month}-10", 5000) for month in (3, 4, 5, 6)] + [("乙", "2026-01-01", 7), ("Old", "", "")]
BAD = [*GOOD, ("丙", "2027-01-01", 5), ("丙", "x", 5)]


@pytest.fixture(autouse=True)
def _setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.cli.rfm.checked_tools", lambda *_: tools())
    monkeypatch.setenv("COACH_TODAY", "2026-06-30")
    monkeypatch.setenv("COACH_LANG", "en")


@pytest.fixture
def good(tmp_path: Path) -> str:
    (tmp_path / "good.csv").write_text(table_of(GOOD), encoding="utf-8")
    return str(tmp_path / "good.csv")


@pytest.fixture
def bad(tmp_path: Path) -> str:
    (tmp_path / "bad.csv").write_text(table_of(BAD), encoding="utf-8")
    return str(tmp_path / "bad.csv")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["rfm", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_page(capsys: pytest.CaptureFixture[str], good: str) -> None:
    code, out, err = run(capsys, good)
    assert (code, err) == (0, "")
    assert "1. Acme: 84 VVVVVIP" in out
    assert "2026-06-30" in out


def test_page_lists_what_was_not_used(capsys: pytest.CaptureFixture[str], bad: str) -> None:
    code, out, err = run(capsys, bad, "--lang", "zh")
    assert (code, err) == (1, "")
    assert "第 8 行：日期“2027-01-01”在截止日之后" in out


def test_json(capsys: pytest.CaptureFixture[str], bad: str) -> None:
    code, out, err = run(capsys, bad, "--json", "--asof", "2026-06-30")
    assert code == 1
    assert [line.split(": ")[0] for line in err.splitlines()] == [f"{bad}:8", f"{bad}:9"]
    value = json.loads(out)
    first = value["customers"][0]
    assert first["reasons"].pop(0).startswith("R=5: last order 2026-06-10, 20 days ago")
    assert {name: first[name] for name in first if name != "reasons"} == {
        "customer": "Acme", "recency_days": 20, "last_order": "2026-06-10", "frequency": 4, "monetary": 20000.0,
        "margin": None, "r": 5, "f": 4, "m": 4, "recency_score": 5, "frequency_score": 4, "monetary_score": 4,
        "rfm_score": 544, "value": 84, "tier": "VVVVVIP", "class": "important-value", "class_name": "important-value",
        "flags": [],
    }  # fmt: skip
    assert value["pareto"] == {
        "customers_percent": 50.0,
        "share_percent": 100.0,
        "by": "revenue",
        "customers": 1,
        "of": 2,
    }
    assert value["window"] == {"months": None, "from": None, "to": "2026-06-30"}
    assert value["prospects"] == [{"customer": "Old", "last_order": None}, {"customer": "丙", "last_order": None}]
    assert [(p["line"], p["reason"]) for p in value["problems"]] == [(8, "future"), (9, "date")]
    assert (value["concentration"]["warning"], value["warnings"][-1]["kind"]) == (True, "balance")
    assert (value["tiers"], value["classes"]["important-value"]) == ({"VVVVVIP": 1, "VVIP": 1}, 1)
    assert (value["preset"], value["asof"], value["currency"]) == ("seed", "2026-06-30", None)
    assert value["not_judged"] == ["low_margin", "squeezer"]


def test_window_of_b2b(capsys: pytest.CaptureFixture[str], good: str) -> None:
    value = json.loads(run(capsys, good, "--json", "--preset", "b2b")[1])
    assert value["window"] == {"months": 24, "from": "2024-06-30", "to": "2026-06-30"}


@pytest.mark.parametrize("name", ["out.csv", "out.json", "out.md"])
def test_out(capsys: pytest.CaptureFixture[str], bad: str, tmp_path: Path, name: str) -> None:
    code, out, err = run(capsys, bad, "--out", str(tmp_path / name))
    assert (code, out) == (1, "")
    assert "Acme" in (tmp_path / name).read_text(encoding="utf-8-sig")
    assert err.splitlines()[0] == f"written to {tmp_path / name}"
    assert len(err.splitlines()) == 3


@pytest.mark.parametrize(("name", "start"), [("p.svg", b"<svg"), ("p.png", b"\x89PNG")])
def test_picture(capsys: pytest.CaptureFixture[str], good: str, tmp_path: Path, name: str, start: bytes) -> None:
    code, _, err = run(capsys, good, "--picture", str(tmp_path / name))
    assert (code, err) == (0, f"The picture is in {tmp_path / name}\n")
    assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("customer", "code", "said"),
    [
        (" ＡＣＭＥ", 0, "value: 5x4 + 4x8 + 4x8 = 84, which is VVVVVIP (81-100)"),
        ("Old", 1, "a prospect, not scored"),
        ("Acne", 1, "The nearest: Acme"),
        ("zzz", 1, "The nearest: -"),
    ],
)
def test_why(capsys: pytest.CaptureFixture[str], good: str, customer: str, code: int, said: str) -> None:
    found, out, err = run(capsys, good, "--why", customer)
    assert found == code
    assert said in (err if code else out)


def test_an_unknown_preset_is_wrong_usage(capsys: pytest.CaptureFixture[str], good: str) -> None:
    code, out, err = run(capsys, good, "--preset", "best")
    assert (code, out) == (2, "")
    assert "there is no preset 'best'; there are: seed, b2b, quintile" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--rate", "EUR"), "write it as EUR=7.8"),
        (("--rate", "EUR=0"), "write it as EUR=7.8"),
        (("--rate", "EUR=inf"), "write it as EUR=7.8"),
        (("--column", "price=x"), "write it as COLUMN=HEADING; columns: customer, day"),
        (("--column", "amount="), "write it as COLUMN=HEADING"),
        (("--out", "x.doc"), "x.doc: the ending must be one of .csv, .json, .md"),
    ],
)
def test_wrong_usage(capsys: pytest.CaptureFixture[str], good: str, arguments: tuple[str, ...], said: str) -> None:
    with pytest.raises(SystemExit) as ended:
        run(capsys, good, *arguments)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_rates_dates_columns_and_currency_reach_the_reading(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "o.csv"
    path.write_text("wer,wann,was\nA,03/04/2026,EUR 100\nA,03/05/2026,CNY 1\nA,03/05/2026,CNY 1\n", encoding="utf-8")
    columns = [argument for pair in ("customer=wer", "day=wann", "amount=was") for argument in ("--column", pair)]
    more = ["--rate", "eur=7.8", "--currency", "cny", "--dates", "month-first", "--keep-duplicates", "--json"]
    value = json.loads(run(capsys, str(path), *columns, *more)[1])
    assert [(c["monetary"], c["last_order"], c["frequency"]) for c in value["customers"]] == [(782.0, "2026-03-05", 3)]


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "No such file"), (b"", ":1: the file is empty"), (b"a,b\n1,2\n", "no column for: customer, date, amount")],
)
def test_file_that_cannot_be_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "orders.csv"
    if content is not None:
        path.write_bytes(content)
    code, out, err = run(capsys, str(path))
    assert (code, out) == (1, "")
    assert said in err


def test_broken_knowledge(capsys: pytest.CaptureFixture[str], good: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RefusedError

    monkeypatch.setattr("coach.cli.rfm.checked_tools", broken)
    assert run(capsys, good)[0] == 1


def test_other_verbs_do_not_load_what_reads_tables() -> None:
    code = "import sys, coach.cli.main, coach.cli.rfm, coach.context; print('polars' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
