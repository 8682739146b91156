"""Forget a person for good, in this conversation and in the account book; only after a yes."""

from __future__ import annotations

import re
from dataclasses import replace

from coach.accounts.from_interview import fact, known_contact
from coach.accounts.records import Account, Contact, Dossier
from coach.after_visit.step import asked
from coach.context import Context
from coach.conversation.keeping import account_of
from coach.conversation.private import FORGET, forget_account
from coach.conversation.state import AFTER_VISIT, Conversation, Said, from_json
from coach.interview.known import find_people
from coach.interview.people import candidates, shown_name
from coach.interview.state import Interview, Person
from coach.interview.step import put_question
from coach.people.mention import Mention
from coach.privacy.forget import Forgetting, forgetting
from coach.privacy.forget_told import Told, told_of
from coach.privacy.say import gone_listed, outcome_lines
from coach.privacy.states import without_person
from coach.privacy.stored import stored_conversations
from coach.read.requests import Request
from coach.text.blanked import blanked

PERSON = f"{FORGET}:person"  # waits for a yes; behind it the ids in the interview and in the book
FORGOTTEN = "forgotten"  # somebody was forgotten just now: "back" would bring back nothing of it
_SAYS = "说"  # by whom something is said is a person: 老邱 alone may be anything
_OWNS = re.compile(r"['’]s?\b|['’]")  # Anna's


def forget_person(state: Conversation, text: str, context: Context) -> Said | None:
    """Say what would go of the person whom `text` wants to be forgotten, and ask; None when it wants nothing such."""
    if not context.tools.manners.holds("forgets", text):
        return None
    there = _book(state, context)
    known = _everybody(_heard(state), there)
    mentions = [one for one in find_people(known, text, context) if one.person]
    rest = _beside(text, mentions, context)
    if rest and not mentions:
        if (said := _account(state, text, rest, context)) is not None:
            return said
        mentions = [one for one in find_people(known, f"{rest}{_SAYS}", context) if one.name == rest]
    elif rest:
        return None
    return _asked_back(state, known, mentions, there, context)


def _asked_back(
    state: Conversation, known: Interview, mentions: list[Mention], there: Dossier | None, context: Context
) -> Said | None:
    words, lang, same = context.tools.words, state.lang, context.tools.same
    meant = {person.id: person for one in mentions for person in candidates(known, one, same)}
    if not meant:
        if not mentions:
            return None
        names = words.listing([shown_name(one, words, lang) for one in known.people], lang)
        people = names or words.say("nobody", lang)
        return state, [words.say("forget_unknown", lang, name=mentions[0].name, people=people)]
    if len(meant) > 1:
        names = words.listing([shown_name(one, words, lang) for one in meant.values()], lang)
        return state, [words.say("forget_which", lang, people=names)]
    [person] = meant.values()
    here, contact = _heard(state).person(person.id), _contact(person, known, there)
    owned = there is not None and there.account.owner == context.user
    if here is None and not owned and there is not None:
        return state, [words.say("forget_refused", lang, name=person.name, account=there.account.name)]
    state.asking = f"{PERSON}:{here.id if here else ''}:{contact.id if contact else ''}"
    lines = [words.say("forget_person_ask", lang, name=shown_name(person, words, lang))]
    if here:
        what = gone_listed(_told(state, here, contact, there, context).gone, lang, context.tools)
        lines.append(words.say("forget_here", lang, what=what))
    if there and contact:
        if owned:
            what = gone_listed(_planned(there.account, contact.id, context).look(), lang, context.tools)
            lines.append(words.say("forget_in_book", lang, account=there.account.name, what=what))
        else:
            lines.append(words.say("forget_refused", lang, name=contact.name, account=there.account.name))
    return state, ["\n".join([*lines, words.say("forget_sure", lang)])]


def person_agreed(state: Conversation, asking: str, context: Context) -> Said:
    """Delete the person in the book, as far as the user may, and in this conversation. Raises BookError."""
    here_id, contact_id = asking.removeprefix(f"{PERSON}:").split(":")
    there, words, lang = _book(state, context), context.tools.words, state.lang
    here, contact = _heard(state).person(here_id), there.contact(contact_id) if there else None
    told = _told(state, here, contact, there, context) if here or contact else None
    done: list[str] = []
    left: list[str] = []
    if there and contact and there.account.owner == context.user:
        outcome = _planned(there.account, contact.id, context).carry_out()
        done, left = outcome_lines(outcome, lang, context.tools)
        if not outcome.done:
            return state, ["\n".join([*done, *left])]
    elif told:
        left = [words.say("forget_left", lang, path=path, reason=reason) for path, reason in told.clear_around()]
    if told:
        state = from_json(without_person(state.to_json(), told.mentions, frozenset({contact_id})))
        here_done = words.say("forget_done_here", lang, what=gone_listed(told.gone, lang, context.tools))
        done = [here_done, *done] if here else done
    state = replace(state, asking=FORGOTTEN, forgot=True)
    lines = [*done, *left] or [words.say("forget_not", lang)]  # somebody else deleted it meanwhile
    return state, ["\n".join(lines), *_next(state, context)]


def still_forgotten(state: Conversation, text: str, context: Context) -> Said | None:
    """Say to a "back" behind the deletion that it brings nothing back; None to anything else."""
    if context.tools.reader.command(text).label != "back":
        return None
    return state, [context.tools.words.say("forget_stays", state.lang), *_next(state, context)]


def _next(state: Conversation, context: Context) -> list[str]:
    """Return the question that is open now."""
    if state.mode == AFTER_VISIT and state.after is not None:
        return asked(state.after, context)
    interview = state.interview
    return [] if interview.paused or interview.asking else put_question(interview, context)


def _heard(state: Conversation) -> Interview:
    return state.after.interview if state.mode == AFTER_VISIT and state.after is not None else state.interview


def _book(state: Conversation, context: Context) -> Dossier | None:
    """Return what the book holds of the account at hand. Raises BookError."""
    if state.mode == AFTER_VISIT and state.after is not None:
        return context.book.dossier(state.after.account)
    return account_of(state.interview, context) if state.interview.account else None


def _everybody(heard: Interview, there: Dossier | None) -> Interview:
    """Return the interview with the contacts of the book whom it does not know."""
    known = heard.copy()
    taken = {contact.id for person in heard.people if (contact := _contact(person, heard, there))}
    for contact in there.contacts if there else ():
        if contact.id not in taken:
            names = [contact.name, *contact.other_names]
            known.people.append(Person(contact.id, names, 0, contact.title or None))
    return known


def _contact(person: Person, heard: Interview, there: Dossier | None) -> Contact | None:
    """Return the contact of the book that the person is: their own record, that of an earlier save, else by name."""
    if there is None:
        return None
    kept = heard.kept.get(fact("contact", person.id))
    return there.contact(person.id) or known_contact(person, kept, there.contacts)


def _beside(text: str, mentions: list[Mention], context: Context) -> str:
    """Return what `text` says beside the names and the wish that they be forgotten."""
    manners = context.tools.manners
    spans = [span for name in ("forgets", "forgets_beside", "fillers") for span in manners.places(name, text)]
    for one in mentions:
        owns = _OWNS.match(text, one.end)
        spans.append((one.start, owns.end() if owns else one.end))
    return re.sub(r"^\W+|\W+$", "", blanked(text, spans))


def _account(state: Conversation, text: str, rest: str, context: Context) -> Said | None:
    """Take a wish that names an account of the book as one to forget it: 把光明照明的记录删掉."""
    if not rest or rest not in text or context.book.named(rest) is None:
        return None
    return forget_account(state, Request("forget_account", rest), text, context)


def _planned(account: Account, contact: str, context: Context) -> Forgetting:
    conversations = stored_conversations(context.home)
    return forgetting(context.book, context.home, account.id, contact, context.tools, conversations)


def _told(
    state: Conversation, here: Person | None, contact: Contact | None, there: Dossier | None, context: Context
) -> Told:
    """Return what this conversation holds of the person."""
    heard = _heard(state)
    also = (contact.name, *contact.other_names) if contact else ()
    others = [name for person in heard.people if person is not here for name in person.names]
    for one in there.contacts if there else ():
        others += [one.name, *one.other_names] if one is not contact else []
    return told_of(heard, here, also, others, context)
