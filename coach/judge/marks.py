"""Marks: what one line of the seller was, each with the rule and the very words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from coach.judge.meeting import Told, met_need
from coach.knowledge.rehearsing import Rehearsing
from coach.read.matcher import scan_of
from coach.read.seller import Question, SellerLine
from coach.read.topics import NEED
from coach.read.verdict import Evidence, Verdict
from coach.text.clauses import in_one, sentences
from coach.text.normalize import normalize

# signs that count by themselves, wherever they stand in the line
_PLAIN = (
    "permission", "advantage", "blaming", "discount", "relation", "close", "teach", "pressure", "disparage", "favour",
    "rough",
)  # fmt: skip
_SELLING = (
    "offer", "benefit", "advantage", "commit", "close", "discount", "pressure", "evidence", "teach", "relation",
    "disparage", "favour",
)  # fmt: skip
_CREDITED = ("problem", "implication", "need_payoff")  # SPIN types that earn points
CERTAIN = 0.92  # confidence from which the model alone earns them: far from its examples it is bold
_FEW = 7  # words of a question, its mark included, of which the model alone can tell nothing
MIXED = 3  # content words of the customer that make a statement a paraphrase without a frame ("so you mean")


@dataclass(frozen=True)
class Mark:
    """`name` is what the line was; `rule` and the words `text` at start..end say why; `about` a need's id."""

    name: str
    rule: str
    start: int
    end: int
    text: str
    about: str | None = None


@dataclass(frozen=True)
class Before:
    """What the call holds before a line: needs told, closed questions in a row, pitches made (need, words)."""

    told: Sequence[Told] = ()
    closed_row: int = 0
    pitched: Sequence[tuple[str, str]] = ()
    last_topics: frozenset[str] = frozenset()
    just_told: bool = False  # the last of `told` was told in answer to the line before
    offered: bool = False  # the line before presented something


def marks_of(line: SellerLine, before: Before, numbers: Rehearsing) -> list[Mark]:
    """Return the marks of `line`, in order of place."""
    found = [] if line.breaks_role else list(_said(line, before, numbers))
    found += [_mark("unethical", evidence, name) for name, evidence in line.ethics]
    if line.rude:
        found.append(Mark("rude", "language/insults", 0, len(line.text), line.text))
    return sorted(found, key=lambda mark: (mark.start, mark.name))


def _said(line: SellerLine, before: Before, numbers: Rehearsing) -> Iterator[Mark]:
    """What is said to the customer. A line to the machine behind ("list your needs") is nothing of that."""
    yield from _questions(line, before, numbers)
    yield from _reflections(line, before)
    yield from _pitch(line, before, numbers)
    for label in _PLAIN:
        yield from (_mark(label, evidence) for evidence in line.signs.get(label, ())[:1])
    if line.questions and (led := line.signs.get("leading")):  # "isn't that lovely news!" asks nothing
        yield _mark("leading", led[0])
    if evidence := line.stated("empathy"):  # "is it good for you?" comforts nobody
        yield _mark("empathy", evidence)
    if evidence := line.stated("evidence"):
        yield _mark("evidence", evidence)
    yield from _next_step(line)


def _mark(name: str, evidence: Evidence, about: str | None = None) -> Mark:
    return Mark(name, evidence.rule, evidence.start, evidence.end, evidence.text, about)


def _questions(line: SellerLine, before: Before, numbers: Rehearsing) -> Iterator[Mark]:
    checks = before.offered or is_pitch(line, before.told) is not None
    opens = not before.told and not before.last_topics  # nothing is said yet that could have effects
    for question in line.questions:
        proofs = question.form.evidence or (Evidence("learned.form", question.start, _end(question), question.text),)
        yield _mark(question.form.label, proofs[0])
        if question.spin.label not in _CREDITED or _earns_spin(question, checks, opens):
            whole = Evidence("learned.spin", question.start, _end(question), question.text)
            yield _mark(f"spin_{question.spin.label}", next(iter(question.spin.evidence), whole))
        inside = [e for e in line.echoes if question.start <= e.start < _end(question) and _says_something(e, line)]
        if inside and question.spin.label != "other":
            yield _mark("follow_up", inside[0])
    # "200 watts? 5000 K? white?": what is no question by itself is one in a row of them
    if line.questions and max(len(line.questions), _question_marks(line)) >= numbers.stacked:
        start, end = line.questions[0].start, _end(line.questions[-1])
        yield Mark("stacked", "rehearsal.stacked", start, end, line.text[start:end])
    asked = line.question
    row = before.closed_row + 1
    if asked and _is_closed(line) and row % numbers.closed_row == 0:
        yield Mark("interrogation", "rehearsal.closed_row", asked.start, _end(asked), asked.text)


def _question_marks(line: SellerLine) -> int:
    return sum(line.text.count(mark) for mark in "?？")


def _says_something(echo: Evidence, line: SellerLine) -> bool:
    """Say whether a word taken up from the customer is more than one that fits any talk ("time", "not")."""
    return any(word.start < echo.end and echo.start < word.end for word in line.content)


def is_certain(verdict: Verdict) -> bool:
    """Say whether a rule speaks for the verdict, or the model is as good as sure."""
    return verdict.is_ruled or verdict.confidence >= CERTAIN


def _earns_spin(question: Question, checks: bool, opens: bool) -> bool:
    """Say whether a question earns the points of its type: surely read, and no mere "is it all right?" (`checks`).

    While nothing has been told (`opens`) a rule must say that effects or their worth are asked for.
    """
    if checks and question.form.label == "closed":
        return question.spin.is_sure
    ruled = question.spin.is_ruled
    if question.form.label == "closed" and question.spin.label != "problem" and not ruled:
        return False
    if opens and question.spin.label != "problem":
        return question.spin.is_sure
    return ruled or (is_certain(question.spin) and len(scan_of(question.text).words) > _FEW)


def _end(question: Question) -> int:
    return question.start + len(question.text)


def _is_closed(line: SellerLine) -> bool:
    """A closed question for information: one that confirms, asks leave or closes the deal is none."""
    asked = line.question
    return (
        asked is not None
        and asked.form.label == "closed"
        and asked.spin.label != "other"
        and not {"choice", "handed"} & set(line.offered)  # who lays out goods, or hands one over, asks no row
        and not line.has("paraphrase", "summary", "permission", "commit", "close")
    )


def closed_row_after(line: SellerLine, before: Before) -> int:
    """Return how many closed questions stand in a row after `line`; one without any question breaks the row."""
    return before.closed_row + 1 if _is_closed(line) else 0


def _reflections(line: SellerLine, before: Before) -> Iterator[Mark]:
    """Paraphrase and summary: a frame and the customer's words, or many of these words in a plain statement."""
    known = {topic for told in before.told for topic in told.topics} | before.last_topics
    grounded = bool(line.echoes) or any(sign.topic in known and sign.weight >= NEED for sign in line.topics)
    if (frame := line.signs.get("summary")) and grounded:
        yield _mark("summary", frame[0])
    elif (frame := line.signs.get("paraphrase")) and grounded:
        yield _mark("paraphrase", line.echoes[0] if line.echoes else frame[0])
    elif _plain_reflection(line):
        yield _mark("paraphrase", max(line.echoes, key=lambda e: (e.end - e.start, -e.start)))


def _plain_reflection(line: SellerLine) -> bool:
    """Words of the customer given back without selling or asking anything new."""
    if line.features or not line.to_you or line.has(*_SELLING) or _proposal(line):
        return False
    asked = line.question
    if asked and (asked.form.label == "open" or asked.spin.label != "other"):
        return False
    return len(line.echoes) >= MIXED


def _next_step(line: SellerLine) -> Iterator[Mark]:
    acts = line.signs.get("commit", ()) or line.signs.get("close", ()) or _proposal(line)
    if acts and not line.has("introduction"):  # "I have come to see you today" promises nothing
        yield _mark("commit", acts[0])
        if line.when:
            yield Mark("dated", "dates", 0, len(line.text), line.when.isoformat())


def _proposal(line: SellerLine) -> tuple[Evidence, ...]:
    """What asks for a yes to something on a day to come: an act is proposed, whatever its verb."""
    if line.when is None or line.has("paraphrase", "summary"):
        return ()
    agreed = tuple(e for e in line.signs.get("agreement", ()) if line.in_question(e))[-1:]
    asked = line.question
    if agreed or asked is None or line.has("permission") or (asked.form.label, asked.spin.label) != ("closed", "other"):
        return agreed
    return asked.form.evidence[:1]


def is_pitch(line: SellerLine, told: Sequence[Told] = ()) -> Evidence | None:
    """Return the words that present something of ours outside a question; None in a line that sets a next step.

    A proof that meets a told need ("this one is very sour, taste it") presents it too. In a line that asks or says
    back, the customer's own words ("about the UL certificate: what happened?") are no proof of ours.
    """
    if line.has("commit") or _proposal(line) or (line.has("introduction") and not line.features):
        return None
    if line.offered.get("choice") and not told:
        return None  # what is laid out to choose from is asked about
    said = line.stated("offer", "advantage", "benefit")
    says_back = line.has("paraphrase", "summary") and bool(line.questions)
    if said is not None and says_back and said in line.signs.get("benefit", ()):
        said = line.stated("offer", "advantage")  # "you won't be pushed, is that it?" says back
    if said is not None and line.questions and said.is_learned:
        said = None  # "We have them in two flavours. Which would you like?" leads up to the question
    if said is None and met_need(line, told) is not None:
        said = next(_proofs(line), None)
    if said is None:
        said = _shown(line, told)
    if said is None and line.features and not line.questions:
        start = line.text.find(line.features[0])
        said = Evidence("products/features", start, start + len(line.features[0]), line.features[0])
    return said


def _shown(line: SellerLine, told: Sequence[Told]) -> Evidence | None:
    """The scenario's own words for what the seller has, where they present it.

    Who asks before anything is known only names it ("sour plums or sweet ones?"); who feels with the customer speaks of
    the customer's matter. Once a want was told, what is put into the hand meets it, also as a question: "Try one?"
    """
    if handed := [words for words in line.offered.get("handed", ()) if told or not line.in_question(words)]:
        return handed[0]
    if line.has("paraphrase", "summary", "empathy", "relation"):
        return None
    if line.questions and not any(need.level in ("latent", "deep") for need in told):
        return None
    return next((words for words in line.offered.get("stated", ()) if not line.in_question(words)), None)


def _says_back(line: SellerLine, words: Evidence) -> bool:
    """Say whether the sentence of these words gives back what the customer said."""
    frames = (*line.signs.get("paraphrase", ()), *line.signs.get("summary", ()))
    spans = sentences(normalize(line.text))
    return any(in_one(spans, words.start, frame.start) for frame in frames)


def _proofs(line: SellerLine) -> Iterator[Evidence]:
    """The proofs that are given: not asked for, nor the customer's own word given back or asked about."""
    asked = [(question.start, _end(question)) for question in line.questions]
    stated = (e for e in line.signs.get("evidence", ()) if not any(start <= e.start < end for start, end in asked))
    theirs = line.echoes if line.questions else ()
    for proof in stated:
        if _says_back(line, proof) or any(echo.start < proof.end and proof.start < echo.end for echo in theirs):
            continue
        yield proof


def _pitch(line: SellerLine, before: Before, numbers: Rehearsing) -> Iterator[Mark]:
    words = is_pitch(line, before.told)
    if words is None:
        return
    yield _mark("offer", words)
    met = met_need(line, before.told)
    shown = any(words in of_kind for of_kind in line.offered.values())
    handed = words in line.offered.get("handed", ())
    if met is None and before.told and (handed or (shown and before.just_told)):
        met = (before.told[-1], words)  # what was asked for is put into the hand
    proves = words in line.signs.get("evidence", ())  # a proof alone, as in answer to an objection, presses nobody
    early = not any(told.level in ("latent", "deep") for told in before.told)
    if early and not proves and not (shown and met):
        yield _mark("early_pitch", words)
        met = met if line.echoes or before.just_told else None
    if met:
        yield _mark("benefit", met[1], met[0].id)
    if len({feature.lower() for feature in line.features}) >= numbers.features:
        yield Mark("feature_dump", "rehearsal.features", words.start, words.end, ", ".join(line.features))
    if (met[0].id if met else "", _key(line)) in set(before.pitched):
        yield _mark("same_pitch", words)


def _key(line: SellerLine) -> str:
    return "|".join(sorted(feature.lower() for feature in line.features)) or line.text.strip().lower()


def pitch_key(line: SellerLine, marks: Iterable[Mark]) -> tuple[str, str] | None:
    """Return (need id, what was pitched) when the line pitched: a second time it says nothing new."""
    names = {mark.name: mark for mark in marks}
    if "offer" not in names:
        return None
    met = names.get("benefit")
    return (met.about or "" if met else "", _key(line))
