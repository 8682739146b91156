"""The next step that a line proposes, and its day."""

from __future__ import annotations

from collections.abc import Iterator

from coach.judge.mark import Mark
from coach.read.seller import SellerLine
from coach.read.verdict import Evidence

SOLD = "sold"  # words of a scenario with which goods go over the counter


def step_marks(line: SellerLine, wanted: bool) -> Iterator[Mark]:
    """Yield that a step is proposed, and its day where one is named. `wanted`: the customer said what they want, so
    that goods may go over the counter."""
    acts = line.signs.get("commit", ()) or line.signs.get("close", ()) or proposal(line)
    acts = acts or (line.offered.get(SOLD, ()) if wanted else ())
    if acts and not line.has("introduction"):  # "I have come to see you today" promises nothing
        yield Mark.of("commit", acts[0])
        if line.when:
            yield Mark("dated", "dates", 0, len(line.text), line.when.isoformat())


def proposal(line: SellerLine) -> tuple[Evidence, ...]:
    """What asks for a yes to something on a day to come: an act is proposed, whatever its verb."""
    if line.when is None or line.has("paraphrase", "summary"):
        return ()
    agreed = tuple(e for e in line.signs.get("agreement", ()) if line.in_question(e))[-1:]
    asked = line.question
    if agreed or asked is None or line.has("permission") or (asked.form.label, asked.spin.label) != ("closed", "other"):
        return agreed
    return asked.form.evidence[:1] if line.when > line.today else ()  # "will you buy plums today?"
