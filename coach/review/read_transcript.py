"""Read a transcript of any form: the ending of the file says which, else its first lines."""

from __future__ import annotations

from coach.knowledge.reviewing import Reviewing
from coach.review.read_cues import ARROW, read_cues
from coach.review.read_lines import read_lines
from coach.review.read_table import DELIMITERS, header_places, read_table
from coach.review.utterance import Transcript
from coach.text.normalize import whole_characters

FORMS = ("txt", "vtt", "srt", "csv")
_HEAD = 2000  # characters that show the form


def read_transcript(text: str, numbers: Reviewing, ending: str = "") -> Transcript:
    """Return the transcript in `text`. `ending` is that of the file's name, such as "vtt"; unknown ones are guessed."""
    text = whole_characters(text)
    form = {"tsv": "csv"}.get(ending, ending)
    form = form if form in FORMS and form != "txt" else form_of(text, numbers)
    nobody = [name.casefold() for name in numbers.names.none]
    if form == "csv":
        return read_table(text, numbers.columns)
    if form in ("vtt", "srt"):
        return read_cues(text, nobody, vtt=form == "vtt")
    return read_lines(text, nobody)


def form_of(text: str, numbers: Reviewing) -> str:
    """Return the form that the first lines show."""
    head = text.lstrip("\ufeff \n")[:_HEAD]
    if head.startswith("WEBVTT"):
        return "vtt"
    if ARROW in head:
        return "srt"
    first = head.split("\n", 1)[0]
    if any(header_places(first, delimiter, numbers.columns) for delimiter in DELIMITERS):
        return "csv"
    return "txt"
