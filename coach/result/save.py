"""Keep a result page as a Markdown file under the user's own folder."""

from __future__ import annotations

import os
import re

from coach.context import Context
from coach.interview.state import Interview
from coach.result.page import page

_UNSAFE = re.compile(r"[^\w\u3400-\u9fff-]+")


def save_page(state: Interview, context: Context) -> str:
    """Write the page and return what to say: where it lies, or why it could not be written.

    The file is named after the account and the day; an older page of the same name is kept beside it.
    """
    words, lang = context.tools.words, state.lang
    if not any(answer["text"] for answer in state.answers):
        return words.say("nothing_to_save", lang)
    name = _UNSAFE.sub("-", state.account or "customer").strip("-")[:40] or "customer"
    text = page(state, context.tools) + "\n"
    number = 1
    while True:
        suffix = "" if number == 1 else f"-{number}"
        path = context.results / f"{name}-{context.today.isoformat()}{suffix}.md"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
            os.chmod(path, 0o600)  # notes on people are personal data
            return words.say("saved", lang, path=path)
        except FileExistsError:
            number += 1
        except OSError as error:
            return words.say("save_failed", lang, path=path, reason=error.strerror or str(error))
