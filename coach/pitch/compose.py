"""Compose the pitch for one person of an interview, from the needs that very person stated."""

from __future__ import annotations

from collections.abc import Sequence

from coach.context import Tools
from coach.interview.people import shown_name
from coach.interview.state import Interview, Person, Used
from coach.knowledge.words import Words
from coach.pitch.catalogue import Answer, Stated
from coach.pitch.fabe import AT_MOST, fabe_lines, frame_lines, shared_frame_lines
from coach.text.clauses import clauses


def stated_by(state: Interview, person: Person | None) -> list[Stated]:
    """Return the needs that `person` stated, newest first; of None, those of the customer at large."""
    needs = list(state.of(person.id if person else None))
    return [Stated(need.topic, need.level, need.quote) for need in reversed(needs)]


def trade_for(state: Interview, tools: Tools) -> str | None:
    """Return the catalogue that was named, else that of what the user sells.

    Where that was not told, the one that the answers and needs speak of most: what the customer runs or makes is no
    sign where the user sells something else.
    """
    said = [answer["text"] for answer in state.answers]
    if not state.trade and (sold := [part for text in said for part in _sold(text, tools)]):
        return tools.catalogue.trade_of(sold)
    return state.trade or tools.catalogue.trade_of([*said, *(need.quote for need in state.needs)])


def _sold(text: str, tools: Tools) -> list[str]:
    """Return the clauses of `text` that tell what the user sells."""
    parts = (text[start:end] for start, end in clauses(text))
    return [part for part in parts if tools.manners.holds("sells", part)]


def product_for(state: Interview, needs: list[Stated], tools: Tools) -> str | None:
    """Return the product spoken of, else the catalogue's first, if it answers a need; else what answers most."""
    trade = trade_for(state, tools)
    for key in (state.product, tools.catalogue.first_product(trade)):
        if key in tools.catalogue.products and tools.catalogue.answers(key, needs):
            return key
    return tools.catalogue.best_product(needs, trade)


def answers_for(state: Interview, person: Person | None, tools: Tools) -> tuple[str | None, list[Answer]]:
    """Return the product for `person` and the features to speak of, two at most.

    A benefit that another person already got comes last: the article warns of one benefit for everybody.
    """
    needs = stated_by(state, person)
    product = product_for(state, needs, tools)
    if product is None:
        return None, []
    answers = tools.catalogue.answers(product, needs)
    return product, sorted(answers, key=lambda a: other_who_got(state, person, a) is not None)[:AT_MOST]


def other_who_got(state: Interview, person: Person | None, answer: Answer) -> Used | None:
    """Return the use of the same benefit for somebody else, if there is one."""
    own = person.id if person else None
    return next(
        (
            used
            for used in state.used
            if used.person != own
            and (used.product, used.feature, used.topic) == (answer.product, answer.feature.id, answer.need.topic)
        ),
        None,
    )


def pitch_lines(state: Interview, person: Person | None, tools: Tools) -> list[str]:
    """Return a heading and the FABE sentences for `person`; a frame for them when nothing in the catalogue fits."""
    words, lang = tools.words, state.lang
    product, answers = answers_for(state, person, tools)
    if product is None or not answers:
        return [words.say("no_product_fits", lang), *frame_for(state, person, tools)]
    head = words.say(
        "fabe_head", lang, name=_called(person, words, lang), product=tools.catalogue.products[product].name[lang]
    )
    return [head, *fabe_lines(answers, words, lang)]


def frame_for(state: Interview, person: Person | None, tools: Tools) -> list[str]:
    """Return the frame of a pitch for `person` that needs no catalogue."""
    words, lang = tools.words, state.lang
    return frame_lines(_called(person, words, lang), stated_by(state, person), words, lang)


def frames_for(state: Interview, people: Sequence[Person | None], tools: Tools) -> list[str]:
    """Return the frame of a pitch once, with the words of each of `people`; None among them is the customer."""
    words, lang = tools.words, state.lang
    if len(people) < 2:
        return [line for person in people for line in frame_for(state, person, tools)]
    told = {_called(person, words, lang): stated_by(state, person) for person in people}
    return shared_frame_lines(told, words, lang)


def _called(person: Person | None, words: Words, lang: str) -> str:
    return shown_name(person, words, lang) if person else words.say("everybody", lang)
