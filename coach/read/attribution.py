"""Whom the words of a report are about, where a sentence about one person names another in passing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.people.mention import Mention
from coach.read.telling import tells_of
from coach.text.clauses import clauses, sentences

_TO_ZH = re.compile(
    r"(?:跟|和|给|向|对|找|约|约见|见|带|陪|托|让|叫|把|被|问|请|替|帮|离|像|连|怕|听|烦|骂|夸|劝|催|提醒|告诉|说服|反对|瞒着"
    r"|(?<!等)[\u3400-\u9fff]着|背着|绕过|越过|通过|介绍给|推荐给|引荐给|汇报给|转给|发给|交给|得罪|拉着|当着)[过了]?(?:他们?的?|她的?|那个|这个|我们)?$"
)
_TO_EN = re.compile(
    r"\b(?:to|with|for|from|about|by|see|sees|saw|meet|meets|met|tell|tells|told|remind|reminded|urged?|begged|chased?|pestered|nagged|showed|sent|gave|emailed|phoned|ask|asks|asked|push|pushed|pushes|help"
    r"|helps|call|calls|get|got|bring|brought|take|took|against|than|behind|at|past|convinced?|persuaded?|warned|like)"
    r" (?:(?:the|their|his|her|our|both|even) (?:[\w ]{2,40}['’]s )?)?$"
)
_WE = re.compile(
    r"\W*(?:(?:[今昨前]天|上周|后来|然后|另外|还有|刚才|下午|上午|所以|但是?|不过|前几天|我猜)[,，]?)*(?:我|我们|咱们?)(?![^,，]{0,4}的)"
    r"|\W*(?:(?:so|and|but|then|yesterday|today|later|last week|also)[, ]+)*(?:i|we)(?:'|\b)"
)
_WHEN_ZH = re.compile(r"[^,。;!?，]{0,10}的(?:那[天晚次年]|时候|当[天晚]|前一|后一|第二|晚上|早上|上午|下午)")
_WHEN_EN = re.compile(
    r"\b(?:when|while|after|before|once|until|(?:the )?(?:day|night|morning|moment|minute|second|time|week)(?: that)?)"
    r"(?: the| their| his| her)? $"
)
_EMBEDDED = re.compile(
    r"\b(?:tells?|told|knows?|knew|showed|explained|warned|warns|says|said|asked|heard|informed|mentioned)\b[^,.;!?]*"
    r"\b(?:which|what|who|how|why|when|where|that|whether)\b[^,.;!?]*$"
    r"|\bthat (?:(?:the|their|his|her) )?$"
    r"|(?:告诉|跟我说|跟我讲|提醒|透露|教)[^,，。;!?]*$"
)
_OWNS = re.compile(
    r"['’]s? (?!(?:the|a|an|not|our|also|very|been|who)\b)(?:[a-z]|\d)|的(?!人|[,，。;；!?]|$)|办公室|那边的"
)
_HE_FIRST = re.compile(  # a clause whose subject is who was spoken of
    r"\W*(?:(?:and|but|so|then|also|because|since|as)[, ]+)*(?:he|she)(?:['’]|\b)"
    r"|\W*(?:还|又|也|而且|但是?|不过|因为)*[他她](?![们的])"
)
_NAMES = re.compile(r"(?:叫|是|姓)$|(?:\bis|\bwas|['’]s|\bcalled|\bnamed)(?: the| their| our| a)? $")  # 他秘书叫Mariam
# "the board chair told her she won't stay", 董事长跟她说过她干不长: what is told is told of her
_TELLS_THEM = re.compile(
    r" (?:(?:has|had|have|already|just|once|even|keeps?)(?: |$))*(?:told|tells?|telling|warned|warns|promised)"
    r" (?:him|her) (?:that )?(?:he|she)\b"
    r"|(?:已经|早就|当面|私下|老|总)?(?:跟|对|和)[他她](?:说|讲|放话)[过了]?[,:]?[他她](?!们)"
    r"|(?:已经|早就|当面|私下|老|总)?(?:警告|威胁|提醒|告诉)[过了]?[他她][,:]?[他她]?(?!们)(?=[再要不得会干])"
)
# "the new CEO doesn't trust him", 老板不信任她: what somebody above thinks of the one told of
_OF_ONE = re.compile(
    r" (?:(?:doesn't|does not|didn't|never|no longer|really|also|always|already|just|personally) )*"
    r"(?:trusts?|likes?|hates?|watch(?:es|ed)|scold(?:s|ed)|blam(?:es|ed)|promoted|hired|respects?|rates?|protects?"
    r"|distrusts?|fired|shouted at|yelled at|picked on|humiliated|praised) (?:him|her)\b"
    r"|\s?(?:一直|从来|也|很|就|都|老|总|当众|当面|最|特别|根本|已经)*不?"
    r"(?:信任|信|器重|喜欢|待见|重用|骂|批评|训|怪|盯着|提拔|赏识|欣赏|看重|看好|怀疑|排挤)"
    r"[过了]?[他她](?![们的])"
)
_PRONOUN = re.compile(r"(?<!其)[他她](?![们人])|\b(?:he|she)\b")


def in_passing(mentions: Sequence[Mention], clean: str, *, opened: bool) -> dict[int, int]:
    """Return the mentions that only stand in a sentence about somebody else, each with where its own words begin.

    `opened` says that a pronoun is the subject of the first clause. Where the words go on about the other person, the
    place is the end of the text: nothing is told of who was named in passing.
    """
    found: dict[int, int] = {}
    subject = 0 if opened else None
    for i, mention in enumerate(mentions):
        of_them = not mention.named and any(told.match(clean, mention.end) for told in (_TELLS_THEM, _OF_ONE))
        if of_them or (subject is not None and _passes(mention, clean)):
            stop = mentions[i + 1].start if i + 1 < len(mentions) else len(clean)
            found[i] = _own_words(mention, clean, subject or 0, stop) if mention.named else len(clean)
            if found[i] < stop:
                subject = mention.start
        else:
            subject = mention.start
    return found


def _passes(mention: Mention, clean: str) -> bool:
    start, end = next(((a, b) for a, b in clauses(clean) if a <= mention.start < b), (mention.start, mention.end))
    before = clean[start : mention.start]
    if _WHEN_ZH.match(clean, mention.end, end) or _WHEN_EN.search(before):
        return True
    if not mention.named and _EMBEDDED.search(before):
        return True
    if _HE_FIRST.match(before) and not _NAMES.search(before) and not tells_of(before, 0, len(before)):
        return True
    if _OWNS.match(clean, mention.end) and (before.strip() or not mention.named):
        return True  # what is told of "the owner's diary" is told of who keeps it
    return bool(before.strip() and (_TO_ZH.search(before) or _TO_EN.search(before)) and not _WE.match(before))


def _own_words(mention: Mention, clean: str, subject: int, stop: int) -> int:
    """Return where what is told of the mention begins: the next sentence, unless that goes on about the subject."""
    end = next((b for a, b in sentences(clean) if a <= mention.start < b), len(clean))
    if end >= stop:
        return len(clean)
    so_far = {match.group() for match in _PRONOUN.finditer(clean, subject, mention.start)}
    following = _PRONOUN.search(clean, end, stop)
    return len(clean) if following is None or following.group() in so_far else end
