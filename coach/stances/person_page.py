"""One person in words: the evidence for and against, what the trend shows, and what would change the verdict."""

from __future__ import annotations

from collections.abc import Sequence

from coach.context import Tools
from coach.people.scale import UNKNOWN
from coach.stances.evidence import Evidence
from coach.stances.page import person_lines, shortened
from coach.stances.standing import Standing
from coach.stances.table import role_names


def person_page(one: Standing, lang: str, tools: Tools) -> str:
    """Return all that is known of where a person stands, and why."""
    words = tools.words
    lines = person_lines(one, lang, tools)
    if one.stance == UNKNOWN:
        lines += _listed(words.say("stances_faded", lang), one.evidence, lang, tools)
    else:
        lines += _listed(words.say("stances_supporting", lang), one.supporting, lang, tools)
        lines += _listed(words.say("stances_against", lang), one.against, lang, tools)
    if one.trend.shown_by:
        signs = words.listing([_sign(sign, lang, tools) for sign in one.trend.shown_by], lang)
        lines.append(words.say(f"stances_shown_{one.trend.direction}", lang, signs=signs))
    lines += _roles(one, lang, tools)
    return "\n".join([*lines, *_change(one, lang, tools)])


def _listed(head: str, evidence: Sequence[Evidence], lang: str, tools: Tools) -> list[str]:
    """Return the evidence below its heading, the weightiest first."""
    if not evidence:
        return []
    ordered = sorted(evidence, key=lambda sign: (-sign.weight, sign))
    return [head, *(_evidence(sign, lang, tools) for sign in ordered)]


def _evidence(sign: Evidence, lang: str, tools: Tools) -> str:
    words = tools.words
    details = [tools.knowledge.stances[sign.label].name[lang], words.say(f"stances_grade_{sign.grade}", lang)]
    if sign.who:
        details.append(words.say("stances_observed_by", lang, who=sign.who))
    return words.say(
        "stances_evidence", lang,
        day=sign.day, quote=_quoted(sign, lang, tools), details=words.listing(details, lang),
        weight=f"{sign.weight:.2f}",
    )  # fmt: skip


def _quoted(sign: Evidence, lang: str, tools: Tools) -> str:
    return tools.words.say("stances_quoted", lang, quote=shortened(sign.quote)) if sign.quote else ""


def _sign(sign: Evidence, lang: str, tools: Tools) -> str:
    return tools.words.say("stances_sign", lang, day=sign.day, quote=_quoted(sign, lang, tools))


def _roles(one: Standing, lang: str, tools: Tools) -> list[str]:
    """Return the words that each role rests on, and where the influence comes from."""
    words, lines = tools.words, []
    for held in one.roles:
        last, role = held.shown_by[-1], role_names([held.role], lang, tools)
        lines.append(words.say("stances_role", lang, role=role, day=last.day, quote=_quoted(last, lang, tools)))
    head = [words.say("stances_roles", lang)] if lines else []
    by_role = role_names([one.influence.role] if one.influence.role else [], lang, tools)
    source = words.say(f"stances_influence_{one.influence.source}", lang, value=one.influence.value, role=by_role)
    return [*head, *lines, source]


def _change(one: Standing, lang: str, tools: Tools) -> list[str]:
    """Return what would move the person a step up, and without what the verdict would fall."""
    return [line for line in (needed_line(one, lang, tools), without_line(one, lang, tools)) if line]


def needed_line(one: Standing, lang: str, tools: Tools) -> str | None:
    """Return what would move the person a step up; None for who cannot be nearer."""
    words, stances = tools.words, tools.knowledge.stances
    if not one.needed:
        return None
    name = " ".join(one.contact.name.split())
    key = {0: "none", 1: "one"}.get(one.needed.count, "many")
    example = tools.knowledge.ledger.stances[one.needed.label].shown_by[lang]
    return words.say(
        f"stances_needed_{key}", lang, name=name, example=example, count=one.needed.count,
        label=stances[one.needed.label].name[lang], grade=words.say(f"stances_grade_{one.needed.grade}", lang),
    )  # fmt: skip


def without_line(one: Standing, lang: str, tools: Tools) -> str | None:
    """Return without what the verdict would fall, and to which; None without a verdict."""
    if not one.counterfactual:
        return None
    signs = tools.words.listing([_sign(sign, lang, tools) for sign in one.counterfactual.without], lang)
    stance = tools.knowledge.stances[one.counterfactual.stance].name[lang]
    return tools.words.say("stances_without", lang, signs=signs, stance=stance)
