"""Review a transcript: what it is, who speaks, and the judgement; or why there is none."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from coach.context import Tools
from coach.knowledge.words import Words
from coach.review.ear import Ear
from coach.review.listen import Progress
from coach.review.problems import fault_words, guess_words, sides_words
from coach.review.read_transcript import FORMS, read_transcript
from coach.review.result import review
from coach.review.sides import SidesError, sides_of
from coach.text.decode import text_of

Json = dict[str, Any]
ENDINGS = (*FORMS, "tsv", "md", "log", "")  # of a file that may hold a transcript as text
LARGEST = 5 * 1024 * 1024  # bytes: a day of talk


class NoTranscriptError(ValueError):
    """There is nothing to judge. `kind`: wrong_kind, no_text, empty, nobody, sides; `said` is why, in words.

    `problems` are the lines that could not be read, as far as it came to reading.
    """

    def __init__(self, kind: str, said: str, problems: Sequence[Json] = ()) -> None:
        super().__init__(kind)
        self.kind, self.said, self.problems = kind, said, list(problems)


def ending_of(name: str) -> str:
    """Return what stands behind the last dot of a file's name, in lower case; "" without one."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def refuse_kind(name: str, words: Words, lang: str) -> None:
    """Raise NoTranscriptError when the name is that of a file without text."""
    if ending_of(name) not in ENDINGS:
        raise NoTranscriptError("wrong_kind", words.say("review_wrong_kind", lang, ending=ending_of(name)[:20]))


def readable(raw: bytes, name: str, words: Words, lang: str) -> str:
    """Return the text of the file. Raises NoTranscriptError when there is none."""
    refuse_kind(name, words, lang)
    text = text_of(raw)
    if text is None:
        raise NoTranscriptError("no_text", words.say("review_no_text", lang))
    if not text.strip():
        raise NoTranscriptError("empty", words.say("review_empty", lang))
    return text


def review_file(raw: bytes, name: str, tools: Tools, day: date, lang: str, progress: Progress | None = None) -> Json:
    """Return the review of a file, whose name tells its form by its ending. Raises NoTranscriptError."""
    return review_text(readable(raw, name, tools.words, lang), ending_of(name), tools, day, lang, progress)


def review_text(
    text: str, ending: str, tools: Tools, day: date, lang: str, progress: Progress | None = None,
    *, sellers: Collection[str] = (), customers: Collection[str] = (), chat: bool = True,
) -> Json:  # fmt: skip
    """Return the review of a transcript as `coach review --json` does, with `problems` and `guess_words`.

    `ending`: of the file's name, such as "vtt"; `lang` is that of the messages, which name options of the command
    line unless `chat`. `guess_words` says who was taken for the seller, None when that was told. Raises
    NoTranscriptError.
    """
    transcript = read_transcript(text, tools.knowledge.reviewing, ending)
    problems = [{"line": fault.line, "message": fault_words(fault, tools, lang)} for fault in transcript.faults]
    if not transcript.utterances:
        said = tools.words.say("transcript_empty", lang)
        if chat and problems:
            first = problems[0]
            said = tools.words.say("review_nobody", lang, line=first["line"], message=first["message"])
        raise NoTranscriptError("nobody", said, problems)
    ear = Ear(tools)
    try:
        sides = sides_of(transcript.utterances, tools, ear, sellers, customers)
    except SidesError as error:
        raise NoTranscriptError("sides", sides_words(error, tools, lang, chat=chat), problems) from None
    result = review(transcript.utterances, sides, tools, day, lang, ear, progress)
    return {**result, "problems": problems, "guess_words": guess_words(sides, tools, lang, chat=chat) or None}
