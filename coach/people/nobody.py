"""A job that is only spoken of, and stands for nobody in particular: our engineer, two drivers, the nurse station."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from coach.people.words_of import any_of

if TYPE_CHECKING:
    from coach.people.mention import Mention

# somebody on our own side, who is no person of the customer: "our engineer", 我带接口工程师过去
_OURS = re.compile(
    r"(?:\b(?:our|my) (?:own )?(?:[\w-]+ ){0,2}|我们的?[^,。]{0,4}"
    r"|(?:我们?|咱们?)[^。!?;]{0,20}(?:派|带|让|安排|叫上|请)[^,。!?;]{0,10})$"
)
_ROLES = {"initiator", "发起人"}  # words of the method: "the initiator is Mr Otieno" tells of Mr Otieno
# "a director was dismissed": one of a kind, where nobody is introduced
_ANY_ONE = re.compile(r"(?<=[a-z,] )an? (?:[\w-]+ ){0,2}$")
_INTRODUCED = re.compile(
    r"(?:\b(?:is|was|there's|has|have|had|got|hired|met|meet|saw|with|by|to|from|through|called)|'s|'ve)"
    r"(?: (?:also|now|just|only|got))* an? (?:[\w-]+ ){0,2}$"
)
# "the owner is a Chinese group", founder是家基金
_IS_A_FIRM = re.compile(
    r" (?:is|are|was) (?:an? |the |part of |owned by )(?:[\w-]+ ){0,3}"
    r"(?:group|company|firm|fund|holding|bank|family|trust|state|city|conglomerate|corporation|consortium)\b"
    r"|是[^,。;!?他她]{0,8}(?:集团|公司|基金|国企|央企|民企|外资|家族|政府|财团|银行)"
)
# behind a bare title of many: 护士都, 护士一晚上
_MANY = re.compile(r"们|都|和|、|一(?:天|晚|班|个班)|每(?:天|晚|班|次|人|个)|全都?|平均")
_SOME = re.compile(  # any of several, one of the past, or what somebody becomes
    r"(?:有的|有些|有个别|个别|各(?:个|[\u3400-\u9fff]{1,3})?|每[个位名]?|几[个位名](?:老|新|大|小)?|所有的?|其他的?|别的|很多|不少|许多|全部|一些|多[个位名]"
    r"|[两二三四五六七八九十百千几多\d]+[来多几]?[个位名]|(?<![目之以提从当])前|任何|哪[个位]|这些|那些|一群|一批|一帮"
    r"|当上|升了?|升[为任]|[担出就]任|提拔为|评上?|考上?|缺[个名]?|招[个名]?|换[个了]?"
    r"|(?:竞选|参选|当选|[想要]选|选上|选举|评选)[^,，。;!?]{0,14})$"
    r"|\b(?:every|each|any|some|other|no|another|many|several|few|most|all|both|two|three|four|five|six|ten|\d+|which"
    r"|what|former|ex|previous|like an?|become an?|became an?|not an?|needs? an?|hire an?|hired an?|than an?)[ -]"
    r"(?:[a-z-]+ )?$"
    r"|\b(?:he|she)(?: has|'s) (?:just |now )?(?:been|become) (?:made |the |an? )?$"
    r"|\b(?:was|got|been) (?:made|promoted to|moved to|appointed) (?:the |an? )?$"
)
# 他们采购的是灯条 tells what they buy, 同事都叫他尺子 what anybody calls him
_DOES = re.compile(r"采购$"), re.compile(r"的(?:是|都|主要|东西|产品|货|量|设备)|[了过]|[一二两三四五六七八九十百\d]")
_CROWD = re.compile(r"同事$"), re.compile(r"[们都也]|之?间|里|(?:戏|私下|背后|背地里)?[称叫喊管]")
# "a Japanese cheese buyer they've been chasing": somebody whom the customer wants to win
_WANTED = re.compile(
    r" (?:(?:that|who|whom) )?(?:they|he|she|the customer)(?:'ve|'d| have| had)?"
    r" (?:(?:all|always|long|once) )?(?:been )?"
    r"(?:chas|court|woo|want|lost|los|dream|hop|hunt|after|supply|suppli|sell|sold|eye|eyeing|fanc)\w*\b"
)
# "whether the board is involved, I don't know"
_WHETHER = re.compile(r"\bwhether (?:the|their|an?|any) $")
_INVOLVED = re.compile(
    r" (?:is|are|was|gets?|will be|has to be|have to be|must be) (?:involved|asked|needed|consulted|part of|in on)\b"
)
_THING = re.compile(  # 店长群, 护士站, "operator panel": something of theirs
    r"(?:级|证书?|公司|单位|费|岗|职位|的?培训|群里?|办公室|团队|制|事务所|软件|系统|[客网]?端|站|室|所|手册|助手|大会"
    r"|[\u3400-\u9fff]{0,6}?(?:学会|协会|商会|联合会))"
    r"|(?:'s)? (?:software|systems?|training|role|job|position|fees?|level|guide|manual|app|portal|dashboard|station"
    r"|licen[cs]e|certificate|teams?|meeting|course|community|network|panel|handbook|interface|company|firm|chain"
    r"|business|group|market|room|office|shortage|vacancy)\b"
)


class Nobody:
    """Tells a bare title that means a person from one that does not."""

    def __init__(self, lists: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        owned = any_of(lists["relatives"]["en"])
        self._relative_before = re.compile(rf"\b{owned} (?:of|to|for) (?:the |their )?$")
        self._relative = re.compile(rf"'s (?:\w+ )?{owned}\b|的?{any_of(lists['relatives']['zh'])}")

    def has_somebody(self, title: Mention, clean: str) -> bool:
        """Say whether the words tell of a relative or an aide of who bears the title: 总经理秘书, "the owner's son"."""
        return bool(self._relative.match(clean, title.end) or self._relative_before.search(clean, 0, title.start))

    @staticmethod
    def is_no_title(title: Mention, clean: str) -> bool:
        """Say whether what looks like a title tells what they do, or of all who work there."""
        return any(word.search(title.name) and behind.match(clean, title.end) for word, behind in (_DOES, _CROWD))

    def is_meant(self, title: Mention, clean: str) -> bool:
        """Say whether a bare title is of our own side, of many, of a thing, or of whose relative is told."""
        if _OURS.search(clean, 0, title.start) or self.has_somebody(title, clean):
            return True
        if title.title in _ROLES or _SOME.search(clean, 0, title.start) or _THING.match(clean, title.end):
            return True
        if _IS_A_FIRM.match(clean, title.end) or _WANTED.match(clean, title.end):
            return True
        if _WHETHER.search(clean, 0, title.start) and _INVOLVED.match(clean, title.end):
            return True
        if _ANY_ONE.search(clean, 1, title.start) and not _INTRODUCED.search(clean, 0, title.start):
            return True
        return title.role == "user" and bool(_MANY.match(clean, title.end))
