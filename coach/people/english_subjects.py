"""English full names shown by what the sentence, or the next one, tells of who bears them.

"Sourcing belongs to Devon Whitlock", "Gaz Horrocks. Runs the joiners", "Nothing moves without Birgit Falk".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from coach.people.words_of import any_of

_OPENS = re.compile(
    r"(?:^|[.!?;:\n]\s*)"
    r"(?:(?:then|next|next up|now|and|also|first|second|third|fou?rth|fifth|last|finally|plus|another|one more|up front"
    r"|there's|there is|there was|we have|you have|you got|you've got|(?:first|last) of all)[,:]?"
    r" (?:is |comes |there's |there is |we have )?)*$"
)
# a verb without its subject, which stands before the mark: "chairs the committee", "looks after the vans"
_OBJECT = (
    r"(?:the|all|every\w*|our|ours|their|any\w*|whatever|what|which|who|whom|his|her|them|it|each|an?|for|on|off|up|in"
    r"|with|to|at|over|nobody|most|two|three|\d+|things|by)\b"
)
_ON_THE_WAY = r"(?:(?:also|now|just|only|always|never|still) )?"
_WITH = (
    r"(?:(?:is|are|'s|sits?|rests?|lies|belongs?|falls?|goes?|comes?|stays?|lands?|runs?|has to go|have to go|must go)"
    r"(?: all| always| both| entirely| now| here| there)?"
    r"(?: down to| up to| to| with| through| via| on| by| past| in the hands of)(?: an?| one)?"
    r"|[:=]) $"
)
_HE_NEXT = re.compile(r" ?[.;:!,] ?(?:(?:and|but|so|then) )?(?:he|she|it was (?:him|her|he|she))\b")
_HE_LATER = re.compile(
    r" (?!(?:and|or|of|suppl|sell|sold|deliver|quot|offer|make|made|build|ship|produc|import|send|sent|bought|buy)\w*)"
    r"[^.!?;]{3,80}[.!?;] ?(?:he|she)\b"
)
_IS_FOR = re.compile(
    r"(?:'s| is| was|'s been| has been)(?: \w+)? (?:against|for us|for it|on our side|on side|keen|afraid|scared"
    r"|sceptical|skeptical|livid|furious|delighted|thrilled|dead set|suspicious|the (?:one|man|woman) who)\b"
    r"|(?:'s| has) been \w+ing (?:our|us|me|every\w+|people|all)\b"
    r"|,? on the \w+ side\b"
)
_BY = re.compile(
    r"\b(?:no|nobody|nothing|no one|every\w*|all|whoever|anyone|any \w+)\b[^.!?;]{3,60}"
    r"\b(?:without|past|through|via|by) $"
    r"|\b(?:no|nobody|nothing|no one)\b[^.!?;]{3,60}\b(?:unless|until) $"
)
_ROLE_IS = re.compile(
    r"\b(?:decider|decision[ -]maker|approver|influencer|gatekeeper|initiator)(?: there)?(?: is|'s|,)? $"
)
_FROM = re.compile(
    r"\b(?:request|idea|push|proposal|initiative|project|wish) (?:originated|started|began|came)(?: with| from) $"
)


class EnglishSubjects:
    """Knows the tasks of a purchase, and what people in charge do."""

    def __init__(self, lists: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        task = rf"(?:{any_of(lists['tasks']['en'])}|(?:choice|choosing|selection) of [\w' -]{{2,24}}?)"
        side = r"(?: (?:side|part|work|bit|matters?|questions?|of (?:it|things)))?"
        self._task = re.compile(rf"\b{task}{side}(?: and [\w ]{{2,24}}?)? ?{_WITH}")
        doing = [words for words in lists["in_charge"]["en"] if words.split()[0].endswith("s")]
        works = any_of([*doing, *lists["person_acts"]["en"], *lists["person_deeds"]["en"]])
        self._works = re.compile(rf" ?[.,:;-] ?{_ON_THE_WAY}(?!(?:is|was|of)\b){works} (?:\w+ )?{_OBJECT}")

    def shown(self, clean: str, start: int, end: int) -> bool:
        """Say whether the full name from `start` to `end` of a folded text is shown to be a person's."""
        opens = bool(_OPENS.search(clean, 0, start))
        if opens and (self._works.match(clean, end) or _HE_LATER.match(clean, end)):
            return True
        before = clean[max(0, start - 90) : start]
        if _HE_NEXT.match(clean, end) or _IS_FOR.match(clean, end):
            return True
        return any(pattern.search(before) for pattern in (self._task, _BY, _FROM, _ROLE_IS))
