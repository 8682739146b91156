"""Pick the product and the features that answer what was said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coach.knowledge.load import Knowledge
from coach.knowledge.needed import DEPTH
from coach.knowledge.schema import Feature, Product, Text
from coach.read.matcher import Rule, RuleMatcher, scan_of
from coach.text.normalize import normalize

_REMEMBERED = 2048  # texts


@dataclass(frozen=True)
class Stated:
    """A need as a pitch may quote it: its topic, depth and the very words."""

    topic: str
    level: str
    quote: str


@dataclass(frozen=True)
class Answer:
    """A feature of a product that answers a stated need."""

    product: str
    feature: Feature
    need: Stated
    benefit: Text


class Catalogue:
    """All products of all folders, with the words by which texts name them."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.products: dict[str, Product] = knowledge.products
        self._names = {key: (cat.name.zh, cat.name.en) for key, cat in knowledge.catalogues.items()}
        self._first = {key: catalogue.first for key, catalogue in knowledge.catalogues.items()}
        self._matcher = RuleMatcher(
            [Rule(f"fits/{key}", "fits", key, cat.fits.all()) for key, cat in knowledge.catalogues.items()]
            + [Rule(f"product/{key}", "product", key, product.terms.all()) for key, product in self.products.items()]
            + [
                Rule(f"feature/{key}/{feature.id}", "feature", f"{key}/{feature.id}", feature.mentions.all())
                for key, product in self.products.items()
                for feature in product.features
            ]
        )

        # needs are asked for their trade at every turn and for every page
        self._trades_in = lru_cache(maxsize=_REMEMBERED)(self._read_trades)

    def named(self, text: str) -> str | None:
        """Return the key of the product that `text` names, the longest name first."""
        hits = [hit for hit in self._matcher.match(scan_of(text)) if hit.rule.task == "product"]
        best = max(hits, key=lambda hit: (hit.end - hit.start, -hit.start), default=None)
        return best.rule.label if best else None

    def features_named(self, text: str) -> list[str]:
        """Return the words of `text` that name features, one a place."""
        places: dict[tuple[int, int], str] = {}
        for hit in self._matcher.match(scan_of(text)):
            if hit.rule.task == "feature" and not any(a < hit.end and hit.start < b for a, b in places):
                places[(hit.start, hit.end)] = text[hit.start : hit.end]
        return list(places.values())

    def trade_of(self, texts: Iterable[str]) -> str | None:
        """Return the catalogue whose words of the trade occur most in `texts`, None when none does."""
        counts = Counter(key for text in texts for key in self._trades_in(text))
        return min(counts, key=lambda key: (-counts[key], key), default=None)

    def _read_trades(self, text: str) -> tuple[str, ...]:
        """Return the catalogue of each word of a trade in `text`."""
        hits = self._matcher.match(scan_of(text))
        return tuple(hit.rule.label.split("/")[0] for hit in hits if hit.rule.task in ("fits", "product"))

    @property
    def trades(self) -> list[str]:
        """The keys of the catalogues."""
        return sorted(self._first)

    def trade_named(self, text: str) -> str | None:
        """Return the catalogue that `text` names, by its name or by words of its trade."""
        clean = normalize(text)
        for key, names in self._names.items():
            if any(normalize(name) in clean for name in names):
                return key
        return self.trade_of([text])

    def answers(self, product: str, needs: Sequence[Stated]) -> list[Answer]:
        """Return the features of `product` that answer `needs`: deep needs first, each need and feature once."""
        pairs = [
            Answer(product, feature, need, feature.benefits[need.topic])
            for need in needs
            for feature in self.products[product].features
            if need.topic in feature.benefits
        ]
        pairs.sort(key=lambda a: (-DEPTH[a.need.level], a.feature.evidence is None))
        chosen: list[Answer] = []
        for answer in pairs:
            if all(answer.need != c.need and answer.feature.id != c.feature.id for c in chosen):
                chosen.append(answer)
        return chosen

    def first_product(self, trade: str | None) -> str | None:
        """Return the product that a catalogue begins with: that of `trade`, else of the first catalogue by name."""
        key = trade or min(self._first, default=None)
        return f"{key}/{self._first[key]}" if key else None

    def best_product(self, needs: Sequence[Stated], trade: str | None) -> str | None:
        """Return the product that answers most, deep needs counting most; None when none answers anything."""

        def worth(key: str) -> int:
            return sum(DEPTH[answer.need.level] for answer in self.answers(key, needs))

        keys = [key for key in self.products if trade is None or key.startswith(trade + "/")]
        best = max(keys, key=worth, default=None)
        return best if best is not None and worth(best) > 0 else None
