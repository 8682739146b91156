"""Names that are nobody of the customer's: who speaks, a cat, a brand, a firm, the rival's salesman."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from coach.people.mention import Mention, overlaps, places
from coach.people.same import POLITE
from coach.people.words_of import any_of
from coach.text.normalize import normalize

# "I am Thiago from Curitiba"
_SPEAKER = re.compile(r"\b(?:i am|i'm|my name is|my name's) $|我(?:是|叫|姓|的?名字叫)$")
_OWNED = re.compile(r"['’]s\b|的")
# what bears a person's name and is none: "a cat called Angus", 狗叫大宝
_NO_HUMAN = re.compile(
    r"\b(?:cat|dog|horse|pony|cow|bull|goat|parrot|bird|hen|pig|donkey|puppy|kitten|ship|boat|vessel|ferry|truck|lorry|van|bus"
    r"|robot|machine|oven|crane|app|system|software|server|printer|project|pub|bar|hotel|street|town|village|river"
    r"|storm|hurricane|typhoon)"
    r"(?: (?:is|was|they|we|people|everyone))? (?:called|named|nicknamed|call|by the name of) $"
    r"|(?:猫|狗|马|牛|羊|猪|鸟|鹦鹉|驴|船|车|轮|机器人|机器|系统|软件|项目|台风)(?:子)?,?(?:名字)?(?:就)?(?:名?叫|是)(?:做|作)?$"
)
# "the Volter salesman": a word in capitals before who sells is a firm
_REP = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]hat|[Tt]heir|[Tt]his) (?P<firm>[A-Z][\w&'-]+(?: [A-Z][\w&'-]+)?)(?:['’]s)? (?:\w+ )?"
    r"(?:sales ?(?:man|woman|person|rep|representative|guy|lady|team)|reps?|representative|agent|distributor)\b"
)


class NoCustomer:
    """Knows brands, and words by which a name is taken back ("not Zhang but Wang")."""

    def __init__(self, lists: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        self._brands = re.compile(rf"\b{any_of(lists['brands']['en'])}\b|{any_of(lists['brands']['zh'])}")
        back = [*lists["taken_back"]["en"], *lists["taken_back"]["zh"]]
        self._taken_back = re.compile(rf"{any_of(back)}\s?(?:the |their |a )?$")

    def without_firms(
        self, mentions: Sequence[Mention], clean: str, firms: Sequence[Mention], reps: Sequence[Mention]
    ) -> list[Mention]:
        """Return the mentions that are no brand, no firm and none of the salesmen of others."""
        brands = places(self._brands, clean)
        return [m for m in mentions if not _is_brand(m, brands) and not _is_firm(m, firms) and not overlaps(m, reps)]

    def is_meant(self, mention: Mention, clean: str) -> bool:
        """Say whether the words before a mention show that it is nobody of the customer's, or that it is taken back."""
        if self._taken_back.search(clean, 0, mention.start):
            return True
        if not mention.named:
            return False
        speaks = _SPEAKER.search(clean, 0, mention.start) and not _OWNED.match(clean, mention.end)
        return bool(speaks or _NO_HUMAN.search(clean, 0, mention.start))


def reps_in(text: str) -> list[Mention]:
    """Return who comes to sell something to the customer: "the Volter salesman" is nobody of theirs."""
    return places(_REP, text)


def _is_brand(mention: Mention, brands: Iterable[Mention]) -> bool:
    """Say whether a mention is a brand; "señora Mercedes Llerena" is none."""
    return not POLITE.match(normalize(mention.name)) and overlaps(mention, brands)


def _is_firm(mention: Mention, firm_words: Iterable[Mention]) -> bool:
    """Say whether a mention is a firm's name; it is not where the firm bears the name of a family: Anna Lachance."""
    return any(
        w.start < mention.end and mention.start < w.end and not (mention.start < w.start and w.end <= mention.end)
        for w in firm_words
    )
