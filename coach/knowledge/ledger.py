"""The shape of `knowledge/stance_ledger.yml`: the numbers by which evidence on people is weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from coach.knowledge.schema import Filled, Identifier, Shape, Text

if TYPE_CHECKING:  # records hold plain strings
    StanceName = str
    GradeName = str
else:
    StanceName = Literal["coach", "supporter", "neutral", "opponent", "enemy", "unknown"]
    GradeName = Literal["explicit", "repeated", "behaviour", "tone"]
Condition = Literal[
    "decider_against", "decider_unknown", "no_decider", "no_coach", "single_thread", "score_below",
]  # fmt: skip


class Grade(Shape):
    """How much one fresh sign of this strength weighs, and how many of the same label can count.

    `act`: something that the person did; the other grades are words.
    """

    weight: float = Field(gt=0, le=1)
    at_most: float = Field(ge=1)
    act: bool


class HalfLife(Shape):
    """Days after which a sign weighs half."""

    stance: int = Field(gt=0)
    role: int = Field(gt=0)


class Sides(Shape):
    """When a person is for or against us.

    `least` is the weight below which a sign no longer counts for anything. `balance` (0..1) is how far the signs for
    us must outweigh those against us, as a share of all; within it the person is neutral.
    """

    least: float = Field(gt=0)
    balance: float = Field(gt=0, lt=1)


class Extremes(Shape):
    """When a supporter is a coach, and an opponent an enemy: by weight of such signs, of these grades alone."""

    grades: Filled[GradeName]
    least: float = Field(gt=0)
    balance: float = Field(gt=0, lt=1)


class Sureness(Shape):
    """How sure a verdict is: `half` is the weight that makes it half sure.

    `contradiction` is how much a sign on another side counts against it; `split` the share that is left when the
    signs for and against are even.
    """

    half: float = Field(gt=0)
    contradiction: float = Field(gt=0)
    split: float = Field(gt=0, le=1)


class TrendRule(Shape):
    """The latest signs (those of `recent` days before the last one) against all before them.

    `lately`: days after which the last sign shows no trend any more. `change`: by how many steps the mean stance must
    differ.
    """

    recent: int = Field(gt=0)
    lately: int = Field(gt=0)
    change: float = Field(gt=0)


class LightRule(Shape):
    """What makes an account amber or red; without any such reason it is green. `score` belongs to `score_below`."""

    when: Condition
    light: Literal["amber", "red"]
    score: int = 0


class GapLimits(Shape):
    """`influential`: from this influence on an opponent must be met; `uncontacted` and `old` are days."""

    influential: int = Field(ge=1, le=5)
    uncontacted: int = Field(gt=0)
    old: int = Field(gt=0)


class StanceRule(Shape):
    """What to do with people of a stance, and what would show that they moved one step.

    `advice`: which list of `knowledge/stances/` is followed, to move or to treat them. `step`: the label of the signs
    that move them up. `shown_by`: an example of an act that shows this stance.
    """

    advice: Literal["move", "treat"]
    step: StanceName | None
    shown_by: Text


class StanceLedger(Shape):
    """How dated evidence becomes a stance, and stances the position of an account.

    `words_lose`: words lose this share of the weight of the
    acts that speak against them, and never more than this share of their own. `most_acts`: acts tried to find what
    would move a person. `influence`: 1 to 5 by role.
    """

    grades: dict[GradeName, Grade]
    half_life: HalfLife
    words_lose: float = Field(ge=0, lt=1)
    sides: Sides
    extremes: Extremes
    sureness: Sureness
    trend: TrendRule
    stances: dict[StanceName, StanceRule]
    most_acts: int = Field(gt=0)
    influence: dict[Identifier, int]
    lights: Filled[LightRule]
    gaps: GapLimits
