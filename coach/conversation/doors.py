"""The ways into the other modes: rehearse, drill, look at progress."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from coach.context import Context
from coach.conversation.after_visit import after_visit
from coach.conversation.briefing import show_brief
from coach.conversation.buying import calendar, checklist, process
from coach.conversation.choose import called, chosen, difficulty_named, drills, listed, scenarios
from coach.conversation.closest import closest, names_another
from coach.conversation.customers import account_page, people, person, ranking, stance_map
from coach.conversation.keeping import keep
from coach.conversation.opening import accounts, open_account
from coach.conversation.private import export_account, forget_account
from coach.conversation.reviewing import ask_for_transcript
from coach.conversation.state import DRILL, INTERVIEW, REHEARSAL, Conversation, Said
from coach.conversation.visits import cancel_visit, list_visits, move_visit, plan_visit
from coach.drill.round import Round
from coach.drill.say import say_prompt, say_start
from coach.interview.declined import declined
from coach.knowledge.rehearsing import NORMAL
from coach.knowledge.schema import LANGUAGES
from coach.progress.page import progress_page
from coach.progress.series import rounds
from coach.progress.store import records
from coach.read.requests import Request
from coach.rehearsal.page import briefing
from coach.rehearsal.say import buyer_line
from coach.rehearsal.step import begin
from coach.text.normalize import normalize

Door = Callable[[Conversation, Request, str, Context], Said]
_SHORT = 24  # characters: a longer message that names no choice is about something else
SCENARIO, DRILLS = "scenario", "drill"
REHEARSE = "rehearse"


def rehearse(state: Conversation, request: Request, text: str, context: Context) -> Said:
    """Begin the scenario that is named; go on with one that was left; else ask which."""
    options = scenarios(context.tools)
    named = request.rest or text
    name = chosen(named, options) or closest(named, options)
    if name is not None:
        return start_rehearsal(state, name, difficulty_named(text, context.tools) or NORMAL, context)
    if state.rehearsal is not None and not state.rehearsal.over and not names_another(request.rest, context.tools):
        state.mode = REHEARSAL
        scenario = context.tools.knowledge.scenarios[state.rehearsal.scenario]
        said = context.tools.words.say("rehearsal_resumed", state.lang, name=scenario.name[state.lang])
        return state, [said, buyer_line(state.rehearsal, context.tools)]
    state.asking = SCENARIO
    return state, [
        context.tools.words.say("rehearsal_which", state.lang, scenarios=listed(options, state.lang, context.tools))
    ]


def start_rehearsal(state: Conversation, name: str, level: str, context: Context) -> Said:
    """Show briefing and rubric, and let the buyer open."""
    scenario, lang = context.tools.knowledge.scenarios[name], state.lang
    state.rehearsal = begin(scenario, level, lang, context.today, context.tools)
    state.mode, state.asking, state.hints, state.helped, state.debrief = REHEARSAL, None, 0, 0, None
    first = context.tools.words.say("rehearsal_starts", lang, name=scenario.persona.name[lang])
    return state, [
        briefing(scenario, level, lang, context.tools),
        first,
        buyer_line(state.rehearsal, context.tools),
    ]


def scenario_list(state: Conversation, _request: Request, _text: str, context: Context) -> Said:
    """List the scenarios and wait for a choice."""
    state.asking = SCENARIO
    listing = listed(scenarios(context.tools), state.lang, context.tools)
    return state, [context.tools.words.say("rehearsal_which", state.lang, scenarios=listing)]


def drill(state: Conversation, request: Request, text: str, context: Context) -> Said:
    """Begin the drill that is named, else ask which."""
    options = drills(context.tools)
    name = chosen(request.rest or text, options)
    if name is not None:
        return start_drill(state, name, context)
    state.asking = DRILLS
    return state, [context.tools.words.say("drill_list", state.lang, names=listed(options, state.lang, context.tools))]


def start_drill(state: Conversation, name: str, context: Context) -> Said:
    """Begin a round where the last one of this drill ended."""
    size = context.tools.knowledge.rehearsing.drill_prompts
    done = rounds_done(name, context)
    state.drill = Round(name, state.lang, first=done * size)
    state.mode, state.asking, state.debrief = DRILL, None, None
    return state, [say_start(state.drill, context.tools), say_prompt(state.drill, context.tools)]


def rounds_done(drill: str, context: Context) -> int:
    """Return how many rounds of `drill` the user did; 0 when the results cannot be read, which is no reason to stop."""
    try:
        return len(rounds(records(context.home, context.user), drill))
    except OSError:
        return 0


def progress(state: Conversation, _request: Request, _text: str, context: Context) -> Said:
    """Show each skill over time and what to practise next."""
    try:
        kept = records(context.home, context.user)
    except OSError as error:
        reason = error.strerror or str(error)
        return state, [context.tools.words.say("progress_unreadable", state.lang, reason=reason)]
    return state, [progress_page(kept, context.today, state.lang, context.tools)]


def other_practice(state: Conversation, text: str, context: Context) -> Said | None:
    """Begin another rehearsal or drill while one goes on: only when it is asked for by its whole name.

    Anything less may be a line for the buyer.
    """
    request = context.tools.requests.read(text)
    if request is None or request.id not in (REHEARSE, DRILLS):
        return None
    options: Sequence[Any] = scenarios(context.tools) if request.id == REHEARSE else drills(context.tools)
    clean = normalize(text)
    if not any(normalize(option.name[lang]) in clean for option in options for lang in LANGUAGES):
        return None
    return DOORS[request.id](state, request, text, context)


def choice_made(state: Conversation, text: str, context: Context) -> Said | None:
    """Take the answer to "which one?". None when the message is something else: then the question is dropped."""
    asking, state.asking = state.asking, None
    options = scenarios(context.tools) if asking == SCENARIO else drills(context.tools)
    name = called(text, options)  # what is offered is taken, also where it names a concept of the glossary
    command = context.tools.reader.command(text)
    if name is None and state.mode == INTERVIEW and declined(text, context):
        return state, [context.tools.words.say("choice_dropped", state.lang)]
    if asking is None or (name is None and command.label != "content"):
        return None
    name = name or chosen(text, options) or (closest(text, scenarios(context.tools)) if asking == SCENARIO else None)
    if name is None:
        if len(text) > _SHORT or context.tools.requests.read(text) is not None:
            return None
        state.asking = asking
        return state, [
            context.tools.words.say(
                "choice_unknown", state.lang, name=text, names=listed(options, state.lang, context.tools)
            )
        ]
    if asking == SCENARIO:
        return start_rehearsal(state, name, difficulty_named(text, context.tools) or NORMAL, context)
    return start_drill(state, name, context)


DOORS: dict[str, Door] = {
    REHEARSE: rehearse,
    "scenarios": scenario_list,
    "drill": drill,
    "progress": progress,
    "review": ask_for_transcript,
    "keep": keep,
    "open_account": open_account,
    "open_named": open_account,
    "accounts": accounts,
    "brief": show_brief,
    "visit": plan_visit,
    "move_visit": move_visit,
    "cancel_visit": cancel_visit,
    "visits": list_visits,
    "after_visit": after_visit,
    "people": people,
    "person": person,
    "stance_map": stance_map,
    "account_page": account_page,
    "ranking": ranking,
    "export_account": export_account,
    "forget_account": forget_account,
    "process": process,
    "calendar": calendar,
    "checklist": checklist,
}
