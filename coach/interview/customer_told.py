"""The customer within a sentence on what one does with it: "visiting St. Mary's Hospital", 见的是伟星水暖的采购."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.interview.firm_in import LINKS, trimmed_name
from coach.interview.labelled_name import looks_like_firm
from coach.people.chinese_names import is_place
from coach.people.mention import Mention
from coach.people.same import POLITE
from coach.read.manners import Manners
from coach.text.language import has_han
from coach.text.normalize import normalize

_WORD = r"(?:St\. )?(?!I\b)(?:[A-ZÀ-Þ]|\d+(?=[A-Z]))[A-Za-zÀ-ÿ\u0100-\u017f0-9&.'’-]*"
_RUN = rf"{_WORD}(?: (?:& )?(?:(?:{'|'.join(LINKS)}) )?{_WORD})*"
_SOMEBODY = (
    r"(?:guys?|people|folks|team|lot|lady|man|woman|someone|somebody|buyers?|owners?|engineers?|crew|manager|managers"
    r"|boss|chap|bloke|girl|lads?)"
)
_MET = r"(?:phone with|with|met|saw|seen|seeing|meeting|visited|called|rang|phoned|emailed|messaged|from)"
_GOING = (
    r"(?:visit(?:ing|ed)?|pitch(?:ing)? (?:to|at)|(?:are|['’]re|am|['’]m) after|get(?:ting)? into"
    r"|prep(?:ping|are|aring)?(?: for)?(?: tomorrow| today)?:?|quot(?:e|ing) for|chas(?:e|ing)"
    r"|(?:working|work) on|help (?:me )?with)"
)
_SEEING = r"(?:call(?:ing)? on|see(?:ing)?|meet(?:ing)?(?: with)?)"
_THING = (
    r"(?:warehouse|plant|office|factory|site|stores?|depot|shop|lab|team|people|buyers?|fleet|kitchen|yard|mill|school"
    r"|hotel|branch|headquarters|hq|purchasing|procurement|engineering|maintenance|workshop|terminal|farm|clinic)"
)
_SURE = (  # what stands there is a firm, whatever its name sounds like
    re.compile(rf"\b{_MET} {_WORD}(?: {_WORD}){{0,2}} (?:at|from|of|over at) (?:the )?(?P<firm>{_RUN})"),
    re.compile(rf"\b(?i:{_SOMEBODY}) (?:from|at|of|over at) (?:the )?(?P<firm>{_RUN})"),
    re.compile(rf"\b[Tt]he (?P<firm>{_RUN}) (?:account|deal|project|order|tender|job|case|contract|bid)\b"),
    re.compile(rf"\b(?i:{_GOING}) (?:the |my |our )?(?P<firm>{_RUN})"),
)
_OURS = re.compile(
    rf"\b(?:[Oo]ur|[Mm]y) (?:(?:new|old|big|biggest|best|key|main|good) )?(?:customer|client|account|prospect)"
    rf" (?P<firm>{_RUN})"
)
_SPEAKS = re.compile(r" (?:said|says|told|thinks|reckons|called|calls|wrote|asked|asks)\b")  # "my client Anna said"
_LIKELY = re.compile(rf"\b(?i:{_SEEING}) (?:the |my |our )?(?P<firm>{_RUN})")
_BY_NAME = re.compile(rf"\b(?:name['’]s|goes by|trading as|trades as) (?P<firm>{_RUN})")
_OWNED = re.compile(rf"['’]s(?= {_THING}\b)")

_NAME = r"[\u3400-\u9fffA-Za-z0-9·&]{2,14}?"
_JOB = r"(?:采购|老板|老总|总经理|经理|厂长|院长|校长|设备|技术|工程|生产|财务|主任|科长|处长|部长|负责人|人)"
_CHINESE = (
    re.compile(
        rf"(?:见的?(?:是|了|到|完)?|拜访[了过完]?|约了?|碰到了?|对接的?是?|联系了?|找了?|跟)(?P<firm>{_NAME})的{_JOB}"
    ),
    re.compile(
        rf"(?:^|[,，。;；])(?P<firm>{_NAME})[那这](?:个|家|条|笔|单|边)(?:单子?|项目|生产?线|订单|客户|生意|标|活)"
    ),
    re.compile(rf"(?:^|[,，。;；])(?P<firm>{_NAME})那边"),
    re.compile(
        rf"(?:去|到|跑|拜访|走访)[了]?(?:一?趟)?(?P<firm>{_NAME})(?:的拜访|那?边?(?:拜访|谈|聊|演示|报价|见面|开会|交流|看现场|看看))"
    ),
)
_NO_FIRM = re.compile(
    r"^(?:我|你|您|他|她|它|咱|人家|大家|客户|对方|甲方|公司|厂里|那边|这边|那|这|一|几|两|新|老客户|现场|一个|某|另)"
    r"|[和跟、了过着得]|(?:总|工|经理|主任|先生|女士|小姐|师傅|科长|处长|厂长)$"
)
_OPENS = re.compile(r"^(?:趟|一趟|下|一下|的是|是|了|到)+")


def customer_told(text: str, people: Sequence[Mention], manners: Manners) -> str | None:
    """Return the firm that a sentence tells of by what is done with it; None where no such words stand."""
    found = _han(text, manners) if has_han(text) else _latin(text, people)
    return next(found, None)


def _latin(text: str, people: Sequence[Mention]) -> Iterator[str]:
    if named := _BY_NAME.search(text):
        yield named["firm"].rstrip(".'’-")
    for pattern in (*_SURE, _OURS, _LIKELY):
        for match in pattern.finditer(text):
            words = match["firm"]
            owned = _OWNED.search(text, match.start("firm"))
            if owned and owned.start() < match.end("firm"):  # "Fjällräven's warehouse", but "St. Mary's Hospital"
                words = text[match.start("firm") : owned.start()]
            name, start = trimmed_name(words, match.start("firm"))
            met = [p for p in people if p.named and p.start < start + len(name) and start < p.end]
            polite = any(POLITE.match(normalize(p.name)) for p in met)
            if met and pattern is _OURS and (" " not in name or _SPEAKS.match(text, match.end("firm"))):
                continue
            if len(name) > 1 and not polite and not (met and pattern is _LIKELY):
                yield name


def _han(text: str, manners: Manners) -> Iterator[str]:
    for pattern in _CHINESE:
        for match in pattern.finditer(text):
            name = _OPENS.sub("", match["firm"])
            if len(name) > 1 and not is_place(name) and (looks_like_firm(name, manners) or not _NO_FIRM.search(name)):
                yield name
