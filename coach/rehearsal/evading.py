"""What the buyer says to a question that gets no answer: something to just that kind of question, and tells nothing."""

from __future__ import annotations

from coach.knowledge.rehearsing import Dodge
from coach.knowledge.scenario import FORMS, Hedge, ScenarioNeed
from coach.read.seller import Question
from coach.read.topics import SPECIFIC
from coach.rehearsal.choice import Choice
from coach.rehearsal.reply import Reply
from coach.rehearsal.scene import Scene
from coach.rehearsal.wording import joined

OPEN, CLOSED = FORMS
_YES_NO = ("questions/form/closed_verbs", "questions/form/closed_tag", "questions/form/closed_stated")


def vague(question: Question, scene: Scene, reply: Reply) -> bool:
    """Answer so that what is asked for is taken up, and nothing told; somebody may be named who knows. Say whether
    there was something left to say."""
    reactions = scene.scenario.reactions
    if _evaded(question, scene, reply):
        return True
    kind = take_up(question, scene, reply)
    said = scene.voice.pick(kind.says[scene.lang]) if kind else scene.phrase(f"buyer_vague_{question.form.label}")
    if said and kind and kind.refers and reactions.refers:
        said = joined((said, scene.voice.pick(reactions.refers[scene.lang])), scene.lang)
    return reply.add(said or scene.phrase("buyer_vague_open")) or bool(reply.echoed)


def ward_off(scene: Scene, question: Question, choice: Choice, reply: Reply) -> bool:
    """Dodge a question that runs ahead in words that fit it, before what is on the way is told; say whether so.

    Words for the need's own object get its guarded line; who asks for troubles in general hears what wards them off.
    """
    if choice.ahead is None:
        return False
    if _hedged(choice.hedge, scene, reply):
        return True
    if (choice.named or _names_object(choice.ahead, question, scene)) and reply.add(
        _ward(choice.ahead, question, scene)
    ):
        return True
    own = _own_guard(choice.ahead, question, scene)
    if (own and scene.scenario.banter and reply.add(own)) or _evaded(question, scene, reply, own):
        return True
    kind = take_up(question, scene, reply)
    guard = _guard(choice.ahead, kind, scene)
    said = reply.add(guard or _declined(own, scene, reply))
    said = reply.add(own) or said
    said = said or reply.add(_plain_fact(question, choice, scene) or scene.phrase("buyer_guarded"))
    return said or bool(reply.echoed)


def guarded_line(scene: Scene, question: Question, need: ScenarioNeed, hedge: Hedge | None, reply: Reply) -> None:
    """Answer a question for a need that is not earned yet."""
    if _hedged(hedge, scene, reply) or reply.add(_ward(need, question, scene)):
        return
    own = scene.voice.pick(need.guarded[scene.lang]) if need.guarded else None
    if _evaded(question, scene, reply, own):
        return
    take_up(question, scene, reply)
    reply.add(_declined(own, scene, reply))
    reply.add(own or scene.phrase("buyer_guarded"))


def _evaded(question: Question, scene: Scene, reply: Reply, hint: str | None = None) -> bool:
    """Say what this buyer has for any question of the kind, then the hint at a need; say whether anything was left.

    A question that is only known to be open gets the hint alone, which says more to it.
    """
    kind = _kind_of(question, scene)
    evasion = scene.knowledge.evasion(scene.scenario.id, kind)
    said = scene.voice.pick(evasion.says[scene.lang]) if evasion and not (hint and kind == OPEN) else None
    if evasion is None or not (said or hint):
        return False
    reply.add(said)
    reply.add(hint)
    reply.evaded = kind if said else ""
    return True


def _kind_of(question: Question, scene: Scene) -> str:
    """Return of what kind a question is: one of `knowledge/dodges`, or its form (`FORMS`). "Do you know who comes?"
    wants a yes or no first."""
    signs = [proof.text for proof in question.form.evidence if proof.rule.startswith(_YES_NO)]
    kind = scene.dodges.of(question.text)
    if kind is None:
        return CLOSED if signs else OPEN
    return CLOSED if scene.dodges.wants_yes_or_no(question.text, signs, scene.lang) else kind.id


def _hedged(hedge: Hedge | None, scene: Scene, reply: Reply) -> bool:
    """Say what the scenario has for questions like this one; say whether there was any."""
    if hedge is None or not reply.add(scene.voice.pick(hedge.says[scene.lang])):
        return False
    reply.meant = hedge.id
    return True


def _declined(hint: str | None, scene: Scene, reply: Reply) -> str | None:
    """What stands between a question said back and a hint, so that the hint is not taken for the answer."""
    return scene.phrase("buyer_not_yet") if hint and reply.echoed else None


def _guard(need: ScenarioNeed, kind: Dodge | None, scene: Scene) -> str | None:
    """What wards off a question of this kind; who asks for what lies deepest hears the need's own line alone."""
    if kind is None or kind.guards is None or need.level == "deep" or scene.scenario.banter:
        return None
    return scene.voice.pick(kind.guards[scene.lang])


def _ward(need: ScenarioNeed, question: Question, scene: Scene) -> str | None:
    """What this buyer says of the need's matter to a question of this kind, and tells nothing."""
    kind = scene.dodges.of(question.text)
    if need.wards is None or kind is None or not kind.warded:
        return None
    return scene.voice.pick(need.wards[scene.lang])


def _own_guard(need: ScenarioNeed, question: Question, scene: Scene) -> str | None:
    """The guarded line of a need whose own object is named."""
    named = _names(need, question, scene)
    return scene.voice.pick(need.guarded[scene.lang]) if need.guarded and named else None


def _names(need: ScenarioNeed, question: Question, scene: Scene) -> bool:
    """Say whether the question names the need's own object; the deepest level has none but the person."""
    return need.level == "deep" or _names_object(need, question, scene)


def _names_object(need: ScenarioNeed, question: Question, scene: Scene) -> bool:
    own = {sign.topic for sign in question.topics if sign.weight >= SPECIFIC} & set(need.about)
    return any(not scene.knowledge.is_general(topic) for topic in own)


def _plain_fact(question: Question, choice: Choice, scene: Scene) -> str | None:
    """The words of a fact that wards off trouble in general, where the question asks for that."""
    about = {sign.topic for sign in question.topics}
    plain = (
        scene.voice.first(fact.says[scene.lang])
        for fact in scene.facts
        if about & set(fact.about) and scene.is_plain(fact) and fact.id not in {*scene.known, choice.item.id}
    )
    return next((said for said in plain if said), None)


def can_take_up(question: Question, scene: Scene) -> bool:
    """Say whether the question is one, in words that people use, and can be said back: then it was understood."""
    return question.form.is_ruled and scene.line.is_speech and _back(question, scene) is not None


def _back(question: Question, scene: Scene) -> str | None:
    """Return the question as this buyer says it back; over the counter nobody does."""
    return None if scene.scenario.banter else scene.dodges.said_back(question.text, scene.lang)


def take_up(question: Question, scene: Scene, reply: Reply) -> Dodge | None:
    """Say the question back, and return of what kind it is.

    Nobody says questions back twice running, nor the same one again.
    """
    asked = _back(question, scene)
    kind = (scene.dodges.of(asked) if asked else None) or scene.dodges.of(question.text)
    just_did = any(turn.echoed for turn in scene.state.turns[-1:])
    if asked and not just_did and reply.add(scene.voice.pick([asked])):
        reply.echoed = asked
    return kind
