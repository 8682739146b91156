"""When the database fails, the user is told why, nothing is lost, and the book works again once the cause is gone."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from coach.accounts.book import AccountBook
from coach.accounts.database import file_of, kind_of, open_database, writing
from coach.accounts.errors import UnavailableError
from coach.accounts.records import Account, Note
from coach.accounts.say import trouble
from coach.context import Tools
from tests import postgres

ROOT = Path(__file__).parents[3]
SHORT_S = 0.2  # waited for a lock
NOBODY = 65534


def kept(book: AccountBook) -> Account:
    [account] = book.save(Account("Nordlicht GmbH"))
    return account  # type: ignore[return-value]


def a_note(account: Account, text: str = "x") -> Note:
    return Note(text, "2026-11-02", account=account.id)


def refused(what: str, attempt: Callable[[], object]) -> UnavailableError:
    with pytest.raises(UnavailableError) as error:
        attempt()
    assert error.value.what == what
    return error.value


@pytest.fixture
def impatient(url: str) -> Iterator[AccountBook]:
    engine = open_database(url, SHORT_S)
    yield AccountBook(engine, "ann")
    engine.dispose()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "accounts.db"


@pytest.fixture
def sqlite_book(path: Path) -> Iterator[AccountBook]:
    engine = open_database(f"sqlite:///{path}", SHORT_S)
    yield AccountBook(engine, "ann")
    engine.dispose()


def test_a_lock_that_another_process_holds_is_told_and_nothing_is_lost(
    url: str, impatient: AccountBook, tools: Tools
) -> None:
    account = kept(impatient)
    other = open_database(url)  # an engine of its own stands for another process
    with other.connect() as connection, connection.execution_options(writes=True).begin():
        connection.execute(sa.text("UPDATE accounts SET country = 'DE'"))
        error = refused("locked", lambda: impatient.change(account, country="FR"))
        assert impatient.dossier(account.id).account.country == ""  # reading goes on
    other.dispose()
    for lang, words in (("zh", "占用"), ("en", "busy with another program")):
        assert words in trouble(error, lang, tools.words)
    assert impatient.dossier(account.id).account.country == "DE"
    impatient.save(a_note(account))
    assert len(impatient.dossier(account.id).notes) == 1


def test_a_full_disk_is_told_and_the_batch_is_not_half_there(sqlite_book: AccountBook) -> None:
    account = kept(sqlite_book)
    pages = sqlite_book.engine.connect().execute(sa.text("PRAGMA page_count")).scalar()

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages + 3}")

    sqlite_book.engine.dispose()
    sa.event.listen(sqlite_book.engine, "connect", limit)
    refused("full", lambda: sqlite_book.save(a_note(account), *(a_note(account, "y" * 9000) for _ in range(20))))
    assert sqlite_book.dossier(account.id).notes == ()
    sa.event.remove(sqlite_book.engine, "connect", limit)
    sqlite_book.engine.dispose()
    sqlite_book.save(a_note(account))
    assert len(sqlite_book.dossier(account.id).notes) == 1


FULL = """
import resource, signal, sys
from coach.accounts.book import AccountBook
from coach.accounts.database import open_database
from coach.accounts.errors import UnavailableError
from coach.accounts.records import Account, Note
url, limit = sys.argv[1], int(sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
book = AccountBook(open_database(url), "ann")
[account] = book.save(Account("Nordlicht GmbH"))
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
kept = 0
try:
    while True:
        book.save(*(Note("z" * 5000, "2026-11-02", account=account.id) for _ in range(5)))
        kept += 1
except UnavailableError as error:
    print(error.what, kept)
"""


def test_a_file_that_may_not_grow_keeps_what_was_confirmed(path: Path) -> None:
    command = [sys.executable, "-c", FULL, f"sqlite:///{path}", "1200000"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    what, confirmed = done.stdout.split()
    assert what == "full"
    book = AccountBook(open_database(f"sqlite:///{path}"), "ann")
    [account] = book.accounts()
    assert len(book.dossier(account.id).notes) == int(confirmed) * 5 > 0
    book.save(a_note(account))


READ_ONLY = """
import os, sys
from coach.accounts.book import AccountBook
from coach.accounts.database import open_database
from coach.accounts.errors import UnavailableError
from coach.accounts.records import Account
AccountBook(open_database(sys.argv[2]), "ann").save(Account("to import what is needed"))
if os.geteuid() == 0:  # who may write everything
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
try:
    AccountBook(open_database(sys.argv[1]), "ann").save(Account("Other"))
except UnavailableError as error:
    print(error.what)
"""


@pytest.mark.parametrize("which", ["file", "folder", "file and folder"])
def test_a_read_only_place_is_told(tmp_path: Path, which: str) -> None:
    with tempfile.TemporaryDirectory() as open_to_all:  # pytest's own folders are closed to another user
        home = Path(open_to_all)
        path, url = home / "accounts.db", f"sqlite:///{home / 'accounts.db'}"
        book = AccountBook(open_database(url), "ann")
        account = kept(book)
        book.engine.dispose()
        for place in (home, path):
            shutil.chown(place, NOBODY, NOBODY) if os.geteuid() == 0 else None
        path.chmod(0o400 if "file" in which else 0o600)
        home.chmod(0o500 if "folder" in which else 0o700)
        command = [sys.executable, "-c", READ_ONLY, url, f"sqlite:///{tmp_path / 'other.db'}"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
        assert (done.stdout.strip(), done.stderr) == ("read_only", "")
        home.chmod(0o700)
        path.chmod(0o600)
        assert book.accounts() == [account]
        book.save(a_note(account))
        book.engine.dispose()


def test_a_database_that_may_only_be_read_is_told(sqlite_book: AccountBook) -> None:
    account = kept(sqlite_book)

    def only_read(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA query_only = ON")

    sqlite_book.engine.dispose()
    sa.event.listen(sqlite_book.engine, "connect", only_read)
    refused("read_only", lambda: sqlite_book.save(a_note(account)))
    assert sqlite_book.accounts() == [account]
    sa.event.remove(sqlite_book.engine, "connect", only_read)
    sqlite_book.engine.dispose()
    sqlite_book.save(a_note(account))


@pytest.mark.parametrize("damage", ["header", "all", "middle"])
def test_a_damaged_file_is_told_and_left_as_it_is(path: Path, sqlite_book: AccountBook, damage: str) -> None:
    kept(sqlite_book)
    with sqlite_book.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    sqlite_book.engine.dispose()
    sound = path.read_bytes()
    start = {"header": 0, "all": 0, "middle": 100}[damage]
    length = {"header": 16, "all": len(sound), "middle": len(sound) - 100}[damage]
    path.write_bytes(sound[:start] + b"\x5a" * length + sound[start + length :])
    broken = path.read_bytes()
    refused("damaged", lambda: AccountBook(open_database(f"sqlite:///{path}", 0.3), "ann").accounts())
    assert path.read_bytes() == broken
    path.write_bytes(sound)
    assert [account.name for account in sqlite_book.accounts()] == ["Nordlicht GmbH"]


def test_a_server_that_stops_midway_is_told_and_used_again_when_it_is_back(tmp_path: Path) -> None:
    programs = postgres.needed()
    with postgres.server(programs) as address:
        engine = open_database(address)
        book = AccountBook(engine, "ann")
        account = kept(book)
        with engine.connect() as connection:
            data = connection.execute(sa.text("SHOW data_directory")).scalar()

        def midway() -> None:
            with writing(engine) as connection:
                connection.execute(sa.text("UPDATE accounts SET country = 'DE'"))
                control(programs, data, "stop", "-m", "immediate")

        refused("unavailable", midway)
        refused("unavailable", book.accounts)
        refused("unavailable", lambda: book.save(a_note(account)))
        control(programs, data, "start", "-w", "-l", f"{data}.log")
        assert book.accounts() == [account]
        book.save(a_note(account))
        engine.dispose()


def control(programs: Path, data: str, *arguments: str) -> None:
    """Run pg_ctl as the server's user; a start takes the options of the last one."""
    options = Path(data) / "postmaster.opts"
    given = options.read_text().split('"')[1::2] if arguments[0] == "start" else []
    owner = options.stat() if os.geteuid() == 0 else None
    run_as = {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []} if owner else {}
    # a connection refused is known at once, so the tests' own settings are given again
    settings = ["-o", " ".join(part for part in given if part != "-D" and part != data)] if given else []
    command = [str(programs / "pg_ctl"), "-D", data, *settings, *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/", **run_as)


def test_many_processes_may_make_the_tables_at_once(url: str) -> None:
    script = (
        "import sys; from coach.accounts.book import AccountBook; from coach.accounts.database import open_database;"
        "from coach.accounts.records import Account;"
        "AccountBook(open_database(sys.argv[1]), 'ann').save(Account(sys.argv[2]))"
    )

    def start(number: int) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", script, url, f"firm {number}"]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(start, range(4)))
    assert [one.stderr for one in done] == [""] * 4
    engine: Engine = open_database(url)
    assert [account.name for account in AccountBook(engine, "x").accounts()] == []
    assert len(AccountBook(engine, "ann").accounts()) == 4
    engine.dispose()


def test_threads_may_open_a_new_file_at_once(path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        engines = list(pool.map(lambda _: open_database.__wrapped__(f"sqlite:///{path}"), range(8)))
    assert all(AccountBook(engine, "ann").accounts() == [] for engine in engines)
    for engine in engines:
        engine.dispose()


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("database is locked", "locked"),
        ("canceling statement due to lock timeout", "locked"),
        ("deadlock detected", "locked"),
        ("database or disk is full", "full"),
        ('could not extend file "base/1": No space left on device', "full"),
        ("attempt to write a readonly database", "read_only"),
        ("cannot execute INSERT in a read-only transaction", "read_only"),
        ("permission denied for table notes", "read_only"),
        ("file is not a database", "damaged"),
        ("database disk image is malformed", "damaged"),
        ("could not connect to server: Connection refused", "unavailable"),
    ],
)
def test_messages_of_the_databases_are_understood(message: str, kind: str) -> None:
    assert kind_of(message) == kind


def test_the_file_of_an_address() -> None:
    assert file_of("sqlite:///home/accounts.db") == Path("home/accounts.db")
    assert file_of("sqlite://") is None
    assert file_of("postgresql://localhost/coach") is None
