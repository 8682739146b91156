"""One turn of a rehearsal: play(state, line) -> state. Pure: the same lines always give the same call."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from coach.context import Tools
from coach.judge.asking import closed_row_after
from coach.judge.mark import Mark
from coach.judge.marks import marks_of
from coach.judge.pitching import pitch_key
from coach.knowledge.scenario import Scenario
from coach.rehearsal.buyer import WARMED, respond
from coach.rehearsal.reply import Reply
from coach.rehearsal.scene import Scene, difficulty
from coach.rehearsal.state import Rehearsal, Turn
from coach.rehearsal.wording import Voice, follow_language, joined

LEFT, LONG = "left", "long"


def begin(scenario: Scenario, level: str, lang: str, today: date, tools: Tools) -> Rehearsal:
    """Return a new rehearsal. Raises KeyError when there is no such difficulty."""
    numbers = tools.knowledge.rehearsing
    trust = numbers.stances[scenario.persona.stance] + difficulty(numbers, level).start
    return Rehearsal(scenario.id, level, lang, lang, today.isoformat(), trust)


def opening(state: Rehearsal, scenario: Scenario) -> str:
    """Return the buyer's first line."""
    return scenario.opening[state.opened][0]


def play(before: Rehearsal, text: str, tools: Tools) -> Rehearsal:
    """Return the rehearsal after the seller said `text`. A call that is over stays as it is."""
    if before.over:
        return before
    state = before.copy()
    follow_language(state, text)
    scenario = tools.knowledge.scenarios[state.scenario]
    heard = state.heard(opening(state, scenario))
    line = tools.seller.read(text, heard, date.fromisoformat(state.today), state.scenario)
    told_before = state.before(scenario)
    marks = marks_of(line, told_before, tools.knowledge.rehearsing)
    scene = Scene(
        state, scenario, tools.knowledge, difficulty(tools.knowledge.rehearsing, state.difficulty), line,
        tuple(marks), line.question, Voice(state), tools.dodges, tools.meant,
    )  # fmt: skip
    state.trust = _trust_after(scene)
    reply = respond(scene)
    state.trust = min(scene.numbers.ceiling, state.trust + reply.trust)
    if not _was_hurt(scene):
        state.trust = max(state.trust, scene.numbers.leaves_at + 1)
    change = state.trust - before.trust
    _sound(scene, reply, change)
    _ends(scene, reply)
    _note(state, scene, reply, change)
    state.closed_row = closed_row_after(line, told_before)
    if (key := pitch_key(line, marks)) is not None:
        state.pitched.append(list(key))
    return state


def play_all(state: Rehearsal, lines: Iterable[str], tools: Tools) -> Rehearsal:
    """Return the rehearsal after all `lines`."""
    for line in lines:
        state = play(state, line, tools)
    return state


def _trust_after(scene: Scene) -> int:
    """Return the trust after the marks: each kind once, not more than `rise` upwards, and never above the ceiling.

    What is gained meets the ceiling before what is lost is taken off, so that a blunder costs also there. Who hurts
    gains nothing by the same breath: "our report is better than your test, so why test at all?".
    """
    numbers, names = scene.numbers, {mark.name for mark in scene.marks}
    changes = [numbers.trust.get(name, 0) for name in names]
    spoiled = names & scene.knowledge.rubric.spoiling
    gained = 0 if spoiled else min(numbers.rise, sum(c for c in changes if c > 0))
    return min(numbers.ceiling, scene.state.trust + gained) + sum(c for c in changes if c < 0)


def _sound(scene: Scene, reply: Reply, change: int) -> None:
    """Let a change of trust be heard where nothing else shows it."""
    warmed = change >= WARMED and not scene.has("empathy", "paraphrase", "summary") and not reply.settled
    cooled = change < 0 and len(reply.parts) == 1 and reply.facts
    if (warmed or cooled) and (line := scene.phrase("buyer_warmer" if warmed else "buyer_cooler")):
        reply.parts.insert(0, line)


def _was_hurt(scene: Scene) -> bool:
    """Say whether the seller ever hurt, or keeps silent: nobody walks out on one who is merely dull."""
    said = {mark["name"] for turn in scene.state.turns for mark in turn.marks} | {mark.name for mark in scene.marks}
    return bool(said & scene.knowledge.rubric.spoiling) or scene.silent


def _ends(scene: Scene, reply: Reply) -> None:
    """End the call when the buyer has enough, or has nothing new to say, or time is up."""
    state, numbers = scene.state, scene.numbers
    if state.trust <= numbers.leaves_at:
        reply.parts = [scene.phrase("buyer_leaves") or ""]
        reply.ends = LEFT
        line = scene.line.text
        reply.marks.append(Mark("left", "rehearsal.leaves_at", 0, len(line), line))
        return
    speechless = not any(reply.parts) and not reply.add(scene.phrase("buyer_lost_for_words"))
    if speechless or len(state.turns) + 1 >= numbers.longest:
        reply.add(scene.phrase("buyer_must_go"))
        reply.ends = LONG


def _note(state: Rehearsal, scene: Scene, reply: Reply, change: int) -> None:
    turn = Turn(
        scene.line.text,
        joined(reply.parts, state.lang),
        [vars(mark) for mark in (*scene.marks, *reply.marks)],
        reply.told,
        reply.facts,
        reply.missed,
        reply.raised,
        reply.settled,
        reply.step,
        change,
        reply.understood,
        reply.echoed,
        reply.meant,
        reply.evaded,
    )
    told = [need.id for need in turn.needs(scene.scenario)]
    state.turns.append(turn)
    state.said += scene.voice.used
    state.told += told
    state.facts += [fact for fact in reply.facts if fact not in (*state.facts, *told)]
    state.last = reply.told or next(iter(reply.facts), state.last)
    state.settled += [reply.settled] if reply.settled else []
    state.over = reply.ends
    if reply.step in ("agreed", "undated"):
        state.agreed = reply.step
        state.date = scene.line.when.isoformat() if scene.line.when else None


def taken_back(state: Rehearsal, lines: Sequence[str], tools: Tools) -> Rehearsal:
    """Return the same rehearsal played anew with `lines`: to take a turn back, or to try another one."""
    scenario = tools.knowledge.scenarios[state.scenario]
    fresh = begin(scenario, state.difficulty, state.opened, date.fromisoformat(state.today), tools)
    return play_all(fresh, lines, tools)
