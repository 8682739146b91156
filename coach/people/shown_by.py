"""What shows that Chinese characters are a person's name: a place of work, a task, or that somebody was met."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from coach.people.words_of import any_of

_CHARGE = "负责|主管|分管|主抓|管着|管|盯着|盯"  # of these a firm does little
_DOES = rf"(?:{_CHARGE}|做|搞|干|跑|带|开|修|烧|焊|送|守着|守|看着|看|值|操作)"
# 做起来, 管得严, 开了三个会: no work is told
_NO_WORK = r"(?![^,。]?[得了过起出不到着完好成法就])(?![两三一几每个会])"
_UNIT = r"[\u3400-\u9fff]{1,5}?(?:部|科|处|组|室|班|车间|中心|办)"
_TO_HER = r"(?:他|她)(?!们)"
_CLOSED = r"(?=[,。;!?)、]|$)"
_FEW = 60  # of the surnames, the commonest first: a short name with a rarer one may be a firm, 金龙


class ShownBy:
    """Knows the words beside a name; `clean` is the folded text in which the name lies from `start` to `end`."""

    def __init__(
        self, lists: Mapping[str, Mapping[str, Sequence[str]]], titles: Sequence[str], places: Sequence[str]
    ) -> None:
        place = any_of([*lists["workplaces"]["zh"], *places])
        self.work = (
            rf"(?:(?:就)?在(?:他们|公司|厂里?|那边)?(?:{place}|{_UNIT})|{_DOES}{_NO_WORK}(?=[\u3400-\u9fff]{{2}}))"
        )
        charge = rf"(?:是|就是|专门|主要)?(?:(?:{_CHARGE})[^,。;!?()]{{1,8}}|{_DOES}{place}[^,。;!?()]{{0,3}})的"
        self._work = re.compile(self.work)
        self._apposed = re.compile(rf"[,(](?:{charge}|[^,.。;!?()]{{0,8}}?{any_of(titles)}){_CLOSED}|[,(]{_TO_HER}")
        self._charge = re.compile(rf"[,(]{charge}{_CLOSED}|[,(](?:{_CHARGE})[^,。;!?()]{{1,8}}{_CLOSED}")
        met = any_of(lists["met"]["zh"])
        self._met = re.compile(rf"(?P<verb>{met})(?:了)?(?:[\u3400-\u9fff]{{2,12}}的)?$")
        self._common = {name for name in lists["surnames"]["zh"][:_FEW] if len(name) == 1}

    def works(self, clean: str, end: int) -> bool:
        """Say whether a place of work or a task follows: 在财务部, 开叉车."""
        return bool(self._work.match(clean, end))

    def charged(self, clean: str, end: int) -> bool:
        """Say whether it follows, between marks, what somebody is in charge of: 王海川,管采购的."""
        return bool(self._charge.match(clean, end))

    def met(self, clean: str, start: int, end: int) -> bool:
        """Say whether somebody was met, and no firm: 见了王海川; of a short name, what is put beside it must tell."""
        match = self._met.search(clean, max(0, start - 20), start)
        if match is None or not re.match(r"[,。;!?()\s]|$", clean[end : end + 1]):
            return False
        short = end - start < 3
        visited = "访" in match["verb"]
        return not short or bool(self._apposed.match(clean, end)) or (clean[start] in self._common and not visited)
