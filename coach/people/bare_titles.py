"""Titles that stand for people without a name: "the purchasing manager", 采购经理, "her PA told me"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from coach.people.mention import Mention, cut_across, overlaps, touches
from coach.people.shaped_titles import ShapedTitles
from coach.people.title_lists import TitleLists
from coach.people.words_of import any_of
from coach.text.clauses import clauses

# "can't face her boss" tells of no boss, "her PA told me" tells of the PA
_AIDES = re.compile(
    r"\b(?:his|her) (pa|personal assistant|assistant|secretary|deputy)\b"
    r"(?= (?:told|says?|said|also|warned|let|has))"
)
_SUBJECT = re.compile(
    r"\W*(?:(?:and|but|so|then|now|also) )*(?:(?:the|their|a|an) )?|[\s,]*(?:还有|另外|他们|客户|对方)*的?"
)
_TOWARDS = re.compile(  # "the head of packaging told Anna to wait"
    r"\b(?:told|tells?|asked|asks?|warned|warns?|informed|met|meets?|sent|sends?|called|calls?|to|with|about|against) $"
    r"|(?:跟|和|给|向|对|找|问|让|叫|告诉|带|劝|骂)$"
)


class BareTitles:
    """Finds titles, those in lists and those known by their shape."""

    def __init__(self, titles: TitleLists, shaped: ShapedTitles) -> None:
        self._roles, self._departments, self._shaped = titles.roles, titles.departments, shaped
        han = any_of(titles.han)
        latin = any_of(title for title in titles.zh if title.isascii())
        # 我老板 and 我们老板 are told of us, not of the boss; 他们老板 is theirs
        self.zh = re.compile(rf"(?<![我他她])(?<!我们)(?<!自己)(?:{han}|(?<![a-z]){latin}(?![a-z]))")
        self._en = re.compile(rf"(?<!\bmy )(?<!\bhis )(?<!\bher )(?<!\byour )\b({any_of(titles.en)})\b")

    def role_in(self, text: str, clean: str) -> str | None:
        """Return the role that the first title or department in `text` suggests."""
        found = self.find(text, clean, self._shaped.find(text, clean), [], [])
        return next((mention.role for mention in found if mention.role), None)

    def find(
        self,
        text: str,
        clean: str,
        shaped: Sequence[tuple[int, int]],
        names: Sequence[Mention],
        others: Sequence[Mention],
    ) -> list[Mention]:
        """Return the bare titles that lie across none of the names; one in no list holds the listed ones in it.

        `shaped` are the places of titles known by their shape, `others` those of words that are no names.
        """
        found = [
            Mention(text[start:end], start, end, clean[start:end], self._shaped.role(clean[start:end]), named=False)
            for start, end in shaped
            if not touches(start, end, names) and not self._shaped.is_listed(clean[start:end])
        ]
        listed = (title for title in self._listed(text, clean, others) if not overlaps(title, names))
        found += [title for title in listed if not overlaps(title, found)]
        return [replace(each, particular=any(a <= each.start and each.end == b for a, b in shaped)) for each in found]

    def _listed(self, text: str, clean: str, others: Sequence[Mention]) -> Iterable[Mention]:
        for match in self.zh.finditer(clean):
            longer = [other for other in others if not (match.start() < other.start and other.end <= match.end())]
            if not cut_across(match, longer):  # 总会计师 holds 会计师, which alone is a firm's: 会计师事务所
                yield self._titled(text, match.group(), *match.span())
        for match in (*_AIDES.finditer(clean), *self._en.finditer(clean)):
            yield self._titled(text, match.group(1), *match.span(1))

    def _titled(self, text: str, title: str, start: int, end: int) -> Mention:
        role, person = self._roles.get(title), title not in self._departments
        return Mention(text[start:end], start, end, title, role, named=False, person=person)


def beside_a_name(mention: Mention, others: Sequence[Mention], clean: str) -> bool:
    """A bare title in a clause that names somebody is not who the clause is about ("王工 asked his boss")."""
    if mention.named:
        return False
    spans = clauses(clean)
    start, end = next(((a, b) for a, b in spans if a <= mention.start < b), (0, len(clean)))
    names = [other for other in others if other.named and start <= other.start < end]
    if mention.particular and _SUBJECT.fullmatch(clean, start, mention.start):
        return not all(_TOWARDS.search(clean, mention.end, other.start) for other in names)
    return bool(names)
