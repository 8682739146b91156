"""The doors to the buyer's side: where the deal is, what the season asks for, what is still to be found out."""

from __future__ import annotations

from dataclasses import replace

from coach.checklists.page import checklist_page
from coach.context import Context
from coach.conversation.known import known_dossier, with_answers
from coach.conversation.state import Conversation, Said
from coach.pitch.compose import trade_for
from coach.process.named import step_named
from coach.process.page import process_page
from coach.read.requests import Request
from coach.season.page import calendar_page


def process(state: Conversation, _request: Request, text: str, context: Context) -> Said:
    """Show where the customer is in the 14 steps: where the salesperson says, else by what was said."""
    if (stated := step_named(text)) is not None:
        state.interview = replace(state.interview, step=stated)
    dossier = with_answers(known_dossier(state, context), state, context)
    return state, [process_page(dossier, context.today, state.lang, context.tools)]


def calendar(state: Conversation, request: Request, _text: str, context: Context) -> Said:
    """Show the buying calendar: of the trade that is named, else that of the interview, else the first."""
    tools = context.tools
    trade = tools.catalogue.trade_named(request.rest) if request.rest else None
    kept = known_dossier(state, context).account.trade
    return state, [calendar_page(trade or kept or trade_for(state.interview, tools), context.today, state.lang, tools)]


def checklist(state: Conversation, _request: Request, _text: str, context: Context) -> Said:
    """Show what is known of the interview's customer and what is still missing."""
    dossier = with_answers(known_dossier(state, context), state, context)
    return state, [checklist_page(dossier, state.lang, context.tools)]
