"""The scenario that is nearest to a word that names none: "warehouse" is the forwarder's, 仓库 too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.context import Tools
from coach.knowledge.scenario import Scenario
from coach.knowledge.schema import LANGUAGES
from coach.text.normalize import normalize

_WORD = re.compile(r"[a-z]{4,}")
_HAN = re.compile(r"[\u3400-\u9fff]{2,}")
_MOST_WORDS, _MOST_HAN = 4, 8  # longer words tell of something else
_AROUND = re.compile(  # beside what is named, and in the texts of many
    r"\b(?:with|that|this|the|one|call|visit|buyer|customer|client|from|about|please|again|some|somebody|someone|person"
    r"|case|scenario|conversation|talk|guy|lady|woman|another)\b|[那这]个|一下|一场|一次|客户|买家|那家|场景|情景|的|吧|练"
)

_EVERYDAY = re.compile(
    r"\b(?:there|here|what|which|none|nothing|exists?|have|does|doesn)\b|没有|不存在|随便|什么"
)  # tell of nothing
_SMALL = re.compile(  # how it is to go on, and how hard
    r"\b(?:now|then|where|we|i|left|off|stopped|it|my|our|us|me|you|a|an|to|on|for|in|of|more|time|once|easy|normal|hard"
    r"|rehearsal|rehearse|last|same|old|go|let|it|up|too|first|next|new)\b|继续|接着|上次|刚才|再|来|我|们|现在|入门|标准|高难|演|一遍|了|呢|啊|好"
)


def closest(named: str, options: Sequence[Scenario]) -> str | None:
    """Return the id of the one scenario whose briefing tells most of what is named; None where several do, or none."""
    clean = _EVERYDAY.sub(" ", _AROUND.sub(" ", normalize(named)))
    words = {*_WORD.findall(clean), *_HAN.findall(clean)}
    if not words or len(clean.split()) > _MOST_WORDS or len(clean) > _MOST_HAN and not clean.isascii():
        return None
    told = {option.id: _told(option) for option in options}
    scores = {key: sum(_count(word, text) for word in words) for key, text in told.items()}
    best = max(scores, key=lambda key: scores[key], default=None)
    return best if best and scores[best] and [*scores.values()].count(scores[best]) == 1 else None


def _count(word: str, text: str) -> int:
    """Return how often the text has the word; an English one may go on as a plural does."""
    return len(re.findall(rf"\b{word.removesuffix('s')}(?:s|es)?\b", text)) if word.isascii() else text.count(word)


def _told(option: Scenario) -> str:
    texts = [option.name, option.industry, option.persona.name, option.persona.title, option.persona.firm]
    texts += [option.situation, option.goal]
    return normalize(
        " ".join([*(text[lang] for text in texts for lang in LANGUAGES), *option.known.zh, *option.known.en])
    )


def names_another(rest: str, tools: Tools) -> bool:
    """Say whether something stands behind "rehearse" that names no scenario: whoever says so wants no old one."""
    left = _SMALL.sub(" ", _AROUND.sub(" ", normalize(rest)))
    return any(sign.isalnum() for sign in left) and not tools.manners.is_filler(left)
