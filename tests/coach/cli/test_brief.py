"""`coach brief`: on the screen, as JSON and as files."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from coach.accounts.database import open_database
from coach.cli.main import main
from coach.context import Tools

CAPTURE = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("coach.cli.book.checked_knowledge", lambda *_: tools.knowledge)
    monkeypatch.setattr("coach.cli.brief.build_tools", lambda *_: tools)
    monkeypatch.setattr("coach.cli.book.user", lambda: "ann")
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COACH_TODAY", "2026-03-20")
    monkeypatch.setenv("COACH_LANG", "en")
    monkeypatch.delenv("COACH_DATABASE", raising=False)
    open_database.cache_clear()
    return tmp_path / "home"


def run(capsys: CAPTURE, *arguments: str) -> SimpleNamespace:
    capsys.readouterr()
    try:
        code = main(arguments)
    except SystemExit as error:
        code = error.code
    out, err = capsys.readouterr()
    return SimpleNamespace(code=code, out=out, err=err)


@pytest.fixture
def entered(capsys: CAPTURE) -> None:
    for words in (
        "account add 光明照明",
        "account contact 光明照明 王磊 --influence 4",
        "account visit 光明照明 2026-04-03T10:00 --place 展厅",
    ):
        assert run(capsys, *words.split()).code == 0


@pytest.mark.usefixtures("entered")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("光明",), ["# 光明照明: visit brief", "2026-04-03 10:00; 展厅", "王磊"]),
        (("gmzm", "--lang", "zh"), ["# 光明照明：拜访一页纸", "2026-04-03 10:00；展厅"]),
        (("光明", "--asof", "2026-04-04"), ["No visit is planned", "since 2026-04-03"]),
        (("光明", "--visit", "2026-04-03T10:00"), ["2026-04-03 10:00; 展厅"]),
        (("光明", "--visit", "2026-05-01T09:30"), ["- 2026-05-01 09:30\n"]),
    ],
)
def test_the_brief_is_shown(capsys: CAPTURE, arguments: tuple[str, ...], said: list[str]) -> None:
    shown = run(capsys, "brief", *arguments)
    assert (shown.code, shown.err) == (0, "")
    assert not [words for words in said if words not in shown.out]


@pytest.mark.usefixtures("entered")
def test_json_is_one_value(capsys: CAPTURE) -> None:
    found = json.loads(run(capsys, "brief", "光明", "--json").out)
    assert (found["account"], found["visit"]["place"], "colon" in found) == ("光明照明", "展厅", False)
    assert found["words"] <= 450
    assert json.loads(run(capsys, "brief", "光明", "--json", "--asof", "2026-05-01").out)["visit"] is None


@pytest.mark.usefixtures("entered")
def test_files_are_written_for_the_owner_alone(capsys: CAPTURE, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("b.md", "b.HTML", "b.pdf", "b.ics")]
    done = run(capsys, "brief", "光明", *(part for path in paths for part in ("--out", str(path))))
    assert done.code == 0
    assert done.err.count("Written to") == 4
    assert [path.read_bytes()[:5] for path in paths] == ["# 光".encode(), b"<!doc", b"%PDF-", b"BEGIN"]
    assert {path.stat().st_mode & 0o777 for path in paths} == {0o600}


@pytest.mark.usefixtures("entered")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("nobody",), 1, "was not found"),
        (("光明", "--out", "b.docx"), 2, "the ending must be one of .md, .html, .pdf, .ics"),
        (("光明", "--asof", "2026-05-01", "--out", "b.ics"), 1, "give its time with --visit"),
        (("光明", "--visit", "soon"), 2, "invalid"),
    ],
)
def test_what_cannot_be_done_is_said(capsys: CAPTURE, arguments: tuple[str, ...], code: int, said: str) -> None:
    refused = run(capsys, "brief", *arguments)
    assert (refused.code, said in refused.err) == (code, True)


@pytest.mark.usefixtures("entered")
def test_a_file_that_cannot_be_written_stops_no_other(capsys: CAPTURE, tmp_path: Path) -> None:
    folder, file = tmp_path / "folder.md", tmp_path / "b.md"
    folder.mkdir()
    refused = run(capsys, "brief", "光明", "--out", str(folder), "--out", str(file))
    assert (refused.code, str(folder) in refused.err, file.exists()) == (1, True, True)
    assert "visit brief" in refused.out
