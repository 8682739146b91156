"""Quick replies that fit now: what a user could type, ready to be sent."""

from __future__ import annotations

from collections.abc import Iterable

from coach.context import Tools
from coach.conversation.choose import drills, scenarios
from coach.conversation.doors import DRILLS, SCENARIO
from coach.conversation.keeping import KEEP, KEEP_REHEARSAL
from coach.conversation.private import FORGET
from coach.conversation.state import DRILL, REHEARSAL, Conversation
from coach.interview.people import shown_name
from coach.interview.state import Interview

Choice = dict[str, str]
AT_MOST = 6
_YES_OR_NO = ("yes", "no")


def choices(state: Conversation, lang: str, tools: Tools) -> list[Choice]:
    """Return at most six replies, the most useful first."""
    named = _named(state, lang, tools)
    if named is not None:
        return [{"say": name, "send": name} for name in named[:AT_MOST]]
    return [_choice(name, lang, tools) for name in _fitting(state)[:AT_MOST]]


def _choice(name: str, lang: str, tools: Tools) -> Choice:
    text = tools.words.say(f"choice_{name}", lang)
    return {"say": text, "send": text}


def _named(state: Conversation, lang: str, tools: Tools) -> list[str] | None:
    """Return the names to choose among when the assistant asks which; None when it does not."""
    kind, _, rest = (state.asking or state.interview.asking or "").partition(":")
    if kind == SCENARIO:
        return [scenario.name[lang] for scenario in scenarios(tools)]
    if kind == DRILLS:
        return [drill.name[lang] for drill in drills(tools)]
    if kind == "product":
        return [catalogue.name[lang] for catalogue in tools.knowledge.catalogues.values()]
    if kind == "who":
        return _people(rest.partition(":")[2].split(","), state.interview, lang, tools)
    return None


def _people(ids: Iterable[str], state: Interview, lang: str, tools: Tools) -> list[str]:
    return [shown_name(person, tools.words, lang) for key in ids if (person := state.person(key))]


def _fitting(state: Conversation) -> tuple[str, ...]:
    """Return the names of the replies, as in `choice_<name>` of the words."""
    asked = (state.asking or "").split(":")[0]
    if asked in (KEEP, KEEP_REHEARSAL, FORGET) or state.interview.asking == "restart":
        return _YES_OR_NO
    if state.mode == REHEARSAL and state.rehearsal is not None:
        return ("hint", "why", "back", "debrief", "stop") if state.rehearsal.turns else ("hint", "stop")
    if state.mode == DRILL:
        return ("hint", "skip", "why", "stop")
    return _of_interview(state.interview)


def _of_interview(state: Interview) -> tuple[str, ...]:
    if not state.started:
        return ("rehearse", "drill", "accounts", "progress", "help")
    known = ("summary",) if state.needs or state.people else ()
    if state.paused or state.pending is None:
        return (*known, "keep", "rehearse", "drill", "progress") if known else ("rehearse", "drill", "progress")
    return ("hint", "why", "dont_know", "skip", *(("back",) if state.answers else ()), *known)
