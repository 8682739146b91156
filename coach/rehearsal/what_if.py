"""What if another line had been said? The rules are run again; nothing is guessed."""

from __future__ import annotations

from coach.context import Tools
from coach.rehearsal.state import Rehearsal, Turn
from coach.rehearsal.step import play, taken_back


def what_if(rehearsal: Rehearsal, line: str, tools: Tools) -> str:
    """Return what the buyer would have answered to `line` in place of the last one, and what would be different."""
    words, lang = tools.words, rehearsal.lang
    lines = [turn.seller for turn in rehearsal.turns[:-1]]
    there = taken_back(rehearsal, lines, tools)
    other = play(there, line, tools)
    if len(other.turns) == len(there.turns):
        return words.say("call_is_over", lang)
    now = other.turns[-1]
    then = rehearsal.turns[-1] if rehearsal.turns else None
    said = [words.say("what_if_reply", lang, line=line, reply=now.buyer)]
    said += _differences(then, now, rehearsal, tools)
    return "\n".join(said)


def _differences(then: Turn | None, now: Turn, rehearsal: Rehearsal, tools: Tools) -> list[str]:
    words, lang = tools.words, rehearsal.lang
    scenario = tools.knowledge.scenarios[rehearsal.scenario]
    before = {mark["name"]: mark for mark in then.marks} if then else {}
    after = {mark["name"]: mark for mark in now.marks}
    lines = []
    if now.told and now.told not in rehearsal.told:
        level = words.say(f"label_{scenario.need(now.told).level}", lang)
        lines.append(words.say("what_if_told", lang, level=level))
    if then and then.told and then.told != now.told:
        level = words.say(f"label_{scenario.need(then.told).level}", lang)
        lines.append(words.say("what_if_lost", lang, level=level))
    for name in sorted(after.keys() - before.keys()):
        mark = after[name]
        lines.append(
            words.say(
                "what_if_gained", lang, name=words.say(f"mark_{name}", lang), words=mark["text"], rule=mark["rule"]
            )
        )
    for name in sorted(before.keys() - after.keys()):
        lines.append(words.say("what_if_dropped", lang, name=words.say(f"mark_{name}", lang)))
    change = now.trust - (then.trust if then else 0)
    if change:
        lines.append(words.say("what_if_warmer" if change > 0 else "what_if_cooler", lang))
    return lines or [words.say("what_if_same", lang)]
