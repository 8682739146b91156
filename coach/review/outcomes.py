"""What became of things: needs followed up or let go, objections taken up or left, steps agreed or refused."""

from __future__ import annotations

from datetime import date
from itertools import takewhile

from coach.context import Tools
from coach.judge.mark import Mark
from coach.judge.objections import handling_of
from coach.knowledge.needed import DEPTH
from coach.read.topics import NEED
from coach.review.call import Call, CallTurn, Need, Objection, Step
from coach.review.ear import Ear
from coach.review.sides import CUSTOMER
from coach.text.dates import find_date
from coach.text.normalize import normalize

_DIGS = ("problem", "implication", "need_payoff")


def followed(need: Need, call: Call, within: int, tools: Tools) -> int | None:
    """Return the turn that followed the need up by a question, a paraphrase or a benefit; None when it was let go.

    What is openly wanted needs no digging: any later summary or benefit that names it will do.
    """
    for place, turn in enumerate(call.answers(need.turn, within)):
        if _takes_up(turn, need, at_once=place == 0, tools=tools):
            return turn.number
    if need.level == "surface":
        later = (turn for turn in call.turns[need.turn :] if turn.has("summary", "benefit"))
        return next((turn.number for turn in later if _takes_up(turn, need, at_once=False, tools=tools)), None)
    return None


def _takes_up(turn: CallTurn, need: Need, *, at_once: bool, tools: Tools) -> bool:
    line = turn.line
    if line is None or not (line.questions or turn.has("paraphrase", "summary", "benefit")):
        return False
    said = need.quote.lower()
    signs = [sign for sign in line.topics if sign.weight >= NEED]
    if any(echo.text.lower() in said for echo in line.echoes) or any(sign.topic in need.about for sign in signs):
        return True
    if any(mark.name == "benefit" and mark.about == need.id for mark in turn.marks):
        return True
    return at_once and _goes_on(turn, tools)


def _goes_on(turn: CallTurn, tools: Tools) -> bool:
    """A question without an object of its own ("how did that end?") goes on with what was just said."""
    for question in turn.line.questions if turn.line else ():
        signs = [sign for sign in question.topics if sign.weight >= NEED]
        general = [sign for sign in signs if tools.knowledge.is_general(sign.topic)]
        if len(general) == len(signs) and (question.spin.label in _DIGS or (general and question.form.label == "open")):
            return True
    return False


def let_go(call: Call, tools: Tools) -> list[tuple[Need, int | None]]:
    """Return each need with the turn that followed it up, None for those let go."""
    within = tools.knowledge.reviewing.follow_within
    return [(need, followed(need, call, within, tools)) for need in call.needs]


def costliest_first(needs: list[Need]) -> list[Need]:
    """Return needs by depth, the deepest first, then by place."""
    return sorted(needs, key=lambda need: (-DEPTH[need.level], need.turn))


def settle(call: Call, tools: Tools) -> None:
    """Note which turn took up each objection; one that is passed over altogether is a fault of the next turn."""
    within = tools.knowledge.reviewing.handle_within
    for objection in call.objections:
        answers = call.answers(objection.turn, within)
        wanted = set(tools.knowledge.objections[objection.kind].answered_by)
        ways = [_ways(turn, objection, tools, at_once=place == 0) for place, turn in enumerate(answers)]
        objection.handled = next((t.number for t, way in zip(answers, ways, strict=True) if way & wanted), None)
        if answers and not any(ways) and not answers[0].has("ignored_objection"):
            text = answers[0].text
            answers[0].marks.append(Mark("ignored_objection", objection.rule, 0, len(text), text, objection.kind))


def _ways(turn: CallTurn, objection: Objection, tools: Tools, *, at_once: bool) -> set[str]:
    if turn.line is None:
        return set()
    about = tools.knowledge.objections[objection.kind].topics
    ways = handling_of(turn.line, turn.marks, about, objection.said, tools.knowledge, at_once=at_once)
    if at_once and "empathy" in ways and turn.line.question:  # acknowledged, then asked: about what else?
        ways.add("question")
    return ways


def close_steps(call: Call, ear: Ear, today: date, within: int) -> None:
    """Note what came of each proposed step: agreed by the customer's next words, with a day or without.

    When an objection or a question comes first, the step may still be taken up in one of the customer's next turns,
    `within` at most, as long as nothing else is proposed.
    """
    for turn in call.turns:
        if not turn.has("commit") or turn.line is None:
            continue
        first, *later = [*_replies(turn, call, within), ""]
        accepted = first if ear.agrees(first) else next((text for text in later if ear.takes_up(text, today)), None)
        day = turn.line.when or find_date(normalize(first if accepted is None else accepted), today)
        outcome = "refused" if accepted is None else "agreed" if day else "undated"
        turn.step = Step(turn.number, outcome, day.isoformat() if day else None)


def _replies(turn: CallTurn, call: Call, within: int) -> list[str]:
    """Return what the customer says next, then in the turns up to another proposal; "" when the seller goes on."""
    after = call.turns[turn.number :]
    nearer = list(takewhile(lambda one: not one.has("commit"), after))
    said = [one.text for one in nearer if one.side == CUSTOMER]
    return [*(() if nearer and nearer[0].side == CUSTOMER else ("",)), *said][: within + 1]
