"""Do the scenarios mean something? Names that exist, needs that can be reached, an agreement that can be had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from coach.knowledge.checks.placeholders import unfilled
from coach.knowledge.checks.references import missing
from coach.knowledge.fault import fault
from coach.knowledge.load import Knowledge
from coach.knowledge.problem import Problem
from coach.knowledge.rehearsing import Rehearsing
from coach.knowledge.scenario import FORMS, Scenario
from coach.knowledge.schema import LANGUAGES, Texts
from coach.knowledge.yaml_lines import Document

LEVELS = ("surface", "latent", "deep")
FEWEST_WORDINGS = 2  # a buyer who says the same sentence twice is a machine


def problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield every problem of meaning in scenarios, drills, objections, topics and the rubric."""
    for key, scenario in knowledge.scenarios.items():
        document = knowledge.sources[("scenarios", key)]
        yield from _references(scenario, document, knowledge)
        yield from _reachable(scenario, document)
        yield from _trusted(scenario, document, knowledge.rehearsing)
        yield from _wordings(scenario, document, knowledge)
    yield from _shared_references(knowledge)
    yield from _ceiling(knowledge)


def _references(scenario: Scenario, document: Document, knowledge: Knowledge) -> Iterator[Problem]:
    topics = {*knowledge.topics, *(topic.id for topic in scenario.topics)}
    said = {*(need.id for need in scenario.needs), *(fact.id for fact in scenario.facts)}
    for item, place, keys in _places(scenario, document, knowledge, "needs", "objections"):
        for j, topic in enumerate(item.about):
            yield from missing(place, (*keys, "about", j), topic, topics, fault("what_topic"))
    for fact, place, keys in knowledge.facts_of(scenario.id):
        if not fact.about and not fact.asked:
            yield Problem(place.path, place.line((*keys, "id")), fault("never_asked", id=fact.id))
        for field in ("after", "until"):
            for j, name in enumerate(getattr(fact, field)):
                yield from missing(place, (*keys, field, j), name, said, fault("what_need_or_fact"))
    needs = {need.id for need in scenario.needs}
    for hedge, place, keys in knowledge.placed_hedges(scenario.id):
        yield from missing(place, (*keys, "need"), hedge.need, needs, fault("what_need"))
    kinds = {*knowledge.dodges, *FORMS}
    for evasion, place, keys in knowledge.placed_evasions(scenario.id):
        yield from missing(place, (*keys, "kind"), evasion.kind, kinds, fault("what_kind"))
    for i, need in enumerate(scenario.needs):
        yield from missing(document, ("needs", i, "topic"), need.topic, knowledge.needs, fault("what_need_topic"))
        for j, name in enumerate(need.after):
            yield from missing(document, ("needs", i, "after", j), name, said, fault("what_need_or_fact"))
    for i, objection in enumerate(scenario.objections):
        yield from missing(
            document, ("objections", i, "kind"), objection.kind, knowledge.objections, fault("what_objection")
        )
    for i, name in enumerate(scenario.agree.needs):
        yield from missing(document, ("agree", "needs", i), name, needs, fault("what_need"))
    criteria = {item.id for item in knowledge.rubric.criteria}
    for i, name in enumerate(scenario.weightless):
        yield from missing(document, ("weightless", i), name, criteria, fault("what_criterion"))
    if scenario.product is not None and knowledge.catalogues:  # without any the assistant says so itself
        yield from missing(document, ("product",), scenario.product, knowledge.catalogues, fault("what_catalogue"))
    yield from _repeated(scenario, document, knowledge)
    for level in LEVELS:
        if not any(need.level == level for need in scenario.needs):
            yield Problem(document.path, document.line(("needs",)), fault("level_absent", level=level))


def _repeated(scenario: Scenario, document: Document, knowledge: Knowledge) -> Iterator[Problem]:
    places = _places(scenario, document, knowledge, "needs", "objections", "topics")
    yield from _twice("id", chain(places, knowledge.placed_hedges(scenario.id)))
    yield from _twice("kind", knowledge.placed_evasions(scenario.id))


def _twice(name: str, places: Iterable[tuple[Any, Document, tuple[str, int]]]) -> Iterator[Problem]:
    """Yield what has the same value in the field `name` as something before it."""
    seen: set[str] = set()
    for item, place, keys in places:
        value = getattr(item, name)
        if value in seen:
            yield Problem(place.path, place.line((*keys, name)), fault("id_twice", id=value))
        seen.add(value)


def _places(
    scenario: Scenario, document: Document, knowledge: Knowledge, *kinds: str
) -> Iterator[tuple[Any, Document, tuple[str, int]]]:
    """Yield the facts, wherever they stand, then the items of these kinds, each with its document and keys."""
    yield from knowledge.facts_of(scenario.id)
    for kind in kinds:
        yield from ((item, document, (kind, i)) for i, item in enumerate(getattr(scenario, kind)))


def _reachable(scenario: Scenario, document: Document) -> Iterator[Problem]:
    """A need whose conditions wait for each other can never be told."""
    told: set[str] = set()
    waiting = list(scenario.items)
    while ready := [item for item in waiting if set(item.after) <= told]:
        waiting = [item for item in waiting if not set(item.after) <= told]
        told |= {item.id for item in ready}
    for i, need in enumerate(scenario.needs):
        if need in waiting:
            yield Problem(document.path, document.line(("needs", i, "after")), fault("after_itself", need=need.id))


def _trusted(scenario: Scenario, document: Document, numbers: Rehearsing) -> Iterator[Problem]:
    """What takes more trust at the hardest difficulty than a buyer ever has cannot be had."""
    hardest = max(level.needed for level in numbers.difficulties)
    wanted: list[tuple[tuple[Any, ...], int]] = [(("agree", "trust"), scenario.agree.trust + hardest)]
    for i, need in enumerate(scenario.needs):
        harder = hardest if need.level != "surface" else 0
        wanted.append((("needs", i, "trust"), numbers.levels[need.level].trust + need.trust + harder))
    for keys, trust in wanted:
        if trust > numbers.ceiling:
            where = ".".join(map(str, keys))
            too_much = fault("trust_too_high", field=where, trust=trust, ceiling=numbers.ceiling)
            yield Problem(document.path, document.line(keys), too_much)


def _ceiling(knowledge: Knowledge) -> Iterator[Problem]:
    """The ceiling must leave room for the trust with which a call begins."""
    numbers, document = knowledge.rehearsing, knowledge.sources[("rehearsing", "")]
    most = max(numbers.stances.values()) + max(level.start for level in numbers.difficulties)
    if numbers.ceiling < most:
        low = fault("ceiling_too_low", ceiling=numbers.ceiling, trust=most)
        yield Problem(document.path, document.line(("ceiling",)), low)


def _wordings(scenario: Scenario, document: Document, knowledge: Knowledge) -> Iterator[Problem]:
    texts_at = [(document, *found) for found in _texts_of(scenario, ()) if found[0][0] != "facts"]
    own = knowledge.facts_of(scenario.id), knowledge.placed_hedges(scenario.id), knowledge.placed_evasions(scenario.id)
    for item, place, at in chain(*own):
        texts_at += [(place, *found) for found in _texts_of(item, at)]
    for place, keys, texts in texts_at:
        yield from unfilled(place, keys, texts, frozenset({"date"}) if keys == ("agree", "says") else frozenset())
        for lang in LANGUAGES:
            line = place.line((*keys, lang))
            if len(texts[lang]) < FEWEST_WORDINGS and keys != ("known",):
                few = fault("few_wordings", field=".".join(map(str, keys)))
                yield Problem(place.path, line, few)


def _texts_of(value: Any, keys: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Texts]]:
    for name, part in value:
        if isinstance(part, Texts):
            yield (*keys, name), part
        elif isinstance(part, list):
            for i, item in enumerate(part):
                if hasattr(item, "__fields__"):
                    yield from _texts_of(item, (*keys, name, i))
        elif hasattr(part, "__fields__"):
            yield from _texts_of(part, (*keys, name))


def _shared_references(knowledge: Knowledge) -> Iterator[Problem]:
    for key, topic in knowledge.topics.items():
        for i, name in enumerate(topic.needs):
            document = knowledge.sources[("topics", key)]
            yield from missing(document, ("needs", i), name, knowledge.needs, fault("what_need_topic"))
    for key, kind in knowledge.objections.items():
        for i, name in enumerate(kind.topics):
            document = knowledge.sources[("objections", key)]
            yield from missing(document, ("topics", i), name, knowledge.topics, fault("what_topic"))
    criteria = {item.id for item in knowledge.rubric.criteria}
    for key, drill in knowledge.drills.items():
        document = knowledge.sources[("drills", key)]
        yield from missing(document, ("criterion",), drill.criterion, criteria, fault("what_criterion"))
        for i, prompt in enumerate(drill.prompts):
            if prompt.objection is not None:
                keys = ("prompts", i, "objection")
                yield from missing(document, keys, prompt.objection, knowledge.objections, fault("what_objection"))
    rubric = knowledge.sources[("rubric", "")]
    for part in ("criteria", "faults"):
        for i, item in enumerate(getattr(knowledge.rubric, part)):
            if item.drill is not None:
                yield from missing(rubric, (part, i, "drill"), item.drill, knowledge.drills, fault("what_drill"))
    for example in knowledge.examples("topic"):
        if example.label not in knowledge.topics:
            yield Problem(example.path, example.line, fault("unknown", what=fault("what_topic"), name=example.label))
    for collection in ("further_facts", "hedges", "evasions"):
        for key in getattr(knowledge, collection):
            of = knowledge.sources[(collection, key)]
            yield from missing(of, ("id",), key, knowledge.scenarios, fault("what_scenario"))
    for key, scenario in knowledge.scenarios.items():
        items = {item.id for item in (*scenario.items, *knowledge.hedges_of(key))}
        for example in knowledge.asked(key):
            if example.label not in items:
                yield Problem(
                    example.path, example.line, fault("unknown", what=fault("what_need_or_fact"), name=example.label)
                )
