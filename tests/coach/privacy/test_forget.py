"""What is forgotten is gone: from the tables, the history, the backups, the files, and from the bytes of them all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from typing import Any

import pytest

from coach.accounts.book import AccountBook
from coach.accounts.database import new_engine
from coach.accounts.errors import NotAllowedError, NotFoundError, UnavailableError
from coach.accounts.records import Account
from coach.privacy.anew import write_anew
from coach.privacy.files import Cleared
from coach.privacy.forget import UNFINISHED, forgetting
from coach.privacy.say import outcome_lines
from tests.coach.privacy.conftest import DAY, FIRM, OF_FIRM, OF_PERSON, PERSON, Known, no_conversations


def test_the_data_of_the_tests_is_there(known: Known) -> None:
    assert known.holds(*OF_PERSON, *OF_FIRM) == [*OF_PERSON, *OF_FIRM]


@pytest.mark.parametrize("called", [PERSON, "ray wang", "王小磊的id"])
def test_a_forgotten_contact_leaves_no_byte(known: Known, called: str) -> None:
    outcome = known.forgetting(known.person.id if called.endswith("id") else called).carry_out()
    assert (outcome.done, outcome.left) == (True, ())
    (known.home / "receipts" / "bob" / "other.json").unlink()  # of a rehearsal for nobody: a made up buyer
    assert known.holds(*OF_PERSON, "王小磊", known.person.id) == []
    assert not (known.home / UNFINISHED).exists()


def test_what_is_not_the_persons_stays(known: Known) -> None:
    outcome = known.forgetting(PERSON).carry_out()
    there = known.book.dossier(known.firm.id)
    assert there.account == known.firm
    assert there.contacts == (known.other,)
    assert [(need.kind, need.quote, need.contact) for need in there.needs] == [
        ("organisation", "", None),
        ("organisation", "returns are 8%", None),
    ]
    assert [seen.quote for seen in there.observations] == ["(removed) says she buys"]
    assert there.visits[0].people == (known.other.id,)
    assert there.visits[0].purpose == "见（已删除）"
    assert there.next_steps[0].text == "send samples to (removed)"
    assert [note.text for note in there.notes] == ["asked Anna about the wang and (removed) 's plan; 请(removed)确认"]
    assert [found.name for found in known.book.find("Anna")] == [FIRM]
    assert known.book.find(PERSON) == known.book.find("Ray") == []
    page = (known.home / "results" / f"Nordlicht-GmbH-{DAY}.md").read_text(encoding="utf-8")
    assert page == f"# {FIRM}\n- **Anna Rossi**\n"
    assert (outcome.gone["contacts"], outcome.gone["observations"], outcome.gone["needs"]) == (1, 1, 1)
    assert outcome.gone["texts"] >= 5
    assert [path.name for path in outcome.mentioned] == ["other.json"]
    assert outcome.gone["pages"] == outcome.gone["receipts"] == outcome.gone["damaged"] == 1


def test_a_forgotten_account_leaves_no_byte(known: Known, bob: AccountBook) -> None:
    [elsewhere] = known.book.save(Account("Elsewhere"))
    outcome = known.forgetting().carry_out()
    assert (outcome.done, outcome.left) == (True, ())
    (known.home / "receipts" / "bob" / "other.json").unlink()
    assert known.holds(*OF_PERSON, *OF_FIRM, known.firm.id, "acc-1") == []
    assert known.book.accounts() == [elsewhere]
    assert bob.accounts() == []
    assert (known.home / "results" / f"Elsewhere-{DAY}.md").exists()
    assert (known.home / "unreadable" / "b.json").exists()
    assert not (known.home / "unreadable" / "a.json").exists()


def test_the_journal_of_a_channels_database_is_emptied_too(known: Known) -> None:
    with closing(sqlite3.connect(known.home / "slack.db", isolation_level=None)) as channel:
        channel.execute("PRAGMA journal_mode=WAL")
        channel.execute("CREATE TABLE inbox (words TEXT)")
        channel.execute("INSERT INTO inbox VALUES (?)", [f"{FIRM}: {PERSON} fears the boss"])
        channel.execute("DELETE FROM inbox")
        assert "fears the boss" in known.holds("fears the boss")
        assert known.forgetting().carry_out().left == ()
        assert known.holds("fears the boss") == []


def test_a_channels_database_in_use_is_told_and_done_later(known: Known, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.privacy.forget.write_anew", partial(write_anew, wait_s=0.1))
    with closing(sqlite3.connect(known.home / "slack.db", isolation_level=None)) as channel:
        channel.execute("PRAGMA journal_mode=WAL")
        channel.execute("CREATE TABLE inbox (words TEXT)")
        channel.execute("BEGIN IMMEDIATE")
        outcome = known.forgetting().carry_out()
    assert (outcome.done, outcome.left) == (True, ((str(known.home / "slack.db"), "database is locked"),))
    assert (known.home / UNFINISHED).exists()


def test_what_was_removed_from_sight_can_be_forgotten_too(known: Known) -> None:
    known.book.remove(known.other)
    known.book.remove(known.firm)
    assert known.book.accounts() == []
    assert known.forgetting().carry_out().done
    assert "Anna Rossi" not in known.holds("Anna Rossi")


def test_only_the_owner_may_forget(known: Known, bob: AccountBook) -> None:
    with pytest.raises(NotAllowedError):
        known.forgetting(user=bob)
    with pytest.raises(NotAllowedError):
        known.forgetting(PERSON, user=bob)
    with pytest.raises(NotFoundError):
        known.forgetting(user=AccountBook(known.book.engine, "carl"))
    with pytest.raises(NotFoundError):
        known.forgetting("Nobody")
    assert len(known.book.dossier(known.firm.id).contacts) == 2


def test_to_look_changes_nothing(known: Known) -> None:
    before = known.book.dossier(known.firm.id), known.book.history(known.firm.id)
    planned = known.forgetting()
    counts = planned.look()
    assert (counts["accounts"], counts["contacts"], counts["pages"], counts["shares"]) == (1, 2, 2, 1)
    assert before == (known.book.dossier(known.firm.id), known.book.history(known.firm.id))
    gone = planned.carry_out().gone
    assert {name: gone[name] for name in counts} == counts


def test_something_that_cannot_be_deleted_keeps_the_records_for_another_try(
    known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = known.home / "results" / f"Nordlicht-GmbH-{DAY}.md"

    def stuck(self: Any, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    with monkeypatch.context() as patched:
        patched.setattr(type(page), "unlink", stuck)
        outcome = known.forgetting().carry_out()
    assert not outcome.done
    assert (str(page), "Permission denied") in outcome.left
    assert known.book.dossier(known.firm.id).account == known.firm
    for lang, words in (("zh", "没能删除"), ("en", "Could not be deleted")):
        done, trouble = outcome_lines(outcome, lang, known.tools)
        assert words in trouble[0]
        assert FIRM not in " ".join(done)
    assert known.forgetting().carry_out().done
    assert not page.exists()


def test_conversations_that_cannot_be_reached_keep_the_records(known: Known) -> None:
    answer = {"conversations": 0, "left": [["conversations.db", "locked"]]}
    outcome = known.forgetting(conversations=lambda _request: answer).carry_out()
    assert (outcome.done, outcome.left) == (False, (("conversations.db", "locked"),))
    assert known.book.dossier(known.firm.id).account == known.firm


def test_the_rows_go_in_one_transaction(known: Known, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any) -> None:
        raise UnavailableError("full", "disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("coach.privacy.erase._reindex", fails)
        patched.setattr("coach.privacy.forget.clear_backups", lambda *_: Cleared())
        outcome = known.forgetting(PERSON).carry_out()
    assert not outcome.done
    assert "full" in outcome.left[0][1]
    assert known.person in known.book.dossier(known.firm.id).contacts
    assert known.forgetting(PERSON).carry_out().done


def test_bytes_that_could_not_be_overwritten_are_told_and_done_later(
    known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_engine: Any) -> None:
        raise UnavailableError("locked", "database is locked")

    with monkeypatch.context() as patched:
        patched.setattr("coach.privacy.forget.compact", busy)
        outcome = known.forgetting(PERSON).carry_out()
    assert outcome.done
    assert "locked" in outcome.left[0][1]
    assert (known.home / UNFINISHED).exists()


def test_the_firms_own_name_is_not_changed(known: Known) -> None:
    known.book.change(known.firm, name="王磊照明")
    outcome = forgetting(known.book, known.home, "王磊照明", PERSON, known.tools, no_conversations).carry_out()
    assert outcome.in_firm_name
    assert known.book.accounts()[0].name == "王磊照明"
    assert "not changed" in outcome_lines(outcome, "en", known.tools)[0][1]


def test_who_keeps_an_account_of_the_same_name_is_spared(known: Known, bob: AccountBook) -> None:
    bob.save(Account(FIRM))
    asked: list[dict[str, Any]] = []
    known.forgetting(
        conversations=lambda request: asked.append(request) or {"conversations": 2, "left": []}
    ).carry_out()
    assert asked[0]["spared"] == ["bob"]
    assert [account.name for account in bob.accounts()] == [FIRM]


def test_a_backup_that_cannot_be_opened_is_told(known: Known) -> None:
    backups = list((known.home / "backups").glob("*.db"))
    if not backups:
        pytest.skip("on a server the program makes no backups")
    backups[0].write_bytes(b"no database at all, but long enough to be looked at" * 100)
    outcome = known.forgetting().carry_out()
    assert not outcome.done
    assert outcome.left[0][0] == str(backups[0])
    backups[0].unlink()
    assert known.forgetting().carry_out().done


def test_a_backup_is_cleaned_row_by_row_and_keeps_the_rest(known: Known) -> None:
    backups = list((known.home / "backups").glob("*.db"))
    if not backups:
        pytest.skip("on a server the program makes no backups")
    known.forgetting(PERSON).carry_out()
    engine = new_engine(f"sqlite:///{backups[0]}")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT name FROM contacts").scalars().all() == ["Anna Rossi"]
    engine.dispose()
    with sqlite3.connect(backups[0]) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
