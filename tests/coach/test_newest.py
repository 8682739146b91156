"""The newest sound value: nobody waits for it, no edit is lost, no broken one is used."""

import logging
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from coach import newest
from coach.knowledge.fault import fault
from coach.knowledge.load import KnowledgeError
from coach.knowledge.problem import Problem
from coach.newest import Newest
from tests.waiting import COMES_S


class File:
    """Stands for the edited files: `content` is what they hold, "bad" cannot be made into a value."""

    def __init__(self):
        self.content = "first"
        self.made = []
        self.gate = threading.Event()  # closed: making takes until it is opened
        self.gate.set()
        self.begun = threading.Event()

    def stamp(self):
        return self.content

    def make(self):
        content = self.content
        self.made.append(content)
        self.begun.set()
        assert self.gate.wait(COMES_S)
        if content == "bad":
            raise KnowledgeError([Problem(Path("a.yml"), 1, fault("not_utf8"))])
        if content == "worse":
            raise RuntimeError("not foreseen")
        return content


@pytest.fixture
def file(monkeypatch):
    monkeypatch.setattr(newest, "_LOOK_AGAIN", -1.0)
    return File()


def test_nobody_waits_while_the_new_value_is_made(file):
    value = Newest(file.stamp, file.make)
    file.gate.clear()
    file.content = "second"
    began = time.monotonic()
    assert [value.get() for _ in range(5)] == ["first"] * 5
    assert time.monotonic() - began < 1
    assert not value.settled(0.01)
    file.gate.set()
    assert value.settled(COMES_S)
    assert value.get() == "second"
    assert file.made == ["first", "second"]


def test_an_edit_during_the_work_is_not_lost_and_the_newest_wins(file):
    value = Newest(file.stamp, file.make)
    file.gate.clear()
    file.begun.clear()
    file.content = "bad"
    value.get()
    assert file.begun.wait(COMES_S)
    file.content = "third"
    file.content = "fourth"
    file.gate.set()
    assert value.settled(COMES_S)
    assert value.get() == "fourth"
    assert file.made == ["first", "bad", "fourth"]


@pytest.mark.parametrize(("content", "logged"), [("bad", "a.yml:1: the file is not UTF-8"), ("worse", "not foreseen")])
def test_a_broken_edit_is_logged_once_and_never_used(file, caplog, content, logged):
    value = Newest(file.stamp, file.make)
    file.content = content
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            assert value.settled(COMES_S)
            assert value.get() == "first"
    assert [logged in record.getMessage() for record in caplog.records] == [True]
    file.content = "mended"
    assert value.settled(COMES_S)
    assert value.get() == "mended"


def test_looks_are_rare(file, monkeypatch):
    monkeypatch.setattr(newest, "_LOOK_AGAIN", 60.0)
    value = Newest(file.stamp, file.make)
    file.content = "second"
    assert value.get() == "first"
    assert file.made == ["first"]


def test_many_threads_start_one(file):
    value = Newest(file.stamp, file.make)
    file.gate.clear()
    file.content = "second"
    threads = [threading.Thread(target=value.get) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(COMES_S)
    file.gate.set()
    assert value.settled(COMES_S)
    assert file.made == ["first", "second"]


def test_the_process_ends_without_waiting():
    program = (
        "import time; from coach.newest import Newest; made = []\n"
        "value = Newest(lambda: len(made), lambda: made.append(0) or (len(made) > 1 and time.sleep(600)))\n"
        "value.settled(0.1)"
    )
    assert subprocess.run([sys.executable, "-c", program], timeout=COMES_S).returncode == 0
