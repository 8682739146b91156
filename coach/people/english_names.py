"""English names that stand in no list: capitalised words beside what only a person is or does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.people.apposed_names import FAMILIES
from coach.people.called_so import WHOM_THEY_CALL
from coach.people.capitals import NAME as CAPITALISED
from coach.people.english_subjects import EnglishSubjects
from coach.people.words_of import any_of

_PAIR = re.compile(
    rf"(?<![\w.-])(?P<name>{CAPITALISED}(?: (?:van |von |de |der |den |la |di |al |bin )*{CAPITALISED})+)(?!\w)"
)
_SINGLE = re.compile(rf"(?<![\w.-])(?P<name>{CAPITALISED})(?!\w)")
_HE_SAYS = r"\s*,?\s*(?:says?|said|thinks?|told \w+)(?: that)? (?:he|she)\b"
_HE = r",? (?:he|she)\b"
_SHE_SAYS = re.compile(r", (?:he|she) (?:says?|said|told|reckons?|thinks?|calls?|goes)\b")  # "Humiliating, she says"
_THERE_IS = re.compile(r"\b(?:is|was|there's|(?:you|we|they|i)(?:'ve| have) (?:got )?|got|met|with|and|then) $")
_WHO = r", who (?:is|was|has|had|[a-z]+(?:s|ed))\b"
_MET = re.compile(
    r"\b(?:met|meet|called|saw|asked|rang|visited|named|contact|person|colleague|who"
    r"|(?:spoke|talked|speak|talk|dealt|deal|lunch|dinner|call|meeting|chatted|coffee|was|were) (?:to|with)"
    r"|(?:signed|led|run|owned|managed|chosen) by) $",
    re.IGNORECASE,
)
_ON_THE_WAY = r"(?: (?:also|always|never|then|now|really|just|still|only|often|today|yesterday|last week|privately))?"
_BRIEFLY = r"[^,.;:!?]{0,32}?"  # words that may stand between a human being and the name
_LINK = r"(?: is| was|'s|,)? (?:called |named |by the name of )?$"
_CALLED = re.compile(r" (?:called |named |by the name of )$")
_APPOSED = re.compile(r"(?:,| is| was) $")
_NAME_IS = re.compile(
    r"(?:^|[.!?;,] |\b(?:his|her|their|the \w+'s|the \w+ \w+'s|whose) )(?:first |last |sur)?name(?:'s| is) $"
    r"|\b(?:real|full|proper|given|actual|christian) name(?:'s| is|,|:)? $"
)
_DOUBTED = (
    r"\? (?:[^.!?]{0,60}\b(?:he|she|him|her|stands?|met|read)\b|hard to|difficult to|no idea|can't say|don't know"
    r"|not sure|neutral|friendly|polite|cool|quiet|correct|fair|reserved|against|in favour|on our side"
    r"|a supporter|an opponent)"
)

_PLACE = re.compile(r"\b(?:from|at|in|near|of|for|into|via|through|round|around|outside) $")  # then a firm or a town

# "Wee Malky, Malcolm Rennie on paper, ..." tells the name that papers bear
ON_PAPER = re.compile(
    r",? (?:on paper|officially|on the payroll|in the files|on (?:his|her) (?:card|badge|passport)"
    r"|to give (?:him|her) (?:his|her) (?:full|proper|real) name)(?=[,.;)]|$)"
)
_BOTH = re.compile(rf"[,(] ?{CAPITALISED}(?: {CAPITALISED})*")
_OF_FIRMS = r"(?:(?:machine |line |plant )?operator|installer|consultant|architect|designer)\b"
_AT = r"(?: (?:at|of|in|for|from) [^,.;:!?()]{1,30})?"  # "senior nurse at Ashgrove"
# what is put behind a name out of respect: Pandeyji, Rameshbhai, Tanaka-san
_RESPECT = re.compile(
    rf"(?<![\w.-])(?P<name>[A-Z][a-z]{{3,}}(?:ji|bhai|garu)"
    rf"|{CAPITALISED}[- ](?:san|sama|ji|saab|sahib|bhai|garu|ssi|nim|apa|didi|bhabi|bhabhi|bey|hanım|hanim|abi|abla"
    r"|sensei|saheb|sahiba))(?!\w)"
)
_LOOKS = {"big", "wee", "young", "old", "little"}
_SOMETHING = (
    r" (?:something|somebody|someone|whatsit|whatshisname|what's-his-name|what's-her-name)(?: or other)?"
    r"(?=[,.;)]| (?:from|in|at|of|on|who)\b|$)"
)
_OPENS = re.compile(r"(?:^|[.!?;\n]|(?<!customer)(?<!client)(?<!account)(?<!company):)\s*$")
Span = tuple[int, int]


def opens_sentence(clean: str, start: int) -> bool:
    """Say whether nothing stands before the place in its sentence."""
    return bool(_OPENS.search(clean, 0, start))


class EnglishNames:
    """Finds unknown names by what stands beside them; a firm, a place or the first word of a sentence is none."""

    def __init__(
        self, lists: dict[str, dict[str, list[str]]], titles: Sequence[str], departments: set[str], given: set[str]
    ) -> None:
        """`departments`: titles that are no persons; a mark or small word stands before, "Ted from facilities"."""
        blocked = [*lists["company_words"]["en"], *lists["not_names"]["en"]]
        brands = lists["brands"]["en"]
        self._blocked = set(blocked) | {word for brand in brands for word in brand.split()}
        self._given = given
        self._titles = set(titles)
        self._title_words = {word for each in titles for word in each.split()}
        title = any_of(titles)
        # of a title in no list ("catering lead") the last word is known
        titled = rf"(?:{title}|(?<= ){any_of(lists['ranks']['en'])})"
        human = any_of([*lists["humans"]["en"], *titles])
        small = r"(?:from|in|of|is|the|their|our|who|a|an|as) "
        unit = any_of(name for name in titles if name in departments)
        person = any_of(name for name in titles if name not in departments)
        beside = rf"\s*(?:(?:,|\(|-)?\s*(?:{small})*{person}|(?:(?:,|\(|-)\s*(?:{small})*|(?:{small})+){unit})\b"
        # Kjell Hauge. Crane driver.
        heads = rf"(?:,|\.|:|\s*\()\s*(?:the |their )?(?:[\w&'-]+ ){{0,2}}{titled}{_AT}\s*(?:[,.;)]|$)"
        is_one = rf"(?: is| was|'s) (?:(?:the|a|an|their|our|also|now|in) )+(?:[\w'-]+ ){{0,2}}{title}\b"
        is_titled = rf"'s (?:(?:the|a|an|their|our|also|now|in) )*{human}\b"
        acts, deeds = any_of(lists["person_acts"]["en"]), any_of(lists["person_deeds"]["en"])
        self._pair_ends = re.compile(rf"(?:'s)?(?:{_ON_THE_WAY} {acts}\b|{beside}|{_HE_SAYS})|{is_titled}|{_HE}|{_WHO}")
        place = rf"(?:the |their )?(?:[\w&'-]+ ){{0,2}}?{any_of(lists['workplaces']['en'])}\b"
        self._goes_on = re.compile(rf" (?:he|she|who)\b| (?:over |down |up )?(?:on|in|at|from) {place}")
        self._single_ends = re.compile(
            rf"{beside}|{_HE_SAYS}|{is_titled}|, (?:he|she)\b|{_ON_THE_WAY} {deeds}\b|{_DOUBTED}|{_SOMETHING}"
            rf"|, (?:the|their|our|his|her|a|an|one of the) {_BRIEFLY}\b{human}\b"
        )
        self._subjects = EnglishSubjects(lists)
        self._heads, self._is_one = re.compile(heads), re.compile(is_one)
        self._joined_title = re.compile(rf" {title}\b")
        before = any_of(name for name in titles if not name.startswith("the "))  # "in the kitchen Norsk ovens fail"
        self._title_before = re.compile(rf"\b{before},? (?:is |called |named )?$")
        self._title_is = re.compile(rf"(?:^|[.!?] )(?:the |their )?{title}'s $")  # CEO's Hemi Paraone.
        self._human_before = re.compile(rf"\b{human}\b{_BRIEFLY}{_LINK}")
        self._slip = re.compile(rf"\b{any_of(lists['retractions']['en'])},? (?:it's |it is |he's |she's )?$")
        self._called = re.compile(
            rf"\b{any_of(lists['nicknames']['en'])} (?:(?<=h[ie][mr] )the )?$"
            rf"|\b{any_of(lists['humans']['en'])} {WHOM_THEY_CALL}$"
        )
        kin = any_of(lists["relatives"]["en"])
        # "His wife Nana is choosing"
        self._whose_kin = re.compile(
            rf"\b(?:his|her|their|[a-z]+['’]s) (?:(?:older|younger|elder|eldest|big|little|own) )?{kin} $"
        )
        self._kin = {form for word in lists["relatives"]["en"] for form in (word, f"{word}s")}
        self._lower = re.compile(
            rf"(?<![\w.@-])(?P<name>{any_of(given)})(?= (?:from|in) (?:the )?{title}\b|{_HE_SAYS}"
            r"| (?:said|says|told|thinks|asked|complained|promised|mentioned)\b)"
        )

    def find(self, text: str, clean: str) -> Iterator[Span]:
        """Yield the spans of unknown names."""
        for match in _PAIR.finditer(text):
            start, end = self._without_opener(text, *match.span())
            words = text[start:end].lower().split()
            by_looks = len(words) == 2 and words[0] in _LOOKS  # Big Rab
            if " ".join(words) in self._titles or len(words) < 2:
                continue
            heads = self._heads.match(clean, end) and opens_sentence(clean, start)
            if self._blocked.intersection(words[by_looks:]):
                shown = heads or self._pair_ends.match(clean, end) or self._title_before.search(clean, 0, start)
                if shown and words[0] in self._given and FAMILIES.issuperset(self._blocked.intersection(words)):
                    yield start, end
                continue
            if heads or self._is_person(text, clean, start, end) or self._is_named(clean, start, end):
                yield start, end
        for match in _SINGLE.finditer(text):
            start, end = match.span()
            word = match.group().lower()
            if word not in self._title_words and self._is_called(clean, start, end):
                yield start, end  # "a fella they call Tiny"
                continue
            other = word in self._blocked | self._title_words | self._kin or word.endswith("ly")
            opens = opens_sentence(clean, start)
            if other or (opens and (self._joined_title.match(clean, end) or _SHE_SAYS.match(clean, end))):
                continue  # "Dyehouse supervisor is Murugesan" names the department
            if (
                (opens and (self._heads.match(clean, end) or self._is_one.match(clean, end)))
                or self._has_both(text, clean, end)
                or (self._single_ends.match(clean, end) and not _PLACE.search(clean, 0, start))
                or self._title_before.search(clean, 0, start)
                or self._is_named(clean, start, end)
                or (self._goes_on.match(clean, end) and _THERE_IS.search(clean, 0, start))
            ):
                yield start, end
        for pattern in (self._lower, _RESPECT):
            yield from (match.span("name") for match in pattern.finditer(text))

    def is_part_of_firm(self, text: str, start: int, end: int) -> bool:
        """Say whether the words, or the capitalised one behind them, belong to a firm: "Green Valley School"."""
        behind = re.compile(rf"(?: (?:{CAPITALISED}|[A-Z]{{2,}})\b)+").match(text, end)
        words = [*text[start:end].lower().split()[1:], *(behind.group().lower().split() if behind else [])]
        return bool(self._blocked.intersection(words))

    def _without_opener(self, text: str, start: int, end: int) -> Span:
        """Leave out leading words that only open the sentence: "Yesterday Ingrid Solheim said"."""
        small = self._blocked - _LOOKS
        while (space := text.find(" ", start, end)) > 0 and text[start:space].lower() in small:
            start = space + 1
        return start, end

    def _is_named(self, clean: str, start: int, end: int) -> bool:
        """Say whether the name is put beside a human being ("the daughter, Aoife, who"), or after "name's"."""
        before = clean[max(0, start - 60) : start]
        if _NAME_IS.search(before) or self._slip.search(before) or self._is_called(clean, start, end):
            return True
        if clean[end : end + 1] not in ("", ",", ".", ";", "!", "?", ")", " ", "'"):
            return False
        human = self._human_before.search(before)
        if human is None:
            return False
        if _CALLED.search(before):
            return True
        closed = clean[end : end + 1] in ("", ",", ".", ";", "!", ")") or clean.startswith(" who ", end)
        return closed and _APPOSED.search(before) is not None

    def _is_called(self, clean: str, start: int, end: int) -> bool:
        """Say whether people call somebody so, or it is a relative's name, right behind whose: "his wife Nana"."""
        if self._called.search(clean, 0, start):
            return True
        return clean[end : end + 1] in (" ", ",", ".", ";", ")", "") and bool(self._whose_kin.search(clean, 0, start))

    @staticmethod
    def _has_both(text: str, clean: str, end: int) -> bool:
        """Say whether the name on paper stands behind the one in use."""
        behind = _BOTH.match(text, end)
        return bool(behind and ON_PAPER.match(clean, behind.end()))

    def _is_person(self, text: str, clean: str, start: int, end: int) -> bool:
        first = clean[start:end].split()[0]
        if self._subjects.shown(clean, start, end):
            return True
        if ON_PAPER.match(clean, end) or self._has_both(text, clean, end):
            return True
        if self._pair_ends.match(clean, end) or self._title_before.search(clean, 0, start):
            return True
        if self._goes_on.match(clean, end) and _THERE_IS.search(clean, 0, start):
            return True
        if clean[end : end + 1] in (".", ",", ";") and self._title_is.search(clean, 0, start):
            return True
        return first in self._given or bool(
            _MET.search(clean, 0, start) and clean[end : end + 1] in ("", ",", ".", ";")
        )
