"""Whether a message turns down what was asked: it ends the question then; a "stop" ends the conversation too."""

from __future__ import annotations

from coach.context import Context

_ENDS = ("stop", "skip")
_BESIDE = ("no", "fillers")  # what may stand beside "never mind" and says no more


def declined(text: str, context: Context) -> bool:
    """Say whether `text` wants none of what was asked: "stop", "never mind", "no thanks". A bare "no" is an answer."""
    return _turns_down(text, context) or context.tools.reader.command(text).label in _ENDS


def stops(text: str, context: Context) -> bool:
    """Say whether `text` ends the conversation, not only the question: "stop"; neither "cancel" nor "that's all"."""
    if _turns_down(text, context) or context.tools.manners.is_only("nothing_more", text):
        return False
    return context.tools.reader.command(text).label == "stop"


def _turns_down(text: str, context: Context) -> bool:
    manners = context.tools.manners
    places = manners.places("declines", text)
    beside = (span for name in _BESIDE for span in manners.places(name, text))
    return bool(places) and _cover([*places, *beside], text)


def reply(text: str, context: Context) -> str | None:
    """Return `yes` or `no` when `text` is nothing but the answer to a yes/no question.

    Read before a yes: 还是算了 ("rather not") holds a 是 ("yes").
    """
    if declined(text, context):
        return "no"
    manners = context.tools.manners
    whole = manners.whole(text)
    if whole == "dont_know":  # 没问题 ("no problem") holds 没问 ("did not ask")
        agreed = manners.places("yes", text)
        return "yes" if agreed and _cover([*agreed, *manners.places("fillers", text)], text) else None
    return whole if whole in ("yes", "no") else None


def _cover(places: list[tuple[int, int]], text: str) -> bool:
    covered = {at for start, end in places for at in range(start, end)}
    return all(at in covered or not sign.isalnum() for at, sign in enumerate(text))
