"""Lines of a talk pasted into an answer: no customer is called like a speaker, and our own lines tell of nobody."""

from datetime import date
from pathlib import Path

import pytest

from coach.context import Context
from coach.interview.pasted_dialogue import is_dialogue, without_own_lines
from coach.interview.state import Interview
from coach.interview.step import step


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Maria: too dear.\nMe: than whom?\nMaria: the Turks.", "Maria: too dear.\nMaria: the Turks."),
        ("小马：太贵了。\n我：跟谁比？", "小马：太贵了。"),
    ],
)
def test_without_own_lines(text, told):
    assert is_dialogue(text)
    assert without_own_lines(text) == told


@pytest.mark.parametrize(
    "text", ["Customer: Kestrel Foods\nNeed: clean air", "Maria: too dear", "客户：恒达食品\n需求：除尘"]
)
def test_headings_are_no_dialogue(text):
    assert not is_dialogue(text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Maria: Your price is too high.\nMe: What do you compare it with?\nMaria: With the Turkish offer."),
        ("zh", "小马：你们太贵了。\n我：跟谁比？\n小马：跟土耳其那家比。"),
    ],
)
def test_a_speaker_is_no_customer(lang, text, tools):
    context = Context(tools, date(2026, 11, 26), Path("unused"))
    state, _ = step(Interview(lang=lang), text, context)
    assert state.account is None
    assert state.needs
