"""A transcript pasted into the conversation: told from an ordinary message, and reviewed at once."""

from __future__ import annotations

from collections import Counter
from datetime import date

from coach.context import Tools
from coach.review.ear import Ear
from coach.review.page import review_page
from coach.review.problems import guess_words, sides_words
from coach.review.read_cues import ARROW
from coach.review.read_transcript import read_transcript
from coach.review.result import review
from coach.review.sides import SidesError, sides_of
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
    return review_text(text, tools, today, lang)


def review_text(text: str, tools: Tools, today: date, lang: str, ending: str = "") -> str:
    """Return the page for a transcript of any length, or what to do. `ending`: of the file's name, such as "vtt"."""
    words = tools.words
    transcript = read_transcript(text, tools.knowledge.reviewing, ending)
    if not transcript.utterances:
        return words.say("transcript_empty", lang)
    ear = Ear(tools)
    try:
        sides = sides_of(transcript.utterances, tools, ear)
    except SidesError as error:
        return sides_words(error, tools, lang, chat=True)
    result = review(transcript.utterances, sides, tools, today, lang, ear)
    page = review_page(result, tools, lang, short=len(result["turns"]) > _SHORT)
    faults = [str(fault.line) for fault in transcript.faults]
    notes = [guess_words(sides, tools, lang, chat=True)]
    if faults:
        numbers = words.listing(faults[:_LISTED], lang) + ("…" if len(faults) > _LISTED else "")
        notes.append(words.say("review_problems", lang, count=len(faults), numbers=numbers))
    return "\n\n".join([*(note for note in notes if note), page])
