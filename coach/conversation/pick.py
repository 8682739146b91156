"""Which of a numbered list is meant: by number, by day, by name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from coach.text.dates import find_date
from coach.text.normalize import normalize
from coach.text.numbers import small_number
from coach.text.times import find_time

_NUMBER = re.compile(r"^(?:第|no\.? ?|number |#)?(\d{1,2}|[一二两三四五六七八九十]{1,3})(?:个|次|家|号|\.|条)?$")
_ORDINALS = (("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th"), ("fifth", "5th"))
_LAST = re.compile(r"^(?:the )?last(?: one)?$|^最后(?:一个|一次)?$")


def picked(text: str, options: Sequence[dict[str, Any]], today: date) -> dict[str, Any] | None:
    """Return the option that `text` picks; None when it picks none, or more than one."""
    clean = normalize(text).strip(" .。!！,，")
    if not options:
        return None
    if (number := _number(clean)) is not None:
        return options[number - 1] if 0 < number <= len(options) else None
    if _LAST.match(clean):
        return options[-1]
    fitting = [option for option in options if _named(option, clean)] or list(options)
    if day := find_date(clean, today):
        fitting = [option for option in fitting if option.get("starts", "")[:10] == day.isoformat()]
    if (at := find_time(clean)) and len(fitting) > 1:
        fitting = [option for option in fitting if option.get("starts", "")[11:16] == at]
    return fitting[0] if len(fitting) == 1 else None


def _number(clean: str) -> int | None:
    if found := _NUMBER.match(clean):
        return small_number(found[1])
    words = clean.removeprefix("the ").removesuffix(" one")
    return next((number for number, names in enumerate(_ORDINALS, 1) if words in names), None)


def _named(option: dict[str, Any], clean: str) -> bool:
    name = normalize(option["name"])
    return name in clean or (len(clean) > 1 and clean in name)
