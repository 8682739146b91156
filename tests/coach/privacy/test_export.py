"""An export holds everything and runs nothing; who takes somebody else's leaves a line."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from coach.accounts.book import AccountBook
from coach.accounts.dossier import PARTS
from coach.accounts.errors import NotFoundError
from coach.privacy.export import export
from coach.privacy.tables_out import as_json, cell, csv_files, write_export
from tests.coach.privacy.conftest import DAY, FIRM, OF_PERSON, PERSON, Known


def test_an_account_is_there_with_everything(known: Known) -> None:
    value = export(known.book, "nordlicht gmbh", home=known.home)
    there = known.book.dossier(known.firm.id)
    for part in PARTS:
        assert [record["id"] for record in value[part]] == [record.id for record in getattr(there, part)]
    assert len(value["history"]) == len(known.book.history(known.firm.id))
    assert [share["user"] for share in value["shares"]] == ["bob"]
    assert [access["action"] for access in value["accesses"]] == ["read"]
    assert [row["outside"] for row in value["outside_ids"]] == ["acc-1", "lei@nordlicht.example"]
    assert [page["name"] for page in value["pages"]] == [f"Nordlicht-GmbH-{DAY}-2.md", f"Nordlicht-GmbH-{DAY}.md"]
    assert json.loads(as_json(value)) == value


def test_a_contact_is_there_with_all_that_points_to_it(known: Known) -> None:
    value = export(known.book, FIRM, "ray wang", home=known.home)
    assert [contact["name"] for contact in value["contacts"]] == [PERSON]
    assert [need["quote"] for need in value["needs"]] == ["boss watches me", "王磊: returns"]
    assert [note["text"] for note in value["notes"]] == ["他爱钓鱼"]
    assert [len(value[part]) for part in ("observations", "visits", "orders", "next_steps")] == [1, 1, 0, 0]
    assert {change["kind"] for change in value["history"]} == {"contacts", "observations", "needs", "visits", "notes"}
    assert [row["outside"] for row in value["outside_ids"]] == ["lei@nordlicht.example"]
    assert "pages" not in value


def test_somebody_elses_export_is_noted_and_lacks_what_is_the_owners(known: Known, bob: AccountBook) -> None:
    value = export(bob, FIRM)
    assert "shares" not in value
    assert "accesses" not in value
    assert [(a.user, a.action) for a in known.book.accesses(known.firm.id)] == [("bob", "read"), ("bob", "export")]


def test_strangers_export_nothing(known: Known) -> None:
    with pytest.raises(NotFoundError):
        export(AccountBook(known.book.engine, "carl"), FIRM)
    with pytest.raises(NotFoundError):
        export(known.book, FIRM, "Nobody")


def test_conversations_of_the_user_are_asked_for(known: Known) -> None:
    asked: list[dict[str, Any]] = []

    def show(request: dict[str, Any]) -> dict[str, Any]:
        asked.append(request)
        return {"conversations": 1, "left": [], "states": [{"x": 1}]}

    assert export(known.book, FIRM, conversations=show)["conversations"] == [{"x": 1}]
    assert asked == [{"do": "show", "sender": "ann", "keys": ["nordlicht gmbh"]}]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+8613800138000", "+8613800138000"),
        ("+86138001=1", "'+86138001=1"),
        ("-1+1", "'-1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("\rx", "'\rx"),
        ("-1200.50", "-1200.50"),
        ("-5", "-5"),
        ("12", "12"),
        ("王磊", "王磊"),
        ("a=b", "a=b"),
        (-3, "-3"),
        (None, ""),
        (True, "True"),
        (["a", "b"], "a; b"),
        (["=1", "b"], "'=1; b"),
        ({"b": 1, "a": "中"}, '{"a": "中", "b": 1}'),
    ],
)
def test_cells_hold_no_formula_and_numbers_stay_numbers(value: object, expected: str) -> None:
    assert cell(value) == expected


def test_csv_opens_as_utf8_and_comes_back(known: Known) -> None:
    files = csv_files(export(known.book, FIRM))
    assert all(text.startswith("\ufeff") for text in files.values())
    [order] = csv.DictReader(io.StringIO(files["orders.csv"].removeprefix("\ufeff")))
    assert (order["amount"], order["number"]) == ("-1200.50", "PO-77")
    assert files["notes.csv"].splitlines()[0].endswith("text,day,contact")
    assert files["opportunities.csv"].count("\r\n") == 2


@pytest.mark.parametrize("name", ["all.json", "all.zip", "folder"])
def test_exports_are_private_and_the_same_each_time(known: Known, tmp_path: Path, name: str) -> None:
    value, out = export(known.book, FIRM), tmp_path / "out" / name
    out.parent.mkdir()
    write_export(value, out)
    files = sorted(out.iterdir()) if out.is_dir() else [out]
    first = [path.read_bytes() for path in files]
    write_export(value, out)
    assert [path.read_bytes() for path in files] == first
    assert all(path.stat().st_mode & 0o077 == 0 for path in files)
    assert sum(path.is_file() for path in out.parent.rglob("*")) == len(files)
    held = b"".join(first)
    if name == "all.zip":
        with zipfile.ZipFile(out) as archive:
            held = b"".join(archive.read(entry) for entry in archive.namelist())
    assert all(word.encode() in held for word in OF_PERSON)


def test_an_export_that_cannot_be_written_leaves_the_old_one(known: Known, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.mkdir()
    with pytest.raises(OSError, match="out.json"):
        write_export(export(known.book, FIRM), out)
    assert list(tmp_path.glob(".out*")) == []
