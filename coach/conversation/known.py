"""What is known of the customer of this conversation: the account book's dossier with what was said since."""

from __future__ import annotations

from dataclasses import replace

from coach.accounts.errors import BookError
from coach.accounts.from_interview import dossier_of, notes_of, propose
from coach.accounts.records import Contact, Dossier, NeedNote, NextStep, Observation
from coach.context import Context
from coach.conversation.keeping import account_of
from coach.conversation.state import Conversation


def known_dossier(state: Conversation, context: Context) -> Dossier:
    """Return what is known; nothing is saved. Without an account, or a book that can be used, what was said alone."""
    if not state.interview.account:
        return dossier_of(state.interview, context.today)
    try:
        there = account_of(state.interview, context)
    except BookError:
        there = None
    return with_news(there, state, context) if there else dossier_of(state.interview, context.today)


def with_news(there: Dossier, state: Conversation, context: Context) -> Dossier:
    """Return the account as it would be with what the interview brought."""
    news = propose(state.interview, context.user, there, context.today)
    changed = {record.id: values for record, values in news.changes}
    return replace(
        there,
        account=replace(there.account, **changed.get(there.account.id, {})),
        contacts=(*(replace(one, **changed.get(one.id, {})) for one in there.contacts), *news.of(Contact)),
        observations=(*there.observations, *news.of(Observation)),
        needs=(*there.needs, *news.of(NeedNote)),
        next_steps=(*there.next_steps, *news.of(NextStep)),
    )


def with_answers(dossier: Dossier, state: Conversation, context: Context) -> Dossier:
    """Return the dossier with the answers of this conversation as notes: they may tell how far the deal is."""
    return replace(dossier, notes=(*dossier.notes, *notes_of(state.interview, context.today)))
