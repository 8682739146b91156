"""The shape of every knowledge file. Unknown fields and missing translations are errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, Extra, conlist, constr

LANGUAGES = ("zh", "en")
if TYPE_CHECKING:  # a type checker cannot read a call as a type
    Word = str
    Identifier = str
else:
    Word = constr(regex=r"(?s).*\S")  # spaces at the ends are kept: sentences are put together from parts
    Identifier = constr(regex=r"^[a-z][a-z0-9_]*$")
Phrase = Word | list[dict[str, Any]]  # a string is a phrase, a list is a spaCy token pattern


if TYPE_CHECKING:
    Filled = list
else:

    class Filled:
        """A list with at least one item."""

        def __class_getitem__(cls, item):
            return conlist(item, min_items=1)


class Shape(BaseModel):
    """A frozen value that refuses fields it does not know."""

    class Config:
        extra = Extra.forbid
        frozen = True


class Text(Shape):
    """What the user reads, in both languages."""

    zh: Word
    en: Word

    def __getitem__(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh


class Texts(Shape):
    """Several wordings or points, in both languages."""

    zh: Filled[Word]
    en: Filled[Word]

    def __getitem__(self, lang: str) -> list[str]:
        return self.en if lang == "en" else self.zh


class Phrases(Shape):
    """Patterns by language; a language may have more than the other, but none may be missing."""

    zh: Filled[Phrase]
    en: Filled[Phrase]

    def all(self) -> tuple[str | tuple[dict[str, Any], ...], ...]:
        return tuple(p if isinstance(p, str) else tuple(p) for p in (*self.zh, *self.en))


class Signal(Shape):
    """Phrases that speak for a label: `sure` ones decide, `likely` ones name the topic and serve as evidence."""

    id: Identifier
    label: Identifier
    name: Text
    sure: Phrases | None = None
    likely: Phrases | None = None


class NeedTopic(Signal):
    """A topic of need at one depth of the iceberg, and how to go deeper from it.

    `aim`: something that is hoped for, and no trouble: it has cost nobody anything, and nothing "solves" it.
    `about`: words by which a need that speaks of no other topic is one of this: "12 pumps". They show no need.
    """

    label: Literal["surface", "latent", "deep", "none"]
    kind: Literal["organisation", "personal", "none"]
    deepen: Text | None = None
    ask_customer: Text | None = None
    aim: bool = False
    about: Phrases | None = None


class FormSignal(Signal):
    """What makes a question open, closed, or no question."""

    label: Literal["open", "closed", "none"]


class SpinSignal(Signal):
    """What makes a question one of the SPIN types."""

    label: Literal["situation", "problem", "implication", "need_payoff", "other"]


class StanceReason(Shape):
    """Why somebody stands there, in the words told of them, and what moves who has that reason one step."""

    says: Phrases
    move: Text


class Stance(Signal):
    """Where a person stands, how to treat them and how to move them one step: the moves take turns where no reason is
    told."""

    label: Literal["coach", "supporter", "neutral", "opponent", "enemy", "unknown"]
    value: int
    treat: Texts
    move: Texts
    reasons: list[StanceReason] = []


class Role(Signal):
    """A role in the buying centre and the need topics its holders care for most."""

    label: Literal["initiator", "user", "influencer", "decider", "approver", "buyer", "gatekeeper", "unknown"]
    does: Text
    cares: list[Identifier] = []


class Command(Signal):
    """A control word: `sure` patterns must cover the whole message, small words aside."""

    label: Literal[
        "stop", "skip", "back", "repeat", "help", "why", "hint", "restart", "summary", "language", "knowledge",
        "content",
    ]  # fmt: skip


class Request(Shape):
    """Something the user may ask for at any time, beside the control words: a pitch, the people, a file.

    `opens` are words that ask for it where they open a message and nothing but a name follows: "practise hospital".
    """

    id: Identifier
    name: Text
    asks: Phrases
    opens: Phrases | None = None


class Ethics(Shape):
    """A practice that the assistant warns of and never advises."""

    id: Identifier
    name: Text
    says: Phrases
    warning: Text


class FunnelQuestion(Shape):
    """One question of the interview, the same put to the customer, a nudge and an example answer.

    `follows`: asked once for each fact of that kind ("hidden" is latent or deep), or once ("nothing").
    `unless`: not asked when facts of one of these kinds are known. `aims`: asked also of what is hoped for.
    """

    id: Identifier
    ask: Text
    ask_customer: Text
    hint: Text
    example: Text
    follows: Literal["nothing", "surface", "latent", "hidden", "person", "needs"] = "nothing"
    by_topic: bool = False  # the need's own topic words the question; `ask` is for topics without one
    unless: list[Literal["surface", "latent", "deep", "people", "decider", "next_step"]] = []
    aims: bool = True


class FunnelStep(Shape):
    """A step of the question funnel; `at_most` is how many of its questions an interview asks."""

    id: Identifier
    order: int
    name: Text
    purpose: Text
    form: Literal["open", "closed"]
    at_most: int
    questions: Filled[FunnelQuestion]


class Concept(Shape):
    """A concept of the method, explained in three to eight sentences, with an example."""

    id: Identifier
    terms: Phrases
    name: Text
    text: Text
    example: Text


class Feature(Shape):
    """One feature with what it is better at, what each need topic gains from it, and the proof if there is one."""

    id: Identifier
    feature: Text
    advantage: Text
    benefits: dict[Identifier, Text]
    evidence: Text | None
    mentions: Phrases


class Unique(Shape):
    """A claim that the named rivals cannot make; `feature` is the one behind it."""

    feature: Identifier
    claim: Text
    against: Text


class Product(Shape):
    """A product of a catalogue."""

    id: Identifier
    name: Text
    terms: Phrases
    features: Filled[Feature]
    unique: list[Unique] = []


class Catalogue(Shape):
    """The frame of a folder of products.

    `fits` are words of the trade that pick this catalogue; `first` is the product to speak of while nothing that
    was said points to another.
    """

    id: Identifier
    first: Identifier
    name: Text
    fits: Phrases


class PersonTitles(Shape):
    """Titles by which people are named, and the role a title most often has.

    `person: false` marks words that only tell more of a named person, such as departments; `beside: true` those that
    are a title only right before a name, as 采购 in 采购Liza.
    """

    id: Identifier
    person: bool = True
    beside: bool = False
    role: Identifier | None = None
    titles: Phrases


class WordList(Shape):
    """A list of words that the reader looks up, such as surnames."""

    id: Identifier
    words: Phrases
