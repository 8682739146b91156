"""Which scenario or drill is meant, and how hard: by number, name or a word of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from coach.context import Tools
from coach.knowledge.rehearsing import Drill
from coach.knowledge.scenario import Scenario
from coach.text.normalize import normalize

_NUMBER = re.compile(r"(?<![\w-])\d{1,2}(?!\w)")
_HAN_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_WORD = re.compile(r"[a-z]{4,}|[\u3400-\u9fff]{2}")


def scenarios(tools: Tools) -> list[Scenario]:
    """Return the scenarios in the order of the library."""
    return sorted(tools.knowledge.scenarios.values(), key=lambda scenario: (scenario.order, scenario.id))


def drills(tools: Tools) -> list[Drill]:
    """Return the drills in their order."""
    return sorted(tools.knowledge.drills.values(), key=lambda drill: (drill.order, drill.id))


def chosen(text: str, options: Sequence[Any]) -> str | None:
    """Return the id of the option that `text` names: its number in the list, its name or id, else most of its words."""
    clean = normalize(text)
    for option in options:
        if option.id in clean.replace(" ", "_") or any(normalize(option.name[lang]) in clean for lang in ("zh", "en")):
            return str(option.id)
    number = _number(clean)
    if number is not None and 1 <= number <= len(options):
        return str(options[number - 1].id)
    scores = {str(option.id): _shared(clean, _words_of(option)) for option in options}
    best = max(scores, key=lambda key: scores[key], default=None)
    return best if best is not None and scores[best] and list(scores.values()).count(scores[best]) == 1 else None


def called(text: str, options: Sequence[Any]) -> str | None:
    """Return the id of the option whose very name `text` is."""
    clean = normalize(text)
    return next((str(o.id) for o in options if clean in (normalize(o.name.zh), normalize(o.name.en))), None)


def _number(clean: str) -> int | None:
    if match := _NUMBER.search(clean):
        return int(match.group())
    stripped = clean.strip(" 第个号.。")
    return _HAN_NUMBERS.get(stripped)


def _words_of(option: Any) -> str:
    texts = [option.name[lang] for lang in ("zh", "en")]
    if isinstance(option, Scenario):
        texts += [option.persona.title[lang] for lang in ("zh", "en")] + [
            option.industry[lang] for lang in ("zh", "en")
        ]
    return normalize(" ".join(texts))


def _shared(clean: str, words: str) -> int:
    pairs = {clean[i : i + 2] for i in range(len(clean) - 1)}
    return sum(word in words for word in {*_WORD.findall(clean), *(p for p in pairs if _WORD.fullmatch(p))})


def difficulty_named(text: str, tools: Tools) -> str | None:
    """Return the difficulty that `text` names, or None."""
    clean = normalize(text)
    for item in tools.knowledge.rehearsing.difficulties:
        if any(normalize(word) in clean for word in (item.id, item.name.zh, item.name.en)):
            return item.id
    return None


def listed(options: Sequence[Any], lang: str, tools: Tools) -> str:
    """Return the options as numbered lines."""
    return "\n".join(f"  {number}. {_line(option, lang, tools)}" for number, option in enumerate(options, 1))


def _line(option: Any, lang: str, tools: Tools) -> str:
    name = str(option.name[lang])
    if not isinstance(option, Scenario):
        return name
    return tools.words.say("choice_scenario", lang, name=name, industry=option.industry[lang])
