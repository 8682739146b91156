"""A file that a turn named, made when it is fetched or sent."""

from __future__ import annotations

from coach.accounts.errors import NotFoundError
from coach.accounts.records import Dossier
from coach.context import Context
from coach.conversation.known import known_dossier, with_news
from coach.conversation.state import Conversation
from coach.handing import BRIEF, EXPORT, MAP, MATRIX, PAGE, Json, of_name
from coach.pictures.png import WIDTH, png
from coach.result.save import has_page, page_name, page_text, stem_of
from coach.stances.table import stance_table
from coach.view.files import PICTURES, File, brief_of, export_file


def handed_file(file: Json, state: Conversation, lang: str, context: Context) -> File:
    """Return the file that `file` names (coach/handing.py).

    Raises NotFoundError when there is no such file or the conversation is about another customer by now, and
    other kinds of BookError; NoVisitError for an invitation without a visit.
    """
    what, form, of = str(file.get("what")), str(file.get("form")), str(file.get("of"))
    if what == PAGE and form == "md":
        return _page(state, of, context)
    if what == EXPORT and form == "zip":
        return export_file(of, form, lang, context)
    if what == BRIEF:
        return brief_of(_meant(of, state, context), form, lang, context)
    if what in (MAP, MATRIX) and form == "png":
        there = _meant(of, state, context)
        svg = PICTURES[what](there, context.today, lang, context.tools)
        alt = stance_table(there, context.today, lang, context.tools)
        return File(f"{stem_of(there.account.name)}-{what}.png", "png", png(svg, WIDTH), alt)
    raise NotFoundError(name=what)


def _page(state: Conversation, of: str, context: Context) -> File:
    interview = state.interview
    if of != of_name(interview.account) or not has_page(interview):
        raise NotFoundError(name=PAGE)
    return File(page_name(interview, context), "md", page_text(interview, context).encode())


def _meant(of: str, state: Conversation, context: Context) -> Dossier:
    """Return the account with what this conversation says of it since. Raises BookError."""
    interview = state.interview
    if of == of_name(interview.account):
        return known_dossier(state, context)
    there = context.book.dossier(of)
    return with_news(there, state, context) if there.account.name == interview.account else there
