"""Short questions that the assistant waits for: start anew? which product? which of these people?"""

from __future__ import annotations

from coach.context import Context
from coach.interview.asks import ASKS
from coach.interview.controls import stop
from coach.interview.declined import declined, stops
from coach.interview.joined import answer_who
from coach.interview.products import other_product
from coach.interview.state import Interview
from coach.read.requests import Request


def answer_asked(state: Interview, text: str, context: Context) -> list[str] | None:
    """Take the answer to the short question; None when the message is about something else."""
    kind, _, rest = (state.asking or "").partition(":")
    state.asking = None
    if kind == "restart":
        return _restart(state, text, context)
    if kind == "product":
        return _product(state, rest, text, context)
    return answer_who(state, rest, text, context)


def _restart(state: Interview, text: str, context: Context) -> list[str] | None:
    words, manners = context.tools.words, context.tools.manners
    if stops(text, context):
        return stop(state, text, context)
    answer = manners.starts_with(text)[0]
    undone = declined(text, context) or context.tools.reader.command(text).label == "back"
    if answer == "no" or undone or manners.whole(text) == "dont_know":
        return [words.say("restart_kept", state.lang)]
    if answer != "yes":
        return None
    fresh = Interview(lang=state.lang, lang_fixed=state.lang_fixed, turn=state.turn, started=True)
    state.__dict__.update(fresh.__dict__)
    return [words.say("restarted", state.lang)]


def _no_product(state: Interview, text: str, context: Context) -> list[str] | None:
    """Answer where none of the catalogues is meant; None when the message is about something else."""
    words, lang, whole = context.tools.words, state.lang, context.tools.manners.whole(text)
    if whole == "dont_know":
        return [words.say("product_later", lang)]
    if whole == "no":
        said = words.say("product_none", lang)
    elif name := other_product(state, text, context):
        said = words.say("product_other", lang, name=name)
    else:
        return None
    return ["\n".join([said, words.say("catalogue_new", lang)])]


def _product(state: Interview, request: str, text: str, context: Context) -> list[str] | None:
    """Remember the product or the catalogue that is named and carry out the request that waited for it."""
    catalogue = context.tools.catalogue
    named, trade = catalogue.named(text), catalogue.trade_named(text)
    if named is None and trade is None:
        return _no_product(state, text, context)
    state.product = named or (state.product if (state.product or "").startswith(f"{trade}/") else None)
    state.trade = named.split("/")[0] if named else trade
    waiting, state.asked_for = state.asked_for, ""
    return ASKS[request](state, Request(request, waiting), waiting, context)
