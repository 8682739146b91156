"""What is said in a drill."""

from __future__ import annotations

from coach.context import Tools
from coach.drill.judge import Verdict
from coach.drill.round import Round
from coach.knowledge.rehearsing import Drill, DrillPrompt


def say_start(state: Round, tools: Tools) -> str:
    """Return what the drill is for and what to do."""
    drill = tools.knowledge.drills[state.drill]
    count = min(tools.knowledge.rehearsing.drill_prompts, len(drill.prompts))
    lang = state.lang
    return tools.words.say(
        "drill_start", lang, name=drill.name[lang], goal=drill.goal[lang], task=drill.task[lang], count=count
    )


def say_prompt(state: Round, tools: Tools) -> str:
    """Return the waiting prompt with its number."""
    drill = tools.knowledge.drills[state.drill]
    says = state.prompt(drill).says[state.lang]
    return tools.words.say("drill_prompt", state.lang, number=len(state.passed) + 1, says=says)


def say_verdict(verdict: Verdict, drill: Drill, prompt: DrillPrompt, lang: str, tools: Tools) -> str:
    """Return the instant feedback: what was done, with the words; what lacks or spoils; a sample if it did not pass."""
    words = tools.words
    lines = [words.say("drill_passed" if verdict.passed else "drill_failed", lang)]
    for mark in verdict.done:
        lines.append(
            words.say("drill_done", lang, name=words.say(f"mark_{mark.name}", lang), words=mark.text, rule=mark.rule)
        )
    for mark in verdict.spoilt:
        lines.append(words.say("drill_spoilt", lang, name=words.say(f"mark_{mark.name}", lang), words=mark.text))
    if verdict.lacking:
        names = words.listing([words.say(f"mark_{name}", lang) for name in verdict.lacking], lang)
        lines.append(words.say("drill_lacking", lang, names=names))
    if not verdict.passed:
        lines.append(words.say("drill_example", lang, example=prompt.example[lang]))
    if prompt.objection is not None and not verdict.passed:
        lines.append(tools.knowledge.objections[prompt.objection].advice[lang])
    return "\n".join(lines)


def say_result(state: Round, tools: Tools) -> str:
    """Return how the round went."""
    drill = tools.knowledge.drills[state.drill]
    passed, count = sum(state.passed), len(state.passed)
    return tools.words.say("drill_result", state.lang, name=drill.name[state.lang], passed=passed, count=count)
