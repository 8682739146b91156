"""USP: the claim that the named rivals cannot make, with its evidence."""

from __future__ import annotations

from coach.knowledge.schema import Product
from coach.knowledge.words import Words


def usp_lines(product: Product, words: Words, lang: str) -> list[str]:
    """Return one line a unique claim; a claim without a document says so."""
    lines = []
    for unique in product.unique:
        feature = next(f for f in product.features if f.id == unique.feature)
        evidence = (
            words.say("usp_evidence", lang, evidence=feature.evidence[lang])
            if feature.evidence
            else words.say("usp_evidence_missing", lang)
        )
        lines.append(
            words.say("usp_line", lang, claim=unique.claim[lang], against=unique.against[lang], evidence=evidence)
        )
    return lines
