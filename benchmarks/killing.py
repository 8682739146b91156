"""`python -m benchmarks.killing`: kills a process that writes the account book, many times, and counts what is lost.

One process imports everything once and forks a child for each run. The child writes batches and acknowledges each one
after it was committed; SIGKILL ends it at a random moment. Then the book must open, be sound, hold every acknowledged
batch, and none by half.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import json
import os
import random
import select
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Protocol

import sqlalchemy as sa
from alembic import command, config  # noqa: F401  (before the fork: a child should write, not import)

from coach.accounts.book import AccountBook, new_id
from coach.accounts.database import file_of, open_database, reading
from coach.accounts.errors import BookError
from coach.accounts.records import Account, Contact, NeedNote, NextStep, Note, Observation
from coach.accounts.tables import TABLES, changes

Acknowledge = Callable[[str], None]
LONGEST_S = 0.04  # from the start, or in most runs from the first acknowledgement, to the kill
PATIENCE_S = 20  # for the first acknowledgement
MIDST = 0.7  # share of the runs that are killed between batches or within one, the others from the start on
FRESH = 0.1  # share of the runs that begin without a database: killed while the tables are made, too
USER = "ann"


class Work(Protocol):
    """What a child does until it is killed, and how it is found again."""

    def write(self, url: str, run: int, acknowledge: Acknowledge) -> None:
        """Write batches for ever, in a new process; call `acknowledge` with a batch's name once it is confirmed."""

    def found(self, url: str) -> tuple[set[str], list[str]]:
        """Return the names of the whole batches in the book, and what is there of halves."""


class Records:
    """Saves an account with a contact, signs, needs, notes and a step in one call; a batch is named by the account."""

    def write(self, url: str, run: int, acknowledge: Acknowledge) -> None:
        book = AccountBook(open_database(url), USER)
        for number in range(1_000_000):
            name = f"{run}-{number}"
            book.save(*self._batch(name, random.Random(name)))
            acknowledge(name)

    def _batch(self, name: str, chance: random.Random) -> Iterable[Any]:
        firm, person, day = new_id(), new_id(), "2026-11-02"
        notes = chance.randrange(8)
        yield Account(name, id=firm, info={"records": str(notes + 5)})
        yield Contact(f"王{name}", id=person, account=firm)
        yield Observation(person, "stance", "coach", day, account=firm, quote="我帮你说" * chance.randrange(50))
        yield NeedNote("deep", "recognition", "personal", day, person, account=firm)
        yield NextStep("send samples", account=firm)
        yield from (Note("x" * chance.randrange(3000), day, account=firm) for _ in range(notes))

    def found(self, url: str) -> tuple[set[str], list[str]]:
        with reading(open_database(url)) as connection:
            accounts = connection.execute(sa.select(TABLES[Account])).mappings().all()
            there = {table.name: _by_account(connection, table) for table in TABLES.values()}
            history = _by_account(connection, changes)
        whole, halves = set(), []
        for row in accounts:
            records = sum(counts[row["id"]] for counts in there.values())
            right = records == int(row["info"]["records"]) == history[row["id"]]
            whole.add(row["name"]) if right else halves.append(row["name"])
        return whole, halves


def _by_account(connection: sa.engine.Connection, table: sa.Table) -> Counter[str]:
    query = sa.select(table.c.account, sa.func.count()).group_by(table.c.account)
    return Counter({row[0]: row[1] for row in connection.execute(query)})


@dataclass
class Tally:
    """What was seen over all runs; `problems` is empty when nothing was lost."""

    kills: int = 0
    acknowledged: int = 0
    written: int = 0  # batches found, acknowledged or not
    silent: int = 0  # runs that were killed before the first acknowledgement
    problems: list[str] = field(default_factory=list)
    seconds: float = 0.0


def kill_often(work: Work, address: Callable[[int], str], times: int, seed: int, longest_s: float = LONGEST_S) -> Tally:
    """Kill a writer `times` times; `address` gives the database's address, by the number of new databases so far."""
    chance, tally, started = random.Random(seed), Tally(), time.monotonic()
    fresh, confirmed = 0, set[str]()
    _warm_up(work)
    for run in range(times):
        before = address(fresh)
        fresh += run > 0 and chance.random() < FRESH
        url = address(fresh)
        confirmed = confirmed if url == before else set()
        names = _killed(work, url, run, chance.uniform(0, longest_s), in_the_midst=chance.random() < MIDST)
        confirmed |= names
        tally.kills += 1
        tally.acknowledged += len(names)
        tally.silent += not names
        tally.written = _look(work, url, run, confirmed, tally)
    tally.seconds = round(time.monotonic() - started, 1)
    return tally


class _Enough(Exception):  # noqa: N818
    """Ends the work of the warm-up."""


def _warm_up(work: Work) -> None:
    """Do the work once here, so that children do not spend their lives importing."""

    def enough(_name: str) -> None:
        raise _Enough

    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/accounts.db"
        with suppress(_Enough):
            work.write(url, 0, enough)
        work.found(url)
        _close(url)
    gc.collect()
    gc.freeze()  # what is imported is never looked through again, here or in a child


def _close(url: str) -> None:
    """Close all connections: what is open must not be shared with a child."""
    with suppress(BookError):
        open_database(url).dispose()


def _killed(work: Work, url: str, run: int, after_s: float, *, in_the_midst: bool) -> set[str]:
    """Fork a writer, kill it after that time, and return what it acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            os.close(reader)
            work.write(url, run, lambda name: (os.write(writer, f"{name}\n".encode()), None)[1])
        os._exit(1)  # it never ends by itself
    os.close(writer)
    if in_the_midst:
        select.select([reader], [], [], PATIENCE_S)
    time.sleep(after_s)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reader, encoding="utf-8") as acknowledged:
        names = {line.rstrip("\n") for line in acknowledged if line.endswith("\n")}
    if not os.WIFSIGNALED(status):
        names.add(f"run {run} ended by itself")  # which no book holds: it is reported as lost
    return names


def _look(work: Work, url: str, run: int, confirmed: set[str], tally: Tally) -> int:
    """Open the database as the next start would and write down what is wrong; return how many batches it holds."""
    try:
        open_database.__wrapped__(url).dispose()  # a start of its own; the engine that is kept saves children time
        whole, halves = work.found(url)
    except Exception as error:
        tally.problems.append(f"run {run}: does not open: {error}")
        return 0
    finally:
        _close(url)
    tally.problems += [f"run {run}: lost {name}" for name in sorted(confirmed - whole)]
    tally.problems += [f"run {run}: half {name}" for name in halves]
    if (path := file_of(url)) is not None:
        with sqlite3.connect(path) as connection:
            said = connection.execute("PRAGMA integrity_check").fetchone()[0]
        connection.close()
        tally.problems += [] if said == "ok" else [f"run {run}: {said}"]
    return len(whole)


def main() -> int:
    """Kill, and print the tally as one JSON value; 1 when anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.killing", description=__doc__.split("\n")[0])
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=20261102)
    parser.add_argument("--url", help="an empty database (default: SQLite files in a folder that is then deleted)")
    parser.add_argument("--work", default="benchmarks.killing:Records", metavar="MODULE:CLASS", help="what is done")
    parser.add_argument("--longest", type=float, default=LONGEST_S, metavar="SECONDS", help="until the kill")
    options = parser.parse_args()
    module, _, name = options.work.partition(":")
    work: Work = getattr(importlib.import_module(module), name)()
    # in memory where there is such a folder: a killed process loses nothing that was written, synced or not
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="coach-killing-", dir=memory) as folder:
        url = options.url

        def address(number: int) -> str:
            return url or f"sqlite:///{Path(folder) / str(number) / 'accounts.db'}"

        tally = kill_often(work, address, options.times, options.seed, options.longest)
    print(json.dumps(asdict(tally)))
    return 1 if tally.problems else 0


if __name__ == "__main__":
    sys.exit(main())
