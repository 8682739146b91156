"""Find the people named in a text: by surname and title, first name, or title alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from coach.knowledge.load import Knowledge
from coach.knowledge.patterns import GAP, expand
from coach.knowledge.schema import LANGUAGES
from coach.people.behind_titles import NamesBehindTitles
from coach.people.capitals import LOWER, is_latin
from coach.people.capitals import NAME as _CAPITALISED
from coach.people.chinese_names import ChineseNames, cuts_across, ends_word, is_word
from coach.people.described import DescribedNames
from coach.people.dictated import DictatedNames
from coach.people.english_names import EnglishNames
from coach.people.familiar import FamiliarNames
from coach.people.foreign_names import ForeignNames
from coach.people.full_names import FullNames
from coach.people.joined_names import join
from coach.people.latin_names import LatinNames
from coach.people.mention import Mention
from coach.people.nobody import Nobody
from coach.people.same import POLITE
from coach.people.shaped_titles import ShapedTitles
from coach.people.slips import without_slips
from coach.people.told_surname import ToldSurnames
from coach.people.told_titles import is_said_of
from coach.people.words_of import any_of, lists_of, words_of_examples
from coach.text.clauses import clauses
from coach.text.language import has_han
from coach.text.normalize import normalize

_IN_TOWN = re.compile(r"\b(?:in|near|outside|around) $")  # "they sit in Colombo", who is a family as well
# "I am Thiago from Curitiba": who is speaking is nobody of the customer's
_SPEAKER = re.compile(r"\b(?:i am|i'm|my name is|my name's) $|我(?:是|叫|姓|的?名字叫)$")
# what bears a person's name and is none: "a cat called Angus", 狗叫大宝
_NO_HUMAN = re.compile(
    r"\b(?:cat|dog|horse|pony|cow|bull|goat|parrot|bird|hen|pig|donkey|puppy|kitten|ship|boat|vessel|ferry|truck|lorry|van|bus"
    r"|robot|machine|oven|crane|app|system|software|server|printer|project|pub|bar|hotel|street|town|village|river"
    r"|storm|hurricane|typhoon)"
    r"(?: (?:is|was|they|we|people|everyone))? (?:called|named|nicknamed|call|by the name of) $"
    r"|(?:猫|狗|马|牛|羊|猪|鸟|鹦鹉|驴|船|车|轮|机器人|机器|系统|软件|项目|台风)(?:子)?,?(?:名字)?(?:就)?(?:名?叫|是)(?:做|作)?$"
)
# 向老板汇报: nobody of the surname 向
_REPORTS = re.compile(
    r"(?:当面|私下|直接|专门|多次|先|再|去|来)?(?:汇报|请示|打听|打(?:小)?报告|报告|申请|提|要|散布|散播|保证|反映|告|建议|推荐|介绍|借|学|炫耀|抱怨|吹|解释"
    r"|交代|透露|了解|求|请教|承诺|表态|说明|道歉|诉苦|举报|证实|核实|确认|发)"
)
# "the Professor, they call her"
_IS_NICKNAME = re.compile(
    r",? (?:as )?(?:they|we|everyone|everybody|people|the \w+) (?:all |just |only )?calls? (?:him|her)(?=[,.;!]|$)"
)
_IS_THE_FIRM = re.compile(r"\s*(?:[:=-]|is|is called|called)\s*")  # "Buyer: Castellan Hotels"
_MANY_BEAR = {"同事", "领导", "上级"}
# "the Volter salesman": a word in capitals before who sells is a firm
_REP = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]hat|[Tt]heir|[Tt]his) (?P<firm>[A-Z][\w&'-]+(?: [A-Z][\w&'-]+)?)(?:['’]s)? (?:\w+ )?"
    r"(?:sales ?(?:man|woman|person|rep|representative|guy|lady|team)|reps?|representative|agent|distributor)\b"
)
_OWNED = re.compile(r"['’]s\b|的")
_A_WORD = 200  # times in the dictionary's corpus from which two characters are a word: 面包


class MentionFinder:
    """Finds mentions with the lists of `knowledge/people/`."""

    def __init__(self, knowledge: Knowledge) -> None:
        lists = lists_of(knowledge)
        self._role_of_title: dict[str, str | None] = {}
        self._departments: set[str] = set()
        duties: list[str] = []
        titles: dict[str, list[str]] = {"zh": [], "en": []}
        for group in knowledge.titles.values():
            for lang in LANGUAGES:
                for pattern in getattr(group.titles, lang):
                    if isinstance(pattern, str) and GAP not in pattern:
                        for title in expand(normalize(pattern)):
                            (duties if group.beside and lang == "zh" else titles[lang]).append(title)
                            self._role_of_title.setdefault(title, group.role)
                            if not group.person:
                                self._departments.add(title)
        han_titles = [title for title in titles["zh"] if not title.isascii()]
        places = [place for place in (*self._departments, *duties) if has_han(place)]
        surname = any_of(lists["surnames"]["zh"])
        suffix = any_of([*lists["honorifics"]["zh"], *(set(titles["zh"]) - self._departments)])
        given_zh = any_of(lists["given_names"]["zh"])
        self._not_names = re.compile(any_of(lists["not_names"]["zh"]))
        self._given = {name.lower() for name in lists["given_names"]["en"]}
        self._surnames = {name.lower() for name in lists["surnames"]["en"]}
        self._not_given = {name.lower() for name in lists["not_names"]["en"]}
        self._zh_name = re.compile(rf"{surname}{suffix}|{given_zh}")
        self._given_zh = re.compile(given_zh)
        self._behind_titles = NamesBehindTitles(lists, han_titles)
        han = any_of(title for title in titles["zh"] if not title.isascii())
        latin = any_of(title for title in titles["zh"] if title.isascii())
        # 我老板 and 我们老板 are told of us, not of the boss; 他们老板 is theirs
        self._zh_title = re.compile(rf"(?<![我他她])(?<!我们)(?<!自己)(?:{han}|(?<![a-z]){latin}(?![a-z]))")
        self._en_title = re.compile(
            rf"(?<!\bmy )(?<!\bhis )(?<!\bher )(?<!\byour )\b({any_of(titles['en'])})\b", re.IGNORECASE
        )
        no_name = any_of(lists["not_names"]["en"])
        self._en_polite = re.compile(
            rf"(?<![A-Za-z'’-]){_addressed(lists)} (?!(?i:{no_name})\b){_CAPITALISED}"
            rf"(?: (?!(?i:{no_name})\b){_CAPITALISED}){{0,2}}"
        )
        self._en_name = re.compile(rf"(?<![A-Za-z])({_CAPITALISED})(?: ({_CAPITALISED}))?(?![A-Za-z])")
        self._unknown_en = EnglishNames(lists, titles["en"], self._departments, self._given - self._not_given)
        self._unknown_zh = ChineseNames(lists, han_titles, places)
        self._latin = LatinNames(lists, [*titles["zh"], *titles["en"]], duties, self._given - self._not_given)
        self._foreign = ForeignNames(lists, titles["zh"], duties)
        common = lru_cache(maxsize=1)(partial(words_of_examples, knowledge))  # all examples are read for it: once
        self._described = DescribedNames(lists, titles["en"], common)
        self._familiar = FamiliarNames(lists, titles["zh"], duties)
        self._full_names = FullNames(lists["surnames"]["zh"], lists["prefixes"]["zh"], suffix)
        self._dictated = DictatedNames(lists, titles["en"], self._given, common)
        self._nobody = Nobody(lists)
        self._shaped = ShapedTitles(lists, self._role_of_title, sorted(self._departments), duties)
        self._surnames_told = ToldSurnames(lists, titles["zh"], duties)
        self._slips = re.compile(
            rf"[\s,.。!;-]*(?:{any_of([*lists['retractions']['en'], *lists['retractions']['zh']])}[\s,.。!;-]*)+"
            r"(?:(?:it's|it is|he's|she's|是|叫|就是)\s*)?"
        )
        # "can't face her boss" tells of no boss, "her PA told me" tells of the PA
        self._aides = re.compile(
            r"\b(?:his|her) (pa|personal assistant|assistant|secretary|deputy)\b"
            r"(?= (?:told|says?|said|also|warned|let|has))"
        )
        self._firms = re.compile(rf"\b{any_of(lists['brands']['en'])}\b|{any_of(lists['brands']['zh'])}")
        back = [*lists["taken_back"]["en"], *lists["taken_back"]["zh"]]
        self._taken_back = re.compile(rf"{any_of(back)}\s?(?:the |their |a )?$")

    def find(self, text: str, known: Sequence[str] = (), firms: Sequence[str] = ()) -> list[Mention]:
        """Return the mentions in order of place; a title beside a name belongs to it.

        `known` are names that were told before, `firms` names that are no persons. Whoever is taken back ("not
        Zhang but Wang") is not mentioned.
        """
        clean = normalize(text)
        shaped = self._shaped.find(text, clean)
        # 麻醉科主任 is nobody of the name of 麻
        han = [(start, end) for start, end in shaped if not clean[start:end].isascii()]
        names = (m for m in self._names(text, clean) if not any(a <= m.start and m.end <= b for a, b in han))
        told_before = [*_known(text, clean, known)]
        taken = [*told_before]
        taken += [mention for mention in names if not _overlaps(mention, taken)]
        firm_words, brands = [*_known(text, clean, firms)], _spans(self._firms, clean)
        reps = [rep for rep in _reps(text) if not _touches(rep.start, rep.end, [*told_before, *firm_words])]
        found = [
            m for m in taken if not _is_brand(m, brands) and not _is_firm(m, firm_words) and not _overlaps(m, reps)
        ]
        titles = [
            title
            for title in self._titles(text, clean, shaped, found)
            if not _overlaps(title, [*reps, *firm_words]) and not _IS_NICKNAME.match(clean, title.end)
            if not any(_IS_THE_FIRM.fullmatch(clean, title.end, firm.start) for firm in firm_words)
        ]
        nobody = self._nobody
        found += [t for t in titles if not nobody.has_somebody(t, clean) and not nobody.is_no_title(t, clean)]
        joined = join(sorted(found, key=lambda m: m.start), clean, self._behind_titles, text)
        joined = _said_of_somebody(without_slips(joined, clean, self._slips), clean)
        return [
            mention
            for mention in joined
            if mention.person
            and not (
                mention.named and _SPEAKER.search(clean, 0, mention.start) and not _OWNED.match(clean, mention.end)
            )
            and not (not mention.named and self._nobody.is_meant(mention, clean))
            and not _beside_a_name(mention, joined, clean)
            and not (mention.named and _NO_HUMAN.search(clean, 0, mention.start))
            and not self._taken_back.search(clean, 0, mention.start)
        ]

    def role_in(self, text: str) -> str | None:
        """Return the role that the first title or department in `text` suggests."""
        clean = normalize(text)
        found = self._titles(text, clean, self._shaped.find(text, clean), [])
        return next((mention.role for mention in found if mention.role), None)

    def _beside_latin(self, text: str, clean: str) -> Iterable[Mention]:
        """Yield Latin names in a Chinese sentence, people of whom only the surname is told, and nicknames."""
        taken: list[Mention] = []
        for found in (
            *self._surnames_told.find(clean), *self._latin.find(text, clean), *self._foreign.find(text, clean),
            *self._familiar.find(text, clean),
        ):  # fmt: skip
            role = self._role_of_title.get(found.title) if found.title else None
            mention = Mention(found.name, found.start, found.end, found.title, role)
            if not _overlaps(mention, taken):
                taken.append(mention)
        return taken

    def _names(self, text: str, clean: str) -> Iterable[Mention]:
        taken: list[Mention] = [*self._beside_latin(text, clean)]
        others = [Mention(m.group(), m.start(), m.end()) for m in self._not_names.finditer(clean)]
        for match in self._zh_name.finditer(clean):
            if _cut_across(match, others) or _touches(*match.span(), taken) or _is_cut(clean, *match.span()):
                continue
            if _is_towards(clean, match, self._role_of_title):
                continue
            if clean[match.start() - 1 : match.start()] in tuple("评聘升考"):
                continue  # 年底评高工 tells of a rank, and of no Gao
            if self._given_zh.fullmatch(match.group()) and ends_word(clean, *match.span()):
                continue  # 圣保罗
            name = text[match.start() : match.end()]
            title = next(
                (t for t in sorted(self._role_of_title, key=len, reverse=True) if match.group().endswith(t)),
                None,
            )
            role = self._role_of_title.get(title) if title else None
            taken.append(Mention(name, match.start(), match.end(), title, role))
        for match in self._en_polite.finditer(text):
            if not _touches(*match.span(), taken):
                taken.append(Mention(match.group(), match.start(), match.end()))
        for match in self._en_name.finditer(text):
            first, second = match.group(1), match.group(2)
            known = first.lower() in (self._given | self._surnames) - self._not_given
            end = match.end(1)
            if known and second and second.lower() not in self._not_given:
                end = match.end(2)
            mention = Mention(text[match.start() : end], match.start(), end)
            firm = known and self._unknown_en.is_part_of_firm(text, mention.start, end)
            town = first.lower() not in self._given and _IN_TOWN.search(clean, 0, mention.start)
            if known and not firm and not town and not _overlaps(mention, taken):
                taken.append(mention)
        titles = [match.span() for match in self._zh_title.finditer(clean)]
        chinese = [
            (start, end)
            for start, end in self._unknown_zh.find(clean)
            if not any(a < end and start < b for a, b in titles)  # 跟单员 is a title, not 单员
        ]
        for start, end in (*self._unknown_en.find(text, clean), *self._described.find(text, clean), *chinese):
            mention = Mention(text[start:end], start, end)
            inside = [m for m in taken if start <= m.start and m.end <= end and m.end - m.start < end - start]
            taken = [m for m in taken if m not in inside]  # "Solheim" is part of "Ingrid Solheim"
            if not _overlaps(mention, taken) and not _touches(start, end, others):
                taken.append(mention)
        for start, end in self._dictated.find(text, clean):
            if not _touches(start, end, taken):
                taken.append(Mention(text[start:end], start, end))
        for start, end in self._full_names.find(clean, [(m.start, m.end, m.name) for m in taken]):
            mention = Mention(text[start:end], start, end)
            taken = [*(m for m in taken if not _touches(m.start, m.end, [mention])), mention]
        return taken

    def _titles(self, text: str, clean: str, shaped: Sequence[tuple[int, int]], names: list[Mention]) -> list[Mention]:
        """Return the bare titles that lie across none of the names; one in no list holds the listed ones in it.

        `shaped` are the places of titles known by their shape.
        """
        found = [
            Mention(text[start:end], start, end, clean[start:end], self._shaped.role(clean[start:end]), named=False)
            for start, end in shaped
            if not _touches(start, end, names) and not self._shaped.is_listed(clean[start:end])
        ]
        listed = (title for title in self._listed(text, clean) if not _overlaps(title, names))
        found += [title for title in listed if not _overlaps(title, found)]
        return [replace(each, particular=any(a <= each.start and each.end == b for a, b in shaped)) for each in found]

    def _listed(self, text: str, clean: str) -> Iterable[Mention]:
        others = [Mention(m.group(), m.start(), m.end()) for m in self._not_names.finditer(clean)]
        for match in self._zh_title.finditer(clean):
            longer = [other for other in others if not (match.start() < other.start and other.end <= match.end())]
            if _cut_across(match, longer):  # 总会计师 holds 会计师, which alone is a firm's: 会计师事务所
                continue
            yield self._titled(text, match.group(), match.start(), match.end())
        for match in self._aides.finditer(clean):
            yield self._titled(text, match.group(1), match.start(1), match.end(1))
        for match in self._en_title.finditer(clean):
            yield self._titled(text, match.group(1), match.start(1), match.end(1))

    def _titled(self, text: str, title: str, start: int, end: int) -> Mention:
        role, person = self._role_of_title.get(title), title not in self._departments
        return Mention(text[start:end], start, end, title, role, named=False, person=person)


_SUBJECT = re.compile(
    r"\W*(?:(?:and|but|so|then|now|also) )*(?:(?:the|their|a|an) )?|[\s,]*(?:还有|另外|他们|客户|对方)*的?"
)


_TOWARDS = re.compile(  # "the head of packaging told Anna to wait"
    r"\b(?:told|tells?|asked|asks?|warned|warns?|informed|met|meets?|sent|sends?|called|calls?|to|with|about|against) $"
    r"|(?:跟|和|给|向|对|找|问|让|叫|告诉|带|劝|骂)$"
)


def _beside_a_name(mention: Mention, others: list[Mention], clean: str) -> bool:
    """A bare title in a clause that names somebody is not who the clause is about ("王工 asked his boss")."""
    if mention.named:
        return False
    spans = clauses(clean)
    start, end = next(((a, b) for a, b in spans if a <= mention.start < b), (0, len(clean)))
    names = [other for other in others if other.named and start <= other.start < end]
    if mention.particular and _SUBJECT.fullmatch(clean, start, mention.start):
        return not all(_TOWARDS.search(clean, mention.end, other.start) for other in names)
    return bool(names)


def _said_of_somebody(mentions: list[Mention], clean: str) -> list[Mention]:
    """Give a title that tells what somebody is to who was named before: "Sharon, she's the import coordinator"."""
    left: list[Mention] = []
    spans = clauses(clean)
    for mention in mentions:
        clause = next((start for start, end in spans if start <= mention.start < end), 0)
        place = next((i for i in reversed(range(len(left))) if left[i].named), None)
        if mention.named or not is_said_of(clean, clause, mention.start, mention.end, named_before=place is not None):
            left.append(mention)
        elif place is None:
            left.append(replace(mention, said_of=True))
        else:
            who = left[place]
            fuller = mention if mention.role and not who.role else who  # 总农艺师 tells more than 负责人
            left[place] = replace(who, title=fuller.title or mention.title, role=fuller.role)
    return left


def _addressed(lists: Mapping[str, Mapping[str, Sequence[str]]]) -> str:
    """Return a pattern for forms of address; a word for a relative is one in capitals: Uncle Muthu, no "uncle Tom"."""
    words = {word.rstrip(".") for word in lists["honorifics"]["en"]}
    kin = words.intersection(lists["relatives"]["en"])
    old = any_of(lists["prefixes"]["en"])
    return rf"(?:(?i:(?:{old} )?{any_of(words - kin)}|{old})\.?|{any_of(word.title() for word in kin)})"


def _overlaps(mention: Mention, others: Iterable[Mention]) -> bool:
    return _touches(mention.start, mention.end, others)


def _is_cut(clean: str, start: int, end: int) -> bool:
    """Say whether words lie across what looks like a name: 程总 in 工程总包, 包师傅 in 面包师傅."""
    if clean[start - 1 : start] in tuple("老小大"):
        return False
    return cuts_across(clean, start, end) or (end - start > 2 and is_word(clean[start - 1 : start + 1], _A_WORD))


def _reps(text: str) -> list[Mention]:
    """Return who comes to sell something to the customer: "the Volter salesman" is nobody of theirs."""
    return [Mention(match.group(), match.start(), match.end()) for match in _REP.finditer(text)]


def _is_towards(clean: str, match: re.Match[str], titles: Mapping[str, str | None]) -> bool:
    """Say whether 向 is the preposition and no surname: 向同事打听, 他向老板汇报."""
    title = match.group()[1:]
    if match.group()[0] != "向" or title not in titles:
        return False
    return title in _MANY_BEAR or bool(_REPORTS.match(clean, match.end()))


def _is_brand(mention: Mention, brands: Iterable[Mention]) -> bool:
    """Say whether a mention is a brand; "señora Mercedes Llerena" is none."""
    return not POLITE.match(normalize(mention.name)) and _overlaps(mention, brands)


def _is_firm(mention: Mention, firm_words: Iterable[Mention]) -> bool:
    """Say whether a mention is a firm's name; it is not where the firm bears the name of a family: Anna Lachance."""
    return any(
        w.start < mention.end and mention.start < w.end and not (mention.start < w.start and w.end <= mention.end)
        for w in firm_words
    )


def _cut_across(match: re.Match[str], others: Iterable[Mention]) -> bool:
    """Say whether what is no name lies across the match; one inside a longer title does not count."""
    start, end = match.span()
    return any(o.start < end and start < o.end and not (start <= o.start and o.end < end) for o in others)


def _touches(start: int, end: int, others: Iterable[Mention]) -> bool:
    return any(o.start < end and start < o.end for o in others)


def _known(text: str, clean: str, names: Sequence[str]) -> Iterable[Mention]:
    """Yield where a name that is known stands, and of an English one its first and its last word."""
    for match in _names_pattern(tuple(names)).finditer(clean):
        start, end = match.span()
        if not is_latin(match.group()) or text[start].isupper() or text == clean:
            yield Mention(text[start:end], start, end)


@lru_cache(maxsize=256)
def _names_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for the names; compiling it anew each turn would cost more than all the reading."""
    forms = {normalize(form) for name in names for form in _forms(name)}
    latin = any_of(form for form in forms if is_latin(form))
    # a Chinese character may stand right beside a name
    return re.compile(rf"(?<![{LOWER}\d]){latin}(?![{LOWER}\d])|{any_of(form for form in forms if not is_latin(form))}")


_LATIN_PART = re.compile(r"[^\W\d_\u3400-\u9fff][^\d_\u3400-\u9fff]+(?=[\u3400-\u9fff]{1,3}$)")  # Begoña女士


def _forms(name: str) -> set[str]:
    """Return the name and its parts that stand for it; "Mr" stands for anybody."""
    words = name.split()
    if polite := POLITE.match(normalize(name)):
        rest = words[len(polite.group().split()) :]
        return {name, *((" ".join(rest), rest[0], rest[-1]) if len(rest) > 1 else rest)}
    if plain := _LATIN_PART.match(name):
        return {name, *_forms(plain.group().strip())}
    if "·" in name:
        return {name, *name.split("·")}
    return {name, words[0], words[-1]} if is_latin(name) and len(words) > 1 and words[0][-1:] != "." else {name}


def _spans(pattern: re.Pattern[str], clean: str) -> list[Mention]:
    return [Mention(match.group(), match.start(), match.end()) for match in pattern.finditer(clean)]
