"""Keep what was learned in the account book, once the user agrees; rehearsals too."""

from __future__ import annotations

from dataclasses import replace

from coach.accounts.errors import BookError, SameNameError
from coach.accounts.from_interview import Proposal, propose, record_id
from coach.accounts.records import REHEARSAL as FROM_REHEARSAL
from coach.accounts.records import Contact, Dossier, NeedNote, NextStep, Observation, Rehearsed
from coach.context import Context
from coach.conversation.state import Conversation, Said
from coach.interview.answers import asked_for_name
from coach.interview.state import Interview
from coach.read.requests import Request

KEEP, KEEP_REHEARSAL = "keep", "keep_rehearsal"  # what the assistant waits for a yes to


def keep(state: Conversation, _request: Request, _text: str, context: Context) -> Said:
    """Show what would be kept, and ask."""
    words, lang = context.tools.words, state.lang
    if not state.interview.account:
        return replace(state, interview=asked_for_name(state.interview, context)), [words.say("keep_no_account", lang)]
    proposal = proposal_of(state.interview, context)
    if not proposal:
        return state, [words.say("keep_nothing", lang, account=proposal.account.name)]
    state.asking = KEEP
    return state, [question(proposal, lang, context)]


def offer(state: Conversation, context: Context) -> str | None:
    """Return the question whether to keep what is new, and wait for its answer; None when there is nothing to keep.

    A book that cannot be used is no reason to disturb: whoever asks to keep something is told.
    """
    if not state.interview.account:
        return None
    try:
        proposal = proposal_of(state.interview, context)
    except BookError:
        return None
    if not proposal or len(proposal.new) == 1 and proposal.account.version == 0:
        return None  # a mere name
    if set(_marks(proposal)) <= set(state.turned_down):
        return None  # asked before, and nothing came since
    state.asking = KEEP
    return question(proposal, state.lang, context)


def turned_down(state: Conversation, context: Context) -> Conversation:
    """Remember what the user does not want to be kept, so that it is not offered again. Raises BookError."""
    return replace(state, turned_down=_marks(proposal_of(state.interview, context)))


def _marks(proposal: Proposal) -> list[str]:
    """Return a mark of each new record and each change."""
    changes = (f"{record.id} {field} {values[field]}" for record, values in proposal.changes for field in values)
    return [*(record.id for record in proposal.new), *changes]


def proposal_of(interview: Interview, context: Context) -> Proposal:
    """Return what the interview holds that the book does not. Raises BookError."""
    return propose(interview, context.user, account_of(interview, context), context.today)


def account_of(interview: Interview, context: Context) -> Dossier | None:
    """Return what the book holds of the interview's account; None when there is none. Raises BookError."""
    book = context.book
    account = book.named(interview.account or "")
    return book.dossier(account.id) if account else None


def question(proposal: Proposal, lang: str, context: Context) -> str:
    """Ask whether to keep the proposal: how much there is of what, and each value that would replace another."""
    words = context.tools.words
    name, new = proposal.account.name, proposal.account.version == 0
    lines = [words.say("keep_ask_new" if new else "keep_ask", lang, account=name)]
    lines += [words.say("keep_part", lang, part=part) for part in parts_of(proposal, lang, context)]
    for contact, values in proposal.changes:
        if isinstance(contact, Contact) and contact.title and "title" in values:
            lines.append(
                words.say("keep_replaces", lang, name=contact.name, before=contact.title, after=values["title"])
            )
    return "\n".join(lines)


def parts_of(proposal: Proposal, lang: str, context: Context) -> list[str]:
    """Return in words how many records of each kind would be kept."""
    words = context.tools.words
    names = [contact.name for contact in proposal.of(Contact)]
    steps = [step.text for step in proposal.of(NextStep)]
    parts = [words.say("keep_people", lang, names=words.listing(names, lang))] if names else []
    if changed := [contact.name for contact, _ in proposal.changes if isinstance(contact, Contact)]:
        parts.append(words.say("keep_changed", lang, names=words.listing(changed, lang)))
    if needs := proposal.of(NeedNote):
        parts.append(words.say("keep_needs", lang, count=len(needs)))
    if signs := proposal.of(Observation):
        parts.append(words.say("keep_signs", lang, count=len(signs)))
    steps_taken = [values["step"] for _, values in proposal.changes if "step" in values]
    parts += [words.say("keep_procurement_step", lang, number=number) for number in steps_taken]
    return parts + [words.say("keep_step", lang, text=text) for text in steps]


def agreed(state: Conversation, context: Context) -> Said:
    """Keep it. What came since the question was put is kept with it."""
    words, lang = context.tools.words, state.lang
    try:
        proposal = proposal_of(state.interview, context)
        context.book.apply(proposal.new, proposal.changes)
    except SameNameError as error:
        return state, [words.say("keep_two_named", lang, name=error.values["name"])]
    state.interview = state.interview.copy()
    state.interview.kept = proposal.kept
    return state, [words.say("keep_done", lang, account=proposal.account.name)]


def offer_rehearsal(state: Conversation, scenario: str, score: int, passed: bool, context: Context) -> str | None:
    """Return the question whether to note the rehearsal with the interview's account; None without one in the book."""
    if not state.interview.account:
        return None
    try:
        account = context.book.named(state.interview.account)
    except BookError:
        return None
    if account is None:
        return None
    state.asking = f"{KEEP_REHEARSAL}:{scenario}:{score}:{int(passed)}"
    return context.tools.words.say("keep_rehearsal_ask", state.lang, account=account.name)


def rehearsal_agreed(state: Conversation, asked: str, context: Context) -> Said:
    """Note the rehearsal with the account."""
    words, lang = context.tools.words, state.lang
    _, scenario, score, passed = asked.split(":")
    day = context.today.isoformat()
    book = context.book
    account = book.named(state.interview.account or "")
    if account is None:
        return state, [words.say("book_not_found", lang, name=state.interview.account or "")]
    key = record_id(context.user, account.id, day, scenario, score)
    book.save(Rehearsed(scenario, day, int(score), passed == "1", id=key, account=account.id, source=FROM_REHEARSAL))
    return state, [words.say("keep_done", lang, account=account.name)]
