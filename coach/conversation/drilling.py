"""A turn in a drill: an answer to the prompt, or a word to the coach."""

from __future__ import annotations

from coach.context import Context
from coach.conversation.rehearsing import is_meant_for_the_coach
from coach.conversation.state import DRILL, INTERVIEW, Conversation, Said
from coach.drill.round import Round, answer
from coach.drill.say import say_prompt, say_result, say_verdict
from coach.interview.glossary import explain_concept
from coach.progress.store import Record, note


def step(state: Conversation, text: str, context: Context) -> Said:
    """Return the conversation after `text`."""
    drill_round = state.drill
    assert drill_round is not None
    command = context.tools.reader.command(text)
    if command.label != "content" and is_meant_for_the_coach(command, text, context.tools):
        return _control(state, drill_round, command.label, text, context)
    drill = context.tools.knowledge.drills[drill_round.drill]
    prompt = drill_round.prompt(drill)
    state.drill, verdict = answer(drill_round, text, context.tools, context.today)
    said = say_verdict(verdict, drill, prompt, drill_round.lang, context.tools)
    if state.drill.is_over(drill, context.tools.knowledge.rehearsing.drill_prompts):
        return _end(state, [said], context)
    return state, [said, say_prompt(state.drill, context.tools)]


def _control(state: Conversation, drill_round: Round, label: str, text: str, context: Context) -> Said:
    words, lang = context.tools.words, drill_round.lang
    drill = context.tools.knowledge.drills[drill_round.drill]
    prompt = say_prompt(drill_round, context.tools)
    if label in ("stop", "summary"):
        if drill_round.passed:
            return _end(state, [], context)
        state.mode, state.drill = INTERVIEW, None
        return state, [words.say("drill_left", lang)]
    if label == "hint":
        drill_round.hints, drill_round.helped = drill_round.hints + 1, drill_round.helped + 1
        example = drill_round.prompt(drill).example[lang]
        nudge = words.say("hint", lang, hint=drill.task[lang])
        said = nudge if drill_round.hints == 1 else words.say("drill_example", lang, example=example)
        return state, [said, prompt]
    if label == "skip":
        drill_round.passed = [*drill_round.passed, False]
        if drill_round.is_over(drill, context.tools.knowledge.rehearsing.drill_prompts):
            return _end(state, [], context)
        return state, [words.say("skipped", lang), say_prompt(drill_round, context.tools)]
    if label == "why":
        return state, [drill.goal[lang], prompt]
    if label == "knowledge":
        return state, [*explain_concept(text, lang, context.tools), prompt]
    if label == "language":
        drill_round.lang = context.tools.manners.language_named(text) or ("en" if lang == "zh" else "zh")
        return state, [words.say("language_switched", drill_round.lang), say_prompt(drill_round, context.tools)]
    return state, [words.say("drill_help", lang), prompt] if label == "help" else [prompt]


def _end(state: Conversation, said: list[str], context: Context) -> Said:
    """Say how the round went and keep the result."""
    done = state.drill
    assert done is not None
    criterion = context.tools.knowledge.drills[done.drill].criterion
    record = Record(
        context.today.isoformat(), DRILL, done.drill, round(done.share * 100), {criterion: round(done.share, 3)},
        prompts=len(done.passed), hints=done.helped,
    )  # fmt: skip
    state.mode, state.drill = INTERVIEW, None
    said = [*said, say_result(done, context.tools), context.tools.words.say("rehearsal_next", done.lang)]
    try:
        note(context.home, context.user, record)
    except OSError as error:
        reason = error.strerror or str(error)
        said.append(context.tools.words.say("receipt_failed", done.lang, path=context.home, reason=reason))
    return state, said
