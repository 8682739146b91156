"""What the account book holds: one frozen value a row. Days are ISO dates, times are UTC in ISO form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, TypeVar

# where a record comes from
INTERVIEW, REHEARSAL, IMPORT, MANUAL = "interview", "rehearsal", "import", "manual"
# kinds of observations
STANCE, ROLE = "stance", "role"
PLANNED, DONE, CANCELLED = "planned", "done", "cancelled"  # states of a visit


@dataclass(frozen=True)
class Record:
    """What every record has.

    `id` is given by the book, "" before it is saved; `version` counts its changes, 0 before it is saved; `by` is the
    user who made it, `at` when; `source` is interview, rehearsal, import or manual; `quote` the very words it rests on.
    """

    table: ClassVar[str]
    id: str = field(default="", kw_only=True)
    account: str = field(default="", kw_only=True)  # the account's id; of an account its own
    version: int = field(default=0, kw_only=True)
    by: str = field(default="", kw_only=True)
    at: str = field(default="", kw_only=True)
    source: str = field(default=MANUAL, kw_only=True)
    quote: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class Account(Record):
    """A customer. `trade` names a buying calendar; `step` is the procurement step 1 to 14 that was stated, if any."""

    table: ClassVar[str] = "accounts"
    name: str
    owner: str = ""
    trade: str = ""
    country: str = ""
    website: str = ""
    phone: str = ""
    address: str = ""
    step: int | None = None
    info: Mapping[str, str] = field(default_factory=dict)  # checklist item -> what is known


@dataclass(frozen=True)
class Contact(Record):
    """A person at the account. `influence` is 1 (little) to 5, None when nobody has said."""

    table: ClassVar[str] = "contacts"
    name: str
    other_names: tuple[str, ...] = ()
    title: str = ""
    email: str = ""
    phone: str = ""
    influence: int | None = None


@dataclass(frozen=True)
class Observation(Record):
    """One dated sign of a contact's stance or role; `by` observed it.

    `kind` is stance or role; `label` the stance (coach ... enemy, unknown) or role; `grade` is how strong the sign is:
    explicit, repeated, behaviour or tone (knowledge of the ledger); `rule` names what fired, `confidence` is 0 to 1.
    """

    table: ClassVar[str] = "observations"
    contact: str
    kind: str
    label: str
    day: str
    grade: str = "behaviour"
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True)
class NeedNote(Record):
    """A need that was said: `level` surface, latent or deep; `kind` organisation or personal; whose it is, if known."""

    table: ClassVar[str] = "needs"
    level: str
    topic: str
    kind: str
    day: str
    contact: str | None = None


@dataclass(frozen=True)
class Visit(Record):
    """A visit or call. `starts` is a local time (ISO, no zone) in the zone `zone`; `people` are ids of contacts."""

    table: ClassVar[str] = "visits"
    starts: str
    zone: str = ""
    minutes: int = 60
    place: str = ""
    purpose: str = ""
    people: tuple[str, ...] = ()
    state: str = PLANNED
    outcome: str = ""


@dataclass(frozen=True)
class NextStep(Record):
    """What was agreed to be done, by when (ISO date, None when undated), and when it was done."""

    table: ClassVar[str] = "next_steps"
    text: str
    due: str | None = None
    done: str | None = None


@dataclass(frozen=True)
class Order(Record):
    """An order; a refund has a negative amount. `amount` and `margin` are decimal numbers as text."""

    table: ClassVar[str] = "orders"
    day: str
    amount: str
    currency: str = ""
    margin: str | None = None
    number: str = ""


@dataclass(frozen=True)
class Opportunity(Record):
    """A deal as a CRM knows it. `step` is the procurement step 1 to 14, if stated; `closes` the expected day."""

    table: ClassVar[str] = "opportunities"
    name: str
    stage: str = ""
    amount: str | None = None
    currency: str = ""
    closes: str | None = None
    step: int | None = None


@dataclass(frozen=True)
class Rehearsed(Record):
    """A rehearsal for this account: the scenario, the score 0 to 100 and the name of its receipt."""

    table: ClassVar[str] = "rehearsals"
    scenario: str
    day: str
    score: int
    passed: bool
    receipt: str = ""


@dataclass(frozen=True)
class Note(Record):
    """A free note, on the account or on one contact."""

    table: ClassVar[str] = "notes"
    text: str
    day: str
    contact: str | None = None


KINDS: tuple[type[Record], ...] = (
    Account, Contact, Observation, NeedNote, Visit, NextStep, Order, Opportunity, Rehearsed, Note,
)  # fmt: skip
AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True)
class Dossier:
    """All that is known of one account, each list in the order of its days."""

    account: Account
    contacts: tuple[Contact, ...] = ()
    observations: tuple[Observation, ...] = ()
    needs: tuple[NeedNote, ...] = ()
    visits: tuple[Visit, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    orders: tuple[Order, ...] = ()
    opportunities: tuple[Opportunity, ...] = ()
    rehearsals: tuple[Rehearsed, ...] = ()
    notes: tuple[Note, ...] = ()

    def contact(self, contact_id: str | None) -> Contact | None:
        return next((contact for contact in self.contacts if contact.id == contact_id), None)


def changed(record: AnyRecord, **values: Any) -> AnyRecord:
    """Return `record` with other values; it is not saved yet."""
    return replace(record, **values)
