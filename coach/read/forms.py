"""Which rules for the form of a question may speak, by the mark that ends the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from coach.read.matcher import Hit

# These invite or ask without a question mark: "tell me about ...", "I wonder whether ...", "..., right".
_WITHOUT_MARK = ("open_invitations", "open_indirect", "closed_indirect", "closed_tag")
_STATED = (".", "。", "!", ";")


def plausible(hits: Sequence[Hit], clean: str) -> list[Hit]:
    """Return the hits that can hold: none for "no question" before a question mark, and no word of a question
    in a sentence that ends as a statement ("you don't like the idea.")."""
    ending = clean.rstrip(" \"')")
    if ending.endswith("?"):
        return [hit for hit in hits if hit.rule.label != "none"]
    if ending.endswith(_STATED):
        return [hit for hit in hits if hit.rule.label == "none" or hit.rule.topic in _WITHOUT_MARK]
    return list(hits)
