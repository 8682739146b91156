"""Views on the account book: who stands where, the map as a picture, the whole page, the ranking of accounts."""

from __future__ import annotations

from coach.accounts.page import AccountPage
from coach.accounts.records import Dossier
from coach.context import Context
from coach.conversation.briefing import account_key
from coach.conversation.known import known_dossier
from coach.conversation.state import Conversation, Said
from coach.handing import KEPT, MAP, MATRIX, SENT, TOLD, address, handed
from coach.interview.asks import people as people_of_interview
from coach.interview.known import find_people
from coach.interview.people import person_named
from coach.pictures.png import WIDTH, png
from coach.progress.private import make_private, write_private
from coach.read.requests import Request
from coach.result.page import person_lines
from coach.result.save import stem_of
from coach.stances.influence_map import influence_map
from coach.stances.matrix import matrix
from coach.stances.page import stance_page
from coach.stances.person_page import person_page
from coach.stances.position import position
from coach.stances.table import stance_table

PRESET = "seed"  # that of the article


def people(state: Conversation, request: Request, text: str, context: Context) -> Said:
    """Say where everybody stands: by all that is dated in the book, without a book by this conversation."""
    if not state.interview.kept:
        return state, people_of_interview(state.interview, request, text, context)
    dossier = known_dossier(state, context)
    return state, [stance_page(dossier, context.today, state.lang, context.tools)]


def person(state: Conversation, request: Request, text: str, context: Context) -> Said:
    """Say where one person stands; everybody, where nobody is named."""
    interview, tools = state.interview, context.tools
    mentions = find_people(interview, text, context)
    if not mentions:
        return people(state, request, text, context)
    known = next(filter(None, (person_named(interview, mention, tools.same) for mention in mentions)), None)
    if known is None:
        names = tools.words.listing([one.name for one in interview.people], state.lang)
        there = names or tools.words.say("nobody", state.lang)
        return state, [tools.words.say("person_unknown", state.lang, name=mentions[0].name, people=there)]
    found = position(known_dossier(state, context), context.today, tools.knowledge.ledger) if interview.kept else None
    for one in found.standings if found else ():
        if known.name in (one.contact.name, *one.contact.other_names):
            return state, [person_page(one, state.lang, tools)]
    return state, ["\n".join(person_lines([known], tools, state.lang))]


def stance_map(state: Conversation, _request: Request, _text: str, context: Context) -> Said:
    """Draw map and matrix as files, and say the same in words."""
    words, lang, tools = context.tools.words, state.lang, context.tools
    dossier = known_dossier(state, context)
    if not dossier.contacts:
        return state, [words.say("map_nobody", lang)]
    table = stance_table(dossier, context.today, lang, tools)
    if context.files == TOLD:
        return state, [f"{table}\n\n{words.say('map_not_here', lang)}"]
    if context.files != KEPT:
        told = _handed_out(state, dossier, context)
        return state, [f"{table}\n\n{told}"]
    drawn = {
        "map": influence_map(dossier, context.today, lang, tools),
        "matrix": matrix(dossier, context.today, lang, tools),
    }
    stem = f"{stem_of(dossier.account.name)}-{context.today.isoformat()}"
    try:
        make_private(context.results)
        for kind, svg in drawn.items():
            write_private(context.results / f"{stem}-{kind}.svg", svg)
            write_private(context.results / f"{stem}-{kind}.png", png(svg, WIDTH))
    except OSError as error:
        return state, [words.say("save_failed", lang, path=context.results, reason=error.strerror or str(error))]
    told = words.say("map_written", lang, path=context.results / f"{stem}-map.png")
    return state, [f"{table}\n{told}"]


def _handed_out(state: Conversation, dossier: Dossier, context: Context) -> str:
    """Name map and matrix as files for the channel; return what is said of them."""
    words, lang, key = context.tools.words, state.lang, account_key(dossier)
    state.files = [handed(which, "png", key) for which in (MAP, MATRIX)]
    if context.files == SENT:
        return words.say("map_sent", lang)
    links = [address(file, context.files, lang) for file in state.files]
    return words.say("map_linked", lang, map=links[0], matrix=links[1])


def account_page(state: Conversation, _request: Request, _text: str, context: Context) -> Said:
    """Show all that is known of the customer of this conversation."""
    if not state.interview.account:
        return state, [context.tools.words.say("brief_no_account", state.lang)]
    page = AccountPage(state.lang, context.tools.knowledge)
    return state, [page.dossier(known_dossier(state, context))]


def ranking(state: Conversation, _request: Request, _text: str, context: Context) -> Said:
    """Rank the accounts of the book by recency, frequency and amount of their orders."""
    from coach.rfm.from_records import from_records  # polars is imported when somebody asks for a ranking
    from coach.rfm.page import rfm_page
    from coach.rfm.score import score

    words, lang, knowledge = context.tools.words, state.lang, context.tools.knowledge
    accounts, orders = context.book.orders()
    if not orders:
        return state, [words.say("ranking_no_orders", lang)]
    names = {account.id: account.name for account in accounts}
    read = from_records(names, orders, knowledge.order_reading, context.today)
    return state, [rfm_page(score(read, PRESET, context.today, knowledge), lang, context.tools)]
