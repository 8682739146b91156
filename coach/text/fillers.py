"""Blank what a speaker says only to gain time: fillers, stutters, a word begun twice, notes of the transcriber."""

from __future__ import annotations

import re

_FILLER = r"(?:u[hm]+|erm?|ehm+|hmm+)"
_WASTE = re.compile(
    r"\[[^\[\]]{1,40}\]"  # [laughter], [unintelligible 00:01:02]
    rf"|(?<![\w-]){_FILLER}\b[,.…]*(?=\s+\w)"  # how, um, many; not a whole answer: "Hmm."
    r"|,\s*(?:you know|i mean|like|let's say)(?=,)"  # what, you know, do you do
    r"|,\s*(?:then|though)(?=\s*\?)"  # a question without its tail: what day is it, then?
    r"|\b([a-z]+(?:'[a-z]+)?(?: [a-z]+(?:'[a-z]+)?){0,2})\s?[-–—]+\s?(?=\1)",  # what-what, wh-what, do you- do you
    re.IGNORECASE | re.ASCII,
)


def blank_fillers(text: str) -> str:
    """Return `text` with spaces in place of fillers, so that places in it stay."""
    return _WASTE.sub(lambda found: " " * len(found.group()), text)
