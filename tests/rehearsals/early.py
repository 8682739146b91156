"""Put one question early in a fresh call, as the second line, and see what it is answered."""

from __future__ import annotations

from datetime import date

from coach.context import Tools
from coach.knowledge.scenario import Hedge, ScenarioNeed
from coach.rehearsal.state import Rehearsal, Turn
from coach.rehearsal.step import begin, play

TODAY = date(2026, 3, 2)
HELLO = {"zh": "您好，谢谢您抽时间见我。", "en": "Hello, thank you for taking the time to see me."}
_greeted: dict[tuple[str, str], Rehearsal] = {}  # a call is never changed by what is said in it later


def asked(name: str, lang: str, question: str, tools: Tools) -> Rehearsal:
    """Return the call in which `question` follows a greeting."""
    if (name, lang) not in _greeted:
        start = begin(tools.knowledge.scenarios[name], "normal", lang, TODAY, tools)
        _greeted[name, lang] = play(start, HELLO[lang], tools)
    return play(_greeted[name, lang], question, tools)


def answers(turn: Turn, name: str, lang: str, tools: Tools) -> set[str]:
    """Return what the turn told, and the needs whose questions it warded off."""
    needs = tools.knowledge.scenarios[name].needs
    hedges = tools.knowledge.hedges_of(name)
    guarded = {need.id for need in needs if any(line in turn.buyer for line in _warding(need, hedges, lang))}
    told = {turn.told} if turn.told else set()
    missed = {turn.missed["need"]} if turn.missed and not turn.facts else set()
    return {*turn.facts, *told, *guarded, *missed}


def _warding(need: ScenarioNeed, hedges: list[Hedge], lang: str) -> list[str]:
    """Return all that is said of a need while it is not earned."""
    said = [need.wards, need.guarded, *(hedge.says for hedge in hedges if hedge.need == need.id)]
    return [line for lines in said if lines for line in lines[lang]]
