"""Put one question early in a fresh call, as the second line."""

from __future__ import annotations

from datetime import date

from coach.context import Tools
from coach.rehearsal.state import Rehearsal
from coach.rehearsal.step import begin, play

TODAY = date(2026, 3, 2)
HELLO = {"zh": "您好，谢谢您抽时间见我。", "en": "Hello, thank you for taking the time to see me."}
_greeted: dict[tuple[str, str], Rehearsal] = {}  # a call is never changed by what is said in it later


def forget() -> None:
    """Greet anew: with other tools the answer to the greeting may be another."""
    _greeted.clear()


def asked(name: str, lang: str, question: str, tools: Tools) -> Rehearsal:
    """Return the call in which `question` follows a greeting."""
    if (name, lang) not in _greeted:
        start = begin(tools.knowledge.scenarios[name], "normal", lang, TODAY, tools)
        _greeted[name, lang] = play(start, HELLO[lang], tools)
    return play(_greeted[name, lang], question, tools)
