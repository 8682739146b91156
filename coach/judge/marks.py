"""All marks of one line of the seller: asking, giving back, pitching, the next step, and how it is said."""

from __future__ import annotations

from collections.abc import Iterator

from coach.judge.asking import question_marks
from coach.judge.mark import Before, Mark
from coach.judge.next_step import proposal, step_marks
from coach.judge.pitching import pitch_marks
from coach.knowledge.rehearsing import Rehearsing
from coach.read.seller import SellerLine
from coach.read.topics import NEED

# signs that count by themselves, wherever they stand in the line
_PLAIN = (
    "permission", "advantage", "blaming", "discount", "relation", "close", "teach", "pressure", "disparage", "favour",
    "rough",
)  # fmt: skip
# forms that ask for a number, a time, a name or a place: "how long?" is no "is that so?"
_FACTS = ("questions/form/closed_fact", "questions/form/closed_name", "questions/form/closed_place")
_SELLING = (
    "offer", "benefit", "advantage", "commit", "close", "discount", "pressure", "evidence", "teach", "relation",
    "disparage", "favour",
)  # fmt: skip
MIXED = 3  # content words of the customer that make a statement a paraphrase without a frame ("so you mean")


def marks_of(line: SellerLine, before: Before, numbers: Rehearsing) -> list[Mark]:
    """Return the marks of `line`, in order of place."""
    found = [] if line.breaks_role else list(_said(line, before, numbers))
    found += [Mark.of("unethical", evidence, name) for name, evidence in line.ethics]
    if line.rude:
        found.append(Mark("rude", "language/insults", 0, len(line.text), line.text))
    return sorted(found, key=lambda mark: (mark.start, mark.name))


def _said(line: SellerLine, before: Before, numbers: Rehearsing) -> Iterator[Mark]:
    """What is said to the customer. A line to the machine behind ("list your needs") is nothing of that."""
    yield from question_marks(line, before, numbers)
    yield from _reflections(line, before)
    yield from pitch_marks(line, before, numbers)
    for label in _PLAIN:
        yield from (Mark.of(label, evidence) for evidence in line.signs.get(label, ())[:1])
    if line.questions and (led := line.signs.get("leading")):  # "isn't that lovely news!" asks nothing
        yield Mark.of("leading", led[0])
    if evidence := line.stated("empathy"):  # "is it good for you?" comforts nobody
        yield Mark.of("empathy", evidence)
    if evidence := line.stated("evidence"):
        yield Mark.of("evidence", evidence)
    yield from step_marks(line, bool(before.told))


def _reflections(line: SellerLine, before: Before) -> Iterator[Mark]:
    """Paraphrase and summary: a frame and the customer's words, or many of these words in a plain statement."""
    known = {topic for told in before.told for topic in told.topics} | before.last_topics
    grounded = bool(line.echoes) or any(sign.topic in known and sign.weight >= NEED for sign in line.topics)
    if (frame := line.signs.get("summary")) and grounded:
        yield Mark.of("summary", frame[0])
    if (frame := line.signs.get("paraphrase")) and grounded:
        yield Mark.of("paraphrase", line.echoes[0] if line.echoes else frame[0])
    elif _plain_reflection(line):
        yield Mark.of("paraphrase", max(line.echoes, key=lambda e: (e.end - e.start, -e.start)))


def _plain_reflection(line: SellerLine) -> bool:
    """Words of the customer given back without selling or asking anything new."""
    if line.features or not line.to_you or line.has(*_SELLING) or proposal(line):
        return False
    asked = line.question
    if asked and (asked.form.label == "open" or asked.spin.label != "other" or asked.form.is_shown_by(*_FACTS)):
        return False
    return len(line.echoes) >= MIXED
