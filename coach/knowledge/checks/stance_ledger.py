"""Does the stance ledger mean something? Grades in order, every role and stance, no green where none may be."""

from __future__ import annotations

from collections.abc import Iterator

from coach.knowledge.checks.references import missing
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
        yield from missing(document, ("influence", role), role, TASK_LABELS["role"], "role")
        if not 1 <= influence <= 5:
            yield Problem(document.path, document.line(("influence", role)), "influence is a number from 1 to 5")
    ruled = {rule.when for rule in ledger.lights}
    for condition in NEVER_GREEN:
        if condition not in ruled:
            message = f"an account is never green with '{condition}'; add a rule that makes it amber or red"
            yield Problem(document.path, document.line(("lights",)), message)


def _grades(ledger: StanceLedger, document: Document) -> Iterator[Problem]:
    """Yield a problem for each grade that is missing, or weighs more than a stronger one."""
    line = document.line(("grades",))
    if absent := [name for name in ORDER if name not in ledger.grades]:
        yield Problem(document.path, line, f"these grades are missing: {', '.join(absent)}")
        return
    weights = [ledger.grades[name].weight for name in ORDER]
    if weights != sorted(weights, reverse=True):
        yield Problem(document.path, line, f"no grade may weigh more than one before it: {', '.join(ORDER)}")
    tone, act = ledger.grades["tone"], ledger.grades["behaviour"]
    if tone.weight * tone.at_most >= act.weight:
        line = document.line(("grades", "tone"))
        yield Problem(document.path, line, "all tone together (weight x at_most) must weigh less than one behaviour")
    if "tone" in ledger.extremes.grades:
        line = document.line(("extremes", "grades"))
        yield Problem(document.path, line, "tone alone must not make a coach or an enemy")


def _complete(ledger: StanceLedger, document: Document) -> Iterator[Problem]:
    """Yield a problem for each stance and each role without an entry."""
    for field, names in (("stances", TASK_LABELS["stance"]), ("influence", TASK_LABELS["role"])):
        if absent := [name for name in names if name not in getattr(ledger, field)]:
            yield Problem(document.path, document.line((field,)), f"these are missing: {', '.join(absent)}")
