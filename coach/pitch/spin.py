"""SPIN: the next question of each type, built on the words that were said."""

from __future__ import annotations

from coach.interview.state import Interview, Need
from coach.knowledge.load import Knowledge


def spin_questions(state: Interview, knowledge: Knowledge) -> list[str]:
    """Return one question a SPIN type, quoting the newest need that fits it."""
    words, lang = knowledge.words, state.lang
    lines = [words.say("spin_situation", lang, question=_situation(state, knowledge))]
    if wanted := _newest(state, "surface"):
        question = knowledge.needs[wanted.topic].ask_customer
        if question:
            lines.append(words.say("spin_problem", lang, quote=wanted.quote, question=question[lang]))
    hidden = [need for level in ("latent", "deep") for need in reversed(state.at(level))]
    trouble = next((need for need in hidden if not knowledge.needs[need.topic].aim), None)
    if trouble:
        lines.append(words.say("spin_implication", lang, quote=trouble.quote))
        lines.append(words.say("spin_need_payoff", lang, quote=trouble.quote))
    elif hidden:
        lines.append(words.say("spin_implication_aim", lang, quote=hidden[0].quote))
        lines.append(words.say("spin_need_payoff_aim", lang, quote=hidden[0].quote))
    else:
        lines.append(words.say("spin_need_payoff_none", lang))
    return lines


def _situation(state: Interview, knowledge: Knowledge) -> str:
    """The first situation question that the salesperson could not answer, else the first of all."""
    questions = knowledge.funnel["open"].questions
    open_ids = {asked.question for asked in state.asked if asked.unknown}
    chosen = next((q for q in questions if q.id in open_ids), questions[0])
    return chosen.ask_customer[state.lang]


def _newest(state: Interview, level: str) -> Need | None:
    return next(iter(reversed(state.at(level))), None)
