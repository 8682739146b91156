"""Does the stance ledger mean something? Grades in order, every role and stance, no green where none may be."""

from __future__ import annotations

from collections.abc import Iterator

from coach.knowledge.checks.references import missing
from coach.knowledge.fault import fault
from coach.knowledge.folders import TASK_LABELS
from coach.knowledge.ledger import StanceLedger
from coach.knowledge.load import Knowledge
from coach.knowledge.problem import Problem
from coach.knowledge.yaml_lines import Document

ORDER = ("explicit", "repeated", "behaviour", "tone")  # domain: a statement > habit > act > tone
# an account is never green while one of these holds: the method says so
NEVER_GREEN = ("no_decider", "decider_unknown", "decider_against", "no_coach")


def problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield every problem of meaning in `stance_ledger.yml`."""
    ledger, document = knowledge.ledger, knowledge.sources[("ledger", "")]
    yield from _grades(ledger, document)
    yield from _complete(ledger, document)
    for role, influence in ledger.influence.items():
        yield from missing(document, ("influence", role), role, TASK_LABELS["role"], fault("what_role"))
        if not 1 <= influence <= 5:
            yield Problem(document.path, document.line(("influence", role)), fault("influence_range"))
    ruled = {rule.when for rule in ledger.lights}
    for condition in NEVER_GREEN:
        if condition not in ruled:
            green = fault("never_green", condition=condition)
            yield Problem(document.path, document.line(("lights",)), green)


def _grades(ledger: StanceLedger, document: Document) -> Iterator[Problem]:
    """Yield a problem for each grade that is missing, or weighs more than a stronger one."""
    line = document.line(("grades",))
    if absent := tuple(name for name in ORDER if name not in ledger.grades):
        yield Problem(document.path, line, fault("grades_absent", names=absent))
        return
    weights = [ledger.grades[name].weight for name in ORDER]
    if weights != sorted(weights, reverse=True):
        yield Problem(document.path, line, fault("grades_order", names=ORDER))
    tone, act = ledger.grades["tone"], ledger.grades["behaviour"]
    if tone.weight * tone.at_most >= act.weight:
        line = document.line(("grades", "tone"))
        yield Problem(document.path, line, fault("tone_outweighs"))
    if "tone" in ledger.extremes.grades:
        line = document.line(("extremes", "grades"))
        yield Problem(document.path, line, fault("tone_alone"))


def _complete(ledger: StanceLedger, document: Document) -> Iterator[Problem]:
    """Yield a problem for each stance and each role without an entry."""
    for field, names in (("stances", TASK_LABELS["stance"]), ("influence", TASK_LABELS["role"])):
        if absent := tuple(name for name in names if name not in getattr(ledger, field)):
            yield Problem(document.path, document.line((field,)), fault("entries_absent", names=absent))
