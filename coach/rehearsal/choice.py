"""What the buyer answers to a question: a fact, a need that is earned, or a guarded line."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coach.knowledge.rehearsing import Dodge
from coach.knowledge.scenario import Fact, Hedge, ScenarioNeed
from coach.read.seller import Question
from coach.read.topics import ENOUGH, SPECIFIC
from coach.rehearsal.aim import AGAIN, CLEAR, OF_GOODS, Aim, aim_of
from coach.rehearsal.earned import asks_for, not_earned, presumes
from coach.rehearsal.scene import Scene

EARNED = 3.0  # a need that is earned goes before a fact, or one that is not, of about the same weight
WANTED = 1.2  # so does a want


@dataclass(frozen=True)
class Choice:
    """What to answer: a need (`earned`, or not yet and `why`), or a fact; `again` when it was said before.

    `ahead` is the need that the question ran to, where the item is only on the way there: it is warded off first.
    `digs`: it asks for that need's depth. `beside` is the need that a question digs for which a fact answers.
    `misses`: the fact lies next to what is asked and does not answer it. `by_example`: example questions say more
    clearly than any phrase that the item is meant, `certain`: and leave little doubt of it; `named`: they say so of the
    need that is warded off. `hedge`: what wards it off where a question is like one that the scenario foresees.
    `aside`: a fact that is told first.
    """

    item: ScenarioNeed | Fact
    why: str = ""
    again: bool = False
    ahead: ScenarioNeed | None = None
    beside: ScenarioNeed | None = None
    digs: bool = False
    misses: bool = False
    by_example: bool = False
    certain: bool = False
    named: bool = False
    hedge: Hedge | None = None
    aside: Fact | None = None

    @property
    def earned(self) -> bool:
        return not self.why


@dataclass(frozen=True)
class _Reached:
    """A need that is not told yet: how much the question is about it, and why it does not get it ("" when it does)."""

    weight: float
    need: ScenarioNeed
    why: str

    @property
    def order(self) -> tuple[float, bool]:
        """The best first; of two as good, one below the surface, with which the want in front of it is told."""
        return -self.weight - (0 if self.why else EARNED), bool(self.why) or self.need.level == "surface"


def choose(scene: Scene, question: Question) -> Choice | None:
    """Return what the question gets, None when nothing in the scenario is about it."""
    aim = aim_of(scene, question)
    choice = _choose(aim)
    if choice is None:
        return None
    named = choice.ahead is not None and aim.surely_means(choice.ahead)
    kept_back = choice.ahead or (choice.item if choice.why and isinstance(choice.item, ScenarioNeed) else None)
    hedge = aim.hedge(kept_back) if kept_back else None
    by_example, certain = aim.is_by_example(choice.item), aim.is_certain_of(choice.item)
    aside = aim.aside if aim.aside and aim.aside.id not in scene.known else None
    return replace(choice, aside=aside, by_example=by_example, certain=certain, named=named, hedge=hedge)


def _choose(aim: Aim) -> Choice | None:
    scene, question = aim.scene, aim.question
    fact_weight, fact = aim.fact()
    needs = aim.needs()
    told_before = ((weight * AGAIN, need) for weight, need in needs if need.id in scene.state.told)
    told_weight, told = next(told_before, (0.0, None))
    known = max(fact_weight, told_weight)
    left = _left(aim, needs)
    if aim.is_chat():  # it runs ahead of nothing
        left = [one for one in left if one.why != "after"]
    for one in left:
        if one.why == "after" and one.weight + EARNED >= known and presumes(one.need, aim):
            return Choice(one.need)
    for one in sorted(left, key=lambda one: one.order):
        if choice := _for_need(one, known, fact, aim):
            ahead = _ran_to(choice, left, aim)
            return replace(choice, ahead=ahead, digs=ahead is not None and asks_for(ahead, aim))
    kind = scene.dodges.of(question.text)
    guessed = kind is not None and kind.sure and known < CLEAR and not scene.scenario.banter
    if known < ENOUGH * AGAIN or guessed:
        return _came_for(scene, kind)
    if fact is not None and fact_weight > told_weight:
        misses = not scene.scenario.banter and not aim.is_answered_by(fact)
        return Choice(fact, again=fact.id in scene.state.facts, beside=_dug_for(left, aim), misses=misses)
    return Choice(told, again=True) if told else None


def _left(aim: Aim, needs: list[tuple[float, ScenarioNeed]]) -> list[_Reached]:
    """The needs that are not told yet. Example questions alone get none told: they only let it be warded off."""
    told, sure = aim.scene.state.told, {need.id for _, need in needs}
    reached = [_Reached(weight + aim.meant.get(need.id, 0.0), need, not_earned(need, aim)) for weight, need in needs]
    guessed = [_Reached(weight, need, not_earned(need, aim)) for weight, need in aim.meant_needs()]
    reached += [one for one in guessed if one.need.id not in sure and one.why]
    return [one for one in reached if one.need.id not in told]


def _for_need(one: _Reached, known: float, fact: Fact | None, aim: Aim) -> Choice | None:
    """Return what the question gets of a need; None where what is `known`, such as `fact`, fits it better."""
    plain = fact is not None and aim.scene.is_plain(fact)
    opens_up = not one.why and one.need.level != "surface" and one.weight >= SPECIFIC and aim.digs()
    lead = WANTED if one.need.level == "surface" else EARNED
    near = one.weight + lead >= known or opens_up  # who digs and is trusted gets more than a fact beside it
    if not one.why:
        closer = one.need.level == "surface" and not aim.scene.scenario.banter and aim.fits_closer(fact, one.need)
        return Choice(one.need) if near and not closer else None
    if one.why != "after":
        digs_on = plain and aim.scene.state.missed(one.need.id)
        return Choice(one.need, one.why) if one.weight > known or (one.weight >= known and digs_on) else None
    if aim.fits_closer(fact, one.need):
        return None
    digs_on = aim.digs() and one.weight >= SPECIFIC and aim.scene.state.ran_ahead_to()
    ahead = one.weight + (EARNED if digs_on else 0) > known or (one.weight >= known and aim.asks_outright(one.need))
    evades = near and plain and not aim.leads_elsewhere(one.need)
    return replace(_forerunner(one.need, aim), ahead=one.need) if ahead or evades else None


def _ran_to(choice: Choice, left: list[_Reached], aim: Aim) -> ScenarioNeed | None:
    """Return the need that the question ran to, where the choice is something before it, or a want that it digs under.

    Who asks about the person means the deepest level.
    """
    before = [one for one in left if one.why == "after" and one.need is not choice.item]
    wants = isinstance(choice.item, ScenarioNeed) and choice.item.level == "surface" and choice.earned
    if choice.ahead is None and not (wants and before and aim.digs()):
        return None
    personal = aim.is_personal()
    deep = [one for one in before if personal and one.need.level == "deep"]
    return choice.ahead if choice.ahead and not deep else max(deep or before, key=lambda one: one.weight).need


def _dug_for(left: list[_Reached], aim: Aim) -> ScenarioNeed | None:
    """Return the need that a question digs for too early, though a fact answers it."""
    dug = [one for one in left if one.why == "after" and one.weight >= CLEAR and asks_for(one.need, aim)]
    return None if aim.scene.scenario.banter or not dug else max(dug, key=lambda one: one.weight).need


def _forerunner(need: ScenarioNeed, aim: Aim) -> Choice:
    """A question that runs ahead gets the first thing on the way that is not said yet."""
    scene = aim.scene
    first = next(item for item in scene.scenario.items if item.id in need.after and item.id not in scene.known)
    if isinstance(first, Fact):
        return Choice(first)
    why = not_earned(first, aim)
    return _forerunner(first, aim) if why == "after" else Choice(first, why)


def _came_for(scene: Scene, kind: Dodge | None) -> Choice | None:
    """What the buyer came for, in answer to a first question that is about nothing else; who asks for a time, a place
    or a name asks for something else."""
    opens = next((fact for fact in scene.scenario.facts if fact.opens), None)
    elsewhere = kind is not None and kind.worded and kind.id not in OF_GOODS
    return Choice(opens) if opens and not scene.known and not elsewhere else None
