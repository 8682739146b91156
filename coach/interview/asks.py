"""Carry out what is asked for beside the funnel: pitches, people, products, a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from coach.context import Context
from coach.interview.funnel import for_customer
from coach.interview.known import find_people
from coach.interview.people import person_named
from coach.interview.products import ask_product, unclear_product
from coach.interview.state import Interview, Person, Used
from coach.knowledge.needed import DEPTH
from coach.knowledge.schema import Product
from coach.knowledge.words import Words
from coach.people.scale import VALUES, side_of
from coach.pitch.catalogue import Answer
from coach.pitch.compose import answers_for, frame_for, other_who_got, pitch_lines, product_for, stated_by
from coach.pitch.judge import judge_pitch
from coach.pitch.spin import spin_questions
from coach.pitch.usp import usp_lines
from coach.read.requests import Request
from coach.result.page import gap_lines, people_lines, side_lines
from coach.result.save import save_page

Lines = list[str]
_CODE = re.compile(r"[A-Za-z]{1,6}-?\d{2,}")  # XH-9000: a product code
_CAPITALISED = re.compile(r"(?:the )?([A-Z][a-z][\w-]*(?: [A-Z][\w-]+)*)")


def fabe(state: Interview, request: Request, text: str, context: Context) -> Lines:
    """Pitch for the person named, else for the one who stated the deepest need."""
    tools, words, lang = context.tools, context.tools.words, state.lang
    if not tools.catalogue.products:
        return [words.say("no_catalogue", lang)]
    if fault := _unknown_product(text, state, context):
        return fault
    person, stranger = _person_meant(state, text, request.rest, context)
    if stranger:
        people = words.listing([person.name for person in state.people], lang) or words.say("nobody", lang)
        return [words.say("person_unknown", lang, name=stranger, people=people)]
    if not stated_by(state, person):
        if person is None:
            return [words.say("too_early", lang, question=_first_question(state, context))]
        question = _opening_for(person, context, lang)
        return [words.say("no_need_of_person", lang, name=person.name, question=question)]
    lines = []
    if not state.at("latent", "deep"):
        lines.append(words.say("too_early", lang, question=_first_question(state, context)))
    if unclear_product(state, tools):
        lines += [ask_product(state, "fabe", text, tools), *frame_for(state, person, tools)]
        return ["\n".join([*lines, words.say("catalogue_new", lang)])]
    _, answers = answers_for(state, person, tools)
    lines += [*_told_before(state, person, answers, words), *pitch_lines(state, person, tools)]
    if not answers:
        lines.append(words.say("catalogue_new", lang))
    state.used += [
        Used(person.id if person else None, a.product, a.feature.id, a.need.topic, state.turn) for a in answers
    ]
    return ["\n".join(lines)]


def _told_before(state: Interview, person: Person | None, answers: list[Answer], words: Words) -> Iterator[str]:
    """Warn of each benefit that somebody else already got."""
    everybody = words.say("everybody", state.lang)
    for answer in answers:
        if other := other_who_got(state, person, answer):
            first = state.person(other.person)
            yield words.say(
                "same_benefit", state.lang, other=first.name if first else everybody,
                name=person.name if person else everybody,
            )  # fmt: skip


def _person_meant(state: Interview, text: str, rest: str, context: Context) -> tuple[Person | None, str | None]:
    """Return the person a request is about, or the name of a stranger."""
    mentions = find_people(state, text, context)
    if mentions:
        person = person_named(state, mentions[0], context.tools.same)
        return (person, None) if person else (None, mentions[0].name)
    for person in state.people:
        if any(name in text for name in person.names):
            return person, None
    if (unknown := _CAPITALISED.match(rest)) and not context.tools.catalogue.named(rest):
        return None, unknown.group(1)
    deepest = min(state.needs, key=lambda n: (-DEPTH[n.level], -n.turn), default=None)
    return (state.person(deepest.person) if deepest else None), None


def _unknown_product(text: str, state: Interview, context: Context) -> Lines | None:
    """Notice a product code that is not in the catalogue; remember one that is."""
    named = context.tools.catalogue.named(text)
    if named:
        state.product = named
        return None
    if _CODE.search(text):
        return [context.tools.words.say("product_unknown", state.lang, products=_product_names(context, state.lang))]
    return None


def _opening_for(person: Person, context: Context, lang: str) -> str:
    """Return a question for a person who has said nothing yet, by what their role cares for."""
    knowledge = context.tools.knowledge
    for sign in person.roles:
        for topic in knowledge.roles[sign.label].cares:
            question = knowledge.needs[topic].ask_customer if topic in knowledge.needs else None
            if question:
                return question[lang]
    return knowledge.funnel["open"].questions[0].ask_customer[lang]


def _first_question(state: Interview, context: Context) -> str:
    """Return the question that leads below the surface: on a need that was said, else the first probe."""
    knowledge = context.tools.knowledge
    for need in reversed(state.at("surface")):
        question = knowledge.needs[need.topic].ask_customer
        if question:
            return question[state.lang]
    pending = state.pending
    asked = for_customer(pending, state, knowledge, state.lang) if pending else None
    return asked or knowledge.funnel["probe"].questions[0].ask_customer[state.lang]


def spin(state: Interview, _request: Request, _text: str, context: Context) -> Lines:
    """The next SPIN questions, on the words that were said."""
    lines = [
        context.tools.words.say("spin_head", state.lang),
        *spin_questions(state, context.tools.knowledge),
    ]
    return ["\n".join(lines)]


def usp(state: Interview, _request: Request, text: str, context: Context) -> Lines:
    """The unique claims of the product spoken of, else of the one that fits the needs."""
    tools, words, lang = context.tools, context.tools.words, state.lang
    if not tools.catalogue.products:
        return [words.say("no_catalogue", lang)]
    if fault := _unknown_product(text, state, context):
        return fault
    needs = [need for person in [None, *state.people] for need in stated_by(state, person)]
    if needs and unclear_product(state, tools):
        return ["\n".join([ask_product(state, "usp", text, tools), words.say("catalogue_new", lang)])]
    key = state.product or product_for(state, needs, tools)
    if key is None:
        return [words.say("too_early", lang, question=_first_question(state, context))]
    product: Product = tools.catalogue.products[key]
    lines = usp_lines(product, words, lang)
    if not lines:
        return [words.say("usp_none", lang, product=product.name[lang])]
    return ["\n".join([words.say("usp_head", lang, product=product.name[lang]), *lines])]


def people(state: Interview, _request: Request, text: str, context: Context) -> Lines:
    """Who stands where, and what is missing; "who is against us?" asks for those alone."""
    hits = context.tools.reader.scan(text).hits("stance")
    sides = {side_of(hit.rule.label) for hit in hits if hit.rule.sure and hit.rule.label in VALUES}
    if len(sides) == 1 and (side := sides.pop()):
        return ["\n".join(side_lines(state, side, context.tools))]
    return ["\n".join([*people_lines(state, context.tools), *gap_lines(state, context.tools)])]


def products(state: Interview, _request: Request, _text: str, context: Context) -> Lines:
    """What is in the catalogue."""
    if not context.tools.catalogue.products:
        return [context.tools.words.say("no_catalogue", state.lang)]
    return [context.tools.words.say("products_list", state.lang, products=_product_names(context, state.lang))]


def _product_names(context: Context, lang: str) -> str:
    listed = (product.name[lang] for product in context.tools.catalogue.products.values())
    return context.tools.words.listing(listed, lang)


def check_pitch(state: Interview, request: Request, _text: str, context: Context) -> Lines:
    """Judge the user's own pitch by the article's warnings."""
    return judge_pitch(state, request.rest, context.tools, _first_question(state, context))


def save(state: Interview, _request: Request, _text: str, context: Context) -> Lines:
    """Write the result page as a Markdown file."""
    return [save_page(state, context)]


ASKS: dict[str, Callable[[Interview, Request, str, Context], Lines]] = {
    "fabe": fabe, "spin": spin, "usp": usp, "people": people, "products": products, "check_pitch": check_pitch,
    "save": save,
}  # fmt: skip
