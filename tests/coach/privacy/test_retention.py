"""What is older than the retention time is forgotten for good; what is younger, and what only firms say, stays."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coach.accounts.book import AccountBook
from coach.accounts.records import Account, Contact, NeedNote, Note, Observation, Order, Visit
from coach.context import Tools
from coach.privacy.daily import STAMP, daily
from coach.privacy.forget import UNFINISHED
from coach.privacy.retention import carry_out, due
from coach.settings import BadRetentionError, retention_days
from tests.coach.privacy.conftest import no_conversations

LONG_AGO, LATELY, TODAY = "2024-01-05", "2026-11-02", date(2026, 11, 20)
DAYS = 365


@pytest.fixture
def old_book(book: AccountBook) -> AccountBook:
    """The book as it was long ago; `lately` gives it the present clock."""
    return AccountBook(book.engine, "ann", lambda: f"{LONG_AGO}T08:00:00.000Z")


def lately(book: AccountBook) -> AccountBook:
    return AccountBook(book.engine, "ann", lambda: f"{LATELY}T08:00:00.000Z")


def run(book: AccountBook, home: Path, tools: Tools, **options: Any) -> Any:
    found = due(book.engine, home, DAYS, TODAY)
    return found, carry_out(book, home, found, tools, no_conversations, **options)


def test_an_account_of_which_nothing_is_younger_goes_as_a_whole(
    old_book: AccountBook, tmp_path: Path, tools: Tools
) -> None:
    [firm] = old_book.save(Account("Stale GmbH"))
    old_book.save(Contact("Eva", account=firm.id), Order(LONG_AGO, "1", account=firm.id))
    [kept] = lately(old_book).save(Account("Fresh GmbH"))
    found, outcome = run(old_book, tmp_path, tools)
    assert [one.name for one in found.accounts] == ["Stale GmbH"]
    assert old_book.accounts() == [kept]
    assert outcome.done
    if (file := tmp_path / "accounts.db").exists():
        assert b"Stale GmbH" not in file.read_bytes()


def test_old_notes_go_and_young_ones_and_orders_stay(old_book: AccountBook, tmp_path: Path, tools: Tools) -> None:
    [firm] = old_book.save(Account("Nord"))
    [eva, kim] = old_book.save(Contact("Eva", account=firm.id), Contact("Kim", account=firm.id))
    [eva_again] = [lately(old_book).change(eva, title="buyer")]
    old_book.save(
        Note("an old note", LONG_AGO, account=firm.id),
        Observation(eva.id, "stance", "coach", LONG_AGO, account=firm.id, quote="old words"),
        NeedNote("deep", "cost", "personal", LONG_AGO, kim.id, account=firm.id),
        Visit(f"{LONG_AGO}T10:00", account=firm.id),
        Visit("2026-12-24T10:00", purpose="planned long ago", account=firm.id),
        Order(LONG_AGO, "5", account=firm.id),
    )
    lately(old_book).save(Note("told of long ago, noted lately", LONG_AGO, account=firm.id))
    found, outcome = run(old_book, tmp_path, tools)
    there = old_book.dossier(firm.id)
    assert [one.contact for one in found.contacts] == ["Kim"]
    assert there.contacts == (replace(eva_again),)
    assert [note.text for note in there.notes] == ["told of long ago, noted lately"]
    assert [visit.purpose for visit in there.visits] == ["planned long ago"]
    assert there.observations == there.needs == ()
    assert len(there.orders) == 1
    assert outcome.gone["notes"] == outcome.gone["observations"] == outcome.gone["needs"] == 1
    assert "an old note" not in str(old_book.history(firm.id))


def test_a_dry_run_counts_and_changes_nothing(old_book: AccountBook, tmp_path: Path, tools: Tools) -> None:
    [firm] = old_book.save(Account("Stale GmbH"))
    _, outcome = run(old_book, tmp_path, tools, dry=True)
    assert outcome.gone == {"accounts": 1}
    assert old_book.accounts() == [firm]


def test_nothing_old_is_nothing_gone(old_book: AccountBook, tmp_path: Path, tools: Tools) -> None:
    lately(old_book).save(Account("Fresh GmbH"))
    found, outcome = run(old_book, tmp_path, tools)
    assert (found.accounts, found.contacts, found.records, outcome.gone) == ((), (), (), {})


def test_old_files_go(old_book: AccountBook, tmp_path: Path, tools: Tools) -> None:
    for name in (f"results/Nord-{LONG_AGO}.md", f"results/Nord-{LONG_AGO}-2.md", f"results/Nord-{LATELY}.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    for name in ("unreadable/a.json", "conversations.db.damaged-1"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
        os.utime(tmp_path / name, (0, 0))
    _, outcome = run(old_book, tmp_path, tools)
    assert outcome.gone == {"pages": 2, "unreadable": 1, "damaged": 1}
    assert [path.name for path in (tmp_path / "results").iterdir()] == [f"Nord-{LATELY}.md"]


@pytest.mark.parametrize("value", ["0", "-1", "x", "1.5", "99999999999999", "１２"])
def test_a_slip_in_the_setting_deletes_nothing(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_RETENTION_DAYS", value)
    with pytest.raises(BadRetentionError):
        retention_days()


@pytest.mark.parametrize(("value", "days"), [("", None), (" 365 ", 365), ("1", 1)])
def test_the_setting(value: str, days: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_RETENTION_DAYS", value)
    assert retention_days() == days


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AccountBook:
    """A book in this computer's home, long ago."""
    from coach.accounts.open import book_of

    monkeypatch.delenv("COACH_DATABASE", raising=False)
    monkeypatch.setenv("COACH_RETENTION_DAYS", str(DAYS))
    return AccountBook(book_of("ann", tmp_path).engine, "ann", lambda: f"{LONG_AGO}T08:00:00.000Z")


def test_it_is_done_once_a_day(at_home: AccountBook, tmp_path: Path, tools: Tools) -> None:
    at_home.save(Account("Stale GmbH"))
    assert "accounts: 1" in daily(tmp_path, TODAY, "en", tools, no_conversations)[0]
    at_home.save(Account("Stale again"))
    assert daily(tmp_path, TODAY, "en", tools, no_conversations) == []
    assert [account.name for account in at_home.accounts()] == ["Stale again"]
    assert daily(tmp_path, date(2026, 11, 21), "zh", tools, no_conversations) == [
        "已彻底删除：客户 1 个、修改历史 1 条。"
    ]


def test_no_setting_keeps_everything(
    at_home: AccountBook, tmp_path: Path, tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COACH_RETENTION_DAYS")
    at_home.save(Account("Stale GmbH"))
    assert daily(tmp_path, TODAY, "en", tools, no_conversations) == []
    assert len(at_home.accounts()) == 1
    assert not (tmp_path / STAMP).exists()


def test_what_could_not_be_overwritten_is_overwritten_at_the_next_start(
    at_home: AccountBook, tmp_path: Path, tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COACH_RETENTION_DAYS")
    (tmp_path / UNFINISHED).touch()
    assert daily(tmp_path, TODAY, "en", tools, no_conversations) == []
    assert not (tmp_path / UNFINISHED).exists()


@pytest.mark.parametrize(
    ("setting", "said"), [("soon", "must be a number of days"), ("365", "The file of the account book is damaged")]
)
def test_trouble_is_told_and_the_assistant_starts(
    tmp_path: Path, tools: Tools, monkeypatch: pytest.MonkeyPatch, setting: str, said: str
) -> None:
    monkeypatch.delenv("COACH_DATABASE", raising=False)
    monkeypatch.setenv("COACH_RETENTION_DAYS", setting)
    (tmp_path / "accounts.db").write_bytes(b"this is no database" * 100)
    assert said in daily(tmp_path, TODAY, "en", tools, no_conversations)[0]


def test_a_first_start_makes_no_database(tmp_path: Path, tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COACH_DATABASE", raising=False)
    monkeypatch.setenv("COACH_RETENTION_DAYS", "365")
    assert daily(tmp_path, TODAY, "en", tools, no_conversations) == []
    assert list(tmp_path.iterdir()) == []
