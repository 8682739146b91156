"""Hand out a result page as a Markdown file: under the user's own folder, or by the channel."""

from __future__ import annotations

import os
import re
from pathlib import Path

from coach.context import Context
from coach.handing import KEPT, PAGE, SENT, TOLD, Json, address, handed, of_name
from coach.interview.state import Interview
from coach.result.page import page

_MANY = 1000  # pages of one customer on one day
_UNSAFE = re.compile(r"[^\w\u3400-\u9fff-]+")


def save_page(state: Interview, context: Context) -> str:
    """Write the page and return what to say: where it lies, or why it could not be written.

    Where the channel hands it out, or the page is told in the answer, nothing is written. The file is named after the
    account and the day; an older page of the same name is kept beside it.
    """
    words, lang = context.tools.words, state.lang
    if not has_page(state):
        return words.say("nothing_to_save", lang)
    if context.files == TOLD:
        return f"{words.say('text_only', lang)}\n\n{page(state, context.tools)}"
    if context.files != KEPT:
        return _handed_out(state, context)
    path = context.results / page_name(state, context)
    try:
        path = _write_beside(path, page_text(state, context))
    except OSError as error:
        return words.say("save_failed", lang, path=path, reason=error.strerror or str(error))
    return words.say("saved", lang, path=path)


def has_page(state: Interview) -> bool:
    """Say whether anything was answered that a page could tell."""
    return any(answer["text"] for answer in state.answers)


def page_name(state: Interview, context: Context) -> str:
    """Return what the file of today's page is called."""
    return f"{stem_of(state.account or '')}-{context.today.isoformat()}.md"


def page_text(state: Interview, context: Context) -> str:
    """Return the page as it stands in its file."""
    return page(state, context.tools) + "\n"


def page_file(state: Interview) -> Json:
    """Name the page of this interview as a file."""
    return handed(PAGE, "md", of_name(state.account))


def _handed_out(state: Interview, context: Context) -> str:
    words, lang = context.tools.words, state.lang
    state.handed = state.turn
    if context.files == SENT:
        return words.say("page_sent", lang)
    return words.say("page_linked", lang, address=address(page_file(state), context.files, lang))


def stem_of(account: str) -> str:
    """Return what the names of the pages on this account begin with; a day follows."""
    return _UNSAFE.sub("-", account).strip("-")[:40] or "customer"


def _write_beside(path: Path, text: str) -> Path:
    """Write `text` to `path`, or under the next free number beside it. Raises OSError when that cannot be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for number in range(1, _MANY):
        free = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
        try:
            with free.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            continue
        os.chmod(free, 0o600)  # notes on people are personal data
        return free
    raise OSError(f"there are {_MANY} files of that name")
