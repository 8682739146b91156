"""Hand out all that is kept on an account, or forget it for good; the second only after a yes."""

from __future__ import annotations

from coach.accounts.errors import BookError
from coach.accounts.records import Account
from coach.accounts.say import trouble
from coach.context import Context
from coach.conversation.opening import fitting_accounts, listed
from coach.conversation.state import Conversation, from_json
from coach.interview.account import account_name
from coach.privacy.export import export
from coach.privacy.forget import forgetting
from coach.privacy.say import gone_listed, outcome_lines
from coach.privacy.states import without_account
from coach.privacy.stored import stored_conversations
from coach.privacy.tables_out import write_export
from coach.read.requests import Request
from coach.result.save import stem_of

Said = tuple[Conversation, list[str]]
FORGET = "forget"  # waits for a yes


def _meant(state: Conversation, request: Request, context: Context) -> Account | str:
    """Return the account that is named, else the interview's; or what to say instead. Raises BookError."""
    words, lang = context.tools.words, state.lang
    name = (account_name(request.rest, context.tools.manners) if request.rest else None) or state.interview.account
    if not name:
        return words.say("brief_no_account", lang)
    fitting = fitting_accounts(name, context)
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        return words.say("account_which", lang, accounts=listed(fitting, lang, context))
    return words.say("book_not_found", lang, name=name)


def export_account(state: Conversation, request: Request, _text: str, context: Context) -> Said:
    """Write everything on the account as JSON and CSV into one file."""
    words, lang = context.tools.words, state.lang
    try:
        account = _meant(state, request, context)
        if isinstance(account, str):
            return state, [account]
        value = export(context.book, account.id, home=context.home, conversations=stored_conversations(context.home))
        path = context.results / f"{stem_of(account.name)}-{context.today.isoformat()}-export.zip"
        write_export(value, path)
    except BookError as error:
        return state, [trouble(error, lang, words)]
    except OSError as error:
        return state, [words.say("save_failed", lang, path=context.results, reason=error.strerror or str(error))]
    return state, [words.say("export_written", lang, path=path)]


def forget_account(state: Conversation, request: Request, _text: str, context: Context) -> Said:
    """Say what would go, and ask."""
    words, lang = context.tools.words, state.lang
    try:
        account = _meant(state, request, context)
        if isinstance(account, str):
            return state, [account]
        conversations = stored_conversations(context.home)
        planned = forgetting(context.book, context.home, account.name, None, context.tools, conversations)
        what = gone_listed(planned.look(), lang, context.tools)
    except BookError as error:
        return state, [trouble(error, lang, words)]
    state.asking = f"{FORGET}:{account.id}"
    return state, [words.say("forget_ask_chat", lang, name=account.name, what=what)]


def forget_agreed(state: Conversation, account: str, context: Context) -> Said:
    """Delete it everywhere, in this conversation too."""
    words, lang = context.tools.words, state.lang
    try:
        name = context.book.dossier(account).account.name
        conversations = stored_conversations(context.home)
        planned = forgetting(context.book, context.home, name, None, context.tools, conversations)
        outcome = planned.carry_out()
    except BookError as error:
        return state, [trouble(error, lang, words)]
    done, left = outcome_lines(outcome, lang, context.tools)
    if outcome.done:
        state = from_json(without_account(state.to_json(), planned.mentions))
    return state, ["\n".join([*done, *left])]
