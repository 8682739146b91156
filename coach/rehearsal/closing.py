"""Answer a next step that is asked for: agree, ask for the day, or say in character what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from coach.judge.next_step import SOLD
from coach.knowledge.scenario import ScenarioNeed
from coach.rehearsal.objections import raise_for_step
from coach.rehearsal.reply import Reply
from coach.rehearsal.scene import Scene

AGREED, UNDATED, REFUSED = "agreed", "undated", "refused"


def asks_for_step(scene: Scene) -> bool:
    """Say whether the line asks for a next step, or names the day that was missing.

    An open question about something wants its answer; one about nothing known ("could you speak for us?") is the step.
    """
    proposes = scene.has("dated") and scene.line.has("agreement")
    if scene.question is not None and scene.question.form.label == "open" and scene.question.topics and not proposes:
        return False
    return scene.has("commit") or (scene.state.agreed == UNDATED and scene.line.when is not None)


def answer_step(scene: Scene, reply: Reply) -> None:
    """Answer the step that the line asks for."""
    agrees, voice = scene.scenario.agree, scene.voice
    if scene.state.open_objection is None and raise_for_step(scene, reply):
        reply.step = REFUSED
        return
    if not is_ready(scene):
        reply.add(voice.pick(agrees.refuses[scene.lang]))
        reply.step = REFUSED
        return
    when = scene.line.when if scene.line.when and scene.line.when > date.fromisoformat(scene.state.today) else None
    if when is None and agrees.dated:
        reply.add(voice.pick(agrees.undated[scene.lang]))
        reply.step = UNDATED if scene.state.agreed != AGREED else AGREED
        return
    agree(scene, reply, when)


def agree(scene: Scene, reply: Reply, when: date | None = None) -> None:
    """Say yes to the step."""
    if scene.state.agreed == AGREED and not scene.scenario.agree.dated:  # what goes with a deal needs no second yes
        reply.add(scene.phrase("buyer_takes"))
    else:
        wordings = [text.format(date=spoken(when, scene)) for text in scene.scenario.agree.says[scene.lang]]
        reply.add(scene.voice.pick(wordings))
    reply.step = AGREED


def is_ready(scene: Scene, just_told: Iterable[str] = ()) -> bool:
    """Say whether the buyer has told enough, trusts enough, and has no objection open."""
    agrees, state = scene.scenario.agree, scene.state
    return (
        set(agrees.needs) <= {*scene.known, *just_told}
        and state.trust >= agrees.trust + scene.level.needed
        and state.open_objection is None
    )


def takes_goods(want: ScenarioNeed, scene: Scene) -> bool:
    """Say whether the buyer takes what is held out while they say what they want ("sour ones? There you go")."""
    return SOLD in scene.line.offered and scene.state.agreed != AGREED and is_ready(scene, [want.id])


def spoken(when: date | None, scene: Scene) -> str:
    """Return a day as people say it."""
    if when is None:
        return ""
    words, lang = scene.knowledge.words, scene.lang
    month = words.say("month_names", lang, turn=when.month - 1)
    return words.say("spoken_date", lang, month=month, day=when.day)
