"""A title that only tells more of somebody who is spoken of: "she's the import coordinator", 是他们的医疗总监."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coach.people.mention import Mention
from coach.text.clauses import clauses
from coach.text.language import has_han

_FEW_WORDS = r"(?:(?!(?:and|or|but|that|who|which|to|for|with|by|from|told|said|says)\b)[\w&'-]+ ){0,4}"
_IS_EN = re.compile(
    r"\b(?:(?:he|she|who)(?:'s| is| was)|(?:he|she|who) (?:works|acts|serves|started|joined) (?:there )?as|"
    r"(?:his|her) (?:title|job|position|role)(?:'s| is))(?: (?:also|now|still|actually|only|just|really))*"
    rf" (?:(?:the|a|an|their|our) )?{_FEW_WORDS}$"
)
_IS_ZH = re.compile(
    r"(?:^|[,，。;；、 ])(?P<who>[他她](?!们))?(?:也|还|就|现在|目前|本来|其实|算)*"
    r"(?:是|担任|当)(?:他们|她们|我们)?[^,，。;；!?他她我你]{0,14}$"
)
# "Yard director.", a sentence of its own, tells of who was named
_ALONE, _WHOLE = re.compile(r"\s*(?:(?:the|their) )?"), re.compile(r"\s*(?:[.。]|$)")
# 规格是Sister Faridah定的,厂长嘛: a title that is a clause by itself
_ALONE_ZH, _WHOLE_ZH = (
    re.compile(r"[\s,，]*"),
    re.compile(r"\s?(?:嘛|啦|呢|来着|吧)?\s?(?=[。.;；!?]|$)|\s?(?:嘛|来着)"),
)
_ENDS_ZH = re.compile(r"的?(?:[,，。;；、!?)）\s]|$)")
_MORE_ZH = re.compile(r"(?:[,，(（。] ?| )[^,，。;；!?、 他她我你们说和跟与找见问让给把被是有在叫由]{0,8}")
_SENTENCE_EN = re.compile(r"\. (?:(?:the|their) )?" + _FEW_WORDS)
_IS_ONE = re.compile(rf"(?: is| was|'s) (?:also |now |still )?(?:the|a|an|their|our) {_FEW_WORDS}")
_CLOSED = re.compile(r"[,，.。;；!?)）]|(?<=[\u3400-\u9fff])\s|$")  # in chat a space stands for a comma
_LABEL = re.compile(r"(?:^|[.!?;:。：]\s*|\n)[^.!?;:。]{0,3}$")


def follows_a_name(between: str, clean: str, name_start: int, title_end: int) -> bool:
    """Say whether a title behind a name is put beside it with words of its own: "Kjell Hauge. Crane driver, ...".

    `between` are the words from the name to the title.
    """
    if _IS_ONE.fullmatch(between):
        return True
    if not _CLOSED.match(clean, title_end):
        return False
    if _MORE_ZH.fullmatch(between):
        return True
    return bool(_SENTENCE_EN.fullmatch(between) and _LABEL.search(clean, 0, name_start))


def _is_said_of(clean: str, clause: int, start: int, end: int, *, name_end: int | None) -> bool:
    """Say whether a bare title from `start` to `end` is what "he" or "she", or who was named before, is.

    `clause` is where the clause of the title begins, `name_end` where who was named before ends.
    """
    before, named_before = clean[clause:start], name_end is not None
    if _IS_EN.search(before) or (named_before and _ALONE.fullmatch(before) and _WHOLE.match(clean, end)):
        return True
    if named_before and has_han(clean) and _ALONE_ZH.fullmatch(before) and _WHOLE_ZH.match(clean, end):
        return clean[:clause].rstrip().endswith((",", "，"))
    match = _IS_ZH.search(before if name_end is None else clean[max(clause, name_end) : start])
    return bool(match and (match["who"] or named_before) and _ENDS_ZH.match(clean, end))


def said_of_somebody(mentions: Sequence[Mention], clean: str) -> list[Mention]:
    """Give a title that tells what somebody is to who was named before: "Sharon, she's the import coordinator"."""
    left: list[Mention] = []
    spans = clauses(clean)
    for mention in mentions:
        clause = next((start for start, end in spans if start <= mention.start < end), 0)
        place = next((i for i in reversed(range(len(left))) if left[i].named), None)
        name_end = None if place is None else left[place].end
        if mention.named or not _is_said_of(clean, clause, mention.start, mention.end, name_end=name_end):
            left.append(mention)
        elif place is None:
            left.append(replace(mention, said_of=True))
        else:
            who = left[place]
            fuller = mention if mention.role and not who.role else who  # 总农艺师 tells more than 负责人
            left[place] = replace(who, title=fuller.title or mention.title, role=fuller.role)
    return left
