"""What a buyer at a stall, where people tease (`banter`), tells to who guesses it, or asks for it in unknown words."""

from __future__ import annotations

from coach.judge.pitching import guesses_want
from coach.knowledge.scenario import Fact, ScenarioNeed
from coach.read.echo import is_echoed
from coach.read.seller import Question, picks
from coach.read.topics import ENOUGH, OWN
from coach.rehearsal.aim import OF_GOODS
from coach.rehearsal.choice import Choice
from coach.rehearsal.earned import trust_for
from coach.rehearsal.scene import Scene


def want_told(scene: Scene, choice: Choice | None) -> ScenarioNeed | None:
    """Return the want for who guesses it after they asked for it ("sour? here you are"), and for who asks how the goods
    should be in words that no topic knows."""
    want = scene.state.open_want(scene.scenario)
    if want is None or scene.has(*scene.numbers.silenced_by):
        return None
    guesses = scene.state.awaits(scene.scenario) and guesses_want(scene.line) is not None
    item = choice.item if choice is not None and choice.earned else None
    if guesses and isinstance(item, ScenarioNeed) and item is not want:
        return None  # the question that comes with it is told that, and more
    if not guesses and not _asks_about_the_goods(scene, choice):
        return None
    return want if scene.state.trust >= trust_for(want, scene.numbers, scene.level) else None


def _asks_about_the_goods(scene: Scene, choice: Choice | None) -> bool:
    """Say whether the buyer is asked, openly or to pick, about what they came for, and about nothing else that is sold.

    "Plums, peaches: which one?" asks what they came for.
    """
    asked = scene.question
    opens = next((fact for fact in scene.scenario.facts if fact.opens), None)
    if asked is None or opens is None or scene.has("offer", "commit", "close") or not scene.line.to_you:
        return False
    kind = scene.dodges.of(asked.text)
    opens_up = asked.form.label == "open" and (asked.form.is_ruled or kind is not None)  # "buying plums, eh?"
    if not (opens_up or picks(asked)) or (kind is not None and kind.id not in OF_GOODS):
        return False
    if choice is not None and (choice.item is not opens or (kind is None and _is_meant(opens, asked))):
        return False
    said = " ".join(opens.says[scene.lang])
    goods = list(filter(asked.holds, scene.line.offered.get("stated", ())))
    return bool(goods) and all(is_echoed(words.text, said) for words in goods)


def _is_meant(fact: Fact, asked: Question) -> bool:
    """Say whether words of the question are about the fact: it is not only the answer to any first question."""
    return any(sign.topic in fact.about and sign.weight >= ENOUGH for sign in asked.topics)


def is_guessed(choice: Choice, scene: Scene) -> bool:
    """Say whether over the counter what a question is not trusted with is said outright beside it: who guesses right
    is told ("your daughter-in-law has the cravings! When is it due?")."""
    need = choice.item
    if not scene.scenario.banter or choice.why != "form" or not isinstance(need, ScenarioNeed):
        return False
    signs = (sign for sign in scene.line.topics if sign.topic in need.about and sign.weight >= OWN)
    return need.level == "latent" and any(not scene.line.in_question(sign.evidence) for sign in signs)
