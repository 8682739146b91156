"""The page on the customer's procurement: where it is and why, what goes wrong there, what to do and hand over now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach.accounts.records import Dossier
from coach.context import Tools
from coach.knowledge.buying import ProcessStep
from coach.process.infer import STATED, TO_COME, Evidence, StepFinding, find_step, step_numbered

SHOWN = 2  # pieces of evidence: the newest say enough


def process_page(dossier: Dossier, today: date, lang: str, tools: Tools) -> str:
    """Return the page on `dossier`; at most 15 lines."""
    account = dossier.account.name or tools.words.say("this_customer", lang)
    found = find_step(dossier, tools.steps, tools.knowledge)
    return "\n".join(
        [tools.words.say("process_title", lang, account=account), *finding_lines(found, today, lang, tools)]
    )


def finding_lines(found: StepFinding, today: date, lang: str, tools: Tools) -> list[str]:
    """Return what is said of a finding: the step with its reasons and advice, or what to ask when there is none."""
    if found.step is None:
        return _unknown(found, lang, tools)
    step = step_numbered(found.step, tools.knowledge)
    how = tools.words.say(f"process_how_{found.reason}", lang)
    return [
        tools.words.say("process_here", lang, step=step.order, name=step.name[lang], how=how),
        *(because(evidence, lang, tools) for evidence in found.evidence[:SHOWN]),
        *_doubts(found, today, lang, tools),
        *step_lines(step, lang, tools),
    ]


def step_lines(step: ProcessStep, lang: str, tools: Tools) -> list[str]:
    """Return what happens in a step, who acts, what goes wrong, what to do, hand over and ask."""
    words, separator = tools.words, tools.words.say("list_separator", lang)
    roles = separator.join(tools.knowledge.roles[role].name[lang] for role in step.who)
    return [
        words.say("process_happens", lang, text=step.happens[lang]),
        words.say("process_who", lang, roles=roles),
        words.say("process_wrong", lang, text=" ".join(step.wrong[lang])),
        words.say("process_do", lang, text=" ".join(step.do[lang])),
        words.say("process_hand_over", lang, items=separator.join(step.hand_over[lang])),
        words.say("process_ask", lang, question=step.ask[lang]),
    ]


def question_of(found: StepFinding, tools: Tools, lang: str) -> str:
    """Return the question that confirms a finding, or that finds the step where there is none."""
    order = found.step or found.runner_up
    return step_numbered(order, tools.knowledge).ask[lang] if order else tools.knowledge.procurement.ask[lang]


def _unknown(found: StepFinding, lang: str, tools: Tools) -> list[str]:
    lines = [tools.words.say("process_unknown", lang)]
    if found.reason == TO_COME:
        lines.append(tools.words.say("process_to_come", lang, step=found.runner_up))
        lines += [because(evidence, lang, tools) for evidence in found.evidence[:SHOWN]]
    return [*lines, tools.words.say("process_ask", lang, question=question_of(found, tools, lang))]


def because(evidence: Evidence, lang: str, tools: Tools) -> str:
    """Return a reason to believe in a step: its words, day and rule."""
    return tools.words.say("process_because", lang, reason=reason(evidence, lang, tools), rule=evidence.rule)


def reason(evidence: Evidence, lang: str, tools: Tools) -> str:
    """Return the words and the day of a reason, without its rule."""
    day = tools.words.say("process_day", lang, day=evidence.day) if evidence.day else ""
    if not evidence.quote:
        return tools.words.say("process_reason_stated", lang, day=day)
    return tools.words.say("process_reason", lang, quote=evidence.quote, day=day)


def _doubts(found: StepFinding, today: date, lang: str, tools: Tools) -> list[str]:
    """Say what speaks for another step, and that the newest sign is old."""
    words, lines = tools.words, []
    if found.runner_up:
        other = step_numbered(found.runner_up, tools.knowledge)
        if found.against:
            said = found.against[0]
            lines.append(
                words.say(
                    "process_against", lang, step=other.order, name=other.name[lang], quote=said.quote, rule=said.rule
                )
            )
        elif found.reason != STATED:
            lines.append(words.say("process_runner_up", lang, step=other.order, name=other.name[lang]))
    days = _age(found.evidence, today)
    if days > tools.knowledge.procurement.fresh_days:
        lines.append(words.say("process_old", lang, days=days))
    return lines


def _age(evidence: Sequence[Evidence], today: date) -> int:
    newest = max((item.day for item in evidence), default="")
    return (today - date.fromisoformat(newest)).days if newest else 0
