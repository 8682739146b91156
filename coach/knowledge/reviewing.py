"""The shape of `knowledge/review.yml`: the numbers and names by which a real call is reviewed."""

from __future__ import annotations

from coach.knowledge.scenario import Level
from coach.knowledge.schema import Filled, Phrases, Shape, Word


class Columns(Shape):
    """Headings of a table that hold the speaker, the words and the time, in any language."""

    speaker: Filled[Word]
    text: Filled[Word]
    start: Filled[Word]


class Names(Shape):
    """Names that are no names: they tell the side of a speaker, or (`none`) head a line that nobody said."""

    seller: Filled[Word]
    customer: Filled[Word]
    none: Filled[Word]


class QuestionRange(Shape):
    """How many questions calls that went well had."""

    least: int
    most: int


class Reviewing(Shape):
    """How a transcript is judged where it differs from a rehearsal.

    `targets`: needs of each level that earn all points, since nobody knows how many a real customer has.
    `confident`: how sure the model must be of a need for which no rule speaks.
    `talk_most`: share of the talking, in percent, above which the seller is warned.
    `follow_within`, `handle_within`: turns of the seller within which a need is followed up, an objection taken up.
    `told_apart`: how much more one speaker must sound like a seller than the other.
    `agrees`: words that accept a next step. `introduces`: words with which a seller opens the call.
    """

    pass_mark: int
    targets: dict[Level, int]
    confident: dict[Level, float]
    talk_most: int
    questions: QuestionRange
    follow_within: int
    handle_within: int
    told_apart: int
    columns: Columns
    names: Names
    agrees: Phrases
    introduces: Phrases
