"""Fold width, script and case, one character for one, so that offsets stay those of the original."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from opencc import OpenCC

_PUNCTUATION = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "「": '"',
        "」": '"',
        "『": '"',
        "』": '"',
        "，": ",",
        "。": "。",
        "！": "!",
        "？": "?",
        "：": ":",
        "；": ";",
        "（": "(",
        "）": ")",
        "–": "-",
        "—": "-",
        "…": "…",
        "\u00a0": " ",
        "\u3000": " ",
        "\t": " ",
        "\r": " ",
        "\u200b": " ",
        "\ufeff": " ",
    }
)


# "lookin'" is "looking"; where quotes are open, the sign may close one: 'again'
_DROPPED_G = re.compile(r"(?<=[a-z]{2}in)'(?![\w'])")
_OPENS = re.compile(r"(?<![\w'])'(?!(?:em|til|cause|bout|round|cos|tis|twas|n)\b)\w")
_SHORT = 100  # characters
_MET = 20_000  # characters whose folded form is kept


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("t2s")


class _Folding(dict[int, str]):
    """The character that stands for each, found when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = _fold(_PUNCTUATION.get(code, char))
        if len(self) < _MET:
            self[code] = folded
        return folded


_FOLDED = _Folding()


def _fold(char: str) -> str:
    """Return the one character that stands for `char` when matching."""
    if "\ud800" <= char <= "\udfff":  # half a character, as broken JSON brings it: spaCy cannot take it
        return "\ufffd"
    wide = unicodedata.normalize("NFKC", char) if "\uff00" <= char <= "\uffef" else char
    lower = wide.lower() if len(wide) == 1 else char
    folded = lower if len(lower) == 1 else char
    if "\u3400" <= folded <= "\u9fff":
        simple = _converter().convert(folded)
        return simple if len(simple) == 1 else folded
    return folded


def normalize(text: str) -> str:
    """Return `text` lower-cased, half-width and in simplified characters.

    The result has the same length: character i of the result stands for character i of the input,
    so a span found in the result can be quoted from the input.
    """
    return _fold_short(text) if len(text) <= _SHORT else _folded(text)


@lru_cache(maxsize=5_000)
def _fold_short(text: str) -> str:
    """Names and quotes are compared at every turn, so their folded forms are kept."""
    return _folded(text)


def _folded(text: str) -> str:
    folded = text.translate(_FOLDED).replace("甚么", "什么")
    return folded if "in'" not in folded or _OPENS.search(folded) else _DROPPED_G.sub("g", folded)


def whole_characters(text: str) -> str:
    """Return `text` with halves of characters (lone surrogates) replaced, so that it can be stored and printed."""
    return text.encode("utf-8", errors="replace").decode("utf-8")
