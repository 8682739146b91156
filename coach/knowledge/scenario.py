"""The shape of a rehearsal: who the buyer is, what they know and need, and what opens them up."""

from __future__ import annotations

from typing import Literal

from coach.knowledge.schema import Filled, Identifier, Phrases, Shape, Text, Texts

Level = Literal["surface", "latent", "deep"]
SpinType = Literal["situation", "problem", "implication", "need_payoff", "other"]
Handling = Literal["question", "empathy", "evidence", "benefit"]
FORMS = ("open", "closed")  # kinds of evasions for questions that are of no kind of `knowledge/dodges`


class QuestionTopic(Shape):
    """What a question can be about. `asks` are words that show it; the phrases of the `needs` topics count too.

    `ask_customer` asks about it where the salesperson does not know; `unknown` are further words that say it is not
    known ("when they need it"). `general` marks topics without an object of their own ("what troubles you?"): they
    fit any need of that kind.
    """

    id: Identifier
    name: Text
    ask_customer: Text | None = None
    unknown: Phrases | None = None
    asks: Phrases
    needs: list[Identifier] = []
    general: bool = False


class Persona(Shape):
    """The buyer: shown to the seller before the call, except what the rehearsal is to find out."""

    name: Text
    title: Text
    firm: Text
    role: Literal["initiator", "user", "influencer", "decider", "approver", "buyer", "gatekeeper"]
    stance: Literal["coach", "supporter", "neutral", "opponent", "enemy"]
    temper: Text


class OwnTopic(Shape):
    """A topic that only this scenario knows, with the words that show it.

    `offers` marks words for what the seller has: `stated`, they present it when they stand outside a question and
    nothing is asked ("red plums, very fresh"); `handed`, they put it into the hand, asked or not ("try one?");
    `choice`, they lay it out to choose from, which asks without a question mark ("sweet ones, sour ones, you tell me"),
    unless all is `praised` beside. `wanted` words name what the buyer wants: once it was asked for, who holds it out
    guesses right ("Sour? Here you are"), unless something is held out `instead` or it is `denied` ("I have no sour
    ones"). `cares`: it does good to the one whom it is for; who says so hears the deep need like one who teaches.
    `sold`: the goods go over the counter ("a pound, there you go"), which a buyer takes who has said what they want.
    """

    id: Identifier
    asks: Phrases
    offers: Literal["stated", "handed", "choice", "praised", "wanted", "instead", "denied", "cares", "sold"] | None = (
        None
    )


class Fact(Shape):
    """Something the buyer tells anybody who asks about it; never the content of a need.

    `about`: topics whose words ask for it. `asked`: example questions for it, from which others like them are
    understood; one of the two there must be.
    `opens`: what they came for. It answers a question that opens the call, whatever its words.
    `after` and `until`: needs or facts from which on it is said, or no more: who has named what they want does not say
    "not yet, I have not said which".
    """

    id: Identifier
    about: list[Identifier] = []
    asked: Texts | None = None
    says: Texts
    opens: bool = False
    after: list[Identifier] = []
    until: list[Identifier] = []


class FurtherFacts(Shape):
    """More that the buyer of the scenario `id` tells anybody, beside what stands in the scenario itself."""

    id: Identifier
    facts: Filled[Fact]


class Hedge(Shape):
    """What the buyer says to questions like `asked` while the `need` that they dig for is not earned: a reply to just
    that question which tells nothing of the need."""

    id: Identifier
    need: Identifier
    asked: Texts
    says: Texts


class Hedges(Shape):
    """How the buyer of the scenario `id` keeps needs back that are not earned."""

    id: Identifier
    hedges: Filled[Hedge]


class Evasion(Shape):
    """What is said to questions of one `kind`, whatever they are about."""

    kind: Identifier
    says: Texts


class Evasions(Shape):
    """What the buyer of the scenario `id` says to a question that nothing answers, by its kind: one of
    `knowledge/dodges`, or for any other question its form (`FORMS`)."""

    id: Identifier
    evasions: Filled[Evasion]


class ScenarioNeed(Shape):
    """A need and what unlocks it.

    `about`: topics of the questions that lead to it. `asks`: the SPIN types that do (empty: by its level, see
    `knowledge/rehearsal.yml`). `trust`: how much more than usual at its level is needed, or less. `after`: needs
    or facts that must have been said before. `ask`: an example question that unlocks it. `guarded`: what the
    buyer says while it is not earned; `wards` go before it where somebody asks
    whether anything goes wrong in this matter.
    """

    id: Identifier
    level: Level
    topic: Identifier
    about: Filled[Identifier]
    asks: list[SpinType] = []
    trust: int = 0
    after: list[Identifier] = []
    says: Texts
    ask: Text
    guarded: Texts | None = None
    wards: Texts | None = None


class ScenarioObjection(Shape):
    """An objection, when it is raised, and what settles it (any one of `answered_by`; empty: by its kind)."""

    id: Identifier
    kind: Identifier
    when: Literal["pitch", "price", "next_step", "early"]
    about: Filled[Identifier]
    says: Texts
    answered_by: list[Handling] = []
    accepts: Texts
    answer: Text


class Reactions(Shape):
    """How this person reacts, at least two wordings each.

    `refers`: who would know what they do not.
    """

    early_pitch: Texts
    fitting_pitch: Texts
    interrogation: Texts
    paraphrase: Texts
    empathy: Texts
    unethical: Texts
    rude: Texts
    not_understood: Texts
    said_before: Texts
    refers: Texts | None = None


class Agreement(Shape):
    """What makes the buyer agree to a next step, and what is said to one that is asked for.

    `needs` must have been told and `trust` reached. `says` may hold {date}. `ask`: an example. `dated: false` for a
    deal that needs no date, as at a market stall.
    """

    trust: int
    dated: bool = True
    needs: Filled[Identifier]
    says: Texts
    undated: Texts
    refuses: Texts
    ask: Text


class Scenario(Shape):
    """A rehearsal. `order` places it in the library; `weightless`: criteria of the rubric that do not apply.

    `banter`: people tease here, so no line by itself is guessed to be meant badly.
    """

    id: Identifier
    order: int
    name: Text
    industry: Text
    product: Identifier | None = None
    persona: Persona
    situation: Text
    known: Texts
    goal: Text
    opening: Texts
    pass_mark: int
    weightless: list[Identifier] = []
    banter: bool = False
    topics: list[OwnTopic] = []
    facts: Filled[Fact]
    needs: Filled[ScenarioNeed]
    objections: list[ScenarioObjection] = []
    reactions: Reactions
    agree: Agreement
    pitch: Text

    @property
    def items(self) -> list[Fact | ScenarioNeed]:
        """All that the buyer can tell: facts first."""
        return [*self.facts, *self.needs]

    def need(self, need_id: str) -> ScenarioNeed:
        """Return the need of that id. Raises StopIteration when there is none."""
        return next(need for need in self.needs if need.id == need_id)
