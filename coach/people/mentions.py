"""Find the people named in a text: by surname and title, first name, or title alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from coach.knowledge.load import Knowledge
from coach.knowledge.patterns import GAP, expand
from coach.knowledge.schema import LANGUAGES
from coach.text.clauses import clauses
from coach.text.normalize import normalize

# what may follow a full Chinese name behind a title: without it, where the name ends cannot be told
_VERBS = "说|是|负责|私|提醒|告诉|觉得|想|要|问|很|不|也|总|老|在|跟|对"
_CAPITALISED = r"[A-Z][a-zà-ÿ]+(?:-[A-Z][a-z]+)?"


@dataclass(frozen=True)
class Mention:
    """A person named in a text. `name` as typed; `title` normalised or None; `role` is what the title suggests."""

    name: str
    start: int
    end: int
    title: str | None = None
    role: str | None = None
    named: bool = True  # False when only a title stands for the person
    person: bool = True  # False for a department, which only tells more of a named person


class MentionFinder:
    """Finds mentions with the lists of `knowledge/people/`."""

    def __init__(self, knowledge: Knowledge) -> None:
        lists = {
            name: {
                lang: [normalize(w) for p in getattr(words.words, lang) if isinstance(p, str) for w in expand(p)]
                for lang in LANGUAGES
            }
            for name, words in knowledge.word_lists.items()
        }
        self._role_of_title: dict[str, str | None] = {}
        self._departments: set[str] = set()
        titles: dict[str, list[str]] = {"zh": [], "en": []}
        for group in knowledge.titles.values():
            for lang in LANGUAGES:
                for pattern in getattr(group.titles, lang):
                    if isinstance(pattern, str) and GAP not in pattern:
                        for title in expand(normalize(pattern)):
                            titles[lang].append(title)
                            self._role_of_title.setdefault(title, group.role)
                            if not group.person:
                                self._departments.add(title)
        surname = _any(lists["surnames"]["zh"])
        suffix = _any([*lists["honorifics"]["zh"], *(set(titles["zh"]) - self._departments)])
        prefix = _any(lists["prefixes"]["zh"])
        given_zh = _any(lists["given_names"]["zh"])
        self._not_names = re.compile(_any(lists["not_names"]["zh"]))
        self._given = {name.lower() for name in lists["given_names"]["en"]}
        self._surnames = {name.lower() for name in lists["surnames"]["en"]}
        self._not_given = {name.lower() for name in lists["not_names"]["en"]}
        self._zh_name = re.compile(rf"{surname}{suffix}|{prefix}{surname}(?={_VERBS}|的|和|,|、|。|$)|{given_zh}")
        self._zh_full = re.compile(rf"{surname}[\u4e00-\u9fff]{{1,2}}(?={_VERBS}|,|、|:|$)")
        han = _any(title for title in titles["zh"] if not title.isascii())
        latin = _any(title for title in titles["zh"] if title.isascii())
        # 我老板 is told of me, not of the boss
        self._zh_title = re.compile(rf"(?<![我他她们])(?<!自己)(?:{han}|(?<![a-z]){latin}(?![a-z]))")
        self._en_title = re.compile(
            rf"(?<!\bmy )(?<!\bhis )(?<!\bher )(?<!\byour )\b({_any(titles['en'])})\b", re.IGNORECASE
        )
        honorific = _any([h.rstrip(".") for h in (*lists["honorifics"]["en"], *lists["prefixes"]["en"])])
        self._en_polite = re.compile(rf"\b(?i:{honorific})\.? {_CAPITALISED}")
        self._en_name = re.compile(rf"(?<![A-Za-z])({_CAPITALISED})(?: ({_CAPITALISED}))?(?![A-Za-z])")

    def find(self, text: str) -> list[Mention]:
        """Return the mentions in order of place; a title beside a name belongs to it."""
        clean = normalize(text)
        found = [*self._names(text, clean)]
        found += [title for title in self._titles(text, clean) if not _overlaps(title, found)]
        joined = _join(sorted(found, key=lambda m: m.start), clean, self._zh_full, text)
        return [mention for mention in joined if mention.person and not _beside_a_name(mention, joined, clean)]

    def _names(self, text: str, clean: str) -> Iterable[Mention]:
        taken: list[Mention] = []
        others = [Mention(m.group(), m.start(), m.end()) for m in self._not_names.finditer(clean)]
        for match in self._zh_name.finditer(clean):
            if _cut_across(match, others):
                continue
            name = text[match.start() : match.end()]
            title = next(
                (t for t in sorted(self._role_of_title, key=len, reverse=True) if match.group().endswith(t)),
                None,
            )
            role = self._role_of_title.get(title) if title else None
            taken.append(Mention(name, match.start(), match.end(), title, role))
        for match in self._en_polite.finditer(text):
            taken.append(Mention(match.group(), match.start(), match.end()))
        for match in self._en_name.finditer(text):
            first, second = match.group(1), match.group(2)
            known = first.lower() in (self._given | self._surnames) - self._not_given
            end = match.end(1)
            if known and second and second.lower() not in self._not_given:
                end = match.end(2)
            mention = Mention(text[match.start() : end], match.start(), end)
            if known and not _overlaps(mention, taken):
                taken.append(mention)
        return taken

    def _titles(self, text: str, clean: str) -> Iterable[Mention]:
        others = [Mention(m.group(), m.start(), m.end()) for m in self._not_names.finditer(clean)]
        for match in self._zh_title.finditer(clean):
            if _cut_across(match, others):
                continue
            yield self._titled(text, match.group(), match.start(), match.end())
        for match in self._en_title.finditer(clean):
            yield self._titled(text, match.group(1), match.start(1), match.end(1))

    def _titled(self, text: str, title: str, start: int, end: int) -> Mention:
        role, person = self._role_of_title.get(title), title not in self._departments
        return Mention(text[start:end], start, end, title, role, named=False, person=person)


def _beside_a_name(mention: Mention, others: list[Mention], clean: str) -> bool:
    """A bare title in a clause that names somebody is not who the clause is about ("王工 asked his boss")."""
    if mention.named:
        return False
    spans = clauses(clean)
    own = next(((start, end) for start, end in spans if start <= mention.start < end), (0, len(clean)))
    return any(other.named and own[0] <= other.start < own[1] for other in others)


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, the longest first."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(map(re.escape, ordered)) + ")" if ordered else r"(?!)"


def _overlaps(mention: Mention, others: Iterable[Mention]) -> bool:
    return any(mention.start < other.end and other.start < mention.end for other in others)


def _cut_across(match: re.Match[str], others: Iterable[Mention]) -> bool:
    """Say whether what is no name lies across the match; one inside a longer title does not count."""
    start, end = match.span()
    return any(o.start < end and start < o.end and not (start <= o.start and o.end < end) for o in others)


_BESIDE = re.compile(
    r"\s*(?:[,(、]|,?\s*(?:the|their|our|from|in|is|who is|is in|is from|is the|is their|runs|heads)"
    r"|在|是(?:他们)?(?:公司)?的?|的)?\s*(?:the |their )?"
)


def _join(mentions: list[Mention], clean: str, full_name: re.Pattern[str], text: str) -> list[Mention]:
    """Give a title beside a name to that name: "Marco, the purchasing manager", "采购经理李强"."""
    joined: list[Mention] = []
    for mention in mentions:
        if not mention.named and (match := full_name.match(clean, mention.end)):
            mention = replace(mention, name=text[match.start() : match.end()], end=match.end(), named=True)
        before = joined[-1] if joined else None
        if before and before.named != mention.named and _BESIDE.fullmatch(clean[before.end : mention.start]):
            person, title = (before, mention) if before.named else (mention, before)
            joined[-1] = replace(
                person,
                start=before.start,
                end=mention.end,
                title=title.title,
                role=title.role or person.role,
                person=True,
            )
        elif not (before and mention.start < before.end):
            joined.append(mention)
    return joined
