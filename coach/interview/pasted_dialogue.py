"""A few lines of a talk pasted into an answer, "Maria: ... / Me: ...": what we said ourselves tells of nobody."""

from __future__ import annotations

import re

_LINE = re.compile(r"\s*(?:\[[\d:]+\]\s*)?(?P<name>[^\s:：,，。!?！？][^:：,，。!?！？]{0,24}?)\s*(?:：|:(?!//))\s*\S")
_OWN = re.compile(r"(?:me|i|myself|us|we|sales|seller|rep|我们?|我方|本人|销售|咱们?)", re.IGNORECASE)
_FEWEST = 2  # lines


def is_dialogue(text: str) -> bool:
    """Say whether every line has a speaker, of whom one is the user, or one speaks again: no list of headings."""
    lines = [line for line in text.splitlines() if line.strip()]
    names = [match["name"].casefold() for line in lines if (match := _LINE.match(line))]
    if len(lines) < _FEWEST or len(names) < len(lines):
        return False
    return len({*names}) < len(names) or any(_OWN.fullmatch(name) for name in names)


def without_own_lines(text: str) -> str:
    """Return a dialogue without what the user said in it; any other text as it is."""
    if not is_dialogue(text):
        return text
    lines = [line for line in text.splitlines() if line.strip()]
    return "\n".join(line for line in lines if not ((match := _LINE.match(line)) and _OWN.fullmatch(match["name"])))
