"""FABE: feature, advantage, benefit, evidence, with the need that the benefit quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.knowledge.needed import DEPTH
from coach.knowledge.words import Words
from coach.pitch.catalogue import Answer, Stated

AT_MOST = 2  # the article: too many features sound like a foreign language


def fabe_lines(answers: Sequence[Answer], words: Words, lang: str) -> list[str]:
    """Return one sentence a feature, two at most. A feature without a document says that evidence is missing."""
    return [_line(answer, words, lang) for answer in answers[:AT_MOST]]


def _line(answer: Answer, words: Words, lang: str) -> str:
    feature = answer.feature
    values = {
        "feature": feature.feature[lang],
        "advantage": feature.advantage[lang],
        "benefit": answer.benefit[lang],
        "quote": answer.need.quote,
    }
    if feature.evidence is None:
        return words.say("fabe_line_missing", lang, turn=0, **values)
    return words.say("fabe_line", lang, turn=0, evidence=feature.evidence[lang], **values)


def frame_lines(name: str, needs: Sequence[Stated], words: Words, lang: str) -> list[str]:
    """Return the sentence for a product of no catalogue, if there is a need to quote: the deepest one.

    Feature, advantage, benefit and evidence are left open. How to write a catalogue is for the caller to add, once.
    """
    deepest = _deepest(needs)
    if deepest is None:
        return []
    return [
        words.say("fabe_frame_head", lang, name=name), words.say("fabe_frame_line", lang, quote=deepest.quote),
    ]  # fmt: skip


def shared_frame_lines(told: Mapping[str, Sequence[Stated]], words: Words, lang: str) -> list[str]:
    """Return that sentence once for several people, and what each of them said; `told`: the needs by name."""
    quotes = {name: need.quote for name, needs in told.items() if (need := _deepest(needs))}
    each = [words.say("fabe_frame_for", lang, name=name, quote=quote) for name, quote in quotes.items()]
    return [words.say("fabe_frame_shared", lang), *each] if each else []


def _deepest(needs: Sequence[Stated]) -> Stated | None:
    return max(needs, key=lambda need: DEPTH[need.level], default=None)
