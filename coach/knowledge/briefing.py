"""The shape of `knowledge/brief.yml`: how large a visit brief is, and which objections are likely."""

from __future__ import annotations

from pydantic import conint

from coach.knowledge.schema import Filled, Identifier, Shape, Text

Count = conint(ge=0, le=20)


class BriefSize(Shape):
    """How many of each; `quote` and `name` are the lengths of a quote and of a name in characters."""

    people: Count  # type: ignore[valid-type]
    needs: Count  # type: ignore[valid-type]  # of each depth
    open_questions: Count  # type: ignore[valid-type]
    implication_questions: Count  # type: ignore[valid-type]
    pitches: Count  # type: ignore[valid-type]
    objections: Count  # type: ignore[valid-type]
    materials: Count  # type: ignore[valid-type]
    changes: Count  # type: ignore[valid-type]
    quote: conint(ge=8, le=200)  # type: ignore[valid-type]
    name: conint(ge=8, le=200)  # type: ignore[valid-type]


class LikelyObjection(Shape):
    """An objection to expect when a need of these topics was stated, or somebody takes one of these stances."""

    objection: Identifier
    topics: list[Identifier] = []
    stances: list[Identifier] = []
    answer: Text  # what to say, in one short sentence


class Briefing(Shape):
    """`sizes` from large to small: the first that keeps to `most_words` is taken."""

    most_words: conint(ge=100, le=1000)  # type: ignore[valid-type]
    step_days: conint(ge=1, le=60)  # type: ignore[valid-type]  # a step asked for at the visit is due so many days after
    step_texts: conint(ge=1, le=10_000)  # type: ignore[valid-type]  # the newest, read for the step of procurement
    sizes: Filled[BriefSize]
    agenda: Filled[Text]
    likely: Filled[LikelyObjection]
