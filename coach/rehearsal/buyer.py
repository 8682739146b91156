"""The buyer's answer to one line: in character, about what was asked, and no more than was earned."""

from __future__ import annotations

from dataclasses import replace

from coach.judge.asking import is_certain
from coach.judge.mark import Mark
from coach.judge.next_step import SOLD
from coach.knowledge.scenario import Fact, ScenarioNeed
from coach.read.seller import Question, picks
from coach.read.topics import ENOUGH, OWN, SHARED
from coach.rehearsal.aim import HEARD, checks, surely_meant
from coach.rehearsal.choice import Choice, choose
from coach.rehearsal.closing import AGREED, agree, answer_step, asks_for_step, is_ready, takes_goods
from coach.rehearsal.earned import is_open, trust_for
from coach.rehearsal.evading import can_take_up, guarded_line, take_up, vague, ward_off
from coach.rehearsal.objections import meet, raise_due
from coach.rehearsal.over_the_counter import is_guessed, want_told
from coach.rehearsal.reply import Reply
from coach.rehearsal.scene import Scene, says_nothing
from coach.rehearsal.state import AHEAD

_UNDERSTANDS = ("paraphrase", "summary", "teach", "evidence")
WANTED = "wanted"  # the kind of question that asks what is required
WARMED = 2  # change of trust in one turn that is heard


def respond(scene: Scene) -> Reply:
    """Return the reply to the line of `scene`."""
    reply = Reply()
    if _rebuke(scene, reply):
        return reply
    meet(scene, reply)
    question = _asked(scene)
    choice = choose(scene, question) if question else None
    if (want := want_told(scene, choice)) is not None:
        _tell_aside(choice, scene, reply)
        _tell(want, scene, reply)
        if not (question and question.form.label == "open") and takes_goods(want, scene):
            agree(scene, reply)
        return reply
    if scene.has("interrogation"):
        reply.add(scene.voice.pick(scene.scenario.reactions.interrogation[scene.lang]))
    step = asks_for_step(scene) and (question is None or _is_old(choice) or _closes(scene, question, choice))
    if (step or _proposes(scene, choice)) and not _is_foreseen(scene, choice):
        answer_step(scene, reply)
        if not scene.scenario.agree.dated and (scene.has("teach") or "cares" in scene.line.offered):
            _volunteer(scene, reply)
    elif scene.state.agreed == AGREED and scene.has("relation"):
        reply.add(scene.phrase("buyer_relation"))
    elif _gives_back(scene, question):
        _confirm(scene, reply)
    elif question is not None and not (scene.has("offer") and _is_old(choice)):
        _warm(scene, reply)
        _answer(scene, question, choice, reply)
    elif scene.has("offer"):
        _hear_pitch(scene, reply)
    else:
        _small_talk(scene, reply)
    if scene.state.agreed != AGREED:
        raise_due(scene, reply)
    return reply


def _rebuke(scene: Scene, reply: Reply) -> bool:
    """Answer what no buyer lets pass: silence, an offer of favours, abuse, talk to the machine behind."""
    reactions, lang = scene.scenario.reactions, scene.lang
    if scene.silent:
        if scene.state.turns and says_nothing(scene.state.turns[-1].seller):
            reply.trust += scene.numbers.trust["silence"]
        reply.add(scene.phrase("buyer_silence"))
    elif scene.has("unethical"):
        reply.add(scene.voice.pick(reactions.unethical[lang]) or scene.phrase("buyer_cooler"))
    elif scene.has("rude"):
        reply.add(scene.voice.pick(reactions.rude[lang]) or scene.phrase("buyer_cooler"))
    elif scene.line.breaks_role:
        reply.add(scene.phrase("buyer_out_of_role"))
    else:
        return False
    return True


def _asked(scene: Scene) -> Question | None:
    """The question, unless it only asks leave, greets or sets a next step."""
    asked = scene.question
    if asked is None or asked.spin.label != "other":
        return asked
    signs = scene.line.topics if picks(asked) else asked.topics
    exact = any(sign.weight > SHARED for sign in signs)
    known = any(sign.weight >= SHARED and sign.topic != "next_step" for sign in asked.topics)
    asks = exact or (known and not scene.has("permission", "close")) or asked.form.label == "open"
    return asked if asks or surely_meant(scene, asked) else None


def _gives_back(scene: Scene, question: Question | None) -> bool:
    """Say whether the line only says back what was told, to have it confirmed."""
    asks_more = question is not None and question.form.label == "open"
    return scene.has("paraphrase", "summary") and not scene.has("offer") and not asks_more


def _is_old(choice: Choice | None) -> bool:
    """Say whether the question asks for nothing new: behind an offer it only invites ("will you try one?")."""
    return choice is None or choice.again


def _is_want(choice: Choice) -> bool:
    return isinstance(choice.item, ScenarioNeed) and choice.item.level == "surface"


def _closes(scene: Scene, question: Question, choice: Choice | None) -> bool:
    """Say whether the question is the step itself: "how many shall I pack?" asks for the order, not for a figure."""
    if picks(question) and choice is not None and not choice.again and _is_want(choice):
        return False  # "Plums are nice today. Sour or sweet?" asks what is wanted, not for the order
    if scene.has("dated") and (question.form.label == "closed" or scene.line.has("agreement")):
        return True  # a day is named, and a yes is asked for
    if _asks_a_fact(scene, question, choice):
        return False  # "who packs the bags?"
    exact = any(sign.weight >= SHARED for sign in question.topics)
    tells = choice is not None and isinstance(choice.item, ScenarioNeed) and exact
    closes = scene.has("close") or SOLD in scene.line.offered
    return question.spin.label == "other" or (closes and not tells)


def _asks_a_fact(scene: Scene, question: Question, choice: Choice | None) -> bool:
    """Say whether a fact is asked for in the scenario's own words, by a question of a kind that wants no yes."""
    if choice is None or not isinstance(choice.item, Fact) or scene.scenario.banter:
        return False
    kind = scene.dodges.of(question.text)
    return _in_own_words(question, choice) and kind is not None and not scene.proposes(question)


def _is_foreseen(scene: Scene, choice: Choice | None) -> bool:
    """Say whether a fact has a reply to just this proposal, of a buyer who agrees to nothing yet."""
    if choice is None or not isinstance(choice.item, Fact) or choice.again or choice.misses:
        return False
    return choice.by_example and choice.certain and not scene.has("dated") and not is_ready(scene)


def _in_own_words(question: Question, choice: Choice) -> bool:
    """Say whether the question is in the scenario's own words for what it gets."""
    return any(sign.weight >= OWN and sign.topic in choice.item.about for sign in question.topics)


def _proposes(scene: Scene, choice: Choice | None) -> bool:
    """Say whether a question proposes an act ("could we put one on your bench?"), which nothing of its own answers."""
    asked = scene.question
    if asked is None or not scene.proposes(asked) or scene.scenario.banter:
        return False
    if scene.has("permission", "offer") or scene.state.agreed == AGREED:
        return False
    if choice is None or choice.ahead is not None or choice.why or choice.again:
        return True
    if choice.by_example and isinstance(choice.item, Fact) and not choice.misses:
        return False
    return (isinstance(choice.item, Fact) or _is_want(choice)) and not _in_own_words(asked, choice)


def _warm(scene: Scene, reply: Reply) -> None:
    """Let it be heard that the seller's tone did good."""
    if scene.has("empathy") and not reply.parts:
        reply.add(scene.voice.pick(scene.scenario.reactions.empathy[scene.lang]))


def _confirm(scene: Scene, reply: Reply) -> None:
    """A true summary is confirmed; who feels understood may go on by themselves."""
    reply.add(scene.voice.pick(scene.scenario.reactions.paraphrase[scene.lang]) or scene.phrase("buyer_confirms"))
    _volunteer(scene, reply)


def _volunteer(scene: Scene, reply: Reply, floor: float = SHARED) -> None:
    """Tell a need that words of the seller touch exactly, when the way to it is open and trust is there.

    `floor`: the weight from which a topic counts, `OWN` for the scenario's own words alone.
    """
    for need in scene.scenario.needs:
        if need.level == "surface" or not need.after or need.id in scene.state.told:
            continue
        cares = need.level == "deep" and "cares" in scene.line.offered
        if need.level == "deep" and not cares and not scene.has(*_UNDERSTANDS):
            continue  # kind words alone do not reach that far
        weight = max((sign.weight for sign in scene.line.topics if sign.topic in need.about), default=0.0)
        ready = is_open(need, scene) and scene.state.trust >= trust_for(need, scene.numbers, scene.level)
        if (cares or weight >= floor) and ready:
            _tell(need, scene, reply)
            return


def _tell(need: ScenarioNeed, scene: Scene, reply: Reply) -> None:
    along = [name for name in need.after if name not in scene.known]  # they are said with it
    for want in scene.scenario.needs:
        if want.id in along:
            reply.add(scene.voice.first(want.says[scene.lang]))
            along += [name for name in want.after if name not in (*scene.known, *along)]
    if reply.add(scene.voice.first(need.says[scene.lang])):
        reply.facts += along
        reply.told, reply.trust = need.id, reply.trust + scene.numbers.trust["need_told"]


def _answer(scene: Scene, question: Question, choice: Choice | None, reply: Reply) -> None:
    reply.meant = choice.item.id if choice and choice.by_example and not choice.misses else ""
    if choice is not None and _asks_what_is_wanted(scene, question, choice):
        choice = replace(choice, ahead=None)
    _tell_aside(choice, scene, reply)
    if choice is None:
        _no_answer(scene, question, reply)
    elif choice.misses:
        if not vague(question, scene, reply):
            _ask_back(scene, reply)
        _note_ahead(choice.beside, scene, reply)
    elif choice.again:
        _say_again(choice, scene, reply)
    elif _is_first_ahead(scene, choice) and ward_off(scene, question, choice, reply):
        _note_ahead(choice.ahead if choice.digs else None, scene, reply)
    elif not isinstance(choice.item, ScenarioNeed):
        if not ward_off(scene, question, choice, reply) and scene.is_plain(choice.item):
            take_up(question, scene, reply)
        reply.add(scene.voice.first(choice.item.says[scene.lang]))
        reply.facts.append(choice.item.id)
        _note_ahead(choice.beside, scene, reply)
    elif (choice.earned or is_guessed(choice, scene)) and not scene.has(*scene.numbers.silenced_by):
        if ward_off(scene, question, choice, reply) and _is_want(choice) and not scene.scenario.banter:
            reply.add(scene.phrase("buyer_requires"))
        _tell(choice.item, scene, reply)
    else:
        guarded_line(scene, question, choice.item, choice.hedge, reply)
        why = "interrogation" if scene.has("interrogation") else "trust"
        reply.missed = {"need": choice.item.id, "why": choice.why or why}


def _tell_aside(choice: Choice | None, scene: Scene, reply: Reply) -> None:
    """Tell what is asked for beside the rest: "big or small ones?" asks what is wanted, too."""
    if choice is not None and choice.aside is not None:
        reply.add(scene.voice.first(choice.aside.says[scene.lang]))
        reply.facts.append(choice.aside.id)


def _asks_what_is_wanted(scene: Scene, question: Question, choice: Choice) -> bool:
    """Say whether the question asks outright for the want that it gets: it runs ahead of nothing but the person."""
    kind = scene.dodges.of(question.text)
    return _is_want(choice) and kind is not None and kind.id == WANTED and not _goes_deep(choice)


def _goes_deep(choice: Choice) -> bool:
    return choice.ahead is not None and choice.ahead.level == "deep"


def _is_first_ahead(scene: Scene, choice: Choice) -> bool:
    """Say whether the seller runs ahead for the first time: who digs on is told the first thing on the way."""
    if choice.ahead is None or scene.scenario.banter:
        return False
    return not scene.state.ran_ahead_to()


def _note_ahead(need: ScenarioNeed | None, scene: Scene, reply: Reply) -> None:
    """Remember the need that was dug for too early; who asks below the surface for the first time is trusted more."""
    if need is None or scene.has(*scene.numbers.silenced_by):
        return
    reply.missed = {"need": need.id, "why": AHEAD}
    if not scene.state.ran_ahead_to():
        reply.trust += scene.numbers.trust["need_told"]


def _say_again(choice: Choice, scene: Scene, reply: Reply) -> None:
    """What was said once is said in other words; asked a third time, the buyer points it out."""
    if reply.add(scene.voice.first(choice.item.says[scene.lang])):
        return
    if not scene.has("paraphrase", "summary"):
        reply.trust += scene.numbers.trust["asked_before"]
        line = scene.line.text
        reply.marks.append(Mark("asked_before", f"scenarios/{scene.scenario.id}/{choice.item.id}", 0, len(line), line))
    reply.add(scene.voice.pick(scene.scenario.reactions.said_before[scene.lang]) or scene.phrase("buyer_said_before"))


def _no_answer(scene: Scene, question: Question, reply: Reply) -> None:
    """Nothing in the scenario is about it: a vague answer when the question was understood, else ask back."""
    if checks(scene) and (question.form.label == "closed" or _fitted(scene)):
        reply.add(scene.phrase("buyer_checks" if _fitted(scene) else "buyer_pitch"))
        return
    about = any(sign.weight >= ENOUGH for sign in question.topics)
    understood = about or is_certain(question.spin) or _is_plain(question) or scene.dodges.of(question.text) is not None
    understood = understood or can_take_up(question, scene)
    if understood:
        vague(question, scene, reply)
    if not understood or not reply.parts:
        _ask_back(scene, reply)


def _is_plain(question: Question) -> bool:
    """Say whether it is surely a question, and more likely than not one about the customer's business."""
    return question.form.is_ruled and question.spin.label != "other" and question.spin.confidence >= HEARD


def _fitted(scene: Scene) -> bool:
    """Say whether what was offered, here or in the line before, met a need."""
    return scene.has("benefit") or scene.state.last_did("benefit")


def _ask_back(scene: Scene, reply: Reply) -> None:
    reply.understood = False
    not_understood = scene.scenario.reactions.not_understood[scene.lang]
    reply.add(scene.voice.pick(not_understood) or scene.phrase("buyer_not_understood"))


def _hear_pitch(scene: Scene, reply: Reply) -> None:
    reactions, lang = scene.scenario.reactions, scene.lang
    if scene.has("benefit"):
        reply.add(scene.voice.pick(reactions.fitting_pitch[lang]) or scene.phrase("buyer_pitch_fits"))
        if "cares" in scene.line.offered:
            _volunteer(scene, reply)
        if not scene.scenario.agree.dated and is_ready(scene):
            answer_step(scene, reply)
    elif scene.has("early_pitch"):
        reply.add(scene.voice.pick(reactions.early_pitch[lang]) or _shrug(scene))
    else:
        reply.add(_shrug(scene))
    if (scene.has("teach", "empathy") or "cares" in scene.line.offered) and not reply.told:
        _volunteer(scene, reply)


def _shrug(scene: Scene) -> str | None:
    """What is said to an offer that fits nothing."""
    return scene.phrase("buyer_pitch_banter" if scene.scenario.banter else "buyer_pitch")


def _listens(scene: Scene) -> str | None:
    """What is said to a line that wants no answer."""
    return scene.phrase("buyer_listens_banter" if scene.scenario.banter else "buyer_listens")


def _small_talk(scene: Scene, reply: Reply) -> None:
    """Answer a line that neither asks, sells nor closes."""
    if scene.has("empathy"):
        reply.add(scene.voice.pick(scene.scenario.reactions.empathy[scene.lang]) or scene.phrase("buyer_warmer"))
        _volunteer(scene, reply)
    elif reply.settled:
        pass
    elif scene.has("evidence", "teach"):
        reply.add(_listens(scene))
        _volunteer(scene, reply)
    elif scene.line.manner == "farewells":
        reply.add(scene.phrase("buyer_farewells"))
    elif scene.has("relation"):
        reply.add(scene.phrase("buyer_relation"))
    elif scene.has("permission"):
        reply.add(scene.phrase("buyer_permission"))
    elif scene.line.manner in ("greetings", "yes", "no"):
        reply.add(scene.phrase(f"buyer_{scene.line.manner}"))
    elif scene.has("discount", "pressure", "disparage", "favour"):
        reply.add(scene.phrase("buyer_cooler"))
    elif not scene.line.is_speech and not scene.line.echoes and not _touches(scene):
        _introduction(scene, reply)
    else:
        _volunteer(scene, reply, OWN)  # who guesses right is told
        if not reply.parts and not _tell_named(scene, reply):
            asked = scene.question
            if not (asked and _awaits_answer(asked, scene) and vague(asked, scene, reply)):
                reply.add(_listens(scene))


def _tell_named(scene: Scene, reply: Reply) -> bool:
    """Tell the fact that a line without a question mark asks for: "which hotels come first, if you may say"."""
    named = {sign.topic: sign.evidence for sign in scene.line.topics if sign.weight >= OWN}
    for fact in scene.facts:
        asks = any(topic in named and scene.dodges.of(named[topic].text) for topic in fact.about)
        if asks and fact.id not in scene.known and reply.add(scene.voice.first(fact.says[scene.lang])):
            reply.facts.append(fact.id)
            return True
    return False


def _awaits_answer(asked: Question, scene: Scene) -> bool:
    """Say whether a rule hears a question, though what type it is stays unclear: nobody says "is that so" to it."""
    if scene.line.offered.keys() & {"stated", "handed", "choice"}:
        return False
    return (asked.form.is_ruled and not asked.spin.is_ruled) or can_take_up(asked, scene)


def _touches(scene: Scene) -> bool:
    """Say whether the line surely speaks of some topic."""
    return any(sign.weight >= SHARED for sign in scene.line.topics)


def _introduction(scene: Scene, reply: Reply) -> None:
    """The first lines are courtesy ("I am Li from ..."): no buyer asks back there."""
    if len(scene.state.turns) < 2:
        reply.add(scene.phrase("buyer_greetings"))
    else:
        _ask_back(scene, reply)
