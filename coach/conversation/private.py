"""Hand out all that is kept on an account, or forget it for good; the second only after a yes."""

from __future__ import annotations

from coach.accounts.records import Account
from coach.context import Context
from coach.conversation.opening import fitting_accounts, listed
from coach.conversation.state import Conversation, Said, from_json
from coach.handing import EXPORT, KEPT, SENT, TOLD, address, handed
from coach.interview.account import account_name
from coach.privacy.export import export
from coach.privacy.forget import Forgetting, forgetting
from coach.privacy.say import gone_listed, outcome_lines
from coach.privacy.states import without_account
from coach.privacy.stored import stored_conversations
from coach.privacy.tables_out import write_export
from coach.progress.private import make_private
from coach.read.requests import Request
from coach.result.save import stem_of

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
    return words.say("nothing_kept", lang, name=name)


def export_account(state: Conversation, request: Request, _text: str, context: Context) -> Said:
    """Hand out everything on the account as CSV in one file."""
    words, lang = context.tools.words, state.lang
    account = _meant(state, request, context)
    if isinstance(account, str):
        return state, [account]
    if context.files == TOLD:
        return state, [words.say("export_not_here", lang, account=account.name)]
    if context.files != KEPT:
        return _handed_out(state, account, context)
    path = context.results / f"{stem_of(account.name)}-{context.today.isoformat()}-export.zip"
    try:
        value = export(context.book, account.id, home=context.home, conversations=stored_conversations(context.home))
        make_private(path.parent)
        write_export(value, path)
    except OSError as error:
        return state, [words.say("save_failed", lang, path=context.results, reason=error.strerror or str(error))]
    return state, [words.say("export_written", lang, path=path)]


def _handed_out(state: Conversation, account: Account, context: Context) -> Said:
    words, lang, file = context.tools.words, state.lang, handed(EXPORT, "zip", account.id)
    state.files = [file]
    if context.files == SENT:
        return state, [words.say("export_sent", lang, account=account.name)]
    link = address(file, context.files, lang)
    return state, [words.say("export_linked", lang, account=account.name, address=link)]


def forget_account(state: Conversation, request: Request, _text: str, context: Context) -> Said:
    """Say what would go, and ask."""
    words, lang = context.tools.words, state.lang
    account = _meant(state, request, context)
    if isinstance(account, str):
        return state, [account]
    what = gone_listed(_forgetting(account.name, context).look(), lang, context.tools)
    state.asking = f"{FORGET}:{account.id}"
    return state, [words.say("forget_ask_chat", lang, name=account.name, what=what)]


def _forgetting(account: str, context: Context) -> Forgetting:
    """Return what forgetting the whole account means. Raises BookError."""
    conversations = stored_conversations(context.home)
    return forgetting(context.book, context.home, account, None, context.tools, conversations)


def forget_agreed(state: Conversation, account: str, context: Context) -> Said:
    """Delete it everywhere, in this conversation too."""
    planned = _forgetting(context.book.dossier(account).account.name, context)
    outcome = planned.carry_out()
    done, left = outcome_lines(outcome, state.lang, context.tools)
    if outcome.done:
        state = from_json(without_account(state.to_json(), planned.mentions))
    return state, ["\n".join([*done, *left])]
