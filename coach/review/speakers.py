"""Tell `Name: words` from words that only hold a colon, and give every line its speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from coach.review.times import TIME, seconds_of
from coach.review.utterance import Fault, Raw, Transcript, Utterance

_OPEN, _CLOSE = r"[\[(（【]?", r"[\])）】]?"
_NAME = r"(?P<name>[^\s:：<>\[\]，。！？!?;；\"“”][^:：<>\[\]，。！？!?;；\"“”]{0,39}?)"
_COLON = re.compile(rf"^{_NAME}(?:\s*{_OPEN}(?P<time>{TIME}){_CLOSE})?\s*[:：](?!//)\s*(?P<words>.*)$", re.DOTALL)
_HEADING = re.compile(rf"^{_NAME}\s*{_OPEN}(?P<time>{TIME}){_CLOSE}(?P<words>)$")  # "Li Wei 00:12", words below
_LETTER = re.compile(r"[^\W\d_]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SPEECH = frozenset("我你您他她它们的是了这那个有在就点题不要说问价都能想很第一二三")  # seldom in a name
_LONGEST_HAN, _MOST_WORDS = 4, 4
Split = tuple[str, str, float | None]  # name, words, start


def split(text: str) -> Split | None:
    """Return name, words and time of a line that may begin with a name, else None."""
    match = _HEADING.match(text) or _COLON.match(text)
    if not match or not _LETTER.search(match["name"]):
        return None
    name = " ".join(match["name"].split())
    if len(name.split()) > _MOST_WORDS:
        return None
    return name, match["words"].strip(), seconds_of(match["time"]) if match["time"] else None


def given_speakers(lines: Sequence[Raw], nobody: Iterable[str], *, every_line: bool) -> Transcript:
    """Return the transcript of `lines`.

    A name counts when it begins several lines, or looks like one. Lines without a name go on with what was said
    before. `nobody`: names that head a line which nobody said. `every_line`: a line with a time must have a name.
    """
    parts = [None if line.speaker else split(line.text) for line in lines]
    known = _known([part for part in parts if part], [line for line in lines if line.speaker], set(nobody))
    found = Transcript()
    heading: Raw | None = None
    for line, part in zip(lines, parts, strict=True):
        if part and part[0].casefold() in nobody and not found.utterances:
            continue
        if line.speaker or (part and part[0].casefold() in known):
            _close(heading, found)
            heading = _begin(line, part, known, found)
        elif line.timed and every_line:
            _close(heading, found)
            heading = None
            found.faults.append(Fault(line.line, "no_name", line.text[:60]))
        elif heading is not None:
            found.utterances.append(Utterance(heading.speaker or "", line.text, heading.start, heading.line))
            heading = None
        elif found.utterances:
            _go_on(found, line.text)
        else:
            found.faults.append(Fault(line.line, "before_first", line.text[:60]))
    _close(heading, found)
    found.faults.sort(key=lambda fault: fault.line)
    return found


def _known(parts: Sequence[Split], given: Sequence[Raw], nobody: set[str]) -> dict[str, str]:
    """Return the names that count, by their folded form."""
    counts = Counter(name.casefold() for name, _, _ in parts)
    known = {line.speaker.casefold(): line.speaker for line in given if line.speaker}
    few = len(parts) < _MOST_WORDS
    for name, words, start in parts:
        folded = name.casefold()
        if folded in nobody:
            continue
        if counts[folded] > 1 or (start is not None and words) or few or _looks_like_name(name):
            known.setdefault(folded, name)
    return known


def _looks_like_name(name: str) -> bool:
    if _HAN.search(name):
        return len(name) <= _LONGEST_HAN and not _SPEECH.intersection(name)
    return all(word[0].isupper() or word[0].isdigit() or word[0] == "(" for word in name.split())


def _begin(line: Raw, part: Split | None, known: dict[str, str], found: Transcript) -> Raw | None:
    """Add the utterance that begins here; return the line as a heading when its words are to follow."""
    name, words, start = part or (line.speaker or "", line.text, None)
    name = known.get(name.casefold(), name)
    start = line.start if start is None else start
    if words:
        found.utterances.append(Utterance(name, words, start, line.line))
        return None
    return Raw(line.line, "", start, name)


def _close(heading: Raw | None, found: Transcript) -> None:
    if heading is not None:
        found.faults.append(Fault(heading.line, "no_words", heading.speaker or ""))


def _go_on(found: Transcript, words: str) -> None:
    last = found.utterances[-1]
    space = " " if last.text[-1:].isascii() and words[:1].isascii() else ""
    found.utterances[-1] = Utterance(last.speaker, f"{last.text}{space}{words}", last.start, last.line)
