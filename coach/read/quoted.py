"""The line that a request puts in quotes: "what if I asked “...” then?" is about what stands between them."""

from __future__ import annotations

import re

_QUOTED = re.compile(
    r"(?P<lead>[^“”\"「」『』«»]*?)"
    r"(?:(?<!\w)['‘](?P<single>.+)['’](?!\w)|[“”\"「『«](?P<double>.+)[“”\"」』»])"
    r"(?P<tail>[^“”\"「」『』«»]*)",
    re.DOTALL,
)
_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+")
_ENDED = re.compile(r"[?？!！。.…]\s*$")
_PARTICLE = re.compile(r"(?<=[?？!！。])\s*[\u3400-\u9fff][?？!！。]*$")
_LEAD, _TAIL, _WORD = 1, 8, 1  # tokens before and behind the quotes: behind a whole sentence, behind mere words
_QUOTE = re.compile(r"[“”\"]")
_MARKS = " ,，:：。."


def line_in(text: str) -> str:
    """Return the line that `text` puts in quotes, with what leads up to it and follows left out; else all of it.

    Quotes around a mere word ("what does “saving” mean to you?") stay.
    """
    text = text.strip(" ,，:：")
    quoted = _QUOTED.fullmatch(text)
    if quoted and _frames(quoted["lead"], quoted["tail"], line := quoted["single"] or quoted["double"]):
        return line.strip()
    if text.count("”") == 1 and "“" not in text and len(_TOKEN.findall(text.partition("”")[2])) <= _WORD:
        text = text.partition("”")[0]
    text = _PARTICLE.sub("", text).strip(_MARKS)
    return text if len(_QUOTE.findall(text)) > 1 else text.strip(_MARKS + '“”"')


def _frames(lead: str, tail: str, line: str) -> bool:
    """Say whether what stands around the quotes is no part of the line."""
    introduced = lead.rstrip().endswith((":", "：")) or len(_TOKEN.findall(lead)) <= _LEAD
    return introduced and len(_TOKEN.findall(tail)) <= (_TAIL if _ENDED.search(line) else _WORD)
