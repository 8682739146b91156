"""The table of placeholders tells the truth: what the calls of `say` pass, for every sentence of `words/`."""

import ast

import pytest
import yaml

from coach.knowledge.load import load
from coach.settings import settings
from scripts.list_placeholders import FILLED, UnreadableCallError, filled, of_project

CALLS = [
    ("words.say('a', lang)", {"a": []}),
    ("words.say('a', lang, turn=1, name=n, why=w)", {"a": ["name", "why"]}),
    ("words.say('a', lang, name=n, why=w); words.say('a', lang, name=n)", {"a": ["name"]}),
    ("words.say('a' if n else 'b', lang, name=n)", {"a": ["name"], "b": ["name"]}),
    ("words.say(f'label_{n}', lang, name=n)", {"label_x": ["name"], "label_y": ["name"]}),
    ("words.say(f'label_{n}', lang); words.say('label_x', lang, name=n)", {"label_x": ["name"], "label_y": []}),
    ("values = {'name': n}; words.say('a', lang, why=w, **values)", {"a": ["name", "why"]}),
    ("words.say('a', lang, **described(n))", {"a": ["name", "role"]}),
    ("tell('a', why=w)", {}),
    ("self.tell('a', why=w)", {"a": ["path", "why"]}),
]
OTHERS = """
def described(n):
    return {"name": n, "role": n}
async def tell(self, key, **values):
    self.words.say(key, "en", path=1, **values)
"""


@pytest.mark.parametrize(("call", "table"), CALLS)
def test_calls_are_read(call, table):
    module = ast.parse(f"{OTHERS}\ndef f(n, w):\n    {call}")
    assert filled([module], ["a", "label_x", "label_y"]) == table


@pytest.mark.parametrize(
    ("call", "table"),
    [
        ("fault('a')", {"check_a": []}),
        ("fault('a', name=fault('b', line=n))", {"check_a": ["name"], "check_b": ["line"]}),
        ("fault('a' if n else 'b', name=n)", {"check_a": ["name"], "check_b": ["name"]}),
        ("fault(f'b_{n}', name=n)", {"check_b_x": ["name"]}),
        ("fault(request, 403)", {}),
    ],
)
def test_faults_are_read(call, table):
    assert filled([ast.parse(f"def f(n, request):\n    {call}")], ["a", "check_b_x"]) == table


@pytest.mark.parametrize(
    ("call", "table"),
    [("w.wordings('a', n)", {"a": []}), ("w.wordings(f'label_{n}', n)", {"label_x": [], "label_y": []}), ("[w.wordings(k, n) for k in n]", {})],
)  # fmt: skip
def test_what_is_taken_as_it_stands_is_said_too(call, table):
    module = ast.parse(f"def f(n, w):\n    {call}")
    assert filled([module], ["a", "label_x", "label_y"]) == table


@pytest.mark.parametrize("call", ["words.say(n.key, lang)", "words.say('a', lang, **n)", "words.say('a', **g(n))"])
def test_calls_that_hide_what_they_say_are_refused(call):
    with pytest.raises(UnreadableCallError):
        filled([ast.parse(f"def f(n):\n    {call}")], [])


@pytest.fixture(scope="module")
def present():
    return of_project()


def test_the_table_is_of_the_present_sources(present):
    written = yaml.safe_load(FILLED.read_text(encoding="utf-8"))
    assert written == present, "run: .venv/bin/python scripts/list_placeholders.py"


def test_every_sentence_is_said(present):
    assert set(load(settings().knowledge).words.keys()) == set(present)
