"""Infer the step of a deal: stated, else the most advanced of the fresh signs; with the reason, or abstain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coach.accounts.records import Dossier
from coach.knowledge.buying import ProcessStep, Procurement
from coach.knowledge.load import Knowledge
from coach.process.signs import Sign, StepReader
from coach.process.words_of import Said, words_of

# why a step is named, or why none is
STATED, WORDS, HINTS, ORDERS, TO_COME, NOTHING = "stated", "words", "hints", "orders", "to_come", "nothing"


@dataclass(frozen=True)
class Evidence:
    """Why a step is believed: the rule, the very words, their day (ISO, "" when unknown)."""

    step: int
    rule: str
    quote: str
    day: str


@dataclass(frozen=True)
class StepFinding:
    """Where the deal is. `step` is 1 to 14, None when nothing speaks for one.

    `reason`: stated, words, hints (words that only point there), orders, to_come (steps were named, but as denied,
    planned or asked), nothing. `evidence` is for the step, or for what is to come, the newest first. `runner_up` is
    the next best step. What contradicts a stated step is in `runner_up` and `against`.
    """

    step: int | None
    stated: bool
    reason: str
    evidence: tuple[Evidence, ...] = ()
    runner_up: int | None = None
    against: tuple[Evidence, ...] = ()


def find_step(
    dossier: Dossier, reader: StepReader, knowledge: Knowledge, *, guess: bool = True, newest: int = 0
) -> StepFinding:
    """Return where the deal of `dossier` is. An explicit step of the account, else of its latest deal, wins.

    Without `guess` only phrases count: the learned model takes some milliseconds for each sentence.
    `newest`: read only so many texts, the last ones; 0 reads all.
    """
    inferred = from_words(words_of(dossier)[-newest:], reader, knowledge.procurement, guess=guess)
    if inferred.step is None or inferred.reason == HINTS:
        inferred = _from_orders(dossier, knowledge.procurement) or inferred
    deals = [deal for deal in dossier.opportunities if deal.step is not None]
    if dossier.account.step is not None:
        return _stated(Evidence(dossier.account.step, "account.step", "", dossier.account.at[:10]), inferred)
    if deals and deals[-1].step is not None:
        return _stated(Evidence(deals[-1].step, "opportunity.step", deals[-1].name, deals[-1].at[:10]), inferred)
    return inferred


def from_words(said: Iterable[Said], reader: StepReader, rules: Procurement, *, guess: bool = True) -> StepFinding:
    """Return the step that the texts speak for, in the order in which they were said."""
    happened: list[tuple[Sign, Evidence]] = []
    to_come: list[Evidence] = []
    for one in said:
        heard = reader.read(one.text, guess=guess)
        if heard.restart:
            happened, to_come = [], []
        for sign in heard.signs:
            evidence = Evidence(sign.step, sign.rule, sign.quote, one.day)
            if sign.happened and not one.to_come:
                happened.append((sign, evidence))
            else:
                to_come.append(evidence)
    fresh = _fresh(happened, rules.fresh_days)
    sure = [evidence for sign, evidence in fresh if sign.sure]
    hints = [evidence for sign, evidence in fresh if not sign.sure]
    if sure:
        return _furthest(sure, WORDS, hints)
    if hints:
        return _furthest(hints, HINTS)
    if to_come:
        return StepFinding(None, False, TO_COME, _newest_first(to_come), to_come[-1].step)
    return StepFinding(None, False, NOTHING)


def step_numbered(order: int, knowledge: Knowledge) -> ProcessStep:
    """Return the step with this number. Raises StopIteration for a number that no step has."""
    return next(step for step in knowledge.process.values() if step.order == order)


def _fresh(found: Sequence[tuple[Sign, Evidence]], days: int) -> list[tuple[Sign, Evidence]]:
    """Leave out what is older than the newest sign by more than `days`; what has no day counts as new."""
    newest = max((evidence.day for _, evidence in found), default="")
    if not newest:
        return list(found)
    last = date.fromisoformat(newest)
    return [pair for pair in found if not pair[1].day or (last - date.fromisoformat(pair[1].day)).days <= days]


def _furthest(found: Sequence[Evidence], reason: str, others: Sequence[Evidence] = ()) -> StepFinding:
    step = max(evidence.step for evidence in found)
    behind = [evidence.step for evidence in found if evidence.step < step]
    rest = behind or [evidence.step for evidence in others if evidence.step != step]
    own = _newest_first(evidence for evidence in found if evidence.step == step)
    return StepFinding(step, False, reason, own, max(rest, default=None))


def _newest_first(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Sort by day; of one day the last said comes first."""
    last_first = list(found)[::-1]
    return tuple(sorted(last_first, key=lambda evidence: evidence.day, reverse=True))


def _from_orders(dossier: Dossier, rules: Procurement) -> StepFinding | None:
    orders = [order for order in dossier.orders if not order.amount.startswith("-")]
    steps = [meaning.step for meaning in rules.orders if len(orders) >= meaning.at_least]
    if not steps:
        return None
    last = orders[-1]
    evidence = Evidence(max(steps), "procurement.orders", f"{last.amount} {last.currency}".strip(), last.day)
    return StepFinding(evidence.step, False, ORDERS, (evidence,))


def _stated(evidence: Evidence, inferred: StepFinding) -> StepFinding:
    found = StepFinding(evidence.step, True, STATED, (evidence,))
    if inferred.step is None or inferred.step == evidence.step:
        return replace(found, evidence=(evidence, *(inferred.evidence if inferred.step else ())))
    return replace(found, runner_up=inferred.step, against=inferred.evidence)
