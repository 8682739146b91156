"""The brief as one HTML page that needs nothing from outside, fit to print and for a phone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from coach.brief.brief import Brief

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?")
_PAGE = Path(__file__).parent / "page.html"


def html(brief: Brief, pictures: Sequence[str] = ()) -> str:
    """Return the page, with `pictures` (SVG of our own making) below it. All text is escaped."""
    from jinja2 import Environment  # loaded here: the chat starts without it
    from markupsafe import Markup, escape

    def whole_days(text: str) -> Markup:
        """Keep a day on one line: browsers break 2026-12-01 at its strokes."""
        return Markup(_DAY.sub(r'<span class="day">\g<0></span>', str(escape(text))))

    pages = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    pages.filters["whole_days"] = whole_days
    page = pages.from_string(_PAGE.read_text(encoding="utf-8"))
    return page.render(brief=brief, lang=brief.lang, pictures=[Markup(picture) for picture in pictures])
