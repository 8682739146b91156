"""What is asked of whoever stores conversations, as plain JSON: the server does it, `coach` never opens its file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from coach.privacy.mentions import Called, Mentions
from coach.privacy.states import FORGOT, is_about, without_account, without_person
from coach.privacy.subject import Subject

Json = dict[str, Any]
# takes a request, returns {"conversations": count, "left": [[path, reason], ...]}
Conversations = Callable[[Json], Json]
FORGET, OLDER, SHOW = "forget", "older", "show"


def forget_request(subject: Subject, mentions: Mentions, ids: list[str], spared: list[str]) -> Json:
    """Return the request to take the subject out of all conversations but those of the senders in `spared`."""
    return {
        "do": FORGET,
        "whole": subject.whole,
        "keys": sorted(subject.keys),
        "firms": list(subject.account_names),
        "called": subject.called.to_json(),
        "stand_in": dict(mentions.stand_in),
        "ids": ids,
        "spared": spared,
    }


def is_asked_of(user: str, request: Json) -> bool:
    """Say whether the request is on what this user talked about: on all but the spared ones, or on one `only`."""
    return user not in request["spared"] and request.get("only", user) == user


def cleaned_state(state: Json, request: Json) -> Json | None:
    """Return the state of a conversation as the request wants it; None when nothing is to be changed.

    A conversation on another account only loses the name of an account that is forgotten: a person of the same name
    there is somebody else.
    """
    called = Called(**{name: tuple(values) for name, values in request["called"].items()})
    mentions = Mentions(called, request["stand_in"])
    keys = frozenset(request["keys"])
    if is_about(state, keys):
        if request["whole"]:
            return without_account(state, mentions)
        return without_person(state, mentions, frozenset(request["ids"]))
    firms = Mentions(Called(names=tuple(request["firms"])), request["stand_in"])
    if request["whole"] and firms.inside(state):
        return {**firms.replaced(state), **({FORGOT: True} if "interview" in state else {})}
    return None
