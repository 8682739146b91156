"""What sounds like a need and is none: the customer's name, its trade, a bare frequency."""

from __future__ import annotations

import re

from coach.context import Context
from coach.interview.labelled_name import is_label
from coach.interview.state import Interview
from coach.read.found import FoundNeed
from coach.text.language import has_han
from coach.text.period_patterns import OFTEN
from coach.text.periods import periods_in
from coach.text.trimmed import trimmed

# 做不锈钢水泵的, 他们是一家修水泵的小厂; told of what is wanted it would hold one of the words left out
_MAKES = r"(?:专门|主要|专业|一直)*[做搞卖修干]?(?:生产|经营|制造|翻新|维修)?[^不没了要想怕急缺太难说，,]{1,14}的"
_KIND_ZH = r"(?:小|大|老)?(?:公司|工厂|厂家?|企业|店|作坊|集团|老板|客户)"
_WHO_ZH = r"(?:我?手?上?有|他们家?|客户|这家|那家|对方|它)?"
_TRADE_ZH = re.compile(
    rf"{_WHO_ZH}(?:就?是|算是)?(?:一?家|个)(?:{_MAKES}){_KIND_ZH}?|{_WHO_ZH}(?:就?是)?(?:专门|主要)[做搞卖修]\w{{1,14}}的"
)
_JUST_NAMED_ZH = re.compile(r"(?:是|是?专门|主要|一家)?[做搞卖]\w{1,20}的")
# "a tile maker in Porto"; a second one, or a better one, is something that is wanted
_WANTED = r"(?!(?:second|third|new|another|different|better|bigger|cheaper|faster|reliable|local|single|own|backup)\b)"
_FIRM = (
    r"(?:maker|manufacturer|producer|builder|dealer|wholesaler|importer|exporter|recycler|hauler|grower|breeder|brewer"
    r"|shipbreaker|canner|bottler|refiner|miller|firm|company|business|plant"
    r"|factory|mill|foundry|dairy|brewery|bakery|cannery|refinery|distillery|tannery|quarry|mine|shipyard|yard|farm"
    r"|sawmill|works|chain|group|co-?op|cooperative|carrier|airline|hospital|hotel|school|laundry|winery|smelter)"
)
_SERVES = (
    r"(?:contractor|agency|service|shop|washer|supplier|distributor|clinics?|studio|outfit|consultancy|lab|workshop)"
)
_NEAR = r"(?:in|near|outside|around|off|from|out of|north of|south of|east of|west of|on)"
_PLACE = rf"(?: {_NEAR} (?:the )?(?-i:[A-Z])[^,;]*)?"
_OF = r"(?: of [^,;]{2,40}?)?"
_DOES = (
    r"(?:makes|builds|repairs|fixes|sells|cleans(?: up)?|runs|rents(?: out)?|does|recycles|produces|supplies|services"
    r"|treats|restores|removes|collects|insures|tests|prints|packs|grows|ships|hauls|scraps)"
)
_THAT = rf"(?: (?:that|which|who) {_DOES} [^,;]{{2,50}}?)?"
_LEAD = (
    r"(?:they(?:'re| are)|it(?:'s| is)|we(?:'re| are) (?:talking|speaking) (?:about|of)|[\w&.' -]{2,40}? (?:is|are))"
)
_TRADE_EN = re.compile(
    rf"(?:(?:a )?new customer,? )?an? {_WANTED}(?:[\w'-]+ ){{0,4}}{_FIRM}{_OF}{_PLACE}{_THAT}", re.IGNORECASE
)
_TOLD_EN = re.compile(rf"{_LEAD} an? (?:[\w'-]+ ){{0,4}}(?:{_FIRM}|{_SERVES}){_OF}{_PLACE}{_THAT}", re.IGNORECASE)
_JUST_NAMED_EN = re.compile(rf"an? (?:[\w'-]+ ){{0,4}}(?:{_FIRM}|{_SERVES}){_OF}{_PLACE}{_THAT}", re.IGNORECASE)


def is_no_need(found: FoundNeed, state: Interview, context: Context) -> bool:
    """Say whether the words only name the customer, tell its trade, or tell how often something is."""
    named = state.account_turn == state.turn
    return is_trade(found.quote, named=named) or _is_a_frequency(found) or _is_of_the_name(found, state, context)


def is_trade(words: str, *, named: bool = False) -> bool:
    """Say whether words only tell what a firm makes or does; `named`: the customer has just been named."""
    plain = trimmed(words)
    told = (_TRADE_ZH, _TRADE_EN, _TOLD_EN)
    return any(pattern.fullmatch(plain) for pattern in (told + (_JUST_NAMED_ZH, _JUST_NAMED_EN) if named else told))


def _is_of_the_name(found: FoundNeed, state: Interview, context: Context) -> bool:
    """Say whether nothing but the customer's name is heard as a need: 刚拜访了光明照明 asks for no lamps."""
    if is_label(found.quote, context.tools.manners):
        return True
    if not state.account or state.account not in found.quote:
        return False
    they = "他们" if has_han(state.account) else "they"
    return context.tools.reader.need(found.quote.replace(state.account, they)).label == "none"


def _is_a_frequency(found: FoundNeed) -> bool:
    """Say whether the words only tell how often something is: "every month", 每周一次."""
    whole = [period for period in periods_in(found.quote) if period.kind == OFTEN]
    return bool(whole) and not trimmed(found.quote[: whole[0].start] + found.quote[whole[0].end :])
