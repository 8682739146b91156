"""The one-page result: iceberg, gaps, people, questions, pitches, next step, as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from coach.context import Tools
from coach.interview.funnel import for_customer
from coach.interview.people import shown_name, standing_of
from coach.interview.products import product_choice, unclear_product
from coach.interview.say import description, move_of
from coach.interview.state import Interview, Person
from coach.people.scale import VALUES, side_of
from coach.pitch.compose import answers_for, frames_for, pitch_lines
from coach.pitch.spin import spin_questions
from coach.stances.spoken import roles_spoken
from coach.text.language import language_of

LEVELS = ("surface", "latent", "deep")
MAX_NEEDS = 5
MAX_QUESTIONS = 5
BUYING_ROLES = ("initiator", "user", "influencer", "decider", "approver", "buyer", "gatekeeper")


def page(state: Interview, tools: Tools) -> str:
    """Return the page on the customer of `state`, in its language."""
    words, lang = tools.words, state.lang
    account = state.account or words.say("this_customer", lang)
    parts = [
        words.say("page_title", lang, account=account),
        "\n".join([words.say("page_iceberg", lang), *_iceberg(state, tools)]),
        "\n".join([words.say("page_people", lang), *people_lines(state, tools)]),
        "\n".join([words.say("page_gaps", lang), *gap_lines(state, tools)]),
        "\n".join([words.say("page_questions", lang), *_questions(state, tools)]),
        "\n".join([words.say("page_pitch", lang), *_pitches(state, tools)]),
        "\n".join([words.say("page_step", lang), _next_step(state, tools)]),
    ]
    return "\n\n".join(parts)


def _iceberg(state: Interview, tools: Tools) -> list[str]:
    words, lang = tools.words, state.lang
    lines = []
    for level in LEVELS:
        if level == "latent":
            lines.append(words.say("page_water", lang))
        lines.append(words.say("page_level", lang, level=words.say(f"iceberg_level_{level}", lang)))
        needs = state.at(level)[-MAX_NEEDS:]
        for need in needs:
            person = state.person(need.person)
            who = words.say("page_who", lang, name=shown_name(person, words, lang)) if person else ""
            topic = tools.knowledge.topic_name(need.topic, lang)
            lines.append(words.say("page_need", lang, topic=topic, quote=need.quote, who=who))
        if not needs:
            lines.append(words.say("page_none", lang))
    return lines


def side_lines(state: Interview, side: int, tools: Tools) -> list[str]:
    """Return a line or two for each person on our `side` (1) or against us (-1), or that nobody is seen there."""
    stances = [(person, standing_of(person, tools.knowledge).stance) for person in state.people]
    there = [person for person, stance in stances if stance in VALUES and side_of(stance) == side]
    lines = person_lines(there, tools, state.lang)
    return lines or [tools.words.say("page_nobody_for" if side > 0 else "page_nobody_against", state.lang)]


def people_lines(state: Interview, tools: Tools) -> list[str]:
    """Return a line or two a person, and whether there is a coach."""
    words, lang = tools.words, state.lang
    lines = person_lines(state.people, tools, lang)
    coaches = [p.name for p in state.people if standing_of(p, tools.knowledge).stance == "coach"]
    if coaches:
        lines.append(words.say("page_coach_yes", lang, names=words.listing(coaches, lang)))
    return lines or [words.say("page_no_people", lang)]


def person_lines(people: Sequence[Person], tools: Tools, lang: str) -> list[str]:
    """Return who each is and one step forward; advice alike for several unknown ones comes once, behind all."""
    words = tools.words
    alike: dict[str, list[Person]] = {}  # advice, with no name in it -> for whom
    for person in people:
        if standing_of(person, tools.knowledge).stance == "unknown":
            alike.setdefault(move_of(person, tools, lang, name=""), []).append(person)
    shared = [group for group in alike.values() if len(group) > 1]
    together = {person.id for group in shared for person in group}
    lines = []
    for person in people:
        lines += _person(person, tools, lang)
        if person.id not in together:
            lines.append(words.say("page_move", lang, move=move_of(person, tools, lang)))
    for group in shared:
        names = words.listing([shown_name(person, words, lang) for person in group], lang)
        move = move_of(group[0], tools, lang, name=words.say("page_each", lang, names=names))
        lines.append(words.say("page_move_shared", lang, move=move))
    return lines


def _person(person: Person, tools: Tools, lang: str) -> list[str]:
    words, where = tools.words, standing_of(person, tools.knowledge)
    lines = [words.say("page_person", lang, **description(person, tools, lang))]
    if where.against:
        lines.append(words.say("page_against", lang, quote=where.against[-1]))
    return lines


def gap_lines(state: Interview, tools: Tools) -> list[str]:
    """Return what is not known yet: depths, roles nobody covers, no coach, unknown stances, no dated step."""
    words, lang = tools.words, state.lang
    lines = [
        words.say("page_gap_level", lang, level=words.say(f"label_{level}", lang))
        for level in LEVELS
        if not state.at(level)
    ]
    stances = [(person, standing_of(person, tools.knowledge).stance) for person in state.people]
    covered = {role for person in state.people for role in roles_spoken(person.roles, tools.knowledge.ledger)}
    open_roles = [tools.knowledge.roles[role].name[lang] for role in BUYING_ROLES if role not in covered]
    if open_roles:
        lines.append(words.say("page_gap_role", lang, roles=words.listing(open_roles, lang)))
    if not any(stance == "coach" for _, stance in stances):
        lines.append(words.say("page_gap_coach", lang))
    lines += [
        words.say("page_gap_person", lang, name=shown_name(person, words, lang))
        for person, stance in stances
        if stance == "unknown"
    ]
    if not (state.next_step and state.next_step.date):
        lines.append(words.say("page_gap_step", lang))
    return lines or [words.say("page_gap_none", lang)]


def _questions(state: Interview, tools: Tools) -> list[str]:
    """What the salesperson could not answer comes first, then the next SPIN questions."""
    unknown = [for_customer(asked, state, tools.knowledge, state.lang) for asked in state.asked if asked.unknown]
    known = [question for question in unknown if question]
    questions = known + spin_questions(state, tools.knowledge)[bool(known) :]
    chosen = list(dict.fromkeys(questions))[:MAX_QUESTIONS]
    return [tools.words.say("page_question", state.lang, question=question) for question in chosen]


def _pitches(state: Interview, tools: Tools) -> list[str]:
    words, lang = tools.words, state.lang
    if not state.at("latent", "deep"):
        return [words.say("page_no_pitch", lang)]
    speakers: list[Person | None] = [p for p in state.people if any(state.of(p.id))]
    if not speakers or any(state.of(None)):
        speakers.append(None)
    unclear = unclear_product(state, tools)
    framed = [person for person in speakers if unclear or not answers_for(state, person, tools)[1]]
    lines = [line for person in speakers if person not in framed for line in pitch_lines(state, person, tools)]
    if unclear:
        lines.append(words.say("page_which_product", lang, products=product_choice(tools, lang)))
    elif framed:
        lines.append(words.say("no_product_fits", lang))
    return [*lines, *frames_for(state, framed, tools), *([words.say("catalogue_new", lang)] if framed else [])]


def _next_step(state: Interview, tools: Tools) -> str:
    words, lang = tools.words, state.lang
    if not state.next_step:
        return words.say("page_no_step", lang)
    date = state.next_step.date or words.say("page_no_date", lang)
    text = state.next_step.text
    if language_of(text, lang) != lang:  # said before a switch of language: it stays in their words, as a quote
        text = f"“{text}”"
    return words.say("page_step_line", lang, text=text, date=date)
