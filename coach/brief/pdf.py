"""The brief as PDF, one A4 page, with the bundled fonts."""

from __future__ import annotations

import logging
from datetime import datetime, timezone
from pathlib import Path

from coach.brief.brief import Brief, Line

_FONTS = Path(__file__).resolve().parent.parent / "fonts"
_FAMILY = "sc"
_MARGIN, _INDENT = 14, 4  # millimetres
_SIZES = (10.0, 9.0, 8.0, 7.0)  # points: the largest with which all is on one page


def pdf(brief: Brief) -> bytes:
    """Return the page; the same brief always gives the same bytes."""
    for size in _SIZES:
        document = _drawn(brief, size)
        if document.pages_count == 1:
            break
    return bytes(document.output())


def _drawn(brief: Brief, size: float):  # type: ignore[no-untyped-def]
    from fpdf import FPDF  # loaded here: the chat starts without it

    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it tells of each table that it cuts down
    document = FPDF(format="A4")
    document.set_creation_date(datetime(2000, 1, 1, tzinfo=timezone.utc))  # a day of printing would differ each time
    document.set_title(brief.title)
    document.set_lang(brief.lang)
    document.set_margin(_MARGIN)
    document.set_auto_page_break(True, margin=_MARGIN)
    for style, weight in (("", "Regular"), ("B", "Bold")):
        document.add_font(_FAMILY, style, _FONTS / f"NotoSansSC-{weight}.ttf")
    document.add_page()
    _text(document, brief.title, size + 5, "B")
    for section in brief.sections:
        document.ln(size * 0.18)
        document.set_text_color(89)
        _text(document, section.title, size, "B")
        document.set_text_color(0)
        for line in section.lines:
            _item(document, line, brief.colon, size)
    return document


def _text(document, text: str, size: float, style: str) -> None:  # type: ignore[no-untyped-def]
    document.set_font(_FAMILY, style, size)
    document.multi_cell(0, size * 0.48, " ".join(text.split()), new_x="LMARGIN", new_y="NEXT")


def _item(document, line: Line, colon: str, size: float) -> None:  # type: ignore[no-untyped-def]
    """Write a line of a list: a bullet, the lead in bold, the text beside it."""
    height, left = size * 0.48, document.l_margin
    document.set_font(_FAMILY, "", size)
    document.cell(_INDENT, height, "•")
    document.set_left_margin(left + _INDENT)  # where the next lines of it begin
    if lead := " ".join(line.lead.split()):
        document.set_font(_FAMILY, "B", size)
        document.write(height, lead)
        document.set_font(_FAMILY, "", size)
    document.write(height, (colon if line.lead and line.text else "") + " ".join(line.text.split()))
    document.set_left_margin(left)
    document.ln(height)
