"""The shapes of the buyer's side: steps of procurement, the buying calendar, checklists of account development."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import conint, constr

from coach.knowledge.schema import Filled, Identifier, Phrases, Shape, Text, Texts

STEPS = 14  # of the article's procurement process
NO_STEP = "none"  # the label of examples that speak of no step
if TYPE_CHECKING:  # a type checker cannot read a call as a type
    Step = int
    Month = int
    Weeks = int
    Days = int
    Count = int
    MonthDay = str
    Day = str
else:
    Step = conint(ge=1, le=STEPS)
    Month = conint(ge=1, le=12)
    Weeks = conint(ge=0, le=52)
    Days = conint(ge=1, le=3660)
    Count = conint(ge=1)
    MonthDay = constr(regex=r"^\d\d-\d\d$")
    Day = constr(regex=r"^\d{4}-\d\d-\d\d$")


class ProcessStep(Shape):
    """One step of the buyer's procurement.

    `sure` phrases say by themselves that the deal is there; `likely` ones count only in a text without a sure one.
    """

    id: Identifier
    order: Step
    name: Text
    happens: Text
    who: Filled[Identifier]
    sure: Phrases
    likely: Phrases | None = None
    wrong: Texts
    do: Texts
    hand_over: Texts
    ask: Text


class OrdersMean(Shape):
    """So many orders speak for a step, where no words do."""

    at_least: Count
    step: Step


class Procurement(Shape):
    """How the step of a deal is inferred.

    `fresh_days`: signs that are older than the newest one by more than this no longer count. `not_yet`, `before` and
    `after` are words that say that it has not happened (denied, planned, asked): the first ones within a sign or before
    it, the others before or behind it in its clause. `new_part` are words that end their reach; `restart` says that all
    before is void.
    """

    fresh_days: Days
    orders: list[OrdersMean]
    ask: Text
    not_yet: Phrases
    before: Phrases
    after: Phrases
    new_part: Phrases
    restart: Phrases


class Action(Shape):
    """What to do before a period begins: from `opens` to `closes` weeks ahead of its first day."""

    id: Identifier
    opens: Weeks
    closes: Weeks = 0
    do: Text


class Phase(Shape):
    """What buyers do from the first of the month `begins` to the end of the month `ends`, every year."""

    id: Identifier
    name: Text
    begins: Month
    ends: Month
    buyer: Text
    us: Text
    actions: list[Action] = []


class Dates(Shape):
    """One real occurrence of an event."""

    begins: Day
    ends: Day


class UsualDays(Shape):
    """First and last day, "MM-DD"; an end before the beginning lies in the next year."""

    begins: MonthDay
    ends: MonthDay


class Event(Shape):
    """A dated event: its usual days in every year, its real ones where they differ, or only those.

    `usual`: days that come again each year; without them the event takes place only as `dates` say. A date in
    `dates` replaces the usual days of the year in which it begins.
    """

    id: Identifier
    name: Text
    usual: UsualDays | None = None
    dates: list[Dates] = []
    us: Text
    actions: list[Action] = []


class Calendar(Shape):
    """The buying year of a trade. `catalogues` are folders of products that it is for; one calendar is the `first`."""

    id: Identifier
    name: Text
    catalogues: list[Identifier] = []
    first: bool = False
    phases: Filled[Phase]
    events: list[Event] = []


# what of an account's records answers an item of a checklist
Known = Literal[
    "name", "address", "phone", "website", "country", "decider", "visit_time", "visit_place",
    "visit_purpose", "visit_people", "visit_senior",
]  # fmt: skip


class Item(Shape):
    """A point of a checklist: `ask` finds it out, `source` says where; `known_by` names records that answer it.

    `titles`: a contact with such a title answers it too, `needs`: what was said of these need topics.
    """

    id: Identifier
    name: Text
    ask: Text
    source: Text
    known_by: list[Known] = []
    titles: Phrases | None = None
    needs: list[Identifier] = []


class Checklist(Shape):
    """A list of account development. `rule` is what must be kept in mind with it."""

    id: Identifier
    order: Count
    name: Text
    rule: Text
    items: Filled[Item]
