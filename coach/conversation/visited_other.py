"""Another firm was just visited while a customer is under discussion: what was seen there is no fact of this one."""

from __future__ import annotations

import re
from dataclasses import replace

from coach.context import Context
from coach.conversation import after_visit
from coach.conversation.state import Conversation, Said
from coach.interview.firm_in import MAX_NAME
from coach.interview.known import find_people
from coach.interview.state import Interview
from coach.read.requests import Request
from coach.text.normalize import normalize

_WORD = r"[A-ZÀ-Þ][\w&.'’-]*"
_WHEN = r"(?:just|only just|today|yesterday|this morning|this afternoon|last week|recently)"
_VISITED_EN = re.compile(
    rf"\b(?:I|[Ww]e)(?:['’]ve| have)? (?:{_WHEN} )?(?:visited|went to see|called in (?:at|on)|dropped in (?:at|on)"
    rf"|paid a visit to) (?:the )?(?P<firm>{_WORD}(?: (?:(?:of|and|&|de) )?{_WORD})*)"
    rf"|\b(?:I|[Ww]e)(?:['’]ve| have|['’]m|['’]re| am| are| was| were)? (?:{_WHEN} )?(?:at|been (?:at|to)|got back from"
    rf"|came (?:back )?from|back from) (?:the )?(?P<other>{_WORD}(?: (?:(?:of|and|&|de) )?{_WORD})+)"
)
_VISITED_ZH = re.compile(
    r"(?:^|[,，。;；!?\s我们])(?:我们?|咱们?)?(?:刚刚?|刚才|今天|昨天|前天|上午|下午|早上|上周|这周|前两天)[又也]?"
    r"(?:(?:去)?(?:拜访了?|拜访完|走访了|去了一?趟|去了|去过|跑了一?趟|见了)|从)(?P<firm>[\u3400-\u9fff]{4,12}?)"
    r"(?=[,，。;；!?\s的]|回来|出来|$)"
)


def visited_other(state: Conversation, text: str, context: Context) -> Said | None:
    """Ask whether to open the firm that was visited, with what was told; None where none but the customer was."""
    interview = state.interview
    if not interview.account or (interview.pending and interview.pending.question == "account"):
        return None
    found = _firm(text, interview, context)
    if found is None:
        return None
    told = text[: found.end()]
    state = replace(state, interview=interview.following(text))
    state, said = after_visit.after_visit(state, Request("after_visit", told, ""), told, context)
    if state.wish:
        state.wish = {**state.wish, "quote": text.strip()}
    return state, said


def _firm(text: str, interview: Interview, context: Context) -> re.Match[str] | None:
    match = _VISITED_EN.search(text) or _VISITED_ZH.search(text)
    if match is None:
        return None
    name = next(part for part in match.groups() if part)
    start = text.find(name, match.start())
    own, clean = normalize(interview.account or ""), normalize(name)
    tails = context.tools.manners.places("firm_tails", name)
    if any(word in name for word in ("他们", "她们", "我们", "它")):
        return None  # 他们嘉兴厂
    if len(name) > MAX_NAME or clean in own or own in clean or not (name[0].isupper() or (tails and tails[-1][0] >= 2)):
        return None
    if any(p.start < start + len(name) and start < p.end for p in find_people(interview, text, context)):
        return None
    told = any(clean in normalize(answer["text"]) for answer in interview.answers)  # a supplier, or a site of theirs
    small = {normalize(str(word)) for word in context.tools.knowledge.word_lists["not_names"].words.en}
    return None if told or clean in small else match
