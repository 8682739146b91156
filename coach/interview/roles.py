"""Note the roles of a person: what somebody surely does outweighs what only a title or a single word suggests."""

from __future__ import annotations

from coach.interview.signs import observe, rule_of
from coach.interview.state import Observation, Person
from coach.read.report import FoundPerson
from coach.read.verdict import Verdict

BY_TITLE = "people/titles/"
LEARNED = "learned"
ROLE_FLOOR = 0.4  # under this a role is not noted: unknown is a legitimate answer
LEARNED_FLOOR = 0.8
CLEAR = 0.8  # how sure a rule that only makes a role likely must be to count for more than a title
SURE, FAIR, HINT = 3, 2, 1
# Who asks for a thing often uses it, sets what it must do, or decides: the one is no sign against the other.
_BESIDE = "initiator", ("user", "influencer", "decider")


def note_roles(person: Person, found: FoundPerson, turn: int) -> None:
    """Add the signs of the roles that `found` shows, and drop those of roles that it denies."""
    person.roles = [sign for sign in person.roles if sign.label not in found.denied]
    for verdict in (found.role, *found.also):
        _note_role(person, verdict, found.shown(verdict), turn)


def _note_role(person: Person, verdict: Verdict, words: str, turn: int) -> None:
    """Add a sign of a role; a weaker sign of another role neither goes beside it nor stays."""
    if not counts_as_role(verdict) or verdict.label == "unknown":
        return
    mine = strength(verdict.label, rule_of(verdict), verdict.confidence)
    others = [sign for sign in person.roles if sign.label != verdict.label and not _go_together(sign, verdict)]
    if any(_strength(sign) > mine or _strength(sign) == mine < SURE for sign in others):
        if not any(sign.label == verdict.label for sign in person.roles):
            return
    else:
        person.roles = [sign for sign in person.roles if sign not in others or _strength(sign) == SURE]
    observe(person.roles, verdict, words, turn)


def counts_as_role(role: Verdict) -> bool:
    floor = LEARNED_FLOOR if not role.is_ruled else ROLE_FLOOR
    return role.confidence >= floor


def strength(label: str, rule: str, confidence: float) -> int:
    """Return how much a sign counts. To be kept waiting or in the dark by somebody shows no gatekeeper for sure."""
    if rule.startswith((BY_TITLE, LEARNED)):
        return HINT
    sure, clear = rule.endswith(".sure") or not rule.startswith("roles/"), confidence >= CLEAR
    if label == "gatekeeper":
        return FAIR if sure else HINT
    return SURE if sure else FAIR if clear else HINT


def _strength(sign: Observation) -> int:
    return strength(sign.label, sign.rule, sign.confidence)


def _go_together(sign: Observation, verdict: Verdict) -> bool:
    """Say whether two roles are told of one person by rules, and go together."""
    asks, others = _BESIDE
    pair = {sign.label, verdict.label}
    ruled = not sign.rule.startswith((BY_TITLE, LEARNED)) and not rule_of(verdict).startswith((BY_TITLE, LEARNED))
    return ruled and verdict.confidence >= CLEAR and asks in pair and not pair.isdisjoint(others)
