"""Roles that are denied, or told of somebody above: "she is not the decider", 小马说要等老板拍板."""

from __future__ import annotations

import re

from coach.read.matcher import Hit
from coach.read.reader import ScannedText
from coach.text.blanked import blanked
from coach.text.clauses import clauses

_NOT = re.compile(
    r"(?:不是|并非|不算|算不上|谈不上|称不上)(?:真正|最后|最终|什么|那个|他们|管|负责)?的?$"
    r"|\b(?:not|isn't|wasn't|aren't|no|never|hardly)(?: (?:really|actually|even|quite))?"
    r"(?: (?:the|a|an|their|our|one of the))?(?: (?:final|real|main|actual))?(?: one who)? $"
)

_ABOVE = (
    r"(?:老板娘|大老板|老板|老总|总经理|董事长|总裁|大领导|领导|上面|上头|上级|总部|集团|董事会|厂长|院长|校长)"
    r"[^,。;!?他她]{0,6}?(?:拍板|点头|签字|签了?|来?定|决定|说了算|批)"
)
# what somebody says that another one does: "he says the owner picks"
_OF_ANOTHER = re.compile(
    rf"(?:说|讲|表示|提到|告诉我们?)(?P<zh>[^,。;!?]{{0,8}}?{_ABOVE})|(?:等|听|看|问|请示)(?P<waits>{_ABOVE})"
    r"|\b(?:says?|said|tells? (?:me|us)|told (?:me|us)|waits? for|has to ask|must ask)(?: that)? (?:it's |it is )?"
    r"(?P<en>(?:the|his|her|their) (?:boss|big boss|owner|chief|md|ceo|managing director|director|chairman|chairwoman"
    r"|board|head office|headquarters|management|general manager)\b[^,.;!?]{0,40})"
)


# to let us see what others keep shows no role: 把对手的技术偏差表透露给我, "slipped me the scoring sheet"
_LEAKS = re.compile(
    r"(?:透露|泄露|泄漏|漏|拍|偷偷发|悄悄发|私下发|截图|口头(?:告诉|讲))[了过]?(?:照|图)?(?:发|给|到)?(?:我|咱)"
    r"|\b(?:slipped|leaked|smuggled|passed|sneaked|whispered|forwarded|fed|feeds|feeding) (?:me|us)\b"
)
_OF_THEIRS = re.compile(
    r"对手|别家|别人家|另[外一]?[几两]?家|竞品|内部|评分|打分|权重|底价|偏差|预算|纪要"
    r"|\b(?:rivals?|competitors?|competing|other (?:guy|firm|side|bidder|supplier|maker)s?"
    r"|weights?|weighting|scor(?:es|ing)|minutes|budget|internal|evaluation|shortlist)\b"
)


def denied_roles(scanned: ScannedText) -> frozenset[str]:
    """Return the roles of which a sure rule reads that the person does not hold them."""
    return frozenset(hit.rule.label for hit in _denied(scanned) if hit.rule.sure)


def without_denied(scanned: ScannedText) -> str:
    """Return the text with blanks for the clauses that deny a role, and for what another one does."""
    text, clean = scanned.text, scanned.scan.clean
    of_another = (match.span(match.lastgroup or 0) for match in _OF_ANOTHER.finditer(clean))
    denied = _denied(scanned)
    clauses_out = (
        (start, end)
        for start, end in clauses(clean)
        if any(start <= hit.start < end for hit in denied)
        or (_LEAKS.search(clean, start, end) and _OF_THEIRS.search(clean, start, end))
    )
    return blanked(text, (*of_another, *clauses_out))


def _denied(scanned: ScannedText) -> list[Hit]:
    clean = scanned.scan.clean
    begins = [(hit, hit.start + clean.startswith("是", hit.start)) for hit in scanned.hits("role")]  # 不|是拍板的
    return [hit for hit, place in begins if _NOT.search(clean, 0, place)]
