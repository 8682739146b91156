"""The account book on the command line: entering, showing, finding, sharing, importing and exporting."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from coach.accounts.database import open_database
from coach.cli.main import main
from coach.knowledge.load import load
from coach.settings import settings

CAPTURE = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    knowledge = load(settings().knowledge)
    monkeypatch.setattr("coach.cli.book.checked_knowledge", lambda *_: knowledge)
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COACH_TODAY", "2026-03-20")
    monkeypatch.setenv("COACH_LANG", "en")
    monkeypatch.delenv("COACH_DATABASE", raising=False)
    monkeypatch.setattr("coach.cli.book.user", lambda: "ann")
    open_database.cache_clear()
    return tmp_path / "home"


def run(capsys: CAPTURE, *arguments: str) -> SimpleNamespace:
    capsys.readouterr()
    code = main(arguments)
    out, err = capsys.readouterr()
    return SimpleNamespace(code=code, out=out, err=err)


@pytest.fixture
def entered(capsys: CAPTURE) -> None:
    for words in (
        "account add 光明照明 --country 中国 --step 3",
        "account contact 光明照明 王磊 --title 采购 --influence 4 --other-name Leo",
        "account note 光明照明 called --contact leo",
        "account visit 光明照明 2026-04-03T10:00 --place 展厅 --person 王磊",
        "account order 光明照明 2026-02-01 800 --currency CNY",
    ):
        assert run(capsys, *words.split()).code == 0


@pytest.mark.usefixtures("entered")
@pytest.mark.parametrize(
    "words", [["account", "gmzm"], ["account", "show", "光明照明"], ["account", "--lang", "zh", "光明"]]
)
def test_the_page_shows_what_was_entered(capsys: CAPTURE, words: list[str]) -> None:
    shown = run(capsys, *words)
    assert shown.code == 0
    assert all(
        part in shown.out
        for part in ("光明照明", "王磊  Leo  采购", "called", "2026-04-03 10:00", "800", "2026-03-20", "ann")
    )


@pytest.mark.usefixtures("entered")
def test_json_is_one_value(capsys: CAPTURE) -> None:
    assert json.loads(run(capsys, "account", "光明", "--json").out)["contacts"][0]["influence"] == 4
    assert len(json.loads(run(capsys, "account", "光明", "--history", "--json").out)) == 5
    assert json.loads(run(capsys, "account", "光明", "--audit", "--json").out) == {"shares": [], "accesses": []}
    assert [found["name"] for found in json.loads(run(capsys, "accounts", "wanglei", "--json").out)] == ["光明照明"]
    assert json.loads(run(capsys, "account", "add", "B", "--json").out)["name"] == "B"


@pytest.mark.usefixtures("entered")
def test_history_and_audit(capsys: CAPTURE) -> None:
    assert "ann added a contact: 王磊" in run(capsys, "account", "光明", "--history").out
    assert "Nobody else" in run(capsys, "account", "光明", "--audit").out
    assert "shared with bob: to change" in run(capsys, "share", "光明", "bob", "--write").out
    assert "shared by ann" in run(capsys, "accounts", "--user", "bob").out
    assert run(capsys, "account", "光明照明", "--user", "bob").code == 0
    assert run(capsys, "account", "note", "光明", "hello", "--user", "bob").code == 0
    audit = run(capsys, "account", "光明", "--audit").out
    assert all(part in audit for part in ("Shared with bob: to change", "bob looked at it", "bob changed it"))
    assert run(capsys, "share", "光明", "bob", "--remove").code == 0
    assert run(capsys, "account", "光明", "--user", "bob").code == 1


REFUSED = [
    ("account nobody", "was not found"),
    ("account 照明", "Several accounts fit"),
    ("account add 光明照明", "is there already"),
    ("account add X --step 15", "between 1 and 14"),
    ("account order 光明照明 soon 5", "must be a date"),
    ("account order 光明照明 2026-02-01 viel", "sensible amount"),
    ("account note 光明照明 hi --contact Eva", "no contact “Eva”"),
    ("account visit 光明照明 tomorrow", "must be a date"),
    ("import missing.csv", "No such file"),
    ("crm-export out --account nobody", "was not found"),
]


@pytest.mark.usefixtures("entered")
@pytest.mark.parametrize(("words", "said"), REFUSED)
def test_what_cannot_be_done_is_said(capsys: CAPTURE, words: str, said: str) -> None:
    run(capsys, "account", "add", "恒星照明")
    refused = run(capsys, *words.split())
    assert (refused.code, refused.out) == (1, "")
    assert said in refused.err


def test_lists(capsys: CAPTURE) -> None:
    assert "account book is empty" in run(capsys, "accounts").out
    run(capsys, "account", "add", "B", "--country", "DE")
    run(capsys, "account", "add", "A")
    assert run(capsys, "accounts").out == "- A\n- B (DE)\n"
    assert "Nothing found" in run(capsys, "accounts", "zzz").out


def test_an_order_of_the_future_is_kept_and_said(capsys: CAPTURE) -> None:
    run(capsys, "account", "add", "A")
    assert "in the future" in run(capsys, "account", "order", "A", "2030-01-01", "5").err


def test_import_and_export(capsys: CAPTURE, tmp_path: Path) -> None:
    contacts, accounts = tmp_path / "c.csv", tmp_path / "a.csv"
    contacts.write_text("客户,姓名\n光明,王磊\n没有,李四\n", encoding="gbk")
    accounts.write_text("客户,国家\n光明,中国\n", encoding="gbk")
    first = run(capsys, "import", str(contacts), str(accounts))  # accounts are taken first
    assert first.code == 1
    assert "Added 1, changed 0" in first.out
    assert f"{contacts}:3: The account “没有” of “李四” is not in the book" in first.err
    again = run(capsys, "import", str(accounts), str(contacts), "--json")
    assert [(told["added"], told["unchanged"], len(told["problems"])) for told in json.loads(again.out)] == [
        (0, 1, 0),
        (0, 1, 1),
    ]
    written = run(capsys, "crm-export", str(tmp_path / "out"), "--system", "salesforce")
    assert written.code == 0
    assert "salesforce-contacts.csv: 1 rows" in written.out
    assert run(capsys, "crm-export", str(tmp_path / "out"), "--system", "sap").code == 2
    assert run(capsys, "import", str(accounts), "--system", "sap").code == 2
    assert run(capsys, "import", str(accounts), "--system", "hubspot").code == 1


@pytest.mark.usefixtures("entered")
def test_a_conflict_is_told_and_can_be_decided(capsys: CAPTURE, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("客户,国家\n光明照明,德国\n", encoding="utf-8")
    told = run(capsys, "import", str(path))
    assert (told.code, "country of “光明照明”: the book has “中国”, the file “德国”" in told.out) == (0, True)
    assert "changed 1" in run(capsys, "import", str(path), "--theirs").out


def test_a_database_that_cannot_be_written_is_said(capsys: CAPTURE, home: Path) -> None:
    run(capsys, "account", "add", "A")
    open_database.cache_clear()
    (home / "accounts.db").write_bytes(b"no database" * 100)
    refused = run(capsys, "account", "add", "B")
    assert refused.code == 1
    assert "damaged" in refused.err


def test_progress_is_shown_for_what_takes_long(
    capsys: CAPTURE, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.cli.crm.QUIET_S", -1)
    path = tmp_path / "a.csv"
    path.write_text("Account,Country\nA,DE\n", encoding="utf-8")
    assert "a.csv: 100%\n" in run(capsys, "import", str(path)).err
