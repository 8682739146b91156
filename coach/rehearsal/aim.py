"""What a question is aimed at: how much its words speak for each fact and each need of the scenario."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coach.judge.asking import is_certain
from coach.knowledge.scenario import Fact, Hedge, Scenario, ScenarioNeed
from coach.read.echo import is_echoed
from coach.read.seller import Question, picks
from coach.read.topics import ENOUGH, OWN, SHARED, SPECIFIC, TopicSign
from coach.read.verdict import Evidence
from coach.rehearsal.scene import Scene

CLEAR = 0.6  # weight from which the thread of the talk is followed: a faint guess must not pull a need out
THREAD = 1.6  # what a question without an object of its own is about: what was said last
GENERAL = 0.8  # share of its weight with which a general topic ("what troubles you") points to a need
ECHOED = 1.8  # a question in the words of an item's forerunner goes on with it, and not with what was said last
HEARD = 0.5  # confidence from which an open question is taken for one that digs
BESIDE = 2  # particular words that a question may hold besides what a fact of its topic tells
CERTAIN = 2.4  # weight of example questions that counts though words are strange, or the answer is of another kind
PLAIN = 4.0  # weight of example questions that counts for one without particular words: "what happened that time?"
LIKELY = 1.8  # weight of example questions from which a need is warded off
SURE = 1.6  # weight of example questions from which a fact answers: docs/rehearsals.md, "Plain questions"
BOTH = 0.4  # share of the weaker of phrases and examples, where both speak for a fact
AGAIN = 0.4  # share that is left to what was said before
_DIGS = ("problem", "implication", "need_payoff")
OF_GOODS = ("which", "choice", "wanted", "how")  # kinds of questions about what is sold, beside those of no kind
_OUTRIGHT = ("reason", "incident", "effect")
_TYPES = {"problem": "trouble", "implication": "effect", "need_payoff": "goal"}  # SPIN type -> topic


@dataclass(frozen=True)
class Aim:
    """A question in its scene, with the signs of what it is about. `aside`: a fact that it asks for beside what its
    phrases ask for."""

    scene: Scene
    question: Question
    signs: Sequence[TopicSign]
    meant: Mapping[str, float]  # how surely example questions say that a fact or need is meant
    aside: Fact | None = None

    def fact(self) -> tuple[float, Fact | None]:
        """Return the fact that the question fits best, and how well; what was told before fits less.

        Of those that fit, the first that answers the question counts, else the best by phrases alone.
        """
        facts = self._facts(self.meant)
        answering = ((weight, fact) for weight, fact in facts if weight >= SURE and self.is_answered_by(fact))
        found = next(answering, None) if self.meant else None
        return found or next(iter(self._facts({})), (0.0, None))

    def _facts(self, meant: Mapping[str, float]) -> list[tuple[float, Fact]]:
        """Return the facts that the question fits, the best first; of two that fit as well, first the one that more of
        its words are for."""
        certain = {item for item, weight in meant.items() if weight >= CERTAIN and self.scene.scenario.banter}
        weighed = []
        for fact in self.scene.facts:
            if certain and fact.id not in certain:
                continue  # phrases of a stall are for single words: "fruit"
            less, more = sorted((_weight(fact.about, self.signs), meant.get(fact.id, 0.0)))
            weight = (more + BOTH * less) * (AGAIN if fact.id in self.scene.state.facts else 1.0)
            if weight > 0:
                weighed.append((weight, fact))
        return sorted(weighed, key=lambda one: (-one[0], -self._own_words(one[1].about)))

    def needs(self) -> list[tuple[float, ScenarioNeed]]:
        """Return the needs that the question is about, told ones too, each with its weight, the best first."""
        weighed = [(self._weight_of(need), need) for need in self.scene.scenario.needs]
        return sorted((pair for pair in weighed if pair[0] >= ENOUGH), key=lambda pair: -pair[0])

    def meant_needs(self) -> list[tuple[float, ScenarioNeed]]:
        """Return the needs that example questions speak for clearly enough, each with its weight, the best first."""
        weighed = [(self.meant.get(need.id, 0.0), need) for need in self.scene.scenario.needs]
        weighed = [pair for pair in weighed if pair[0] >= LIKELY]
        return sorted(weighed, key=lambda pair: -pair[0])

    def asks_outright(self, need: ScenarioNeed) -> bool:
        """Say whether the question is in the scenario's own words for what the need is about."""
        return any(sign.topic in need.about and sign.weight >= OWN for sign in self.signs)

    def is_answered_by(self, fact: Fact) -> bool:
        """Say whether a fact answers the question, and does not only lie near it.

        The scenario's own words for the fact ask for it. Words that any scenario shares ("delivery") do where little
        else is said that the fact does not hold: "how would the port manage if deliveries stopped?" asks for more.
        Trouble, effects and the like alone, which have no object, ask for no fact that has one.
        """
        if self.scene.is_plain(fact):
            return True
        meant = self.meant.get(fact.id, 0.0)
        if not self.scene.dodges.answers(self.question.text, fact.says[self.scene.lang]):
            return meant >= CERTAIN
        if meant >= SURE:
            return True
        general = self.scene.knowledge.is_general
        signs = [sign for sign in self.signs if sign.topic in fact.about and not general(sign.topic)]
        best = max((sign.weight for sign in signs), default=0.0)
        if best >= OWN:
            return True
        held = " ".join([*fact.says[self.scene.lang], *(sign.evidence.text for sign in signs), *self.scene.names])
        beside = sum(not is_echoed(word.text, held) for word in self._content())
        return best >= CLEAR and beside <= (BESIDE if best >= SHARED else 0)

    def _content(self) -> list[Evidence]:
        """The words of the question that say something particular."""
        return list(filter(self.question.holds, self.scene.line.content))

    def fits_closer(self, fact: Fact | None, need: ScenarioNeed) -> bool:
        """Say whether more of the question is in the scenario's own words for the fact than in those for the need, or
        where nothing is proposed, examples are for the fact and hardly for the need."""
        if fact is None or (self.surely_means(need) and not self.surely_means(fact)):
            return False
        by_example = self.meant.get(fact.id, 0.0) >= LIKELY and self.meant.get(need.id, 0.0) < SURE / 2
        if by_example and not self.scene.proposes(self.question):
            return True
        return self._own_words(fact.about) > self._own_words(need.about)

    def _own_words(self, about: Iterable[str]) -> int:
        """Return the length of the longest own words for some topics, 0 where there are none."""
        own = (sign.evidence for sign in self.signs if sign.weight >= OWN and sign.topic in about)
        return max((evidence.end - evidence.start for evidence in own), default=0)

    def surely_means(self, item: Fact | ScenarioNeed) -> bool:
        """Say whether example questions say clearly enough that an item is meant."""
        return self.meant.get(item.id, 0.0) >= SURE

    def hedge(self, need: ScenarioNeed) -> Hedge | None:
        """Return the hedge of a need for questions like this one, None where no example clearly speaks for one."""
        hedges = [hedge for hedge in self.scene.knowledge.hedges_of(self.scene.scenario.id) if hedge.need == need.id]
        best = max(hedges, key=lambda hedge: self.meant.get(hedge.id, 0.0), default=None)
        return best if best and self.meant.get(best.id, 0.0) >= LIKELY else None

    def is_certain_of(self, item: Fact | ScenarioNeed) -> bool:
        """Say whether example questions leave little doubt that an item is meant."""
        return self.meant.get(item.id, 0.0) >= CERTAIN

    def is_by_example(self, item: Fact | ScenarioNeed) -> bool:
        """Say whether example questions speak more clearly for an item than phrases do."""
        return self.meant.get(item.id, 0.0) > _weight(item.about, self.signs)

    def digs(self) -> bool:
        """Say whether the question asks below what is wanted: for trouble, effects or value."""
        return self.question.spin.label in _DIGS

    def is_personal(self) -> bool:
        """Say whether the question is about the person: a topic that only the deepest level has."""
        levels = self.scene.numbers.levels
        own = set(levels["deep"].topics) - set(levels["latent"].topics)
        return any(sign.topic in own and sign.weight >= SPECIFIC for sign in self.signs)

    def leads_elsewhere(self, need: ScenarioNeed) -> bool:
        """Say whether an object of its own leads away from the need and the way to it."""
        about = {*need.about, *self._on_the_way(need)}
        return any(
            sign.weight >= SPECIFIC and sign.topic not in about and not self.scene.knowledge.is_general(sign.topic)
            for sign in self.signs
        )

    def is_chat(self) -> bool:
        """Say whether it is no more than talk over the stall: "you sure?" is guessed to be about something, faintly."""
        scene = self.scene
        faint = all(sign.weight < SPECIFIC and scene.knowledge.is_general(sign.topic) for sign in self.signs)
        return scene.scenario.banter and self.question.form.label == "closed" and faint

    def _weight_of(self, need: ScenarioNeed) -> float:
        """Return how much the question is about a need; one without an object goes on with what was said last."""
        scene = self.scene
        elsewhere = self.leads_elsewhere(need)
        about = [topic for topic in need.about if topic not in self._of_the_fact_before(need)]
        weight = _weight(about, self.signs, () if elsewhere else scene.numbers.levels[need.level].topics)
        if scene.scenario.banter and self._asks_again(need, weight):
            return 0.0
        if scene.state.last in need.after and (
            weight >= CLEAR or (_digs(scene) and not elsewhere and not checks(scene))
        ):
            weight += THREAD
        return weight + ECHOED if weight >= CLEAR and self._echoes_the_way(need) else weight

    def _asks_again(self, need: ScenarioNeed, weight: float) -> bool:
        """Say whether a yes or no is asked for what was told on the way to a need, which itself is but faintly meant:
        "for the family, is it?" digs no deeper."""
        topics = self._on_the_way(need)
        told = any(sign.topic in topics and sign.weight >= OWN for sign in self.signs)
        return self.question.form.label == "closed" and weight < SPECIFIC and told

    def _of_the_fact_before(self, need: ScenarioNeed) -> set[str]:
        """The topics that a need shares with a fact told on the way to it, when the question asks for that fact anew:
        "plums, peaches, apples: which one?" is about the fruit, whatever else "which one" may be about."""
        shared: set[str] = set()
        for fact in self._told_before(need):
            own = set(fact.about) - set(need.about)
            if isinstance(fact, Fact) and any(sign.topic in own and sign.weight >= OWN for sign in self.signs):
                shared |= set(fact.about) & set(need.about)
        return shared

    def _echoes_the_way(self, need: ScenarioNeed) -> bool:
        """Say whether the question is in the words, or about the topics, of what was told on the way to a need."""
        topics = self._on_the_way(need)
        if any(sign.topic in topics and sign.weight >= SPECIFIC for sign in self.signs):
            return True
        scene = self.scene
        told = " ".join(text for item in self._told_before(need) for text in item.says[scene.lang]).lower()
        return any(echo.text.lower() in told for echo in scene.line.echoes)

    def _on_the_way(self, need: ScenarioNeed) -> set[str]:
        """The topics of what was told already on the way to a need."""
        return {topic for item in self._told_before(need) for topic in item.about}

    def _told_before(self, need: ScenarioNeed) -> list[Fact | ScenarioNeed]:
        known = set(need.after) & self.scene.known
        return [item for item in self.scene.scenario.items if item.id in known]


def aim_of(scene: Scene, question: Question) -> Aim:
    """Return what the question is aimed at."""
    signs = [*question.topics, *_from_the_rest(scene, question)]
    if not any(sign.weight >= ENOUGH for sign in signs):
        signs += _by_type(question)
    if checks(scene):
        signs = [sign for sign in signs if _still_asks(sign, scene)]
    meant = _meant(scene, question)
    if not scene.scenario.banter:
        return Aim(scene, question, signs, meant)
    fact = _off_the_way(meant, scene)
    if fact is not None and _lets_pick(question, scene.scenario):
        return Aim(scene, question, signs, {}, fact if meant[fact.id] >= CERTAIN else None)
    return Aim(scene, question, signs, {fact.id: meant[fact.id]} if fact else {})


def surely_meant(scene: Scene, question: Question) -> bool:
    """Say whether example questions surely show what is asked for."""
    return any(weight >= SURE for weight in _meant(scene, question).values())


def _meant(scene: Scene, question: Question) -> Mapping[str, float]:
    """What example questions say is meant: only what is surer than certain of a question without particular words, what
    is certain of one with most of them in no example; nothing where all are in none."""
    scenario, lang = scene.scenario.id, scene.lang
    weights = scene.meant.weights(scenario, lang, question.text)
    if question.text != scene.line.text:  # "I see you on the wall there. What was the talk about?"
        whole = scene.meant.weights(scenario, lang, scene.line.text)
        weights = {item: max(weights.get(item, 0.0), whole.get(item, 0.0)) for item in {**weights, **whole}}
    words = [word.text for word in scene.line.content if question.holds(word)]
    known = sum(scene.meant.knows(scenario, lang, word) for word in words)
    if words and not known:
        return {}
    enough = 0.0 if known > len(words) / 2 else CERTAIN
    least = enough if words else PLAIN
    return {item: weight for item, weight in weights.items() if weight >= least}


def _off_the_way(weights: Mapping[str, float], scene: Scene) -> Fact | None:
    """Return the fact that is clearly meant most, if it leads to no need: where people tease phrases alone do."""
    best = max(weights, key=lambda item: weights[item], default="")
    fact = next((fact for fact in scene.facts if fact.id == best and weights[best] >= LIKELY), None)
    leads = {name for need in scene.scenario.needs for name in need.after}
    ahead = {topic for item in scene.scenario.items if item.id in leads for topic in item.about}
    return None if fact is None or fact.opens or fact.id in leads or ahead & set(fact.about) else fact


def _lets_pick(question: Question, scenario: Scenario) -> bool:
    """Say whether the question is in words for a need, or lets the buyer pick of what they came for ("plums, peaches:
    which ones?")."""
    own = {sign.topic for sign in question.topics if sign.weight >= OWN}
    came_for = {topic for fact in scenario.facts if fact.opens for topic in fact.about}
    of_needs = {topic for need in scenario.needs for topic in need.about}
    return bool(own & of_needs or (own & came_for and (question.form.label == "open" or picks(question))))


def checks(scene: Scene) -> bool:
    """Say whether the question stands behind something offered, here or in the line before: "is that all right?"."""
    return scene.has("offer") or "handed" in scene.line.offered or scene.state.last_did("offer")


def _from_the_rest(scene: Scene, question: Question) -> list[TopicSign]:
    """Topics that phrases show before the question: "About flicker: what happened?". Their weight is halved unless the
    question surely asks for something general and names no object of its own."""
    own = {sign.topic for sign in question.topics}
    sure = [scene.knowledge.is_general(sign.topic) for sign in question.topics if sign.weight >= SPECIFIC]
    share = 1.0 if sure and all(sure) else 0.5
    return [
        TopicSign(sign.topic, sign.weight * share, sign.evidence)
        for sign in scene.line.topics
        if sign.topic not in own and sign.evidence.start < question.start
    ]


def _by_type(question: Question) -> list[TopicSign]:
    """What an open question is about by its SPIN type alone, where its words are of no known topic."""
    topic = _TYPES.get(question.spin.label)
    if topic is None or question.form.label != "open" or question.spin.confidence < HEARD:
        return []
    whole = Evidence("spin", question.start, question.end, question.text)
    return [TopicSign(topic, CLEAR, whole)]


def _still_asks(sign: TopicSign, scene: Scene) -> bool:
    """Say whether a topic is asked about behind an offer too: an object of its own, or outright what happened, or why.

    "Is it what you hoped for?" asks for no hopes.
    """
    return (
        sign.weight >= OWN
        or not scene.knowledge.is_general(sign.topic)
        or (sign.topic in _OUTRIGHT and sign.weight >= SHARED)
    )


def _weight(about: Iterable[str], signs: Sequence[TopicSign], general: Iterable[str] = ()) -> float:
    """Return how much the signs speak for `about`: the strongest, and a little for each further one."""
    by_topic = {sign.topic: sign.weight for sign in signs}
    weights = [by_topic[topic] for topic in about if topic in by_topic]
    weights += [by_topic[topic] * GENERAL for topic in general if topic in by_topic and topic not in about]
    return max(weights, default=0.0) + 0.1 * max(0, len(weights) - 1)


def _digs(scene: Scene) -> bool:
    """Say whether the question surely asks for trouble, effects or value: without a topic it is about the last word."""
    asked = scene.question
    if asked is None or asked.spin.label not in _DIGS:
        return False
    if asked.form.label == "open":
        return is_certain(asked.spin) or asked.spin.confidence >= HEARD
    return asked.spin.is_ruled  # "A pound, then?": of a closed question the model alone is too bold
