"""Files that a turn hands out: kept in a folder of this computer, named, so that the channel hands them over itself, or
told as text where it can hand over nothing else.

What is named is made when it is fetched or sent (coach/view/handed.py): no file lies on a server's disk meanwhile.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from coach.anonymous import mark_of

# how files reach whoever speaks: KEPT in the folder of results, SENT by the channel into the conversation, TOLD in the
# answer's words, or, where the channel gives the address that links begin with, fetched by whoever presses the link
KEPT, SENT, TOLD = "kept", "sent", "told"
LINKED = "/api/chat/files/"  # that address where the channel is the page
PAGE, BRIEF, EXPORT, MAP, MATRIX = "page", "brief", "export", "map", "matrix"
Json = dict[str, Any]


def handed(what: str, form: str, of: str) -> Json:
    """Name a file as plain JSON, without a word of anybody. `of`: an account's id, or what `of_name` gives."""
    return {"what": what, "form": form, "of": of}


def of_name(name: str | None) -> str:
    """Return what stands for a customer that is not in the account book, or has no name yet."""
    return mark_of(name or "")


def address(file: Json, base: str, lang: str) -> str:
    """Return the link to a file; `base` is the address that links begin with."""
    return f"{base}{file['what']}.{file['form']}?{urlencode({'of': file['of'], 'lang': lang})}"
