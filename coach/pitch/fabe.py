"""FABE: feature, advantage, benefit, evidence, with the need that the benefit quotes."""

from __future__ import annotations

from collections.abc import Sequence

from coach.knowledge.words import Words
from coach.pitch.catalogue import Answer

AT_MOST = 2  # the article: too many features sound like a foreign language


def fabe_lines(answers: Sequence[Answer], words: Words, lang: str) -> list[str]:
    """Return one sentence a feature, two at most. A feature without a document says that evidence is missing."""
    lines = []
    for answer in answers[:AT_MOST]:
        key = "fabe_line" if answer.feature.evidence else "fabe_line_missing"
        lines.append(
            words.say(
                key,
                lang,
                feature=answer.feature.feature[lang],
                advantage=answer.feature.advantage[lang],
                benefit=answer.benefit[lang],
                quote=answer.need.quote,
                **({"evidence": answer.feature.evidence[lang]} if answer.feature.evidence else {}),
            )
        )
    return lines
