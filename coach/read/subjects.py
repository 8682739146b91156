"""Clauses that tell of somebody else than who was named before: "everyone else is against us", 别人都支持我们."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from coach.knowledge.load import Knowledge
from coach.people.capitals import NAME
from coach.people.sexes import MEN, WOMEN, Sexes
from coach.people.words_of import words_of_examples
from coach.text.blanked import blanked
from coach.text.clauses import clauses, sentences
from coach.text.normalize import normalize

_JOINED = r"\W*(?:(?:and|but|so|then|also|while|whereas|meanwhile|though|although|however|yet|only)[, ]+)*"
_OTHERS = re.compile(
    _JOINED + r"(?:almost |nearly |even )?(?:"
    r"(?:everyone|everybody|someone|somebody|no one|nobody|anyone) else|(?:some |most |all )?others|nobody|no one"
    r"|the (?:others|rest|other (?:two|three|four|\w+s|one))|(?:most|some|many|all|both|half|two|three) of the \w+"
    r"|(?:(?:the|some|most|many|all|other|several|two|three) )?(?:nurses|drivers|operators|workers|fitters|staff"
    r"|colleagues|customers|patients|students|parents|teachers|doctors|guests|clients|tenants|residents|cooks|chefs"
    r"|technicians|installers|committee|board|council|union|unions|competitors?|rivals?)"
    r"|(?:his|her) (?:boss|deputy|successor|predecessor|husband|wife|son|daughter|brother|sister|father|mother|uncle"
    r"|secretary|assistant|colleagues?|superior|manager)"
    r")(?!['’]s?|,? who\b) (?!of\b)"
    r"|[,\s]*(?:而|但是?|不过|可是?|连|就连|倒是|只有|剩下|除了[他她])*(?:那些|这些|其他的?|别的|底下的?|下面的?)?"
    r"(?:别人|其他人|其余的?人|剩下的人|旁人|有人|没人|大家|工人们?|司机们|护士们|师傅们|操作工们?|老师们?|学生们?|病人们?|家长们?"
    r"|客人们?|员工们?|底下人|下面的人|底下的人|同事们|领导们|评委们?|委员们|工友们?)(?!的)"
)
_OF_THEM = re.compile(r"\b(?:he|she|him|her|hers|his)\b|[他她](?!们)")  # "nobody likes him" is told of him
_OPENS = re.compile(
    r"\W*(?:(?:and|but|so|then|also|because|as)[, ]+)*(?:he|she|who)\b|[,\s]*(?:还|又|也|而且|但|不过)*[他她](?!们)"
)
_DOES = (  # a verb behind its subject: "Loathes us" and "Absolutely loves it" have none before
    r"(?!(?:us|his|its|this|always|as|yes|ours|less|across|hers|perhaps|supplies|sales|operations|needed|red)\b)"
    r"(?:[a-z]{2,}(?:[^s'\W]s|ed)|is|was|has|had|will|won't|would|wouldn't|can|can't|cannot|could|couldn't|doesn't|does|did"
    r"|didn't|isn't|wasn't|told|said|went|got|made|put|took|came|left|kept|wrote|rang|gave|thought|knew|never|did)\b"
)
_STRANGER = re.compile(
    rf"\W*(?:(?:[Aa]nd|[Bb]ut|[Ss]o|[Tt]hen|[Ww]hile) )?(?P<name>{NAME})(?: {NAME})?"
    rf" ?(?:(?<= ){_DOES}|[是也就在说讲对把跟给每天还都想要不没很挺])"
)


_NOT_OF = {
    MEN: re.compile(r"\W*(?:(?:and|but|so|then|also)[, ]+)*she\b|[,\s]*(?:但|不过|而)?她(?!们)"),
    WOMEN: re.compile(r"\W*(?:(?:and|but|so|then|also)[, ]+)*he\b"),
}


# what a house resists is no stance of who tells it: "he says head office is against change", 她说公司今年不想换
_HOUSE = re.compile(
    r"(?:\b(?:says?|said|saying|tells? (?:me|us)|told (?:me|us)|explain(?:s|ed)|reports?|mentioned|admit(?:s|ted))"
    r"(?: that)? (?:(?:the|their|his|her) )?(?:whole )?(?:company|firm|group|business|management|board|head office"
    r"|headquarters|hq|parent(?: company)?|owners|hospital|school|factory|plant|department|top floor)"
    r"|(?:说|讲|表示|透露|告诉我们?)[,:]?(?:他们|我们|现在|今年|整个)*"
    r"(?:公司|集团|总部|厂里|医院|学校|上面|上头|管理层|董事会|单位|院里|校方))"
    r"(?P<resists>[^,.;!?。，；]{0,24}?(?:\b(?:resist(?:s|ing|ed)?|against|opposed|reluctant|not keen|not want(?:ing)?"
    r"|(?:doesn't|does not|don't|won't|will not) (?:want|like|touch|take|change|switch)|no appetite|afraid|wary"
    r"|cautious|slow)\b|不想|不愿|不肯|不打算|不让|不准|反对|抵触|排斥|抗拒|保守|怕换|怕麻烦)[^,.;!?。，；]*)"
)


class Subjects:
    """Tells clauses of which the subject is somebody else."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._sexes = Sexes(knowledge)

    @cached_property
    def _words(self) -> frozenset[str]:
        names = self._knowledge.word_lists["not_names"].words.en
        return frozenset(words_of_examples(self._knowledge)) | {str(name).lower() for name in names}

    def without_others(self, text: str, name: str = "") -> str:
        """Return what is told of the person of that name, with blanks for the clauses on somebody else.

        The clause that names the person stays, and what goes on about "him" or "her".
        """
        text = blanked(text, (match.span("resists") for match in _HOUSE.finditer(normalize(text))))
        clean, other, called = normalize(text), False, normalize(name).split()
        starts = {start for start, _ in sentences(text)}
        for number, (start, end) in enumerate(clauses(text)):
            if start in starts or _OPENS.match(clean, start, end):
                other = False
            if number and not any(word in clean[start:end] for word in called):
                other = other or self._is_of_other(text[start:end], clean[start:end])
                if other and not _OF_THEM.search(clean, start, end):
                    text = blanked(text, [(start, end)])
        return text

    def turns_to_another(self, clean: str, called: Sequence[str]) -> int | None:
        """Return where a sentence opens with a pronoun that cannot mean who is called so; None where none does."""
        pronoun = _NOT_OF.get(self._sexes.of(called) or "")
        if pronoun is None:
            return None
        return next((start for start, _ in sentences(clean)[1:] if pronoun.match(clean, start)), None)

    def opens_with_stranger(self, text: str) -> bool:
        """Say whether the first clause is about a capitalised word that is no word of the language: a name."""
        spans = clauses(normalize(text))
        return bool(spans) and self._is_stranger(text[slice(*spans[0])])

    def _is_of_other(self, words: str, clean: str) -> bool:
        return bool(_OTHERS.match(clean)) or self._is_stranger(words)

    def _is_stranger(self, words: str) -> bool:
        found = _STRANGER.match(words)
        return bool(found and found["name"].lower() not in self._words and not found["name"].endswith("ly"))
