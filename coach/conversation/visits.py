"""Visits in the chat: planned, moved, cancelled, listed; what is ambiguous or missing is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from coach.accounts.records import Account
from coach.context import Context
from coach.conversation.customer_meant import NEW, customer_meant
from coach.conversation.held import HELD, not_taken, one_thing_first
from coach.conversation.keeping import proposal_of
from coach.conversation.pick import picked
from coach.conversation.state import Conversation, Said
from coach.interview.declined import reply
from coach.interview.labelled_name import stated_customer
from coach.read.requests import Request
from coach.text.dates import find_date
from coach.text.normalize import normalize
from coach.visits.plan import Pair, cancel, coming, move, plan, shown_start, visit_of
from coach.visits.wish import NINE, When, Wish, moved, read_wish

Json = dict[str, Any]
VISIT = "visit"  # what the assistant waits for: "visit:which", "visit:new", "visit:when"
WHICH, NEW_ACCOUNT, WHEN = f"{VISIT}:which", f"{VISIT}:new", f"{VISIT}:when"
PLAN, MOVE, CANCEL = "plan", "move", "cancel"
_SHORT = 16  # characters: a wish to plan a visit whose day is to be asked for
MOST_LISTED = 10


def is_report(request: Request, text: str, context: Context) -> bool:
    """Say whether words of a visit only tell of one: a longer message that names no day."""
    return request.id == "visit" and len(text) > _SHORT and find_date(normalize(text), context.today) is None


def plan_visit(state: Conversation, _request: Request, text: str, context: Context) -> Said:
    """Note a visit at the time that is named, with the account that is named, else the interview's."""
    words, lang = context.tools.words, state.lang
    wish = read_wish(text, context.today, context.tools)
    if wish.target.day is None:
        return state, [words.say("visit_when", lang)]
    if wish.target.day < context.today:
        return state, [words.say("visit_past", lang, date=wish.target.day.isoformat())]
    order = {"do": PLAN, "starts": _starts(wish.target), "quote": text.strip()}
    meant = customer_meant(state, wish, text, context)
    if not meant.accounts and not meant.name:
        return state, [words.say("visit_whose", lang)]
    if meant.kind == NEW:
        state.wish = {**order, "name": meant.name}
        state.asking = NEW_ACCOUNT
        asked = words.say("visit_new_account", lang, name=meant.name)
        if meant.name != state.interview.account:
            return state, [asked]
        said, day = order["quote"], wish.target.day.isoformat()
        state.interview = replace(state.interview)  # as it was before stays as it was
        state.interview.note_step(said, day)  # kept, whatever is answered
        return state, [words.say("next_step_dated", lang, text=said, date=day), asked]
    return choose(state, order, [option_of(account) for account in meant.accounts], context)


def missing_day(text: str, lang: str, context: Context) -> str | None:
    """Return the question for the day when `text`, what stands behind a command, names none that there is."""
    wish = read_wish(text, context.today, context.tools)
    return context.tools.words.say("visit_when", lang) if wish.target.day is None else None


def move_visit(state: Conversation, _request: Request, text: str, context: Context) -> Said:
    """Move the visit that is meant to the day and time that are named; what is not named stays."""
    wish = read_wish(text, context.today, context.tools)
    pairs = _pairs(state, wish, text, wish.source, context)
    return _for_one(state, {"do": MOVE, **_target(wish)}, pairs, text, context)


def cancel_visit(state: Conversation, _request: Request, text: str, context: Context) -> Said:
    """Call off the visit that is meant."""
    wish = read_wish(text, context.today, context.tools)
    day = wish.target or wish.source
    return _for_one(state, {"do": CANCEL}, _pairs(state, wish, text, day, context), text, context)


def list_visits(state: Conversation, _request: Request, _text: str, context: Context) -> Said:
    """List the visits that are planned."""
    words, lang = context.tools.words, state.lang
    pairs = coming(context.book, context.today)
    if not pairs:
        return state, [words.say("visits_none", lang)]
    lines = [words.say("visits_head", lang, count=len(pairs))]
    lines += [words.say("visits_line", lang, visit=label(pair, context.zone)) for pair in pairs[:MOST_LISTED]]
    if len(pairs) > MOST_LISTED:
        lines.append(words.say("visits_more", lang, count=len(pairs) - MOST_LISTED))
    return state, ["\n".join(lines)]


def label(pair: Pair, zone: str = "") -> str:
    """Return a visit as it is shown in a list; its time zone only where it is not `zone`, the user's."""
    account, visit = pair
    return " ".join(filter(None, (shown_start(visit, zone), account.name, visit.place)))


def option_of(account: Account, pair: Pair | None = None, zone: str = "") -> Json:
    """Return what can be chosen: an account, or a visit of it; plain JSON, to be kept while it is asked which."""
    option = {"account": account.id, "name": account.name, "label": label(pair, zone) if pair else account.name}
    return {**option, "visit": pair[1].id, "starts": pair[1].starts} if pair else option


def _pairs(state: Conversation, wish: Wish, text: str, day: When, context: Context) -> list[Pair]:
    """Return the coming visits that are meant: of the customer that is named or at hand, on the day that is named."""
    pairs = coming(context.book, context.today)
    meant = customer_meant(state, wish, text, context)
    ids = {account.id for account in meant.accounts}
    of_these = [pair for pair in pairs if pair[0].id in ids]
    named = bool(wish.name) and (meant.kind == NEW or meant.named)
    pairs = of_these if of_these or named or wish.same else pairs
    if day.day:
        pairs = [pair for pair in pairs if pair[1].starts[:10] == day.day.isoformat()]
    if day.time and len(pairs) > 1:
        pairs = [pair for pair in pairs if pair[1].starts[11:16] == day.time] or pairs
    return pairs


def _for_one(state: Conversation, order: Json, pairs: list[Pair], text: str, context: Context) -> Said:
    words, lang = context.tools.words, state.lang
    if not pairs:
        planned = coming(context.book, context.today)[:MOST_LISTED]
        if not planned:
            return state, [words.say("visits_none", lang)]
        return state, [
            words.say(
                "visit_no_such", lang, visits=words.listing([label(pair, context.zone) for pair in planned], lang)
            )
        ]
    return choose(
        state, {**order, "quote": text.strip()}, [option_of(pair[0], pair, context.zone) for pair in pairs], context
    )


def choose(state: Conversation, order: Json, options: list[Json], context: Context) -> Said:
    """Carry the order out with the only option, else ask which is meant."""
    if len(options) == 1:
        return carry_out(state, {**order, **options[0]}, context)
    words, lang = context.tools.words, state.lang
    state.wish = {"order": order, "options": options[:MOST_LISTED]}
    state.asking = WHICH
    shown = "\n".join(f"{number}. {option['label']}" for number, option in enumerate(options[:MOST_LISTED], 1))
    return state, [words.say("visit_which", lang, visits=shown)]


def carry_out(state: Conversation, order: Json, context: Context) -> Said:
    """Do what `order` says with the account or visit that it names."""
    from coach.conversation.after_visit import AFTER, begin

    if order["do"] == AFTER:
        return begin(state, order, context)
    if order["do"] == PLAN:
        return _plan(state, order, context)
    words, lang = context.tools.words, state.lang
    pair = visit_of(context.book, order["account"], order["visit"])
    if pair is None:
        return state, [words.say("visits_none", lang)]
    account, visit = pair
    if order["do"] == CANCEL:
        cancel(context.book, visit)
        return state, [words.say("visit_cancelled", lang, account=account.name, when=shown_start(visit, context.zone))]
    starts = moved(visit.starts, _wish_in(order))
    if starts is None:
        state.asking, state.wish = WHEN, order
        return state, [words.say("visit_move_when", lang, visit=label(pair, context.zone))]
    if starts[:10] < context.today.isoformat():
        state.asking, state.wish = WHEN, order
        return state, [words.say("visit_past", lang, date=starts[:10])]
    before = shown_start(visit, context.zone)
    after = move(context.book, visit, starts)
    return state, [
        words.say("visit_moved", lang, account=account.name, before=before, when=shown_start(after, context.zone))
    ]


def _plan(state: Conversation, order: Json, context: Context) -> Said:
    visit = plan(context.book, order["account"], order["starts"], zone=context.zone, quote=order["quote"])
    said = context.tools.words.say(
        "visit_noted", state.lang, account=order["name"], when=shown_start(visit, context.zone)
    )
    return state, [said]


def answer_visit(state: Conversation, asked: str, text: str, context: Context) -> Said | None:
    """Take the answer to what was asked about a visit. None when the message is something else."""
    kept, state.wish = state.wish or {}, None
    tools, lang = context.tools, state.lang
    answer = reply(text, context)
    if answer == "no":
        return state, [_left(asked, kept, lang, context), *not_taken(kept, lang, context)]
    if asked != WHICH and tools.requests.read(text) is not None:
        return None
    if asked == NEW_ACCOUNT:
        return _open_new(state, kept, context) if answer == "yes" else _held(state, kept, text, context)
    if tools.reader.command(text).label != "content" or not kept:
        return None
    if asked == WHEN:
        return _answer_when(state, kept, text, context)
    option = picked(text, kept["options"], context.today)
    if option is not None:
        return carry_out(state, {**kept["order"], **option}, context)
    if tools.requests.read(text) is not None or len(text) > 40:
        return None
    state.asking, state.wish = WHICH, kept
    return state, [tools.words.say("visit_which_again", lang, name=text.strip(), count=len(kept["options"]))]


def _left(asked: str, order: Json, lang: str, context: Context) -> str:
    """Say what a no to the question leaves as it is."""
    words = context.tools.words
    if asked == NEW_ACCOUNT:
        return words.say("visit_not_opened", lang, name=order.get("name", ""))
    return words.say("visit_left", lang)


def _answer_when(state: Conversation, order: Json, text: str, context: Context) -> Said | None:
    wish = read_wish(text, context.today, context.tools)
    if not wish.target and wish.shift is None:
        return None
    return carry_out(state, {**order, **_target(wish)}, context)


def _open_new(state: Conversation, order: Json, context: Context) -> Said:
    """Open the account, with what the interview brought when it is about this very customer, and go on."""
    interview = state.interview
    if interview.account and normalize(interview.account) == normalize(order["name"]):
        proposal = proposal_of(interview, context)
        context.book.apply(proposal.new, proposal.changes)
        state.interview = interview.copy()
        state.interview.kept = proposal.kept
        account = proposal.account
    else:
        account = context.book.save(Account(order["name"]))[0]  # type: ignore[assignment]
    opened = context.tools.words.say("visit_account_opened", state.lang, account=account.name)
    state, said = carry_out(state, {**order, **option_of(account)}, context)
    return state, [opened, *said]


def _held(state: Conversation, order: Json, text: str, context: Context) -> Said | None:
    """Hold what was told of the visit instead of an answer, and ask again; None where it is of the one at hand."""
    account = state.interview.account
    if not order.get("quote") or not account or normalize(account) == normalize(order["name"]):
        return None
    if context.tools.reader.command(text).label != "content" or stated_customer(text, context.tools.manners):
        return None  # who says which the customer is has turned to that one
    held = [*order.get(HELD, []), text.strip()]
    state.asking, state.wish = NEW_ACCOUNT, {**order, "quote": f"{order['quote']} {text.strip()}", HELD: held}
    question = context.tools.words.say("hold_new", state.lang, name=order["name"])
    return state, [one_thing_first(question, state.lang, context)]


def _starts(when: When) -> str:
    assert when.day is not None
    return f"{when.day.isoformat()}T{when.time or NINE}"


def _target(wish: Wish) -> Json:
    """Return the target of a move as plain JSON."""
    return {
        "day": wish.target.day.isoformat() if wish.target.day else None,
        "time": wish.target.time,
        "shift": wish.shift.total_seconds() if wish.shift else None,
    }


def _wish_in(order: Json) -> Wish:
    day = date.fromisoformat(order["day"]) if order.get("day") else None
    shift = timedelta(seconds=order["shift"]) if order.get("shift") else None
    return Wish("", False, When(day, order.get("time")), When(), shift)
