"""Find the people named in a text: by surname and title, first name, or title alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from coach.knowledge.load import Knowledge
from coach.people.apposed_names import ApposedNames
from coach.people.bare_titles import BareTitles, beside_a_name
from coach.people.behind_titles import NamesBehindTitles
from coach.people.called_so import IS_NICKNAME
from coach.people.chinese_names import ChineseNames
from coach.people.described import DescribedNames
from coach.people.dictated import DictatedNames
from coach.people.english_names import EnglishNames
from coach.people.familiar import FamiliarNames
from coach.people.foreign_names import ForeignNames
from coach.people.full_names import FullNames
from coach.people.joined_names import join
from coach.people.kin import Relatives, with_kin
from coach.people.known_names import known_in
from coach.people.latin_names import LatinNames
from coach.people.listed_names import ListedNames
from coach.people.mention import Mention, overlaps, places, touches
from coach.people.misspelt import Misspelt
from coach.people.no_customer import NoCustomer, reps_in
from coach.people.nobody import Nobody
from coach.people.shaped_titles import ShapedTitles
from coach.people.slips import without_slips
from coach.people.tasked_names import TaskedNames
from coach.people.title_lists import title_lists
from coach.people.told_surname import ToldSurnames
from coach.people.told_titles import said_of_somebody
from coach.people.words_of import any_of, lists_of, words_of_examples
from coach.text.normalize import normalize

_IS_THE_FIRM = re.compile(r"\s*(?:[:=-]|is|is called|called)\s*")  # "Buyer: Castellan Hotels"


class MentionFinder:
    """Finds mentions with the lists of `knowledge/people/`."""

    def __init__(self, knowledge: Knowledge) -> None:
        lists, titles = lists_of(knowledge), title_lists(knowledge)
        given = {name.lower() for name in lists["given_names"]["en"]}
        sure_given = given - {name.lower() for name in lists["not_names"]["en"]}
        common = lru_cache(maxsize=1)(partial(words_of_examples, knowledge))  # all examples are read for it: once
        zh, en, duties = titles.zh, titles.en, titles.duties
        self._roles = titles.roles
        self._not_names = re.compile(any_of(lists["not_names"]["zh"]))
        self._shaped = ShapedTitles(lists, titles.roles, sorted(titles.departments), duties)
        self._titles = BareTitles(titles, self._shaped)
        self._behind_titles = NamesBehindTitles(lists, titles.han)
        self._unknown_en = EnglishNames(lists, en, {*titles.departments}, sure_given)
        self._listed = ListedNames(lists, titles, self._unknown_en)
        self._unknown_zh = ChineseNames(lists, titles.han, titles.places)
        self._beside_latin = (
            ToldSurnames(lists, zh, duties),
            LatinNames(lists, [*zh, *en], duties, sure_given),
            ForeignNames(lists, zh, duties),
            FamiliarNames(lists, zh, duties),
            TaskedNames(lists, titles.han, titles.places),
        )
        self._apposed = ApposedNames(lists, [*titles.zh, *en], titles.places)
        self._relatives = Relatives(lists, [title for title in (*titles.zh, *en) if title not in titles.departments])
        self._described = DescribedNames(lists, en, common)
        self._full_names = FullNames(lists["surnames"]["zh"], lists["prefixes"]["zh"], self._listed.suffix)
        self._dictated = DictatedNames(lists, en, given, common)
        self._misspelt = Misspelt(en, common)
        self._nobody, self._no_customer = Nobody(lists), NoCustomer(lists)
        self._slips = re.compile(
            rf"[\s,.。!;-]*(?:(?:{any_of(lists['retractions']['en'])}(?![a-z])|{any_of(lists['retractions']['zh'])})[\s,.。!;-]*)+"
            r"(?:(?:it's|it is|he's|she's|是|叫|就是)\s*)?"
        )

    def find(
        self, text: str, known: Sequence[str] = (), firms: Sequence[str] = (), bystanders: Sequence[int] = ()
    ) -> list[Mention]:
        """Return the mentions in order of place; a title beside a name belongs to it.

        `known` are names that were told before, `firms` names that are no persons, `bystanders` where relatives
        begin who are nobody in the purchase. Whoever is taken back ("not
        Zhang but Wang") is not mentioned.
        """
        mended, back = self._misspelt.mend(text)
        if mended != text:
            return [_moved(mention, back) for mention in self.find(mended, known, firms)]
        clean = normalize(text)
        shaped = self._shaped.find(text, clean)
        # 麻醉科主任 is nobody of the name of 麻
        han = [(start, end) for start, end in shaped if not clean[start:end].isascii()]
        names = (m for m in self._names(text, clean) if not any(a <= m.start and m.end <= b for a, b in han))
        told_before = [*known_in(text, clean, known)]
        taken = [*told_before]
        taken += [mention for mention in names if not overlaps(mention, taken)]
        firm_words = [*known_in(text, clean, firms, firms=True)]
        reps = [rep for rep in reps_in(text) if not overlaps(rep, [*told_before, *firm_words])]
        found = self._no_customer.without_firms(taken, clean, firm_words, reps)
        found += self._bare_titles(text, clean, shaped, found, [*reps, *firm_words], firm_words)
        joined = join(sorted(found, key=lambda m: m.start), clean, self._behind_titles, text)
        joined = said_of_somebody(without_slips(joined, clean, self._slips), clean)
        people = [
            mention
            for mention in joined
            if mention.person
            and not (not mention.named and self._nobody.is_meant(mention, clean))
            and not beside_a_name(mention, joined, clean)
            and not self._no_customer.is_meant(mention, clean)
        ]
        kin = [one for one in self._relatives.find(text, clean) if one.start not in bystanders]
        return with_kin(kin, people, text, clean)

    def role_in(self, text: str) -> str | None:
        """Return the role that the first title or department in `text` suggests."""
        return self._titles.role_in(text, normalize(text))

    def _bare_titles(
        self,
        text: str,
        clean: str,
        shaped: Sequence[tuple[int, int]],
        names: Sequence[Mention],
        others: Sequence[Mention],
        firms: Sequence[Mention],
    ) -> list[Mention]:
        """Return the titles that are no nickname, lie across none of the others, and tell of no firm."""
        return [
            title
            for title in self._titles.find(text, clean, shaped, names, places(self._not_names, clean))
            if not overlaps(title, others) and not IS_NICKNAME.match(clean, title.end)
            if not any(_IS_THE_FIRM.fullmatch(clean, title.end, firm.start) for firm in firms)
            if not self._nobody.has_somebody(title, clean) and not self._nobody.is_no_title(title, clean)
        ]

    def _in_chinese(self, text: str, clean: str) -> Iterable[Mention]:
        """Return Latin names in a Chinese sentence, people of whom only the surname is told, and nicknames."""
        taken: list[Mention] = []
        for found in (each for finder in self._beside_latin for each in finder.find(text, clean)):
            role = self._roles.get(found.title) if found.title else None
            mention = Mention(found.name, found.start, found.end, found.title, role)
            if not overlaps(mention, taken):
                taken.append(mention)
        return taken

    def _names(self, text: str, clean: str) -> Iterable[Mention]:
        taken: list[Mention] = [*self._in_chinese(text, clean)]
        others = places(self._not_names, clean)
        taken += self._listed.find(text, clean, others, taken)
        titles = places(self._titles.zh, clean)
        chinese = [span for span in self._unknown_zh.find(clean) if not touches(*span, titles)]  # 跟单员, not 单员
        for start, end in (*self._unknown_en.find(text, clean), *self._described.find(text, clean), *chinese):
            mention = Mention(text[start:end], start, end)
            inside = [m for m in taken if start <= m.start and m.end <= end and m.end - m.start < end - start]
            taken = [m for m in taken if m not in inside]  # "Solheim" is part of "Ingrid Solheim"
            if not overlaps(mention, taken) and not touches(start, end, others):
                taken.append(mention)
        for start, end in (*self._dictated.find(text, clean), *self._apposed.find(text, clean)):
            if not touches(start, end, taken):
                taken.append(Mention(text[start:end], start, end))
        for start, end in self._full_names.find(clean, [(m.start, m.end, m.name) for m in taken]):
            mention = Mention(text[start:end], start, end)
            taken = [*(m for m in taken if not touches(m.start, m.end, [mention])), mention]
        return taken


def _moved(mention: Mention, back: Callable[[int], int]) -> Mention:
    """Return the mention at its place in the text before misspelt titles were put right."""
    start, end = back(mention.start), back(mention.end)
    return replace(mention, start=start, end=end, since=back(mention.since))
