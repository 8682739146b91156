"""Before a visit: note when it is, and show or write the brief."""

from __future__ import annotations

import re
from datetime import datetime, time, timezone

from coach.accounts.book import AccountBook
from coach.accounts.from_interview import dossier_of, record_id
from coach.accounts.records import Account, Dossier, Visit
from coach.brief.brief import Brief, brief, next_visit
from coach.brief.markdown import markdown
from coach.brief.write import FORMS, written
from coach.context import Context
from coach.conversation.known import with_news
from coach.conversation.opening import fitting_accounts, listed
from coach.conversation.state import Conversation
from coach.interview.account import account_name
from coach.progress.private import make_private, write_private
from coach.read.requests import Request
from coach.result.save import stem_of
from coach.text.dates import find_date
from coach.text.normalize import normalize
from coach.text.times import find_time

Said = tuple[Conversation, list[str]]
_SHORT = 16  # characters: a wish to plan a visit whose day is to be asked for
# also what it cannot be written as: that is said then
_FORM = re.compile(r"(?<![a-z])(pdf|html|markdown|md|ics|docx?|word|pptx?|xlsx?|png|txt)(?![a-z])")
_ENDING = {"markdown": ".md"}


def show_brief(state: Conversation, request: Request, text: str, context: Context) -> Said:
    """Show the brief on the account that is named, else on the interview's; write it when a form is named."""
    lang = state.lang
    form = _FORM.search(normalize(text))
    name = _FORM.sub("", request.rest).strip(" ，,。.为成as存") if request.rest else ""
    dossier = _dossier(state, account_name(name, context.tools.manners) if name else None, context)
    if isinstance(dossier, str):
        return state, [dossier]
    visit = next_visit(dossier, context.today)
    page = brief(dossier, visit, context.today, lang, context.tools)
    if form is None:
        return state, [markdown(page)]
    return state, [_written(page, _ENDING.get(form.group(1), f".{form.group(1)}"), dossier, visit, context)]


def _dossier(state: Conversation, name: str | None, context: Context) -> Dossier | str:
    """Return what is known of the account: the book, and what this conversation adds; or what to say instead."""
    words, lang = context.tools.words, state.lang
    interview = state.interview
    wanted = name or interview.account
    if not wanted:
        return words.say("brief_no_account", lang)
    fitting = fitting_accounts(wanted, context)
    if len(fitting) > 1:
        return words.say("account_which", lang, accounts=listed(fitting, lang, context))
    there = context.book.dossier(fitting[0].id) if fitting else None
    if interview.account and _same(there.account.name if there else wanted, interview.account, whole=there is not None):
        return with_news(there, state, context) if there else dossier_of(interview, context.today)
    return there or words.say("book_not_found", lang, name=wanted)


def _same(name: str, other: str, *, whole: bool) -> bool:
    """Say whether `name` is, or (not `whole`) is part of, the `other` name."""
    return name == other if whole else normalize(name) in normalize(other)


def _written(page: Brief, form: str, dossier: Dossier, visit: Visit | None, context: Context) -> str:
    """Write the brief under the user's results; say where it lies, or what is wrong."""
    words, lang = context.tools.words, page.lang
    path = context.results / f"{stem_of(page.account)}-{context.today.isoformat()}-brief{form}"
    if form not in FORMS:
        return words.say("brief_no_form", lang)
    stamp = datetime.combine(context.today, time(), timezone.utc)
    try:
        make_private(path.parent)
        write_private(path, written(page, form, dossier, visit, stamp, context.tools))
    except ValueError:
        return words.say("brief_no_visit_chat", lang, account=page.account)
    except OSError as error:
        return words.say("save_failed", lang, path=path, reason=error.strerror or str(error))
    return words.say("brief_written", lang, path=path)


def is_report(request: Request, text: str, context: Context) -> bool:
    """Say whether words of a visit only tell of one: a longer message that names no day."""
    return request.id == "visit" and len(text) > _SHORT and find_date(normalize(text), context.today) is None


def plan_visit(state: Conversation, request: Request, text: str, context: Context) -> Said:
    """Note a visit at the time that is named, with the account that is named, else the interview's."""
    words, lang = context.tools.words, state.lang
    clean = normalize(text)
    day = find_date(clean, context.today)
    if day is None:
        return state, [words.say("visit_when", lang)]
    if day < context.today:
        return state, [words.say("visit_past", lang, date=day.isoformat())]
    book = context.book
    account = _account_in(text, state, book, context)
    if account is None:
        return state, [words.say("visit_whose", lang)]
    starts = f"{day.isoformat()}T{find_time(clean) or '09:00'}"
    key = record_id("visit", context.user, account.id, starts)
    book.save(Visit(starts, id=key, account=account.id, quote=text.strip()))
    return state, [words.say("visit_noted", lang, account=account.name, when=starts.replace("T", " "))]


def _account_in(text: str, state: Conversation, book: AccountBook, context: Context) -> Account | None:
    """Return the account whose name stands in `text`, the longest; else that of the interview, if it is in the book."""
    clean = normalize(text)
    named = [account for account in book.accounts() if normalize(account.name) in clean]
    if named:
        return max(named, key=lambda account: len(account.name))
    return book.named(state.interview.account) if state.interview.account else None
