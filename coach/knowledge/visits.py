"""The shape of `knowledge/visits.yml`: when the brief comes before a visit, and what is asked after it."""

from __future__ import annotations

from pydantic import conint, conlist, constr

from coach.knowledge.schema import Identifier, Phrases, Shape, Text

QUESTIONS = 5

Clock = constr(regex=r"^([01]\d|2[0-3]):[0-5]\d$")
Minutes = conint(ge=0, le=24 * 60)
Days = conint(ge=1, le=365)


class AfterQuestion(Shape):
    """One question after a visit: what it is about in a word or two, why it is asked, a nudge, an example answer."""

    id: Identifier
    name: Text
    ask: Text
    why: Text
    hint: Text
    example: Text


class Visits(Shape):
    """`evening`: time of the day before; `before` and `after`: minutes before the start and after the end.

    `look_ahead`: days before a planned visit in which "I am back" may mean it; `look_back`: days after one in which it
    is asked about.

    `frame` are words around a customer's name in a wish about a visit, `same` those that mean the customer at hand.
    """

    evening: Clock  # type: ignore[valid-type]
    before: Minutes  # type: ignore[valid-type]
    after: Minutes  # type: ignore[valid-type]
    look_ahead: Days  # type: ignore[valid-type]
    look_back: Days  # type: ignore[valid-type]
    frame: Phrases
    same: Phrases
    questions: conlist(AfterQuestion, min_items=QUESTIONS, max_items=QUESTIONS)  # type: ignore[valid-type]
