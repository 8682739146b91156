"""Open an account of the book, so that the interview goes on from what is known; list the accounts."""

from __future__ import annotations

import re

from coach.accounts.errors import BookError
from coach.accounts.into_interview import loaded
from coach.accounts.records import Account, Dossier
from coach.context import Context
from coach.conversation.keeping import offer
from coach.conversation.state import Conversation, Said
from coach.interview.account import account_name
from coach.interview.step import put_question
from coach.read.requests import Request

_BESIDE = re.compile(r"(?:(?:the|our|my) )?(.+?) (?:account|customer|client)", re.IGNORECASE)
OPEN = "open"  # waits for the account's name
BEGIN = "begin"  # waits for a yes to begin with a customer of whom nothing is known
MOST_LISTED = 12


def names_none(request: Request, context: Context) -> bool:
    """Say whether "open ..." is about something else: a market, an app, a letter of credit."""
    return request.id == "open_named" and not fitting_accounts(_name_in(request, context), context)


def open_account(state: Conversation, request: Request, _text: str, context: Context) -> Said:
    """Open the account that is named; ask which when none or several fit."""
    return named(state, _name_in(request, context), context)


def _name_in(request: Request, context: Context) -> str | None:
    """Return the name; "the Nordlicht account" may be any account, and is one where the book holds it."""
    name = account_name(request.rest, context.tools.manners) if request.rest else None
    if fitting_accounts(name, context):
        return name
    beside = _BESIDE.fullmatch(context.tools.manners.without_frame(request.rest))
    return beside[1] if beside and fitting_accounts(beside[1], context) else name


def named(state: Conversation, name: str | None, context: Context) -> Said:
    """Open the account called `name`, as far as one fits."""
    words, lang = context.tools.words, state.lang
    fitting = fitting_accounts(name, context)
    if len(fitting) == 1:
        return opened(state, fitting[0], context)
    everything = fitting or context.book.accounts()
    if name and not everything:
        return offer_to_begin(state, name, context)
    if not everything:
        return state, [words.say("accounts_none", lang)]
    state.asking = OPEN
    listing = listed(everything, lang, context)
    if name and not fitting:
        return state, [words.say("account_unknown", lang, name=name, accounts=listing)]
    return state, [words.say("account_which", lang, accounts=listing)]


def offer_to_begin(state: Conversation, name: str, context: Context) -> Said:
    """Say that nothing is known of the customer `name` yet, and ask whether to begin with it."""
    state.asking, state.wish = BEGIN, {"told": name}
    return state, [context.tools.words.say("begin_ask", state.lang, name=name)]


def fitting_accounts(name: str | None, context: Context) -> list[Account]:
    """Return the accounts that `name` may mean: the one of this very name, else those found by part of it."""
    if not name:
        return []
    exact = context.book.named(name)
    return [exact] if exact else context.book.find(name, MOST_LISTED)


def opened(state: Conversation, account: Account, context: Context) -> Said:
    """Begin an interview that knows what the book holds. What was not kept yet is offered to be kept first."""
    before = state.interview
    if before.account != account.name and (asked := offer(state, context)):
        state.asking = f"{state.asking}:{account.id}"
        return state, [asked]
    dossier = context.book.dossier(account.id)
    state.interview = loaded(dossier, state.lang, before.lang_fixed, context.today, context.tools.knowledge.ledger)
    return state, [told(dossier, state.lang, context), *put_question(state.interview, context)]


def told(dossier: Dossier, lang: str, context: Context) -> str:
    """Say what the book holds of the account."""
    days = [seen.day for seen in dossier.observations] + [need.day for need in dossier.needs]
    return context.tools.words.say(
        "account_opened", lang, account=dossier.account.name, people=len(dossier.contacts),
        needs=len(dossier.needs), day=max(days, default=dossier.account.at[:10]),
    )  # fmt: skip


def accounts(state: Conversation, _request: Request, _text: str, context: Context) -> Said:
    """List the accounts that the user may see."""
    words, lang = context.tools.words, state.lang
    found = context.book.accounts()
    if not found:
        return state, [words.say("accounts_none", lang)]
    return state, [words.say("accounts_list", lang, count=len(found), accounts=listed(found, lang, context))]


def listed(found: list[Account], lang: str, context: Context) -> str:
    """Return the names, the first MOST_LISTED of them."""
    words = context.tools.words
    names = words.listing([account.name for account in found[:MOST_LISTED]], lang)
    more = len(found) - MOST_LISTED
    return names + (words.say("accounts_more", lang, count=more) if more > 0 else "")


def known_already(state: Conversation, context: Context) -> str | None:
    """Say that the account which was just named is in the book; None when it is not, or the book cannot be used."""
    interview = state.interview
    if not interview.account or interview.account_turn != interview.turn or interview.kept:
        return None
    try:
        account = context.book.named(interview.account)
        if account is None:
            return None
        dossier = context.book.dossier(account.id)
    except BookError:
        return None
    return context.tools.words.say(
        "account_known", state.lang, account=account.name, people=len(dossier.contacts), needs=len(dossier.needs)
    )
