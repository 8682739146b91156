"""Takes an account or a person out of the stored state of a conversation; works on plain JSON of any version."""

from __future__ import annotations

from typing import Any

from coach.accounts.names import name_key
from coach.interview.state import Interview
from coach.privacy.mentions import Called, Mentions

Json = dict[str, Any]
FORGOT = "forgot"  # true in the state whose last messages must not be kept either


def is_about(state: Any, keys: frozenset[str]) -> bool:
    """Say whether the interview of `state`, what "back" would bring back of it, or the questions after a visit are
    about an account of `keys`."""
    interview = interview_in(state)
    after = _after_in(state)
    names = [interview.get("account"), (interview.get("undo") or {}).get("account"), after.get("name")]
    return any(isinstance(name, str) and name_key(name) in keys for name in names)


def interview_in(state: Any) -> Json:
    """Return the interview of a state, which older versions kept alone; {} when there is none."""
    if not isinstance(state, dict):
        return {}
    inner = state.get("interview", state)
    return inner if isinstance(inner, dict) else {}


def _after_in(state: Any) -> Json:
    """Return the questions after a visit that are kept in a state; {} when there are none."""
    after = state.get("after") if isinstance(state, dict) else None
    return after if isinstance(after, dict) else {}


def without_account(state: Json, mentions: Mentions) -> Json:
    """Return the state with a new interview; elsewhere in it the names are replaced."""
    old = interview_in(state)
    fresh = Interview(lang=old.get("lang", "zh"), lang_fixed=bool(old.get("lang_fixed"))).to_json()
    if "interview" not in state:
        return fresh
    rest = {**state, "wish": None, "later": None, "after": None} if "after" in state else state
    if _after_in(state) and rest.get("mode") == "after_visit":
        rest = {**rest, "mode": "interview"}
    return {**_replaced(rest, mentions), "interview": fresh, FORGOT: True}


def without_person(state: Json, mentions: Mentions, ids: frozenset[str]) -> Json:
    """Return the state without the person, their needs and answers; elsewhere in it the names are replaced.

    `ids` are those of records that are forgotten, to which the interview may point.
    """
    cleaned = _interview_without(interview_in(state), mentions, ids)
    if "interview" not in state:
        return cleaned
    after = _after_in(state)
    rest = _replaced(state, mentions)
    if after:
        rest["after"] = {**rest["after"], "interview": _interview_without(after["interview"], mentions, ids)}
    return {**rest, "interview": cleaned, FORGOT: True}


def _interview_without(interview: Json, mentions: Mentions, ids: frozenset[str]) -> Json:
    gone = {person["id"] for person in interview.get("people", []) if _is_one(person, mentions.called)}
    cleaned = {name: _without(name, value, gone, mentions) for name, value in interview.items()}
    cleaned |= {"undo": None, "joined": None, "judgement": None}
    if _points_to(str(cleaned.get("asking") or ""), gone):
        cleaned["asking"] = None
    if isinstance(cleaned.get("kept"), dict):
        cleaned["kept"] = {fact: record for fact, record in cleaned["kept"].items() if record not in ids}
    return mentions.replaced(cleaned)


def _replaced(state: Json, mentions: Mentions) -> Json:
    # a rehearsal and its undo are replayed from the lines, so the lines alone are what can hold a name
    return {name: value if name == "interview" else mentions.replaced(value) for name, value in state.items()}


def _is_one(person: Json, called: Called) -> bool:
    wanted = {name_key(name) for name in called.names}
    whole = Mentions(Called(forms=called.forms))
    return any(name_key(name) in wanted or _fills(whole, name) for name in person.get("names", []))


def _fills(mentions: Mentions, name: str) -> bool:
    """Say whether a form such as 王总 is the whole of `name`."""
    return mentions.spans(name) == [(0, len(name))]


def _without(name: str, value: Any, gone: set[str], mentions: Mentions) -> Any:
    """Return a list of the interview without what is of the people in `gone`."""
    if not isinstance(value, list):
        return value
    if name == "people":
        return [person for person in value if person["id"] not in gone]
    if name in ("needs", "used"):
        return [item for item in value if item.get("person") not in gone]
    if name == "asked":
        return [item for item in value if item.get("about") not in gone]
    if name == "answers":
        return [item for item in value if not mentions.inside(item.get("text"))]
    return value


def _points_to(asking: str, gone: set[str]) -> bool:
    return asking.partition(":")[2] in gone
