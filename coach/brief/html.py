"""The brief as one HTML page that needs nothing from outside, fit to print and for a phone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coach.brief.brief import Brief

_PAGE = Path(__file__).parent / "page.html"


def html(brief: Brief, pictures: Sequence[str] = ()) -> str:
    """Return the page, with `pictures` (SVG of our own making) below it. All text is escaped."""
    from jinja2 import Environment  # loaded here: the chat starts without it
    from markupsafe import Markup

    page = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
        _PAGE.read_text(encoding="utf-8")
    )
    return page.render(brief=brief, lang=brief.lang, pictures=[Markup(picture) for picture in pictures])
