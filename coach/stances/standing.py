"""Where a contact stands on a day, with all that it rests on. `coach.stances.spoken` judges a conversation alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from coach.accounts.records import ROLE, STANCE, Contact, Observation
from coach.knowledge.ledger import StanceLedger
from coach.people.scale import UNKNOWN, VALUES, side_of
from coach.stances.evidence import Evidence, evidence_of, roles_of
from coach.stances.moves import Counterfactual, Needed, counterfactual, needed
from coach.stances.trend import Trend, trend
from coach.stances.verdict import verdict

GIVEN, BY_ROLE, ASSUMED = "given", "role", "assumed"
LEAST_INFLUENCE, MOST_INFLUENCE = 1, 5


@dataclass(frozen=True)
class RoleHeld:
    """A role with the signs that show it."""

    role: str
    weight: float
    shown_by: tuple[Evidence, ...]


@dataclass(frozen=True)
class Influence:
    """`value` is 1 to 5; `source` says whether somebody stated it, it follows from `role`, or is assumed."""

    value: int
    source: str
    role: str | None = None


@dataclass(frozen=True)
class NextMove:
    """Which advice of `knowledge/stances/` to follow: its list (`move` or `treat`) and how far down it."""

    stance: str
    advice: str
    number: int


@dataclass(frozen=True)
class Standing:
    """`evidence` are all signs by day; `supporting` speaks for the stance, `against` for another one."""

    contact: Contact
    stance: str
    confidence: float
    evidence: tuple[Evidence, ...]
    supporting: tuple[Evidence, ...]
    against: tuple[Evidence, ...]
    trend: Trend
    roles: tuple[RoleHeld, ...]
    influence: Influence
    next_move: NextMove
    asof: date
    ledger: StanceLedger = field(repr=False, compare=False)

    @property
    def value(self) -> int:
        """-2 (enemy) to 2 (coach); unknown counts 0."""
        return VALUES.get(self.stance, 0)

    @property
    def last_day(self) -> str | None:
        return self.evidence[-1].day if self.evidence else None

    @cached_property
    def needed(self) -> Needed | None:
        """What would move the person one step up."""
        return needed(self.evidence, self.stance, self.asof, self.ledger)

    @cached_property
    def counterfactual(self) -> Counterfactual | None:
        """Which evidence carries the verdict."""
        return counterfactual(self.evidence, self.stance, self.ledger)

    def has_role(self, role: str) -> bool:
        return any(held.role == role for held in self.roles)


def standing(contact: Contact, observations: Iterable[Observation], asof: date, ledger: StanceLedger) -> Standing:
    """Return where `contact` stands on `asof` by the observations of that contact; others are left out."""
    own = [observation for observation in observations if observation.contact == contact.id]
    evidence = tuple(sign for sign in evidence_of(own, STANCE, asof, ledger) if sign.counts_as in VALUES)
    found, roles = verdict(evidence, ledger), _roles(evidence_of(own, ROLE, asof, ledger), ledger)
    return Standing(
        contact,
        found.stance,
        found.confidence,
        evidence,
        supporting=tuple(sign for sign in evidence if _supports(sign, found.stance)),
        against=tuple(sign for sign in evidence if not _supports(sign, found.stance)),
        trend=trend(evidence, asof, ledger.trend),
        roles=roles,
        influence=_influence(contact, roles, ledger),
        next_move=next_move(found.stance, len(evidence), ledger),
        asof=asof,
        ledger=ledger,
    )


def next_move(stance: str, signs: int, ledger: StanceLedger) -> NextMove:
    """Return what to do next with a person of whom so many signs are known.

    Protecting and containing start at the top; moves take turns, so that one is not given twice.
    """
    advice = ledger.stances[stance].advice
    return NextMove(stance, advice, signs if advice == "move" else 0)


def _supports(sign: Evidence, stance: str) -> bool:
    return stance != UNKNOWN and side_of(sign.counts_as) == side_of(stance)


def _roles(evidence: Iterable[Evidence], ledger: StanceLedger) -> tuple[RoleHeld, ...]:
    """Return the roles that are still shown, strongest first: one person may hold several."""
    return tuple(RoleHeld(*held) for held in roles_of(evidence, ledger))


def _influence(contact: Contact, roles: Iterable[RoleHeld], ledger: StanceLedger) -> Influence:
    if contact.influence is not None:
        return Influence(min(max(contact.influence, LEAST_INFLUENCE), MOST_INFLUENCE), GIVEN)
    known = [(ledger.influence[held.role], held.role) for held in roles if held.role in ledger.influence]
    if not known:
        return Influence(ledger.influence[UNKNOWN], ASSUMED)
    value, role = max(known)
    return Influence(value, BY_ROLE, role)
