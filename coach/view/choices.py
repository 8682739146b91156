"""Quick replies that fit now: what a user could type, ready to be sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coach.context import Tools
from coach.conversation.after_visit import KEEP_VISIT, OFFERED, PLANNED_MEANT
from coach.conversation.choose import drills, scenarios
from coach.conversation.doors import DRILLS, SCENARIO
from coach.conversation.keeping import KEEP, KEEP_REHEARSAL
from coach.conversation.private import FORGET
from coach.conversation.state import AFTER_VISIT, DRILL, REHEARSAL, Conversation
from coach.conversation.visits import NEW_ACCOUNT, WHEN, WHICH
from coach.interview.people import shown_name
from coach.interview.state import Interview

Choice = dict[str, str]
AT_MOST = 6
_YES_OR_NO = ("yes", "no")
_VISIT_YES_OR_NO = (NEW_ACCOUNT, KEEP_VISIT, OFFERED)


def choices(state: Conversation, lang: str, tools: Tools, said: Sequence[str] | None = None) -> list[Choice]:
    """Return at most six replies, the most useful first.

    With `said`, the messages below which they stand: replies to the interview's question only where it was put there.
    """
    if state.asking == WHICH:
        return _listed(state)
    named = _named(state, lang, tools)
    if named is not None:
        return [{"say": name, "send": name} for name in named[:AT_MOST]]
    return [_choice(name, lang, tools) for name in _fitting(state, said)[:AT_MOST]]


def _listed(state: Conversation) -> list[Choice]:
    """Return what is asked for with a number: the label is shown, the number is sent."""
    options = (state.wish or {}).get("options") or []
    return [{"say": option["label"], "send": str(number)} for number, option in enumerate(options[:AT_MOST], 1)]


def _choice(name: str, lang: str, tools: Tools) -> Choice:
    text = tools.words.say(f"choice_{name}", lang)
    return {"say": text, "send": text}


def _named(state: Conversation, lang: str, tools: Tools) -> list[str] | None:
    """Return the names to choose among when the assistant asks which; None when it does not."""
    kind, _, rest = (state.asking or _heard(state).asking or "").partition(":")
    if kind == SCENARIO:
        return [scenario.name[lang] for scenario in scenarios(tools)]
    if kind == DRILLS:
        return [drill.name[lang] for drill in drills(tools)]
    if kind == "product":
        return [catalogue.name[lang] for catalogue in tools.knowledge.catalogues.values()]
    if kind == "who":
        return _people(rest.partition(":")[2].split(","), _heard(state), lang, tools)
    return None


def _people(ids: Iterable[str], state: Interview, lang: str, tools: Tools) -> list[str]:
    return [shown_name(person, tools.words, lang) for key in ids if (person := state.person(key))]


def _fitting(state: Conversation, said: Sequence[str] | None) -> tuple[str, ...]:
    """Return the names of the replies, as in `choice_<name>` of the words."""
    if state.asking in _VISIT_YES_OR_NO:
        return _YES_OR_NO
    if state.asking == PLANNED_MEANT:  # a no means another visit, "stop" none at all
        return ("yes", "not_this", "stop")
    if state.asking == WHEN:
        return ("stop",)
    asked = (state.asking or "").split(":")[0]
    if asked in (KEEP, KEEP_REHEARSAL, FORGET) or state.interview.asking == "restart":
        return _YES_OR_NO
    if state.mode == REHEARSAL and state.rehearsal is not None:
        return ("hint", "why", "back", "debrief", "stop") if state.rehearsal.turns else ("hint", "stop")
    if state.mode == AFTER_VISIT and state.after is not None:
        answered = state.after.interview.answers
        return ("hint", "why", "skip", *(("back", "summary") if answered else ()), "stop")
    if state.mode == DRILL:
        return ("hint", "skip", "why", "stop")
    return _of_interview(state.interview, said)


def _heard(state: Conversation) -> Interview:
    """Return what the answers go to: that of the visit while it is asked about."""
    return state.after.interview if state.mode == AFTER_VISIT and state.after is not None else state.interview


def _of_interview(state: Interview, said: Sequence[str] | None) -> tuple[str, ...]:
    if not state.started:
        return ("rehearse", "drill", "accounts", "progress", "help")
    known = ("summary",) if state.needs or state.people else ()
    if state.paused or state.pending is None:
        return (*known, "keep", "rehearse", "drill", "progress") if known else ("rehearse", "drill", "progress")
    if said is not None and not any(state.pending.text[state.lang] in text for text in said):
        return (*known, "repeat")
    return ("hint", "why", "dont_know", "skip", *(("back",) if state.answers else ()), *known)
