"""Judge a call by the same rubric as a rehearsal, as plain JSON."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from coach.context import Tools
from coach.judge.decent import decent_lines
from coach.judge.practise import practise_next
from coach.judge.score import Tally, counted_marks, score_of
from coach.review.call import Call, CallTurn, Need, Step
from coach.review.ear import Ear
from coach.review.listen import Progress, listen
from coach.review.measure import measures
from coach.review.outcomes import close_steps, costliest_first, let_go, settle
from coach.review.receipt import receipt_of
from coach.review.sides import CUSTOMER, OTHER, SELLER, Sides
from coach.review.utterance import Utterance, joined_turns

Json = dict[str, Any]
_STEP_RANK = ("agreed", "undated", "refused")


def review(
    said: Sequence[Utterance],
    sides: Sides,
    tools: Tools,
    today: date,
    lang: str,
    ear: Ear | None = None,
    progress: Progress | None = None,
) -> Json:
    """Return the review of a call, receipt included: the contract of `coach review --json`.

    `today` is the day of the call, from which "by Friday" is counted; `lang` that of sentences put to the reader.
    """
    ear = ear or Ear(tools)
    call = listen(joined_turns(list(said)), sides, tools, ear, today, progress)
    settle(call, tools)
    close_steps(call, ear, today, tools.knowledge.reviewing.handle_within)
    numbers, rubric = tools.knowledge.reviewing, tools.knowledge.rubric
    score = score_of(tally_of(call, tools), rubric)
    result = {
        "kind": "review",
        "lang": lang,
        "sellers": sides.names(SELLER),
        "customers": sides.names(CUSTOMER),
        "others": sides.names(OTHER),
        "guess": sides.to_json(),
        "score": score.score,
        "passed": score.score >= numbers.pass_mark and not score.failed,
        "pass_mark": numbers.pass_mark,
        "needs": _needs(call, lang, tools),
        "criteria": [asdict(share) for share in score.criteria],
        "faults": [asdict(share) for share in score.faults],
        "objections": [{**vars(one), "name": _objection(one.kind, lang, tools)} for one in call.objections],
        "next_step": _best(call.steps),
        **measures(call),
        "turns": [_turn(turn) for turn in call.turns],
        "practise": practise_next(score, tools),
    }
    return {**result, "receipt": receipt_of(said, sides, today, result, tools)}


def tally_of(call: Call, tools: Tools) -> Tally:
    """Return what is counted; lines are turns. Needs count against the targets of `knowledge/review.yml`."""
    lines: dict[str, list[int]] = defaultdict(list)
    need_lines: dict[str, list[int]] = defaultdict(list)
    for turn in call.turns:
        for name in counted_marks({mark.name for mark in turn.marks}, tools.knowledge.rubric):
            lines[name].append(turn.number)
    for need, followed in let_go(call, tools):
        if followed or _was_asked_for(need, call):  # one that was volunteered and passed over is no merit
            need_lines[need.level].append(need.turn)
    targets: dict[str, int] = {str(level): most for level, most in tools.knowledge.reviewing.targets.items()}
    found = {level: min(len(need_lines[level]), most) for level, most in targets.items()}
    steps: dict[str, list[int]] = defaultdict(list)
    for step in call.steps:
        steps[step.outcome].append(step.turn)
    best = next((name for name in _STEP_RANK if steps[name]), None)
    unique = {level: tuple(dict.fromkeys(numbers)) for level, numbers in need_lines.items()}
    answered = sorted({*lines["spin_situation"], *lines["spin_problem"], *lines["spin_implication"]})
    said = [(turn.number, turn.text, {mark.name for mark in turn.marks}) for turn in call.turns if turn.side == SELLER]
    decent = decent_lines(said, tools.knowledge.rubric)
    return Tally(lines, found, targets, unique, answered, best, tuple(steps[best]) if best else (), len(said), decent)


def _was_asked_for(need: Need, call: Call) -> bool:
    """Say whether the turn before the need asked an open question."""
    before = [turn for turn in call.turns if turn.number < need.turn and turn.side == "seller"]
    return bool(before) and before[-1].has("open")


def _needs(call: Call, lang: str, tools: Tools) -> list[Json]:
    """The needs in order of place, each with the turn that followed it up; `order` ranks those that were let go."""
    went = {need.id: turn or _with_objection(need, call) for need, turn in let_go(call, tools)}
    order = {need.id: i for i, need in enumerate(costliest_first([n for n in call.needs if went[n.id] is None]), 1)}
    return [
        {
            "id": need.id,
            "level": need.level,
            "topic": need.topic,
            "found": True,
            "turn": need.turn,
            "said": need.quote,
            "evidence": [{"rule": need.rule, "text": need.words}],
            "followed": went[need.id],
            "order": order.get(need.id),
            "ask": _ask(need, lang, tools),
        }
        for need in call.needs
    ]


def _with_objection(need: Need, call: Call) -> int | None:
    """The turn that took up the objection in which the need was told."""
    objections = call.turns[need.turn - 1].objections
    return next((one.handled for one in objections if one.said in need.quote or need.quote in one.said), None)


def _ask(need: Need, lang: str, tools: Tools) -> str | None:
    ask = tools.knowledge.needs[need.topic].ask_customer
    return ask[lang] if ask else None


def _objection(kind: str, lang: str, tools: Tools) -> str:
    return tools.knowledge.objections[kind].name[lang]


def _best(steps: Sequence[Step]) -> Json:
    for outcome in _STEP_RANK:
        chosen = [step for step in steps if step.outcome == outcome]
        if chosen:
            return {"step": outcome, "turn": chosen[-1].turn, "date": chosen[-1].date}
    return {"step": None, "turn": None, "date": None}


def _turn(turn: CallTurn) -> Json:
    return {
        "turn": turn.number,
        "speaker": turn.speaker,
        "side": turn.side,
        "start": turn.start,
        "line": turn.source,
        "text": turn.text,
        "marks": [vars(mark) for mark in turn.marks],
        "needs": [need.id for need in turn.needs],
        "objections": [objection.kind for objection in turn.objections],
        "step": turn.step.outcome if turn.step else None,
    }
