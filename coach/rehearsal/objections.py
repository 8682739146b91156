"""Raise objections when their time has come, and see whether the seller takes them up."""

from __future__ import annotations

from coach.judge.mark import Mark
from coach.judge.objections import handling_of
from coach.knowledge.scenario import ScenarioObjection
from coach.read.topics import SHARED
from coach.rehearsal.reply import Reply
from coach.rehearsal.scene import Scene

PATIENCE = 2  # how often an objection may be passed over before the buyer drops it, unconvinced
EARLY = 1  # the turn (from 0) at which an early objection comes
WARM = 3  # trust from which nothing is objected out of habit


def meet(scene: Scene, reply: Reply) -> None:
    """Settle the open objection when the line takes it up in the right way; note it when the line passes it over."""
    state = scene.state
    if state.open_objection is None:
        return
    objection = next(item for item in scene.scenario.objections if item.id == state.open_objection)
    handled = _handling(objection, scene)
    wanted = objection.answered_by or scene.knowledge.objections[objection.kind].answered_by
    if handled & set(wanted):
        reply.add(scene.voice.pick(objection.accepts[scene.lang]))
        reply.settled, reply.trust = objection.id, reply.trust + scene.numbers.trust["objection_settled"]
        state.open_objection, state.ignored = None, 0
    elif not handled:
        state.ignored += 1
        if state.ignored == 1:
            reply.trust += scene.numbers.trust["ignored_objection"]
            line = scene.line.text
            rule = f"objections/{objection.kind}"
            reply.marks.append(Mark("ignored_objection", rule, 0, len(line), line, objection.id))
        if state.ignored >= PATIENCE:
            state.open_objection, state.ignored = None, 0


def _handling(objection: ScenarioObjection, scene: Scene) -> set[str]:
    """Return how the line takes up the objection: question, empathy, evidence, benefit. Who hurts answers nothing."""
    if scene.has(*scene.knowledge.rubric.spoiling):
        return set()
    about = {*objection.about, *scene.knowledge.objections[objection.kind].topics}
    said = " ".join(objection.says[scene.lang])
    return handling_of(scene.line, scene.marks, about, said, scene.knowledge)


def raise_due(scene: Scene, reply: Reply) -> None:
    """Raise the first objection whose time has come, after the answer."""
    due = next((item for item in _left(scene) if _is_due(item, scene)), None)
    if due is not None and reply.step != "agreed":
        put(due, scene, reply)


def raise_for_step(scene: Scene, reply: Reply) -> bool:
    """Raise the objection that stands before a next step, if one is left; say whether there was one."""
    due = next((item for item in _left(scene) if item.when == "next_step"), None)
    if due is not None:
        put(due, scene, reply)
    return due is not None


def put(objection: ScenarioObjection, scene: Scene, reply: Reply) -> None:
    if reply.add(scene.voice.pick(objection.says[scene.lang])):
        reply.raised = scene.state.open_objection = objection.id
        scene.state.raised.append(objection.id)
        scene.state.ignored = 0


def _left(scene: Scene) -> list[ScenarioObjection]:
    if scene.state.open_objection is not None or len(scene.state.raised) >= scene.level.objections:
        return []
    return [item for item in scene.scenario.objections if item.id not in scene.state.raised]


def _is_due(objection: ScenarioObjection, scene: Scene) -> bool:
    if objection.when == "pitch":
        return scene.has("offer")
    if objection.when == "price":
        if scene.has("relation"):  # "come again, I make you a good price" haggles about nothing
            return False
        return any(sign.topic == "price" and sign.weight >= SHARED for sign in scene.line.topics) or scene.has(
            "discount"
        )
    return objection.when == "early" and len(scene.state.turns) >= EARLY and scene.state.trust < WARM
