"""All that an interview knows: plain JSON, every fact tagged with the turn that brought it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from coach.text.language import SWITCH, followed

VERSION = 1
MATTER = "matter"  # the step of a question to the customer that the salesperson raised by not knowing
LAST_ANSWERS = 40  # how far back an answer can be taken; keeps the state of a long conversation small


@dataclass
class Need:
    """A need that was said. `person` is the id of who said it, or None for the customer at large."""

    id: str
    level: str
    topic: str
    kind: str
    quote: str
    person: str | None
    turn: int


@dataclass
class Observation:
    """One sign of a person's stance or role: the label, the very words, the rule, how sure.

    `grade` and `weight` are set when it comes from the account book: what it weighed there on the day it was read.
    """

    label: str
    quote: str
    rule: str
    confidence: float
    turn: int
    grade: str = ""
    weight: float | None = None


@dataclass
class Person:
    """A contact. `names` are all the ways the person was called, the first one shown."""

    id: str
    names: list[str]
    turn: int
    title: str | None = None
    roles: list[Observation] = field(default_factory=list)
    stances: list[Observation] = field(default_factory=list)
    titled: bool = False  # only a title stands for the person so far

    @property
    def name(self) -> str:
        return self.names[0]


@dataclass
class Asked:
    """A question that was put: `about` is the need or person it was about, `key` keeps it from coming twice."""

    key: str
    step: str
    question: str
    about: str | None
    text: dict[str, str]
    turn: int
    answered: bool = False
    unknown: bool = False  # the salesperson does not know: to be put to the customer


@dataclass
class Judgement:
    """The last verdict, kept so that "why" can explain it; `turn` is that of the message, 0 where none is known."""

    task: str
    text: str
    label: str
    runner_up: str | None
    evidence: list[dict[str, Any]]
    turn: int = 0


@dataclass
class NextStep:
    """The agreed next step as it was said, with its date (ISO) when one was given."""

    text: str
    date: str | None
    turn: int


@dataclass
class Used:
    """A benefit that was offered in a pitch, to notice when everybody gets the same one."""

    person: str | None
    product: str
    feature: str
    topic: str
    turn: int


@dataclass
class Interview:
    """The whole state. `turn` counts the user's messages; `lang` is `zh` or `en`."""

    lang: str = "zh"
    lang_fixed: bool = False
    turn: int = 0
    started: bool = False
    account: str | None = None
    account_turn: int = 0
    product: str | None = None
    trade: str | None = None  # the catalogue that the salesperson named
    needs: list[Need] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    answers: list[dict[str, Any]] = field(default_factory=list)
    used: list[Used] = field(default_factory=list)
    next_steps: list[NextStep] = field(default_factory=list)
    confirmed: list[str] = field(default_factory=list)
    judgement: Judgement | None = None
    hints: int = 0
    asking: str | None = None  # a short question the assistant waits for: "restart", "product:fabe", "who:p3"
    asked_for: str = ""  # the request that waits for the product
    joined: dict[str, Any] | None = None  # the name that was last taken for a known person's: name, person, turn
    undo: dict[str, Any] | None = None  # the facts before the last correction, for "back"
    trimmed: bool = False  # it was said that the oldest facts go
    paused: bool = False
    step: int | None = None  # the procurement step, 1 to 14, that the salesperson stated
    shown: int = 0  # the turn at which the result page was last shown
    handed: int = 0  # the turn at which it was last handed out as a file
    kept: dict[str, str] = field(default_factory=dict)  # fact -> its record in the account book

    @property
    def pending(self) -> Asked | None:
        """The question that waits for an answer."""
        return self.asked[-1] if self.asked and not self.asked[-1].answered else None

    @property
    def next_step(self) -> NextStep | None:
        return self.next_steps[-1] if self.next_steps else None

    def following(self, text: str, least: int = SWITCH) -> Interview:
        """Return the interview in the language of `text`, unless the user has chosen one."""
        return self if self.lang_fixed else replace(self, lang=followed(text, self.lang, least))

    def person(self, person_id: str | None) -> Person | None:
        return next((p for p in self.people if p.id == person_id), None)

    def need(self, need_id: str | None) -> Need | None:
        return next((n for n in self.needs if n.id == need_id), None)

    def at(self, *levels: str) -> list[Need]:
        """Return the needs at these depths, in the order in which they were said."""
        return [need for need in self.needs if need.level in levels]

    def of(self, person: str | None) -> Iterator[Need]:
        """Yield the needs that this person stated."""
        return (need for need in self.needs if need.person == person)

    def hand_over(self, old: str, new: str) -> None:
        """Give all that points to the person `old` to `new`."""
        self.needs = [replace(n, person=new) if n.person == old else n for n in self.needs]
        self.used = [replace(u, person=new) if u.person == old else u for u in self.used]
        for asked in self.asked:
            asked.about = new if asked.about == old else asked.about
            asked.key = f"{asked.question}:{new}" if asked.key == f"{asked.question}:{old}" else asked.key

    def is_about(self, account: str) -> None:
        """Note the customer's name where it was told otherwise than in answer to the question for it."""
        self.account, self.account_turn = account, self.turn
        if self.pending and self.pending.question == "account":
            self.pending.answered = True
        elif not self.asked:
            text = {"zh": "", "en": ""}
            self.asked.append(Asked("account:", "permission", "account", None, text, self.turn, answered=True))

    def note_answer(self, key: str, text: str) -> None:
        """Remember an answer, to be able to take it back; only the last ones, since needs and people are kept."""
        self.answers = [*self.answers, {"turn": self.turn, "key": key, "text": text}][-LAST_ANSWERS:]

    def note_step(self, text: str, day: str | None) -> None:
        """Remember what is agreed now, with its day (ISO) if one was given; the earlier ones stay for going back."""
        self.next_steps = [*self.next_steps, NextStep(text, day, self.turn)][-LAST_ANSWERS:]

    def forget_since(self, turn: int) -> None:
        """Drop every fact that came at `turn` or later: the answer is taken back, also when it was a correction."""
        if self.undo and self.undo["turn"] >= turn:
            self._restore(self.undo)
        self.undo = self.joined = None
        self.needs = [n for n in self.needs if n.turn < turn]
        self.people = [p for p in self.people if p.turn < turn]
        for person in self.people:
            person.roles = [o for o in person.roles if o.turn < turn]
            person.stances = [o for o in person.stances if o.turn < turn]
        self.answers = [a for a in self.answers if a["turn"] < turn]
        self.asked = [a for a in self.asked if a.step != MATTER or a.turn < turn]
        self.used = [u for u in self.used if u.turn < turn]
        self.next_steps = [s for s in self.next_steps if s.turn < turn]
        if self.account_turn >= turn:
            self.account, self.account_turn = None, 0
        self.judgement = None

    def remember(self) -> None:
        """Keep the facts as they are now, so that the correction that follows can be taken back."""
        facts = self.to_json()
        kept = ("needs", "people", "next_steps", "account")
        self.undo = {"turn": self.turn, **deepcopy({name: facts[name] for name in kept})}

    def _restore(self, facts: dict[str, Any]) -> None:
        self.needs = [Need(**item) for item in facts["needs"]]
        self.people = [_person(item) for item in facts["people"]]
        self.next_steps = [NextStep(**item) for item in facts["next_steps"]]
        self.account = facts["account"]

    def copy(self) -> Interview:
        """Return a copy that can be changed without touching this one; facts that never change are shared."""
        return replace(
            self,
            needs=[*self.needs],
            people=[Person(p.id, [*p.names], p.turn, p.title, [*p.roles], [*p.stances], p.titled) for p in self.people],
            asked=[Asked(**vars(asked)) for asked in self.asked],
            answers=[*self.answers],
            used=[*self.used],
            next_steps=[*self.next_steps],
            confirmed=[*self.confirmed],
            kept={**self.kept},
        )

    def to_json(self) -> dict[str, Any]:
        """Return plain JSON. By hand, since `dataclasses.asdict` copies every word at every turn."""
        return {
            "version": VERSION,
            **vars(self),
            "needs": [vars(need) for need in self.needs],
            "people": [
                {**vars(p), "roles": [vars(o) for o in p.roles], "stances": [vars(o) for o in p.stances]}
                for p in self.people
            ],
            "asked": [vars(asked) for asked in self.asked],
            "used": [vars(used) for used in self.used],
            "next_steps": [vars(item) for item in self.next_steps],
            "judgement": vars(self.judgement) if self.judgement else None,
        }


def from_json(data: dict[str, Any] | None) -> Interview:
    """Return the interview in `data`; a new one for None.

    Raises ValueError when `data` is not a state of this version: the caller starts anew and says so.
    """
    if data is None:
        return Interview()
    try:
        values = dict(data)
        if values.pop("version") != VERSION:
            raise ValueError("state of another version")
        values["needs"] = [Need(**item) for item in values["needs"]]
        values["people"] = [_person(item) for item in values["people"]]
        values["asked"] = [Asked(**item) for item in values["asked"]]
        values["used"] = [Used(**item) for item in values["used"]]
        values["next_steps"] = [NextStep(**item) for item in values["next_steps"]]
        values["judgement"] = Judgement(**values["judgement"]) if values["judgement"] else None
        return Interview(**values)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not an interview: {error}") from error


def _person(item: dict[str, Any]) -> Person:
    values = dict(item)
    values["roles"] = [Observation(**o) for o in values["roles"]]
    values["stances"] = [Observation(**o) for o in values["stances"]]
    return Person(**values)
