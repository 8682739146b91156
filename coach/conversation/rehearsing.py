"""A turn while the assistant plays the buyer: a line for the buyer, or a word to the coach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from coach.context import Context, Tools
from coach.conversation.doors import start_rehearsal
from coach.conversation.leave import finish, pause
from coach.conversation.state import Conversation, Said
from coach.interview.glossary import concepts_asked, explain_concept
from coach.knowledge.scenario import ScenarioNeed
from coach.read.verdict import Verdict
from coach.rehearsal.debrief import next_need
from coach.rehearsal.explain import explain_turn
from coach.rehearsal.feedback import points_of
from coach.rehearsal.say import buyer_line
from coach.rehearsal.state import Rehearsal
from coach.rehearsal.step import play, taken_back
from coach.rehearsal.what_if import what_if

Control = Callable[[Conversation, Rehearsal, str, Context], Said]
_RULE = "commands/"
_SURE = 0.9  # confidence of a control word that is the whole message: a weaker one is a line of the seller


def step(state: Conversation, text: str, context: Context) -> Said:
    """Return the conversation after `text`: requests and control words go to the coach, all else to the buyer."""
    rehearsal = state.rehearsal
    assert rehearsal is not None
    request = context.tools.requests.read(text)
    if request is not None and request.id in REQUESTS:
        return REQUESTS[request.id](state, rehearsal, request.rest or text, context)
    command = context.tools.reader.command(text)
    if is_meant_for_the_coach(command, text, context.tools) and command.label in CONTROLS:
        return CONTROLS[command.label](state, rehearsal, text, context)
    if rehearsal.over:
        return finish(state, context)
    return _to_the_buyer(state, rehearsal, text, context)


def is_meant_for_the_coach(command: Verdict, text: str, tools: Tools) -> bool:
    """Only a whole message that a rule knows. "Why?" with its mark is put to the buyer, "why" to the coach, and so is a
    question for what no concept is ("what is it made of?")."""
    if not command.is_shown_by(_RULE, "glossary/") or command.confidence < _SURE:
        return False
    if command.label == "knowledge":
        return bool(concepts_asked(text, tools))
    return not (command.label == "why" and text.rstrip().endswith(("?", "？")))


def _to_the_buyer(state: Conversation, rehearsal: Rehearsal, text: str, context: Context) -> Said:
    after = play(rehearsal, text, context.tools)
    state.rehearsal, state.hints = after, 0
    state.interview = state.interview.following(text)  # what comes after the call is in its language
    messages = [buyer_line(after, context.tools)]
    if state.feedback and (points := feedback_on_last(after, context)):
        messages.append(points)
    if after.over:
        _, closing = finish(state, context)
        messages += closing
    return state, messages


def feedback_on_last(rehearsal: Rehearsal, context: Context) -> str:
    """Return the points on the last turn as lines, empty when there is nothing to say."""
    tools, turn = context.tools, rehearsal.turns[-1]
    scenario = tools.knowledge.scenarios[rehearsal.scenario]
    told = [need for need in rehearsal.told if need != turn.told]
    points = points_of(turn, len(told), _waiting(rehearsal, context), tools.knowledge, scenario, rehearsal.lang)
    signs = {
        good: tools.words.say("feedback_good" if good else "feedback_mend", rehearsal.lang) for good in (True, False)
    }
    return "\n".join(
        tools.words.say("feedback_line", rehearsal.lang, sign=signs[point.good], text=point.text) for point in points
    )


def _waiting(rehearsal: Rehearsal, context: Context) -> ScenarioNeed | None:
    return next_need(context.tools.knowledge.scenarios[rehearsal.scenario], rehearsal.told, rehearsal.facts)


def back(state: Conversation, rehearsal: Rehearsal, _text: str, context: Context) -> Said:
    """Take the last exchange back: the call is played again without it."""
    words = context.tools.words
    if not rehearsal.turns:
        return state, [words.say("rehearsal_nothing_back", rehearsal.lang)]
    *lines, state.took_back = [turn.seller for turn in rehearsal.turns]
    state.rehearsal = replace(taken_back(rehearsal, lines, context.tools), lang=rehearsal.lang)
    return state, [words.say("rehearsal_back", rehearsal.lang), buyer_line(state.rehearsal, context.tools)]


def hint(state: Conversation, rehearsal: Rehearsal, _text: str, context: Context) -> Said:
    """Give a nudge, the second time an example."""
    state.hints, state.helped = state.hints + 1, state.helped + 1
    nudge, example = _nudge(rehearsal, context)
    if state.hints == 1:
        return state, [context.tools.words.say("hint", rehearsal.lang, hint=nudge)]
    return state, [context.tools.words.say("rehearsal_example", rehearsal.lang, example=example)]


def _nudge(rehearsal: Rehearsal, context: Context) -> tuple[str, str]:
    """Return what to do next and an example: settle the objection, reach the next need, offer, close."""
    words, lang, knowledge = context.tools.words, rehearsal.lang, context.tools.knowledge
    scenario, need = knowledge.scenarios[rehearsal.scenario], _waiting(rehearsal, context)
    if rehearsal.open_objection:
        objection = next(item for item in scenario.objections if item.id == rehearsal.open_objection)
        return knowledge.objections[objection.kind].advice[lang], objection.answer[lang]
    if need is not None:
        return words.say(f"nudge_{need.level}", lang), need.ask[lang]
    if not any(mark["name"] == "benefit" for turn in rehearsal.turns for mark in turn.marks):
        return words.say("nudge_pitch", lang), scenario.pitch[lang]
    return words.say("nudge_step", lang), scenario.agree.ask[lang]


def why(state: Conversation, rehearsal: Rehearsal, _text: str, context: Context) -> Said:
    return state, [explain_turn(rehearsal, context.tools)]


def repeat(state: Conversation, rehearsal: Rehearsal, _text: str, context: Context) -> Said:
    return state, [buyer_line(rehearsal, context.tools)]


def help_(state: Conversation, rehearsal: Rehearsal, _text: str, context: Context) -> Said:
    return state, [context.tools.words.say("rehearsal_help", rehearsal.lang), buyer_line(rehearsal, context.tools)]


def skip(state: Conversation, rehearsal: Rehearsal, _text: str, context: Context) -> Said:
    return state, [context.tools.words.say("rehearsal_skip", rehearsal.lang), buyer_line(rehearsal, context.tools)]


def restart(state: Conversation, rehearsal: Rehearsal, _text: str, context: Context) -> Said:
    """Begin the same scenario again; the lines so far are worth nothing any more, so nothing is asked."""
    return start_rehearsal(state, rehearsal.scenario, rehearsal.difficulty, context)


def language(state: Conversation, rehearsal: Rehearsal, text: str, context: Context) -> Said:
    """Switch the coach and the buyer to the language that is named, else to the other one."""
    named = context.tools.manners.language_named(text) or ("en" if rehearsal.lang == "zh" else "zh")
    state.rehearsal = replace(rehearsal, lang=named)
    state.interview = replace(state.interview, lang=named, lang_fixed=True)
    return state, [context.tools.words.say("language_switched", named)]


def knowledge(state: Conversation, rehearsal: Rehearsal, text: str, context: Context) -> Said:
    return state, [*explain_concept(text, rehearsal.lang, context.tools), buyer_line(rehearsal, context.tools)]


def try_other(state: Conversation, rehearsal: Rehearsal, line: str, context: Context) -> Said:
    """Show what another last line would have brought."""
    return state, [what_if(rehearsal, line, context.tools)]


def feedback_on(state: Conversation, rehearsal: Rehearsal, _text: str, context: Context) -> Said:
    state.feedback = True
    return state, [context.tools.words.say("feedback_is_on", rehearsal.lang), buyer_line(rehearsal, context.tools)]


def feedback_off(state: Conversation, rehearsal: Rehearsal, _text: str, context: Context) -> Said:
    state.feedback = False
    return state, [context.tools.words.say("feedback_is_off", rehearsal.lang), buyer_line(rehearsal, context.tools)]


def debrief(state: Conversation, _rehearsal: Rehearsal, _text: str, context: Context) -> Said:
    return finish(state, context)


def stop(state: Conversation, _rehearsal: Rehearsal, _text: str, context: Context) -> Said:
    return pause(state, context)


CONTROLS: dict[str, Control] = {
    "stop": stop, "skip": skip, "back": back, "repeat": repeat, "help": help_, "why": why, "hint": hint,
    "restart": restart, "summary": debrief, "language": language, "knowledge": knowledge,
}  # fmt: skip
REQUESTS: dict[str, Control] = {
    "what_if": try_other, "feedback_on": feedback_on, "feedback_off": feedback_off, "debrief": debrief,
}  # fmt: skip
