"""Before a visit: show or write the brief."""

from __future__ import annotations

import re
from datetime import datetime, time, timezone

from coach.accounts.from_interview import dossier_of
from coach.accounts.records import Dossier, Visit
from coach.brief.brief import Brief, brief, next_visit
from coach.brief.markdown import markdown
from coach.brief.write import FORMS, written
from coach.context import Context
from coach.conversation.known import with_news
from coach.conversation.opening import fitting_accounts, listed, offer_to_begin
from coach.conversation.other_customer import is_firm, turned
from coach.conversation.state import Conversation, Said
from coach.handing import BRIEF, KEPT, SENT, TOLD, Json, address, handed, of_name
from coach.interview.account import account_name
from coach.interview.known import find_people
from coach.progress.private import make_private, write_private
from coach.read.requests import Request
from coach.result.save import stem_of
from coach.text.normalize import normalize

# also what it cannot be written as: that is said then
_FORM = re.compile(r"(?<![a-z])(pdf|html|markdown|md|ics|docx?|word|pptx?|xlsx?|png|txt)(?![a-z])", re.IGNORECASE)
# the account that stands before the wish: 给鑫达准备简报, 鑫达的简报, "I'm seeing BrightHome, brief me"
_BEFORE = re.compile(
    r"(?:[给为替把](?!我)|(?:要|去|会)见)([^,，。的]{2,20}?)(?=的|那家|这家|准备|做|出|写|弄|整|了|[,，。]|$)"
    r"|(?:[出做写看要]?(?:一份)?)([^,，。的给我把]{2,20}?)(?:那家|这家)?的[^,，。]{0,4}(?:简报|一页纸)"
    r"|\b(?:seeing|meeting|visiting) (.+?)(?= (?:today|tomorrow|next|on|at|in)\b|,|$)"
    r"|((?-i:[A-Z])[\w&.\-]*(?: (?-i:[A-Z])[\w&.\-]*)*)['’]s? (?:visit )?(?:brief|one-pager)",
    re.IGNORECASE,
)
_BRIEF = re.compile(r"brief|one-pager|简报|一页纸", re.IGNORECASE)  # the page is wanted, not a talk
_FRAME = re.compile(
    r"^[\s，,。.]*(?:存?[为成存]|给我|看看|as\b)*|(?:存?[为成存]|给我|看看|\bas\b)*[\s，,。.]*$", re.IGNORECASE
)
_AFTER = re.compile(r"\s+(?:before|ahead of|for|by) (?:my|the|our|tomorrow|today|next)\b.*$", re.IGNORECASE)
_ENDING = {"markdown": ".md"}


def show_brief(state: Conversation, request: Request, text: str, context: Context) -> Said:
    """Show the brief on the account that is named, else on the interview's; write it when a form is named."""
    lang = state.lang
    form = _FORM.search(normalize(text))
    name = _named(state, request, text, context)
    dossier = _dossier(state, name, context)
    if dossier is None:
        return _unknown(state, name or "", text, context)
    if isinstance(dossier, str):
        return state, [dossier]
    visit = next_visit(dossier, context.today)
    ending = _ENDING.get(form.group(1), f".{form.group(1)}") if form else ""
    if form and context.files != KEPT:
        return _handed_out(state, ending, dossier, visit, context)  # made when the channel fetches it
    page = brief(dossier, visit, context.today, lang, context.tools)
    return state, [_written(page, ending, dossier, visit, context) if form else markdown(page)]


def _unknown(state: Conversation, name: str, text: str, context: Context) -> Said:
    """Begin the interview on a customer of whom nothing is known, where a visit is to be prepared and none is at hand.

    Else ask whether to begin with it.
    """
    if state.interview.account or name not in text or _BRIEF.search(text):
        return offer_to_begin(state, name, context)
    state, said = turned(state, text[text.find(name) :], context)
    return state, [context.tools.words.say("begin_new", state.lang, name=name), *said]


def _named(state: Conversation, request: Request, text: str, context: Context) -> str | None:
    """Return the account that the wish names, behind it or before it; None when it names none, or a person."""
    rest = _FRAME.sub("", _AFTER.sub("", _FORM.sub("", request.rest).strip()))
    if rest:
        name = account_name(rest, context.tools.manners)
        person = any(name == one.name for one in find_people(state.interview, text, context))
        return None if person and not fitting_accounts(name, context) else name
    found = _BEFORE.search(text)
    name = next(filter(None, found.groups())).strip() if found else None
    if name and (fitting_accounts(name, context) or is_firm(name, text, state.interview, context)):
        return name
    return None  # 要见王总 names a person


def names_form(text: str) -> bool:
    """Say whether a form of file is named in `text`: then the brief is asked for as a file."""
    return _FORM.search(normalize(text)) is not None


def account_key(dossier: Dossier) -> str:
    """Return what stands for the account of `dossier` in the name of a file."""
    there = dossier.account
    return there.id if there.version else of_name(there.name)


def _dossier(state: Conversation, name: str | None, context: Context) -> Dossier | str | None:
    """Return what is known of the account: the book, and what this conversation adds; or what to say instead.

    None when nothing is known of it.
    """
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
    return there


def _same(name: str, other: str, *, whole: bool) -> bool:
    """Say whether `name` is, or (not `whole`) is part of, the `other` name."""
    return name == other if whole else normalize(name) in normalize(other)


def _handed_out(state: Conversation, form: str, dossier: Dossier, visit: Visit | None, context: Context) -> Said:
    """Name the brief as a file for the channel, or tell it in words, or say why there is none in this form."""
    words, lang, account = context.tools.words, state.lang, dossier.account.name
    if form == ".ics" and visit is None:
        return state, [words.say("brief_no_visit_chat", lang, account=account)]
    if context.files == TOLD:
        page = brief(dossier, visit, context.today, lang, context.tools)
        return state, [words.say("text_only", lang), markdown(page)]
    if form not in FORMS:
        return state, [words.say("brief_no_form", lang)]
    file: Json = handed(BRIEF, form[1:], account_key(dossier))
    state.files, shown = [file], words.say(f"form_{form[1:]}", lang)
    if context.files == SENT:
        return state, [words.say("brief_sent", lang, account=account, form=shown)]
    link = address(file, context.files, lang)
    return state, [words.say("brief_linked", lang, account=account, form=shown, address=link)]


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
