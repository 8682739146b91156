"""A transcript pasted into the conversation: told from an ordinary message, and reviewed at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from coach.context import Tools
from coach.review.file import Json, NoTranscriptError, review_text
from coach.review.page import review_page
from coach.review.read_cues import ARROW
from coach.review.speakers import split

MAX_PASTED = 100_000  # characters
_HEAD = 200  # lines that are looked at
_FEWEST = 4  # lines with a name
_SHORT = 40  # turns up to which every line is shown
_LISTED = 10


def looks_like_transcript(text: str) -> bool:
    """Say whether `text` is a conversation of two people or more: names before most lines, and each comes again."""
    lines = [line for line in text.splitlines() if line.strip()][:_HEAD]
    if text.lstrip("\ufeff \n").startswith("WEBVTT") or sum(ARROW in line for line in lines) > 1:
        return True
    named = [part[0].casefold() for line in lines if (part := split(_bare(line))) is not None]
    again = [name for name, count in Counter(named).items() if count > 1]
    spoken = sum(name in again for name in named)
    return len(again) > 1 and spoken >= max(_FEWEST, len(lines) // 2)


def _bare(line: str) -> str:
    """Return a line without the time and the signs of a list before it."""
    return line.strip(" \t\u3000-*•>#").lstrip("[(（【0123456789:：.,])）】 ")


def review_pasted(text: str, tools: Tools, today: date, lang: str) -> str:
    """Return the page for a pasted transcript, or what to do when it cannot be reviewed."""
    words = tools.words
    if len(text) > MAX_PASTED:
        return words.say("review_too_long", lang, length=f"{len(text):,}", limit=f"{MAX_PASTED:,}")
    try:
        return page_in_chat(review_text(text, "", tools, today, lang), tools, lang)
    except NoTranscriptError as error:
        return error.said


def page_in_chat(result: Json, tools: Tools, lang: str) -> str:
    """Return the page of a review by coach/review/file.py, with what is to be said before it."""
    notes = [result["guess_words"], _lines_left_out(result["problems"], tools, lang)]
    page = review_page(result, tools, lang, short=len(result["turns"]) > _SHORT)
    return "\n\n".join([*(note for note in notes if note), page])


def _lines_left_out(problems: Sequence[Json], tools: Tools, lang: str) -> str:
    if not problems:
        return ""
    numbers = tools.words.listing([str(one["line"]) for one in problems[:_LISTED]], lang)
    more = "…" if len(problems) > _LISTED else ""
    return tools.words.say("review_problems", lang, count=len(problems), numbers=numbers + more)
