"""Whether a need is earned: by what is known already, by what is asked for and how, and by trust."""

from __future__ import annotations

from coach.knowledge.rehearsing import Difficulty, Rehearsing
from coach.knowledge.scenario import Fact, ScenarioNeed
from coach.read.seller import Question
from coach.read.topics import ENOUGH, OWN, SPECIFIC
from coach.rehearsal.aim import Aim
from coach.rehearsal.scene import Scene

WHY = "why"  # the kind of question that asks for a reason
SEVERAL = 3  # goods from which they are laid out side by side


def not_earned(need: ScenarioNeed, aim: Aim) -> str:
    """Return why the question does not get the need: "after", "asks", "trust" or "form"; "" when it does."""
    if not is_open(need, aim.scene) and not _only_facts_before(need, aim):
        return "after"
    return _not_asked_for(need, aim)


def is_open(need: ScenarioNeed, scene: Scene) -> bool:
    """Say whether the way to the need is open: all before it was said, or the seller ran ahead on it, and digs on.

    With a need that is told so, the want in front of it is said too.
    """
    missing = [item for item in scene.scenario.items if item.id in need.after and item.id not in scene.known]
    hidden = any(isinstance(item, ScenarioNeed) and item.level != "surface" for item in missing)
    beside = [other.id for other in scene.scenario.needs if set(other.after) & {item.id for item in missing}]
    return not missing or (not hidden and scene.state.ran_ahead_to(*beside))


def presumes(need: ScenarioNeed, aim: Aim) -> bool:
    """Say whether the question asks, in the scenario's own words, for the need right behind a want that the line names
    too, and would get both: "why sour?" needs no "I want sour ones" first. In talk of business only a why asks so."""
    missing = [name for name in need.after if name not in aim.scene.known]
    want = next((item for item in aim.scene.scenario.needs if [item.id] == missing), None)
    kind = aim.scene.dodges.of(aim.question.text)
    why = aim.scene.scenario.banter or (kind is not None and kind.id == WHY)
    return (
        want is not None
        and why
        and want.level == "surface"
        and any(sign.topic in want.about and sign.weight >= OWN / 2 for sign in aim.signs)
        and aim.asks_outright(need)
        and not any(_not_asked_for(one, aim) for one in (need, want))
    )


def trust_for(need: ScenarioNeed, numbers: Rehearsing, level: Difficulty) -> int:
    """Return the trust from which the buyer tells the need at this difficulty; a surface need has no secret."""
    harder = level.needed if need.level != "surface" else 0
    return numbers.levels[need.level].trust + need.trust + harder


def _not_asked_for(need: ScenarioNeed, aim: Aim) -> str:
    """Return why the question does not get the need, whatever must be known before: "asks", "trust", "form" or ""."""
    scene, question = aim.scene, aim.question
    if not asks_for(need, aim):
        return "asks"
    wanted = trust_for(need, scene.numbers, scene.level)
    if scene.state.trust < wanted:
        return "trust"
    closed = scene.numbers.levels[need.level].closed
    if question.form.label == "closed" and (scene.state.trust < wanted + closed or scene.has("early_pitch")):
        return "form"  # "Want some? They are sweet as honey": an offer with a question mark asks for nothing
    return ""


def asks_for(need: ScenarioNeed, aim: Aim) -> bool:
    """Say whether the question reaches the need's depth: by its SPIN type, its topic, or the scenario's own words."""
    rule = aim.scene.numbers.levels[need.level]
    outright = aim.asks_outright(need)
    fits = aim.question.spin.label in (need.asks or rule.asks)
    digs = fits or any(sign.topic in rule.topics and sign.weight >= ENOUGH for sign in aim.signs)
    if need.level == "surface":
        return digs or outright
    return digs and (outright or not _asks_a_fact(aim.question))


def _asks_a_fact(question: Question) -> bool:
    """Say whether only a figure or name of today is asked for: "how many are you at home?" reaches no depth."""
    return question.form.label == "closed" and question.spin.label == "situation"


def _only_facts_before(need: ScenarioNeed, aim: Aim) -> bool:
    """Say whether a surface need may go without what comes before it: who asks "sweet plums or sour ones?" has said
    plums already. A question that fits the fact just as well ("which one?") is for the fact."""
    scene = aim.scene
    before = [item for item in scene.scenario.items if item.id in need.after and item.id not in scene.known]
    own = {topic.id for topic in scene.scenario.topics}
    asked = {sign.topic for sign in aim.signs if sign.weight >= SPECIFIC and sign.topic in own} & set(need.about)
    if _lays_out_much(scene):
        return False
    return need.level == "surface" and all(isinstance(item, Fact) and asked - set(item.about) for item in before)


def _lays_out_much(scene: Scene) -> bool:
    """Say whether several goods are laid out, and none of them as the buyer wants it: "apples, bananas, plums: which
    kind?" asks what they came for."""
    offered = scene.line.offered
    return len(offered.get("stated", ())) >= SEVERAL and not offered.keys() & {"wanted", "instead", "choice"}
