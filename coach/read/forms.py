"""What the rules for the form of a question may say of a sentence, and which of them decides.

A phrase does not see its sentence: "what you told me" is in statements, "is it" in open questions too. So the mark
that ends the sentence and the place of each phrase say which ones count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.learn.model import Prediction
from coach.read.agree import agreeing
from coach.read.matcher import Hit

# These invite or ask without a question mark: "tell me about ...", "I wonder whether ...", "..., right".
_WITHOUT_MARK = ("open_invitations", "open_order", "closed_order", "open_indirect", "closed_indirect", "closed_tag")
_BEFORE_QUOTE = ("open_invitations", "open_indirect", "closed_indirect")  # the others ask within the quoted words
# A clause that asks behind one that only leads up to it: "you said it went well, so what changed?". A pronoun behind
# the question word makes it a part of a statement ("..., how you feel").
_ASKS_LATER = re.compile(
    r"(?:[,:;…]|\s-+|--)\s*(?:(?:so|and|but|well|like|then|okay|ok|just|maybe|now)[\s,]+)*"
    r"(?:(?:what|how|why)(?!\s+(?:i|you|we|they|he|she|it)\b)\b"
    r"|(?:who|when|where|which)(?:'s|\s+(?:is|are|was|were|do|does|did|would|will|can|could|should|else|one|of))\b)"
)
_STATED = (".", "。", "!", ";", "-")  # a dash: the speaker was cut short, or the line was
_OWN_TELLING = "none_statement"  # 我来讲讲: in a statement it asks nothing, though 讲讲 does
_BEFORE_MARK = "none_reflection"  # the one kind of statement that may end with a question mark
_STATED_FACT = "closed_stated"  # a statement of fact that does: it waits for a yes or no
# Which kind of rule decides, the first that fired. Of the next ones, the one that stands first: what follows it hangs
# on it ("do you know how ...", "what could you ...").
_FIRST = ("closed_tag", "closed_scale", "open_invitations")
_ORDER = ("closed_order", "open_order", "open_indirect", "closed_indirect")
_NAMED = ("closed_name", "closed_place")  # the noun or verb beside 什么, 哪里, "what" tells: a fact, not an account
_FACT = ("closed_fact", *_NAMED)
# They see more of a sentence than a model that counts words, so the model never overrules them.
STRUCTURAL = frozenset(("closed_tag", "closed_scale", "closed_order", "open_order", _BEFORE_MARK, _STATED_FACT, *_FACT))


def plausible(hits: Sequence[Hit], clean: str) -> list[Hit]:
    """Return the hits that can hold: before a question mark, none for "no question" but a statement said back; in a
    sentence that ends as a statement ("you don't like the idea.") or with quoted words, no word of a question."""
    if _quotes(clean):
        return [hit for hit in hits if hit.rule.label == "none" or hit.rule.topic in _BEFORE_QUOTE]
    if asks(clean):
        asking = [hit for hit in hits if hit.rule.label != "none" or hit.rule.topic == _BEFORE_MARK]
        later = _ASKS_LATER.search(clean)
        return [hit for hit in asking if not (later and hit.rule.topic in (_BEFORE_MARK, _STATED_FACT))]
    if states(clean):
        told = [hit for hit in hits if hit.rule.topic == _OWN_TELLING]
        asking = [hit for hit in hits if hit.rule.label == "none" or hit.rule.topic in _WITHOUT_MARK]
        return [hit for hit in asking if hit in told or not any(_covers(own, hit) for own in told)]
    return list(hits)


def _covers(hit: Hit, other: Hit) -> bool:
    """Say whether a phrase holds all words of another one and more before them."""
    return hit.first < other.first and other.last <= hit.last


def asks(clean: str) -> bool:
    """Say whether a sentence ends with a question mark that is the speaker's own, not one of quoted words."""
    return clean.rstrip(" \"')").endswith("?") and not _quotes(clean)


def states(clean: str) -> bool:
    """Say whether a sentence ends as a statement does; one that ends with quoted words does so too."""
    return clean.rstrip(" \"')").endswith(_STATED) or _quotes(clean)


def _quotes(clean: str) -> bool:
    """Say whether a sentence leads up to quoted words and ends with them: 'people ask, "why so late?"'."""
    ending = clean.strip()
    return ending.endswith('"') and '"' in ending[1:-1]


def possible(hits: Sequence[Hit], clean: str) -> frozenset[str] | None:
    """Return the labels that a sentence can have, None for all: a statement asks only where a rule says so."""
    return frozenset({"none", *(hit.rule.label for hit in hits)}) if states(clean) else None


def asked(hits: Sequence[Hit], prediction: Prediction) -> str | None:
    """Decide a form by the sure hits: by the kind of rule, then by place, then as other tasks do."""
    for topic in _FIRST:
        for hit in hits:
            if hit.rule.topic == topic:
                return hit.rule.label
    if any(hit.rule.topic in _ORDER for hit in hits):
        ordered = [hit for hit in hits if hit.rule.topic in (*_ORDER, *_FACT)]
        return min(ordered, key=lambda hit: (hit.first, hit.last)).rule.label
    for topics in ((_STATED_FACT,), (_BEFORE_MARK, *_NAMED)):
        for hit in hits:
            if hit.rule.topic in topics:
                return hit.rule.label
    return agreeing(hits, prediction)
