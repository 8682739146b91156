"""The shapes around the scenarios: what a seller's line can do, objections, levels, the rubric, drills."""

from __future__ import annotations

from typing import Literal

from pydantic import conlist

from coach.knowledge.scenario import Handling, Level, SpinType
from coach.knowledge.schema import Filled, Identifier, Phrases, Shape, Signal, Text, Texts

NORMAL = "normal"  # the difficulty that is meant when none is named


class SellerSignal(Signal):
    """Something a seller's line does beside asking: `sure` phrases show it, `likely` ones only beside others."""

    label: Literal[
        "empathy", "paraphrase", "summary", "evidence", "permission", "commit", "offer", "advantage", "benefit",
        "leading", "blaming", "probe_hidden", "discount", "relation", "close", "teach", "pressure", "introduction",
        "disparage", "agreement",
    ]  # fmt: skip


class ObjectionKind(Shape):
    """A kind of objection: how customers put it, how it is handled, what must not be done."""

    id: Identifier
    name: Text
    says: Phrases
    topics: list[Identifier]
    answered_by: Filled[Handling]
    advice: Text
    example: Text


AnswerWords = Literal["tells_number", "tells_time", "tells_sum"]  # lists of words that an answer of a kind has


class Dodge(Shape):
    """What a buyer says who knows no answer, by the kind of question: it takes up what was asked, and tells nothing.

    Of two kinds in one question the one whose words come first counts, then that of lower `order`; one that is `first`
    goes before all that are not. `guards` come before
    the guarded line of a need that the question runs ahead to. `refers`: somebody who knows may be named. `sure`: a
    fact that the question is only guessed to be about does not answer it. `tells`: a list of `knowledge/language` of
    which an answer has a word: a fact that names no time does not answer "when". `warded`: what a buyer has
    to say to such a question in a need's own matter (`wards`) answers it. `worded`: its words are question words, which
    in a question for yes or no ask for nothing ("do you know when ...?").
    """

    id: Identifier
    order: int
    name: Text
    asks: Phrases
    says: Texts
    first: bool = False
    guards: Texts | None = None
    refers: bool = False
    sure: bool = False
    tells: AnswerWords | None = None
    warded: bool = False
    worded: bool = False


class ChineseTakeUp(Shape):
    """How a Chinese question is said back.

    `goes_on` begins a clause that needs the one before, `alternative` one that is never said alone; `leads` fall away.
    """

    longest: int
    swaps: dict[str, str]
    leads: list[str]
    goes_on: list[str]
    alternative: str
    particles: list[str]


class EnglishTakeUp(Shape):
    """How an English question is said back.

    `asks` and `helps` (auxiliary verbs) begin what is asked, `leads` before them fall away. Behind `objects`, and
    before words of `before`, "you" is "us"; beside a word of `alone` it is the person alone. `joins` link a second
    question; `clauses` and `tails` begin what a long one can do without.
    """

    longest: int
    swaps: dict[str, str]
    alone: list[str]
    alone_swaps: dict[str, str]
    objects: list[str]
    before: list[str]
    asks: list[str]
    helps: list[str]
    joins: list[str]
    leads: list[str]
    clauses: list[str]
    tails: list[str]


class TakeUp(Shape):
    """`knowledge/take_up.yml`: how the buyer takes up in few words what was asked. `longest`: characters, words."""

    zh: ChineseTakeUp
    en: EnglishTakeUp


class Difficulty(Shape):
    """How hard the buyer is: trust at the start is raised by `start`, what is needed by `needed`."""

    id: Identifier
    name: Text
    start: int
    needed: int
    objections: int


class NeedLevel(Shape):
    """What unlocks a need of this level by default: trust, SPIN types; general topics that lead to it too."""

    trust: int
    asks: Filled[SpinType]
    topics: list[Identifier]
    closed: int


class Repetition(Shape):
    """When a drill is due again. `ratings`: the share of answers that must pass for a round to count as this.

    `weak`: the share below which a skill asks for its drill. `longest`: days between two rounds at most.
    """

    ratings: dict[Literal["hard", "good", "easy"], float]
    weak: float
    longest: int


class Rehearsing(Shape):
    """`knowledge/rehearsal.yml`: the numbers of the role-play.

    `stances`: trust at the start. `trust`: what each act of the seller changes; `rise`: the most
    that one line gains by its acts; `ceiling`: the most trust a buyer ever has, so that no bank of it makes later
    blunders free. `levels`: what a need of that depth
    takes; `closed` is the trust that a closed question needs on top. `silenced_by`: marks of a line that gets no need
    told. `leaves_at`: trust at which the buyer ends the call. `manners`: trust from which the next of five manners
    shows, from shut to warm (`manner_0` ... in the words). `longest`: turns after which the buyer must go.
    `closed_row`: closed questions in a row that are too many.
    `stacked`: questions in one turn that are too many. `features`: features in one turn that are too many.
    `drill_prompts`: prompts in one round of a drill. `repetition`: when a drill is due again.
    """

    stances: dict[Identifier, int]
    trust: dict[Identifier, int]
    rise: int
    ceiling: int
    levels: dict[Level, NeedLevel]
    difficulties: Filled[Difficulty]
    silenced_by: list[Identifier]
    leaves_at: int
    manners: conlist(int, min_items=4, max_items=4)  # type: ignore[valid-type]
    longest: int
    closed_row: int
    stacked: int
    features: int
    drill_prompts: int
    repetition: Repetition


class Criterion(Shape):
    """Something that earns points: `full` is how often it must happen for all of them.

    `taken_back`: how many times of it one line that hurts the customer undoes.
    """

    id: Identifier
    name: Text
    why: Text
    points: int
    full: int = 1
    taken_back: int = 0
    drill: Identifier | None = None
    advice: Text


class WholeCall(Shape):
    """When a fault of the whole call counts: so many `lines`, and this `share` (0..1) of all, bear one of `marks`."""

    marks: Filled[Identifier]
    lines: int
    share: float


class Fault(Shape):
    """Something that costs points each time, `most` in all.

    `fails`: with it the rehearsal is not passed. `capped`: it counts towards the share that slips cost at most.
    `spoils`: a line with it earns nothing, wins no trust and answers no objection.
    `whole_call`: it counts once, when enough lines bear some marks, and not line by line.
    """

    id: Identifier
    name: Text
    why: Text
    points: int
    most: int
    fails: bool = False
    capped: bool = True
    spoils: bool = False
    whole_call: WholeCall | None = None
    drill: Identifier | None = None
    advice: Text


class SellingStep(Shape):
    """A step of the article's six. `shown_by`: sets of signs, any one of which shows it in a line.

    Signs are marks (`benefit`), needs told in the line (`tells_latent`) or before it (`told_latent`), and what came
    of a next step (`step_agreed`).
    """

    id: Identifier
    name: Text
    shown_by: Filled[list[Identifier]]


class Rubric(Shape):
    """`knowledge/rubric.yml`: how a call is scored, 100 points in all, and the six steps it marks.

    `faults_share`: the share (0..1) of the earned points that faults can cost; those that fail a call cost in full.
    """

    faults_share: float
    steps: Filled[SellingStep]
    criteria: Filled[Criterion]
    faults: Filled[Fault]

    @property
    def spoiling(self) -> frozenset[str]:
        """The marks that spoil their line."""
        return frozenset(fault.id for fault in self.faults if fault.spoils)


class DrillPrompt(Shape):
    """What the customer says, and an answer that would do."""

    id: Identifier
    says: Text
    example: Text
    objection: Identifier | None = None


class Drill(Shape):
    """Five minutes on one skill. `wants`: marks an answer must have; `spoils`: marks it must not have."""

    id: Identifier
    order: int
    name: Text
    goal: Text
    task: Text
    criterion: Identifier
    wants: Filled[Identifier]
    helps: list[Identifier] = []
    spoils: list[Identifier] = []
    prompts: Filled[DrillPrompt]


class Feedback(Shape):
    """A point of feedback after a turn: `priority` 1 comes first. Placeholders: {words}, {topic}, {example}."""

    id: Identifier
    priority: int
    good: bool
    says: Texts
