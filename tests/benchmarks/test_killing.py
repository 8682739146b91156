"""A process that is killed while it writes loses nothing that it confirmed, and leaves nothing by half."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from time import sleep
from typing import Any

import pytest

from coach.accounts.book import AccountBook
from coach.accounts.database import open_database
from coach.accounts.records import Account, Note

ROOT = Path(__file__).parents[2]


def killed(*arguments: str) -> tuple[int, dict[str, Any]]:
    """Run in a process of its own: it forks, and this one has threads."""
    command = [sys.executable, "-m", "benchmarks.killing", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.stdout, done.stderr
    return done.returncode, json.loads(done.stdout)


def test_200_kills_on_sqlite() -> None:
    code, tally = killed("--times", "200")
    assert (code, tally["problems"], tally["kills"]) == (0, [], 200)
    assert tally["acknowledged"] >= 100  # else too few were killed in the midst of the work
    assert tally["silent"] >= 20  # and some while they opened the book


def test_30_kills_on_postgresql(postgres_url: str) -> None:
    code, tally = killed("--times", "30", "--url", postgres_url)
    assert (code, tally["problems"], tally["kills"]) == (0, [], 30)
    assert tally["acknowledged"] >= 10


def test_kills_in_the_midst_of_conversations() -> None:
    code, tally = killed("--times", "40", "--work", "benchmarks.talking:Talk", "--longest", "0.3")
    assert (code, tally["problems"], tally["kills"]) == (0, [], 40)
    assert tally["acknowledged"] >= 20


def test_kills_in_the_midst_of_messages_sent_twice() -> None:
    code, tally = killed("--times", "20", "--work", "benchmarks.answering:Answering", "--longest", "0.2")
    assert (code, tally["problems"], tally["kills"]) == (0, [], 20)
    assert tally["acknowledged"] >= 10


class Careless:
    """Confirms before it writes, and writes an account without its notes: both must be found."""

    def write(self, url: str, run: int, acknowledge: Any) -> None:
        book = AccountBook(open_database(url), "ann")
        for number in range(1_000_000):
            name = f"{run}-{number}"
            acknowledge(name)
            [account] = book.save(Account(name, info={"records": "2"}))
            sleep(0.01)  # so that a kill falls here also under load
            book.save(Note("x", "2026-11-02", account=account.id))

    def found(self, url: str) -> tuple[set[str], list[str]]:
        from benchmarks.killing import Records

        return Records().found(url)


@pytest.mark.parametrize("word", ["lost", "half"])
def test_a_careless_writer_is_caught(word: str) -> None:
    code, tally = killed("--times", "25", "--work", "tests.benchmarks.test_killing:Careless")
    assert code == 1
    assert any(word in problem for problem in tally["problems"])
