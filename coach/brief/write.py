"""Write a brief in the form that a file's name asks for."""

from __future__ import annotations

from datetime import datetime

from coach.accounts.records import Dossier, Visit
from coach.brief.brief import Brief
from coach.brief.html import html
from coach.brief.invitation import invitation
from coach.brief.markdown import markdown
from coach.brief.pdf import pdf
from coach.context import Tools
from coach.stances.influence_map import influence_map

FORMS = (".md", ".html", ".pdf", ".ics")


def written(brief: Brief, form: str, dossier: Dossier, visit: Visit | None, asof: datetime, tools: Tools) -> bytes:
    """Return the brief as the bytes of a file with the ending `form`.

    Raises KeyError on any other form, and ValueError on .ics without a visit.
    """
    if form == ".ics":
        if visit is None:
            raise ValueError("no visit")
        return invitation(visit, brief, asof, tools.knowledge.visiting)
    if form == ".pdf":
        return pdf(brief)
    if form == ".html":
        picture = [influence_map(dossier, asof.date(), brief.lang, tools)] if dossier.contacts else []
        return html(brief, picture).encode("utf-8")
    if form != ".md":
        raise KeyError(form)
    return markdown(brief).encode("utf-8")
