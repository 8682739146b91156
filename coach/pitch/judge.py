"""Judge a pitch in the user's own words by the article's warnings."""

from __future__ import annotations

from coach.context import Tools
from coach.interview.state import Interview, Need
from coach.pitch.fabe import AT_MOST
from coach.text.normalize import normalize

_SHARED = 2  # Han characters or one longer word that must come back for a pitch to touch a need
_STOP = frozenset("的了是在我你他她们这那有和就不也都很要说会能对与及个一上下来去到为吗呢吧啊")


def judge_pitch(state: Interview, pitch: str, tools: Tools, question: str) -> list[str]:
    """Return the warnings that fire on `pitch`, else what is good about it."""
    words, lang = tools.words, state.lang
    lines = []
    named = tools.catalogue.features_named(pitch)
    if len(named) > AT_MOST:
        listed = words.listing(named, lang)
        lines.append(words.say("too_many_features", lang, count=len(named), features=listed))
    if not state.at("latent", "deep"):
        lines.append(words.say("too_early", lang, question=question))
    linked = linked_need(state, pitch, tools)
    if linked is None and state.needs:
        lines.append(words.say("no_benefit_said", lang, quote=state.needs[-1].quote))
    if lines or linked is None:
        return ["\n".join(lines)] if lines else [words.say("too_early", lang, question=question)]
    return [words.say("pitch_fine", lang, quote=linked.quote)]


def linked_need(state: Interview, pitch: str, tools: Tools) -> Need | None:
    """Return the need that `pitch` takes up: by its words, or by a topic that the reader finds in both."""
    topics = {hit.rule.topic for hit in tools.reader.scan(pitch).hits("need")}
    said = _content(pitch)
    for need in reversed(state.needs):
        if need.topic in topics or len(_content(need.quote) & said) >= _SHARED:
            return need
    return None


def _content(text: str) -> set[str]:
    """Return what carries meaning: pairs of Han characters, and words of four letters and more."""
    clean = normalize(text)
    pairs = {
        a + b
        for a, b in zip(clean, clean[1:], strict=False)
        if "\u3400" <= a <= "\u9fff" and "\u3400" <= b <= "\u9fff" and not {a, b} & _STOP
    }
    words = {
        word for word in "".join(c if c.isascii() and c.isalnum() else " " for c in clean).split() if len(word) > 4
    }
    return pairs | words
