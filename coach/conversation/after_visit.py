"""The questions after a visit in a conversation: begun, taken turn by turn, left, and kept once the user agrees."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

from coach.accounts.errors import BookError
from coach.accounts.into_interview import loaded
from coach.accounts.records import PLANNED, Dossier, Visit
from coach.after_visit.outcome import outcome, summary
from coach.after_visit.state import AfterVisit
from coach.after_visit.step import asked, pending, questions_of, take
from coach.context import Context
from coach.conversation.book_there import book_there
from coach.conversation.customer_meant import NEW, customer_meant
from coach.conversation.state import AFTER_VISIT, INTERVIEW, Conversation, Said
from coach.conversation.visits import NEW_ACCOUNT, VISIT, choose, option_of
from coach.interview.declined import declined, reply
from coach.interview.firm_in import behind_description
from coach.interview.remark import taken_in
from coach.interview.state import Interview
from coach.read.requests import Request
from coach.visits.plan import Pair, passed, shown_start, visit_of
from coach.visits.wish import Wish, read_wish

AFTER = "after"  # what is to be done with the visit that is meant
KEEP_VISIT = f"{VISIT}:keep"
OFFERED = f"{VISIT}:offered"
PLANNED_MEANT = f"{VISIT}:planned"  # back before the planned day: is the planned visit meant?
_MARK = re.compile(r"[,，。;；]\s*")
NOON = "12:00"  # of a visit that nobody planned
_REMEMBERED = 20  # visits that were offered


def after_visit(state: Conversation, _request: Request, text: str, context: Context) -> Said:
    """Ask how the visit that is meant went; go on where the questions were left."""
    wish = read_wish(text, context.today, context.tools)
    if state.after is not None and not wish.name:
        return resumed(state, context)
    meant = customer_meant(state, wish, text, context)
    pairs = _gone_to(context)
    ids = {account.id for account in meant.accounts}
    of_these = [pair for pair in pairs if pair[0].id in ids]
    if of_these or (pairs and not meant.named and not wish.same):
        # of one customer the last visit is meant; of several it is asked which
        latest = {account.id: (account, visit) for account, visit in reversed(of_these or pairs)}
        options = [option_of(account, (account, visit), context.zone) for account, visit in latest.values()]
        return choose(state, {"do": AFTER, "quote": text.strip()}, options, context)
    order = {"do": AFTER, "starts": _starts(wish, context), "quote": text.strip()}
    if meant.kind == NEW:
        name = behind_description(_MARK.split(text)) or meant.name  # 刚见完一家做宠物食品的，新希望宠物食品
        state.wish, state.asking = {**order, "name": name}, NEW_ACCOUNT
        said: list[str] = []
        if not state.interview.account:  # whatever the answer is, the conversation goes on about this customer
            state.interview = state.interview.copy()
            state.interview.is_about(name)
            said = taken_in(state.interview, text, "", context)
            state.wish["heard"] = bool(said)
        return state, [*said, context.tools.words.say("after_new_account", state.lang, name=name)]
    if not meant.accounts:
        return state, [context.tools.words.say("after_whose", state.lang)]
    return choose(state, order, [option_of(account) for account in meant.accounts], context)


def _gone_to(context: Context) -> list[Pair]:
    """Return the planned visits whose day has come, the latest first."""
    days = context.tools.knowledge.visiting.look_back
    today = context.book.visits(context.today.isoformat(), f"{context.today.isoformat()}T99")
    return [*today[::-1], *passed(context.book, context.today, days)]


def _starts(wish: Wish, context: Context) -> str:
    """Return when a visit took place that nobody planned: as told, else today at noon."""
    day = wish.target.day
    return f"{(day if day and day <= context.today else context.today).isoformat()}T{wish.target.time or NOON}"


def begin(state: Conversation, order: dict[str, Any], context: Context) -> Said:
    """Open the questions on a visit of the book, or on one that nobody planned."""
    dossier = context.book.dossier(order["account"])
    visit = next((visit for visit in dossier.visits if visit.id == order.get("visit")), None)
    if visit is None and not order.get("another") and (planned := _soon(dossier, context)):
        state.asking, state.wish = PLANNED_MEANT, {**order, "visit": planned.id}
        said = context.tools.words.say(
            "after_planned_meant", state.lang, account=dossier.account.name, when=shown_start(planned, context.zone)
        )
        return state, [said]
    fixed, ledger = state.interview.lang_fixed, context.tools.knowledge.ledger
    interview = loaded(dossier, state.lang, fixed, context.today, ledger)
    interview.asked = []
    told = order.get("starts") or f"{context.today.isoformat()}T{NOON}"
    state.after = AfterVisit(
        dossier.account.id, dossier.account.name, visit.id if visit else None,
        visit.starts if visit and not order.get("early") else told, interview,
    )  # fmt: skip
    state.mode, state.asking, state.wish = AFTER_VISIT, None, None
    said = context.tools.words.say(
        "after_begins", state.lang, account=state.after.name, when=state.after.starts[:16].replace("T", " ")
    )
    return state, [said, *_told_before(state.after, order, context), *asked(state.after, context)]


def _told_before(after: AfterVisit, order: dict[str, Any], context: Context) -> list[str]:
    """Take in what the message told that spoke of the visit, as a remark to the first question; say what was heard."""
    first, text = questions_of(context)[0].id, order.get("quote", "")
    if order.get("heard"):  # the interview has told the book
        after.interview.note_answer(first, text)
    return taken_in(after.interview, text, first, context) if text and "heard" not in order else []


def _soon(dossier: Dossier, context: Context) -> Visit | None:
    """Return the next visit that is planned in the days to come."""
    first = (context.today + timedelta(days=1)).isoformat()
    last = (context.today + timedelta(days=context.tools.knowledge.visiting.look_ahead)).isoformat()
    planned = [visit for visit in dossier.visits if visit.state == PLANNED and first <= visit.starts[:10] <= last]
    return min(planned, key=lambda visit: (visit.starts, visit.id), default=None)


def answer_planned(state: Conversation, text: str, context: Context) -> Said | None:
    """On a yes ask about the planned visit, which took place earlier; on a no about one that nobody planned.

    Whoever wants none of it ("stop", "no thanks") is asked nothing.
    """
    order, state.wish = state.wish, None
    if declined(text, context):
        return state, [context.tools.words.say("after_planned_left", state.lang)]
    answer = reply(text, context)
    if not order or answer not in ("yes", "no"):
        return None
    if answer == "yes":
        return begin(state, {**order, "early": True}, context)
    return begin(state, {**order, "visit": None, "another": True}, context)


def resumed(state: Conversation, context: Context) -> Said:
    """Go on with the questions that were left; with none left, ask again whether to keep the answers."""
    assert state.after is not None
    if pending(state.after, context) is None:
        return _finish(state, [], context)
    state.mode = AFTER_VISIT
    said = context.tools.words.say("after_resumed", state.after.lang, account=state.after.name)
    return state, [said, *asked(state.after, context)]


def step(state: Conversation, text: str, context: Context) -> Said:
    """Take an answer, and put the next question; after the last one show what it brought and ask whether to keep it."""
    assert state.after is not None
    words, lang = context.tools.words, state.after.lang
    command = context.tools.reader.command(text).label
    if command == "stop":
        state.mode = INTERVIEW
        return state, [words.say("after_paused", lang, account=state.after.name)]
    if command == "summary":
        found = outcome(state.after, context.book.dossier(state.after.account), context)
        return state, [summary(state.after, found, context), *asked(state.after, context)]
    if command == "restart":
        return begin(state, {**_order(state.after)}, context)
    state.after, said = take(state.after, text, context)
    if state.after.lang != state.lang:
        fixed = state.after.interview.lang_fixed
        state.interview = replace(state.interview, lang=state.after.lang, lang_fixed=fixed)
    if pending(state.after, context) is None:
        return _finish(state, said, context)
    return state, ["\n".join(said), *asked(state.after, context)] if said else asked(state.after, context)


def _order(after: AfterVisit) -> dict[str, Any]:
    return {
        "account": after.account, "visit": after.visit, "starts": after.starts, "another": True, "early": True,
    }  # fmt: skip


def _finish(state: Conversation, said: list[str], context: Context) -> Said:
    assert state.after is not None
    words, lang = context.tools.words, state.after.lang
    found = outcome(state.after, context.book.dossier(state.after.account), context)
    state.mode = INTERVIEW
    if not found.answered:
        state.after = None
        return state, [*said, words.say("after_no_answers", lang)]
    state.asking = KEEP_VISIT
    question = words.say("after_keep_ask", lang, account=state.after.name)
    return state, ["\n".join(said), f"{summary(state.after, found, context)}\n{question}"]


def keep_visit(state: Conversation, text: str, context: Context) -> Said | None:
    """Take the answer to whether to keep it. None when the message is something else: the answers wait.

    They also wait when somebody wants to stop here; only a plain no drops them.
    """
    after = state.after
    if after is None:
        return None
    words, lang, answer = context.tools.words, after.lang, context.tools.manners.whole(text)
    if answer != "no" and declined(text, context):
        return state, [words.say("after_keep_later", lang)]
    if answer not in ("yes", "no"):
        return None
    if answer == "no":
        state.after = None
        return state, [words.say("after_not_kept", lang)]
    found = outcome(after, context.book.dossier(after.account), context)
    context.book.apply(found.new, found.changes)
    state.after = None
    if not _has_more(state.interview, after):  # the conversation goes on about this customer
        dossier = context.book.dossier(after.account)
        fixed, ledger = state.interview.lang_fixed, context.tools.knowledge.ledger
        state.interview = loaded(dossier, lang, fixed, context.today, ledger)
    return state, [words.say("after_kept", lang, account=after.name)]


def _has_more(interview: Interview, after: AfterVisit) -> bool:
    """Say whether the interview is about another customer, or knows of this one what the book does not load."""
    if not interview.account:
        return False
    return interview.account != after.name or bool(interview.needs or interview.people or interview.next_steps)


def waiting(state: Conversation, context: Context) -> Pair | None:
    """Return the visit that has passed and was not asked about yet, the latest; None without one, or without a book."""
    if not book_there(context):
        return None
    try:
        pairs = passed(context.book, context.today, context.tools.knowledge.visiting.look_back)
    except BookError:
        return None  # no reason to disturb: whoever asks for something of the book is told
    return next((pair for pair in pairs if pair[1].id not in state.offered), None)


def waiting_line(state: Conversation, context: Context) -> str | None:
    """Return the sentence on a visit that has passed, for the greeting; None when there is nothing to say."""
    pair = waiting(state, context) if state.mode == INTERVIEW else None
    if pair is None:
        return None
    account, visit = pair
    return context.tools.words.say("after_waiting", state.lang, account=account.name, when=visit.starts[:10])


def offer(state: Conversation, context: Context) -> str | None:
    """Ask once how the visit that has passed went; looked for once a day. None when there is nothing to ask."""
    if state.looked == context.today.isoformat():
        return None
    state.looked = context.today.isoformat()
    pair = waiting(state, context)
    if pair is None:
        return None
    account, visit = pair
    state.offered = [*state.offered, visit.id][-_REMEMBERED:]
    if not context.ask_after_visits:  # the channel has said so when the conversation was opened
        return None
    state.asking, state.wish = OFFERED, {"do": AFTER, **option_of(account, pair)}
    return context.tools.words.say("after_offer", state.lang, account=account.name, when=visit.starts[:10])


def answer_offer(state: Conversation, text: str, context: Context) -> Said | None:
    """Begin the questions on a yes; a no leaves the visit as it is."""
    order, state.wish = state.wish, None
    answer = reply(text, context)
    if answer == "yes" and order:
        pair = visit_of(context.book, order["account"], order["visit"])
        return begin(state, order, context) if pair else None
    if answer == "no":
        return state, [context.tools.words.say("after_later", state.lang)]
    return None
