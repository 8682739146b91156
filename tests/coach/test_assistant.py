"""The assistant: greets, reloads an edited file, and keeps going on a broken one."""

import os
import re
import shutil
import time
from datetime import date

import pytest

from coach import newest
from coach.assistant import Assistant
from coach.knowledge.load import KnowledgeError
from coach.settings import Settings, settings

TODAY = date(2026, 11, 23)


@pytest.fixture
def copied(tmp_path, monkeypatch):
    monkeypatch.setattr(newest, "_LOOK_AGAIN", -1.0)
    shutil.copytree(settings().knowledge, tmp_path / "knowledge")
    # a cache of its own: what is kept of an edit takes the place of what other tests start from
    shutil.copytree(settings().cache, tmp_path / "cache", copy_function=os.symlink)
    return Settings(tmp_path / "knowledge", tmp_path / "home", tmp_path / "cache")


def test_greets_and_welcomes_back(copied):
    coach = Assistant(copied)
    assert "Hello" in coach.greeting(None, "en")[0]
    turn = coach.take_turn(None, "BrightHome", today=TODAY)
    assert any("BrightHome" in line for line in coach.greeting(turn.state, "en"))


def test_foreign_state_is_not_lost_silently(copied):
    coach = Assistant(copied)
    turn = coach.take_turn({"version": 0}, "你好", today=TODAY)
    assert "另一个版本" in turn.messages[0]
    assert coach.greeting({"version": 0}, "zh")


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_edit_counts_soon_and_no_turn_waits_for_it(copied):
    coach = Assistant(copied)
    edit(copied.knowledge / "words/interview.yml", "您好，我是销售教练", "您好，我是新教练")
    began = time.monotonic()
    assert "销售教练" in coach.take_turn(None, "你好", today=TODAY).messages[0]
    assert time.monotonic() - began < 1
    assert coach.reloaded()
    assert "新教练" in coach.take_turn(None, "你好", today=TODAY).messages[0]


def test_a_broken_edit_leaves_the_last_sound_knowledge(copied):
    coach = Assistant(copied)
    (copied.knowledge / "words/interview.yml").write_text("welcome: [", encoding="utf-8")
    assert coach.reloaded()
    assert "销售教练" in coach.take_turn(None, "你好", today=TODAY).messages[0]


def test_refuses_to_start_on_broken_knowledge(copied):
    (copied.knowledge / "roles/decider.yml").unlink()
    with pytest.raises(KnowledgeError, match="decider.yml:1: this file is missing"):
        Assistant(copied)


def test_commands(copied):
    coach = Assistant(copied)
    assert coach.command("stop").label == "stop"
    assert coach.command("").label == "content"


def test_without_a_catalogue_it_says_so(copied):
    shutil.rmtree(copied.knowledge / "products")
    for path in (copied.knowledge / "calendars").iterdir():  # none may name a catalogue that is gone
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub("(?m)^catalogues: .*$", "catalogues: []", text), encoding="utf-8")
    coach = Assistant(copied)
    state = coach.take_turn(None, "BrightHome", today=TODAY).state
    for wish in ("pitch for Anna", "usp", "which products"):
        assert "no product catalogue" in coach.take_turn(state, wish, today=TODAY).messages[0]


def test_a_stored_state_that_names_what_an_edit_removed(copied):
    coach = Assistant(copied)
    state = None
    for line in ("BrightHome", "They want a better price"):
        state = coach.take_turn(state, line, today=TODAY).state
    interview = state["interview"]
    interview["needs"][0] = {**interview["needs"][0], "topic": "gone"}
    interview["product"] = "gone/gone"
    for wish in ("summary", "usp", "spin questions", "pitch"):
        assert coach.take_turn(state, wish, today=TODAY).messages


def test_half_characters_do_no_harm(copied):
    coach = Assistant(copied)
    assert coach.command("\ud800 x").label
    assert coach.take_turn(None, "hello \ud800 we worry", today=TODAY).messages
