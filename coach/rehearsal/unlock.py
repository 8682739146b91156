"""What the buyer answers to a question: a fact, a need that is earned, or a guarded line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coach.judge.marks import is_certain
from coach.knowledge.rehearsing import Difficulty, Rehearsing
from coach.knowledge.scenario import Fact, ScenarioNeed
from coach.read.seller import Question
from coach.read.topics import ENOUGH, OWN, SHARED, SPECIFIC, TopicSign
from coach.read.verdict import Evidence
from coach.rehearsal.scene import Scene

CLEAR = 0.6  # weight from which the thread of the talk is followed: a faint guess must not pull a need out
THREAD = 1.6  # what a question without an object of its own is about: what was said last
GENERAL = 0.8  # share of its weight with which a general topic ("what troubles you") points to a need
ECHOED = 1.8  # a question in the words of an item's forerunner goes on with it, and not with what was said last
HEARD = 0.5  # confidence from which an open question is taken for one that digs
AGAIN = 0.4  # share that is left to what was said before
EARNED = 0.6  # a need that is earned goes before a fact, or one that is not, of about the same weight
_DIGS = ("problem", "implication", "need_payoff")
_OUTRIGHT = ("reason", "incident", "effect")
Item = ScenarioNeed | Fact


@dataclass(frozen=True)
class Choice:
    """What to answer: a need (`earned`, or not yet and `why`), or a fact; `again` when it was said before."""

    item: Item
    why: str = ""
    again: bool = False

    @property
    def earned(self) -> bool:
        return not self.why


def choose(scene: Scene, question: Question) -> Choice | None:
    """Return what the question gets, None when nothing in the scenario is about it."""
    signs = [*question.topics, *_from_the_rest(scene, question)]
    if not any(sign.weight >= ENOUGH for sign in signs):
        signs += _by_type(question)
    if checks(scene):
        signs = [sign for sign in signs if _still_asks(sign, scene)]
    fact_weight, fact = _best_fact(scene, signs)
    fitting = [(_need_weight(need, scene, signs), need) for need in scene.scenario.needs]
    fitting = sorted((pair for pair in fitting if pair[0] >= ENOUGH), key=lambda pair: -pair[0])
    told_weight, told = next(((w * AGAIN, n) for w, n in fitting if n.id in scene.state.told), (0.0, None))
    known = max(fact_weight, told_weight)
    left = [
        (weight, need, not_earned(need, scene, question, signs))
        for weight, need in fitting
        if need.id not in scene.state.told
    ]
    for weight, need, why in left:
        if why == "after" and weight + EARNED >= known and _presumes(need, scene, question, signs):
            return Choice(need)
    for weight, need, why in sorted(left, key=lambda row: -row[0] - (0 if row[2] else EARNED)):
        if not why and weight + EARNED >= known:
            return Choice(need)
        if (
            why == "after"
            and weight + EARNED >= known
            and _is_plain(fact, scene)
            and not _elsewhere(need, scene, signs)
        ):
            return _forerunner(need, scene, question, signs)
        if why and (weight > known or (why == "after" and weight >= known and _asks_outright(need, signs))):
            return _forerunner(need, scene, question, signs) if why == "after" else Choice(need, why)
    if known < ENOUGH * AGAIN:
        return _came_for(scene)
    if fact is not None and fact_weight > told_weight:
        return Choice(fact, again=fact.id in scene.state.facts)
    return Choice(told, again=True) if told else None


_TYPES = {"problem": "trouble", "implication": "effect", "need_payoff": "goal"}


def _by_type(question: Question) -> list[TopicSign]:
    """What an open question is about by its SPIN type alone, where its words are of no known topic."""
    topic = _TYPES.get(question.spin.label)
    if topic is None or question.form.label != "open" or question.spin.confidence < HEARD:
        return []
    return [
        TopicSign(topic, CLEAR, Evidence("spin", question.start, question.start + len(question.text), question.text))
    ]


def _came_for(scene: Scene) -> Choice | None:
    """What the buyer came for, in answer to a first question that is about nothing else."""
    opens = next((fact for fact in scene.scenario.facts if fact.opens), None)
    return Choice(opens) if opens and not scene.known else None


def checks(scene: Scene) -> bool:
    """Say whether the question stands behind something offered, here or in the line before: "is that all right?"."""
    return scene.has("offer") or "handed" in scene.line.offered or scene.state.last_did("offer")


def _still_asks(sign: TopicSign, scene: Scene) -> bool:
    """Say whether a topic is asked about behind an offer too: an object of its own, or outright what happened, or why.

    "Is it what you hoped for?" asks for no hopes.
    """
    return (
        sign.weight >= OWN
        or not scene.knowledge.is_general(sign.topic)
        or (sign.topic in _OUTRIGHT and sign.weight >= SHARED)
    )


def _best_fact(scene: Scene, signs: Sequence[TopicSign]) -> tuple[float, Fact | None]:
    best: tuple[float, Fact | None] = (0.0, None)
    for fact in scene.scenario.facts:
        weight = _weight(fact.about, signs) * (AGAIN if fact.id in scene.state.facts else 1.0)
        if weight > best[0]:
            best = (weight, fact)
    return best


def _from_the_rest(scene: Scene, question: Question) -> list[TopicSign]:
    """Topics that phrases show before the question, at half their weight: "About flicker: what happened?"."""
    own = {sign.topic for sign in question.topics}
    return [
        TopicSign(sign.topic, sign.weight / 2, sign.evidence)
        for sign in scene.line.topics
        if sign.topic not in own and sign.evidence.start < question.start
    ]


def _weight(about: Iterable[str], signs: Sequence[TopicSign], general: Iterable[str] = ()) -> float:
    """Return how much the signs speak for `about`: the strongest, and a little for each further one."""
    by_topic = {sign.topic: sign.weight for sign in signs}
    weights = [by_topic[topic] for topic in about if topic in by_topic]
    weights += [by_topic[topic] * GENERAL for topic in general if topic in by_topic and topic not in about]
    return max(weights, default=0.0) + 0.1 * max(0, len(weights) - 1)


def _need_weight(need: ScenarioNeed, scene: Scene, signs: Sequence[TopicSign]) -> float:
    """Return how much the question is about a need; a question without an object goes on with what was said last."""
    general = scene.numbers.levels[need.level].topics
    forerunners = [item for item in scene.scenario.items if item.id in need.after]
    on_the_way = _on_the_way(need, scene)
    elsewhere = _elsewhere(need, scene, signs)
    weight = _weight(need.about, signs, () if elsewhere else general)
    goes_on = any(item.id == scene.state.last for item in forerunners)
    if goes_on and (weight >= CLEAR or (_digs(scene) and not elsewhere and not checks(scene))):
        weight += THREAD
    if weight < CLEAR:
        return weight
    if any(sign.topic in on_the_way and sign.weight >= SPECIFIC for sign in signs):
        return weight + ECHOED
    said = " ".join(text for item in forerunners if item.id in scene.known for text in item.says[scene.lang]).lower()
    return weight + (ECHOED if any(echo.text.lower() in said for echo in scene.line.echoes) else 0.0)


def _on_the_way(need: ScenarioNeed, scene: Scene) -> set[str]:
    """The topics of what was told already on the way to a need."""
    known = set(need.after) & scene.known
    return {topic for item in scene.scenario.items if item.id in known for topic in item.about}


def _elsewhere(need: ScenarioNeed, scene: Scene, signs: Sequence[TopicSign]) -> bool:
    """Say whether an object of its own leads away from the need and the way to it."""
    about = {*need.about, *_on_the_way(need, scene)}
    return any(
        sign.weight >= SPECIFIC and sign.topic not in about and not scene.knowledge.is_general(sign.topic)
        for sign in signs
    )


def _asks_a_fact(question: Question) -> bool:
    """Say whether only a figure or name of today is asked for: "how many are you at home?" reaches no depth."""
    return question.form.label == "closed" and question.spin.label == "situation"


def _is_plain(fact: Fact | None, scene: Scene) -> bool:
    """Say whether a fact only wards off: "there is something every day" tells of no trouble, effect or event."""
    return fact is not None and bool(fact.about) and all(scene.knowledge.is_general(topic) for topic in fact.about)


def _digs(scene: Scene) -> bool:
    """Say whether the question surely asks for trouble, effects or value: without a topic it is about the last word."""
    asked = scene.question
    if asked is None or asked.spin.label not in _DIGS:
        return False
    if asked.form.label == "open":
        return is_certain(asked.spin) or asked.spin.confidence >= HEARD
    return asked.spin.is_ruled  # "A pound, then?": of a closed question the model alone is too bold


def not_earned(need: ScenarioNeed, scene: Scene, question: Question, signs: Sequence[TopicSign]) -> str:
    """Return why the question does not get the need: "after", "asks", "trust" or "form"; "" when it does."""
    if not set(need.after) <= scene.known and not _only_facts_before(need, scene, signs):
        return "after"
    return _not_asked_for(need, scene, question, signs)


def _not_asked_for(need: ScenarioNeed, scene: Scene, question: Question, signs: Sequence[TopicSign]) -> str:
    """Return why the question does not get the need, whatever must be known before: "asks", "trust", "form" or ""."""
    rule = scene.numbers.levels[need.level]
    digs = any(sign.topic in rule.topics and sign.weight >= ENOUGH for sign in signs)
    if (
        question.spin.label not in (need.asks or rule.asks)
        and not digs
        and not (need.level == "surface" and _asks_outright(need, signs))
    ):
        return "asks"
    if need.level != "surface" and _asks_a_fact(question) and not _asks_outright(need, signs):
        return "asks"
    wanted = trust_for(need, scene.numbers, scene.level)
    if scene.state.trust < wanted:
        return "trust"
    if question.form.label == "closed" and (scene.state.trust < wanted + rule.closed or scene.has("early_pitch")):
        return "form"  # "Want some? They are sweet as honey": an offer with a question mark asks for nothing
    return ""


def _presumes(need: ScenarioNeed, scene: Scene, question: Question, signs: Sequence[TopicSign]) -> bool:
    """Say whether the question asks, in the scenario's own words, for the need right behind a want that the line names
    too, and would get both: "why sour?" needs no "I want sour ones" first."""
    missing = [name for name in need.after if name not in scene.known]
    want = next((item for item in scene.scenario.needs if [item.id] == missing), None)
    return (
        want is not None
        and want.level == "surface"
        and any(sign.topic in want.about and sign.weight >= OWN / 2 for sign in signs)
        and _asks_outright(need, signs)
        and not any(_not_asked_for(one, scene, question, signs) for one in (need, want))
    )


def _asks_outright(need: ScenarioNeed, signs: Sequence[TopicSign]) -> bool:
    """Say whether the question is in the scenario's own words for what the need is about."""
    return any(sign.topic in need.about and sign.weight >= OWN for sign in signs)


def _only_facts_before(need: ScenarioNeed, scene: Scene, signs: Sequence[TopicSign]) -> bool:
    """Say whether a surface need may go without what comes before it: who asks "sweet plums or sour ones?" has said
    plums already. A question that fits the fact just as well ("which one?") is for the fact."""
    before = [item for item in scene.scenario.items if item.id in need.after and item.id not in scene.known]
    own = {topic.id for topic in scene.scenario.topics}
    asked = {sign.topic for sign in signs if sign.weight >= SPECIFIC and sign.topic in own} & set(need.about)
    return need.level == "surface" and all(isinstance(item, Fact) and asked - set(item.about) for item in before)


def trust_for(need: ScenarioNeed, numbers: Rehearsing, level: Difficulty) -> int:
    """Return the trust from which the buyer tells the need at this difficulty; a surface need has no secret."""
    harder = level.needed if need.level != "surface" else 0
    return numbers.levels[need.level].trust + need.trust + harder


def _forerunner(need: ScenarioNeed, scene: Scene, question: Question, signs: Sequence[TopicSign]) -> Choice:
    """A question that runs ahead gets the first thing on the way that is not said yet."""
    first = next(item for item in scene.scenario.items if item.id in need.after and item.id not in scene.known)
    if isinstance(first, Fact):
        return Choice(first)
    why = not_earned(first, scene, question, signs)
    return _forerunner(first, scene, question, signs) if why == "after" else Choice(first, why)
