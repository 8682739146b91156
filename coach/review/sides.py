"""Who sells and who buys: as told, else by the speakers' names, else guessed from their words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from coach.context import Tools
from coach.knowledge.reviewing import Names
from coach.review.ear import Ear
from coach.review.utterance import Utterance

SELLER, CUSTOMER, OTHER = "seller", "customer", "other"
_SAMPLE = 25  # utterances of a speaker that are looked at
_OFFERS = ("offer", "advantage", "benefit", "commit", "evidence", "permission", "discount", "close", "summary")
_LEVELS = ("surface", "latent", "deep")
_ASKED, _INTRODUCED, _OBJECTED = 0.5, 2.0, 2.0  # a question tells less of a side than an offer or a need


class SidesError(ValueError):
    """The sides are not known. `kind` is the end of a key `sides_*` in words/; `names` are those it speaks of."""

    def __init__(self, kind: str, names: Iterable[str]) -> None:
        self.kind, self.names = kind, list(names)
        super().__init__(f"{kind}: {len(self.names)}")


@dataclass(frozen=True)
class Signs:
    """What speaks for a side: counts over a speaker's first utterances."""

    asked: int = 0
    offered: int = 0
    introduced: int = 0
    needs: int = 0
    objected: int = 0

    @property
    def selling(self) -> float:
        """How much it sounds like selling; below 0 like buying."""
        own = self.asked * _ASKED + self.offered + self.introduced * _INTRODUCED
        return own - self.needs - self.objected * _OBJECTED


@dataclass(frozen=True)
class Sides:
    """The side of each speaker; `guess` holds the signs when the sides were guessed."""

    of: dict[str, str]
    guess: dict[str, Signs] | None = None

    def names(self, side: str) -> list[str]:
        return [name for name, own in self.of.items() if own == side]

    def to_json(self) -> dict[str, Any] | None:
        return {name: vars(signs) for name, signs in self.guess.items()} if self.guess else None


def sides_of(
    said: Sequence[Utterance], tools: Tools, ear: Ear, sellers: Collection[str] = (), customers: Collection[str] = ()
) -> Sides:
    """Return the sides. Raises SidesError when a name is unknown or the sides can't be told apart."""
    speakers = list(dict.fromkeys(utterance.speaker for utterance in said))
    if sellers or customers:
        return _as_told(speakers, sellers, customers)
    named = {name: side_named(name, tools.knowledge.reviewing.names) for name in speakers}
    if len(set(named.values()) - {None}) == 2 or (len(speakers) > 1 and any(named.values())):
        missing = CUSTOMER if SELLER in named.values() else SELLER
        return Sides({name: side or missing for name, side in named.items()})
    if len(speakers) < 2:
        raise SidesError("one", speakers)
    return _guessed(said, speakers, tools, ear)


def _as_told(speakers: Sequence[str], sellers: Collection[str], customers: Collection[str]) -> Sides:
    folded = {name.casefold(): name for name in speakers}
    unknown = [name for name in (*sellers, *customers) if name.strip().casefold() not in folded]
    if unknown:
        raise SidesError("unknown", [*unknown[:1], *speakers])
    of = {folded[name.strip().casefold()]: SELLER for name in sellers}
    of |= {folded[name.strip().casefold()]: CUSTOMER for name in customers}
    rest = OTHER if sellers and customers else CUSTOMER if sellers else SELLER
    return Sides({name: of.get(name, rest) for name in speakers})


def side_named(name: str, names: Names) -> str | None:
    """Return the side that a name such as "Customer 2" or 采购王经理 says by itself, else None."""
    bare = name.casefold().strip(" 0123456789:_-").strip()
    found = [(len(word), side) for side in (SELLER, CUSTOMER) for word in getattr(names, side) if _names(word, bare)]
    return max(found)[1] if found else None


def _names(word: str, bare: str) -> bool:
    """A word names a side when it is the whole name, or begins a Chinese one: 客户A, but not 我 in 我妈."""
    word = word.casefold()
    return bare == word or (not word.isascii() and len(word) > 1 and bare.startswith(word))


def _guessed(said: Sequence[Utterance], speakers: Sequence[str], tools: Tools, ear: Ear) -> Sides:
    signs = {name: _signs([u.text for u in said if u.speaker == name][:_SAMPLE], tools, ear) for name in speakers}
    ranked = sorted(speakers, key=lambda name: -signs[name].selling)
    most, least = signs[ranked[0]].selling, signs[ranked[-1]].selling
    if most - least < tools.knowledge.reviewing.told_apart:
        raise SidesError("unclear", speakers)
    middle = (most + least) / 2
    return Sides({name: SELLER if signs[name].selling > middle else CUSTOMER for name in speakers}, signs)


def _signs(texts: Sequence[str], tools: Tools, ear: Ear) -> Signs:
    asked = offered = introduced = needs = objected = 0
    for text in texts:
        scanned = tools.reader.scan(text)
        asked += scanned.scan.clean.count("?")
        offered += len({hit.rule.label for hit in scanned.hits("seller") if hit.rule.sure} & set(_OFFERS))
        introduced += ear.introduces(scanned.scan)
        needs += any(hit.rule.sure and hit.rule.label in _LEVELS for hit in scanned.hits("need"))
        objected += bool(ear.objections(scanned.scan))
    return Signs(asked, offered, min(introduced, 1), needs, objected)
