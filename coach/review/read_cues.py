"""Read subtitles (WebVTT and SubRip): cues with times, speakers as `<v Name>` or `Name: words`.

Own and small: the libraries for these formats (webvtt-py, srt) do not say on which line a cue stands.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from coach.review.speakers import given_speakers
from coach.review.times import TIME, seconds_of
from coach.review.utterance import Fault, Raw, Transcript

ARROW = "-->"
_TIMING = re.compile(rf"^(?P<start>{TIME})\s+-->\s+{TIME}(?:\s.*)?$")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+(?P<name>[^>]+)>")
_TAG = re.compile(r"<[^>]*>")
_BESIDE = ("NOTE", "STYLE", "REGION")  # blocks of WebVTT that hold no words
Lines = list[tuple[int, str]]


def read_cues(text: str, nobody: Iterable[str], *, vtt: bool) -> Transcript:
    """Return the transcript in subtitles; `vtt` ones must begin with WEBVTT."""
    blocks = list(_blocks(text))
    faults: list[Fault] = []
    if vtt and blocks and blocks[0][0][1].startswith("WEBVTT"):
        blocks = blocks[1:] if not any(ARROW in line for _, line in blocks[0]) else [blocks[0][1:], *blocks[1:]]
    elif vtt:
        faults.append(Fault(1, "no_webvtt"))
    raws = [raw for block in blocks if not _is_beside(block, vtt) for raw in _cue(block, faults)]
    if raws and not any(raw.speaker for raw in raws) and not any(re.search(r"[:：]", raw.text) for raw in raws):
        faults.append(Fault(raws[0].line, "no_speakers"))
        raws = []
    found = given_speakers(raws, nobody, every_line=False)
    found.faults = sorted([*faults, *found.faults], key=lambda fault: fault.line)
    return found


def _blocks(text: str) -> Iterator[Lines]:
    block: Lines = []
    for number, line in enumerate([*text.lstrip("\ufeff").splitlines(), ""], 1):
        if line.strip():
            block.append((number, line.strip()))
        elif block:
            yield block
            block = []


def _is_beside(block: Lines, vtt: bool) -> bool:
    return vtt and block[0][1].split()[0] in _BESIDE


def _cue(block: Lines, faults: list[Fault]) -> Iterator[Raw]:
    """Yield the lines of one cue; without a time line it is named as a fault and left out."""
    at = next((i for i, (_, line) in enumerate(block[:2]) if ARROW in line), None)
    if at is None:
        faults.append(Fault(block[0][0], "no_timing", block[0][1][:60]))
        return
    timing = _TIMING.match(block[at][1])
    if not timing:
        faults.append(Fault(block[at][0], "bad_timing", block[at][1][:60]))
    start = seconds_of(timing["start"]) if timing else None
    if at + 1 == len(block):
        faults.append(Fault(block[at][0], "no_words", block[at][1][:60]))
    for number, line in block[at + 1 :]:
        yield from _voices(number, line, start)


def _voices(number: int, line: str, start: float | None) -> Iterator[Raw]:
    """Yield what each voice says in a line."""
    marks = list(_VOICE.finditer(line))
    edges = [*(mark.start() for mark in marks), len(line)]
    if lead := _plain(line[: edges[0]]):
        yield Raw(number, lead, start)
    for mark, end in zip(marks, edges[1:], strict=True):
        if words := _plain(line[mark.end() : end]):
            yield Raw(number, words, start, html.unescape(mark["name"]).strip())


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", text)).strip()
