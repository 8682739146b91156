"""Answer a next step that is asked for: agree, ask for the day, or say in character what is missing."""

from __future__ import annotations

from datetime import date

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
    agree, voice = scene.scenario.agree, scene.voice
    if scene.state.open_objection is None and raise_for_step(scene, reply):
        reply.step = REFUSED
        return
    if not is_ready(scene):
        reply.add(voice.pick(agree.refuses[scene.lang]))
        reply.step = REFUSED
        return
    when = scene.line.when if scene.line.when and scene.line.when > date.fromisoformat(scene.state.today) else None
    if when is None and agree.dated:
        reply.add(voice.pick(agree.undated[scene.lang]))
        reply.step = UNDATED if scene.state.agreed != AGREED else AGREED
        return
    wordings = [text.format(date=spoken(when, scene)) for text in agree.says[scene.lang]]
    reply.add(voice.pick(wordings))
    reply.step = AGREED


def is_ready(scene: Scene) -> bool:
    """Say whether the buyer has told enough, trusts enough, and has no objection open."""
    agree, state = scene.scenario.agree, scene.state
    return (
        set(agree.needs) <= scene.known
        and state.trust >= agree.trust + scene.level.needed
        and state.open_objection is None
    )


def spoken(when: date | None, scene: Scene) -> str:
    """Return a day as people say it."""
    if when is None:
        return ""
    words, lang = scene.knowledge.words, scene.lang
    month = words.say("month_names", lang, turn=when.month - 1)
    return words.say("spoken_date", lang, month=month, day=when.day)
