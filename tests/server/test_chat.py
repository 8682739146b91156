"""The chat in the terminal, as a process: piped, and in a terminal that is one."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.progress.record import Record
from coach.progress.store import note, records
from coach.sign_in.sessions import Session, Sessions
from coach.terminal import user
from server.project import ROOT
from tests.server import forking
from tests.server.processes import environment, run, said
from tests.waiting import COMES_S, STARTS_S, until

GOODBYE = said("server_goodbye")
PROMPT = said("server_prompt").strip()  # the terminal draws the blank after it in its own way


def typed_before(home: Path) -> list[str]:
    """Return what the stored conversation holds of the user's last messages."""
    with sqlite3.connect(home / "conversations.db") as connection:
        row = connection.execute("SELECT events FROM conversations WHERE sender_id = ?", [user()]).fetchone()
    return [event["text"] for event in json.loads(row[0]) if event["event"] == "user"] if row else []


def until_typed(home: Path, words: str) -> None:
    """Wait until a message with `words` is stored."""
    until(lambda: any(words in text for text in typed_before(home)), told=lambda: f"{words} not stored")


def test_piped_lines_are_answered_and_go_on_next_time(tmp_path: Path) -> None:
    first = run("server.chat", tmp_path, typed="客户是一家工厂\n\n  \n想换灯\n")
    assert first.returncode == 0
    assert first.stdout.strip().endswith(GOODBYE)
    assert first.stderr == "", "nothing but the conversation"
    assert typed_before(tmp_path) == ["客户是一家工厂", "想换灯"]
    run("server.chat", tmp_path, typed="预算不多")
    assert typed_before(tmp_path) == ["想换灯", "预算不多"]


def test_a_kept_conversation_goes_on_in_the_language_asked_for(tmp_path: Path) -> None:
    forking.run("server.chat", tmp_path, typed="客户是一家工厂\n")
    done = forking.run("server.chat", tmp_path, "--lang", "en", typed="ok\n")
    assert "Welcome back" in done.stdout
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in done.stdout.replace("一家工厂", ""))


def test_forget_deletes_the_conversation_and_the_results(tmp_path: Path) -> None:
    forking.run("server.chat", tmp_path, typed="客户是一家工厂\n")
    for name in (user(), "somebody"):
        note(tmp_path, name, Record("2026-03-02", "drill", "closing", 50, {"next_step": 0.5}))
    (tmp_path / "receipts" / user()).mkdir(parents=True)
    assert typed_before(tmp_path)
    done = forking.run("server.chat", tmp_path, "--forget", "--lang", "en")
    assert done.stderr.strip() == "The stored conversation, results and receipts are deleted."
    assert typed_before(tmp_path) == []
    assert [path.name for folder in ("progress", "receipts") for path in (tmp_path / folder).iterdir()] == ["somebody"]
    raw = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert not [form for form in ("一家工厂".encode(), b"\\u4e00\\u5bb6\\u5de5\\u5382") if form in raw]


def test_forget_another_user_ends_their_sessions_too(tmp_path: Path) -> None:
    li, other = "li.na@example.com", "wang@example.com"
    sessions, now = Sessions(tmp_path), time.time()
    for who in (li, other):
        note(tmp_path, who, Record("2026-03-02", "drill", "closing", 50, {"next_step": 0.5}))
        sessions.begin(Session(who, who, False, "oidc", now, now + 60), now)
    forking.run("server.chat", tmp_path, typed="客户是一家工厂\n")
    done = forking.run("server.chat", tmp_path, "--forget", "--user", li)
    assert (done.returncode, typed_before(tmp_path)) == (0, ["客户是一家工厂"])
    assert [len(records(tmp_path, who)) for who in (li, other)] == [0, 1]
    kept = (tmp_path / "sign_in" / "sessions.json").read_text()
    assert (li in kept, other in kept) == (False, True)


def test_another_user_is_named_for_forgetting_only(tmp_path: Path) -> None:
    assert forking.run("server.chat", tmp_path, "--user", "li.na@example.com").returncode == 2


def test_forget_says_what_it_could_not_delete(tmp_path: Path) -> None:
    (tmp_path / "receipts").mkdir()
    (tmp_path / "receipts" / user()).write_text("a file in place of a folder")
    done = forking.run("server.chat", tmp_path, "--forget", "--lang", "en")
    assert done.returncode == 1
    assert done.stderr.startswith("The conversation is deleted, but not all results and receipts: ")


def test_damaged_file_is_told_once_and_kept(tmp_path: Path) -> None:
    (tmp_path / "conversations.db").write_bytes(b"not a database at all " * 100)
    done = forking.run("server.chat", tmp_path, typed="你好\n")
    assert done.returncode == 0
    assert str(tmp_path / "conversations.db") in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    (kept,) = tmp_path.glob("conversations.db.damaged-*")
    assert kept.read_bytes().startswith(b"not a database")
    assert forking.run("server.chat", tmp_path, typed="").stderr == ""


def test_unusable_home_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    done = forking.run("server.chat", tmp_path / "home", typed="你好\n")
    assert done.returncode == 1
    assert done.stdout == ""
    assert str(tmp_path / "home" / "conversations.db") in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("module", ["server.chat", "server.serve"])
def test_broken_knowledge_is_told_with_line(module: str, tmp_path: Path) -> None:
    words = tmp_path / "knowledge" / "words"
    words.mkdir(parents=True)
    (words / "server.yml").write_text("server_loading:\n  zh: 准备\n", encoding="utf-8")
    done = run(
        module,
        tmp_path / "home",
        *(["--port", "0"] if module == "server.serve" else []),
        COACH_KNOWLEDGE=str(tmp_path / "knowledge"),
    )
    assert done.returncode == 1
    assert f"{words / 'server.yml'}:1: " in done.stderr
    assert "Traceback" not in done.stderr


class Terminal:
    """A chat in a pseudo-terminal."""

    def __init__(self, home: Path) -> None:
        self.shown = ""
        self.end, child = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "server.chat"],
            cwd=ROOT, env=environment(home, TERM="xterm"), stdin=child, stdout=child, stderr=child,
            start_new_session=True, close_fds=True,
        )  # fmt: skip
        os.close(child)

    def until(self, words: str, after: int = 0) -> int:
        """Read until `words` are shown past `after`; return how much is shown then."""
        stop = time.monotonic() + STARTS_S
        while words not in self.shown[after:]:
            assert time.monotonic() < stop, f"{words!r} not shown:\n{self.shown[after:]}"
            if not select.select([self.end], [], [], 0.2)[0]:
                continue
            try:
                self.shown += os.read(self.end, 65_536).decode("utf-8", "replace")
            except OSError:  # the other end is closed
                assert words in self.shown[after:], self.shown[after:]
        return len(self.shown)

    def type(self, keys: str) -> None:
        os.write(self.end, keys.encode())

    def close(self) -> int:
        """Return the exit code; a chat that does not end by itself is ended."""
        try:
            return self.process.wait(COMES_S)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            raise
        finally:
            os.close(self.end)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal(tmp_path)
    yield opened
    if opened.process.poll() is None:
        os.killpg(opened.process.pid, signal.SIGKILL)
        opened.process.wait(COMES_S)


def test_paste_of_several_lines_is_one_message(terminal: Terminal, tmp_path: Path) -> None:
    at = terminal.until(PROMPT)
    terminal.type("\x1b[200~客户说:\n价格太高\n维护太贵\x1b[201~")
    at = terminal.until("维护太贵", at)
    terminal.type("\r")
    until_typed(tmp_path, "维护太贵")
    at = terminal.until(PROMPT, at)
    assert "WARNING" not in terminal.shown
    time.sleep(0.3)  # the prompt is drawn a moment before keys are read
    terminal.type("\x04")
    terminal.until(GOODBYE, at)
    assert terminal.close() == 0
    assert typed_before(tmp_path) == ["客户说:\n价格太高\n维护太贵"]


def test_ctrl_c_leaves_politely(terminal: Terminal) -> None:
    at = terminal.until(PROMPT)
    terminal.type("half a mess\x03")
    terminal.until(GOODBYE, at)
    assert terminal.close() == 0
    assert "Traceback" not in terminal.shown


def test_ctrl_c_while_loading_leaves_politely(terminal: Terminal) -> None:
    terminal.until(said("server_loading"))
    os.killpg(terminal.process.pid, signal.SIGINT)
    assert terminal.close() in (0, 1)
    assert "Traceback" not in terminal.shown
