"""A number or a day that is put right in the very sentence: "a delivery every day, no, every two days"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.read.manners import Manners
from coach.text.amounts import Amount, amounts_in
from coach.text.clauses import sentences
from coach.text.periods import Period, periods_in

_MARK_BEFORE = re.compile(r"[,，、;；(（…—–]+\s*$|\s-+\s*$|\.{2,}\s*$")
_MARK_BEHIND = re.compile(r"\s*[,，、;；:：…—–]+\s*|\s-+\s*|\.{2,}\s*")
_LINK = re.compile(
    r"(?:(?:it's|it is|that's|that is|make it|make that|they said|he said|she said|more like)\s+|[应该]*[是要]|改成)",
    re.IGNORECASE,
)
_DENIES = frozenset({"no", "wait", "不", "不是"})
_Told = Period | Amount


def without_slips(text: str, manners: Manners) -> str:
    """Return `text` as it was meant: what is put right on the way stands where the wrong number or day stood."""
    for start, end in manners.longest("slips", text):
        mended = _mended(text, start, end)
        if mended is not None:
            return without_slips(mended, manners)
    return text


def _mended(text: str, start: int, end: int) -> str | None:
    before = _MARK_BEFORE.search(text, 0, start)
    behind = _MARK_BEHIND.match(text, end)
    if before is None or (behind is None and text[start:end].lower() in _DENIES):
        return None
    at = behind.end() if behind else end
    link = _LINK.match(text, at)
    words = text[link.end() if link else at :].lstrip()
    first = next(a for a, b in sentences(text) if a < before.start() <= b)
    told_before = text[first : before.start()]
    for told_in in (periods_in, amounts_in):
        if pair := _pair(told_in(told_before), told_in(words)):
            return text[:first] + _put(told_before, *pair, words)
    return None


def _pair(told: Sequence[_Told], rights: Sequence[_Told]) -> tuple[_Told, _Told] | None:
    """Return what is wrong and what is right; the words of both may open alike: 每年一月, 不对, 每年二月."""
    place = 0
    for right in rights:
        if right.start != place:
            break
        for wrong in reversed(told):
            if _may_replace(right, wrong) and not _is_same(right, wrong):
                return wrong, right
        if not any(_is_same(right, one) for one in told):
            break
        place = right.end
    return None


def _may_replace(right: _Told, wrong: _Told) -> bool:
    if isinstance(right, Period) and isinstance(wrong, Period):
        return right.answers_to(wrong)
    return isinstance(right, Amount) and isinstance(wrong, Amount) and right.unit in ("", wrong.unit)


def _is_same(right: _Told, wrong: _Told) -> bool:
    if isinstance(right, Period) and isinstance(wrong, Period):
        return right.is_same(wrong)
    return isinstance(right, Amount) and isinstance(wrong, Amount) and right.is_same(wrong)


def _put(told: str, wrong: _Told, right: _Told, words: str) -> str:
    """Return what was told with the right thing in place of the wrong one, and the rest of the `words` behind it."""
    between, rest = told[wrong.end :], words[right.end :]
    unit = between.strip().split(" ")[0] if between.isascii() else between.strip()
    if unit and rest.lstrip().lower().startswith(unit.lower()):
        rest = rest.lstrip()[len(unit) :]  # "40 pallets, no, 50 pallets"
    if isinstance(wrong, Period) and isinstance(right, Period):
        return right.put_in(told, wrong) + rest
    return told[: wrong.start] + words[right.start : right.end] + between + rest
