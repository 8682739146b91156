"""Tell Chinese, English and mixed text apart by counting."""

from __future__ import annotations

import re

_HAN = re.compile(r"[\u3400-\u9fff]")
SWITCH = 6  # tokens in the other language before the assistant follows it
_WORD = re.compile(r"[A-Za-z][A-Za-z']+")


def has_han(text: str) -> bool:
    """Say whether a Chinese character stands in `text`."""
    return _HAN.search(text) is not None


def language_of(text: str, default: str = "zh") -> str:
    """Return `zh` or `en`, the language that carries the sentence.

    A Han character weighs as much as half a word; product codes and acronyms (all capitals) do not count as
    English. Text with neither gives `default`.
    """
    han = len(_HAN.findall(text))
    words = sum(not word.isupper() for word in _WORD.findall(text))
    if han == 0 and words == 0:
        return default
    return "zh" if han >= words * 2 or (han >= 4 and han >= words) else "en"


def followed(text: str, lang: str, least: int = SWITCH) -> str:
    """Return the language to go on in: that of `text` when it has `least` words (Chinese characters) of it."""
    other = language_of(text, lang)
    words = len(_HAN.findall(text)) if other == "zh" else len(text.split())
    return other if words >= least else lang
