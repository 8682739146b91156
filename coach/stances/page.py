"""The account in words: position with reasons, each person in two lines, gaps and what to do about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach.accounts.records import Dossier
from coach.context import Tools
from coach.stances.gaps import DECIDER, Gap
from coach.stances.position import GREEN, Position, Reason, position
from coach.stances.standing import NextMove, Standing
from coach.stances.table import person_line, role_names
from coach.text.short import cut

_QUOTED, _NAMED = 60, 6  # characters of a quote; names in a list


def stance_page(dossier: Dossier, asof: date, lang: str, tools: Tools) -> str:
    """Return the page on the account as it stands on `asof`."""
    found = position(dossier, asof, tools.knowledge.ledger)
    lines = [*position_lines(found, dossier.account.name, asof, lang, tools)]
    if found.standings:
        lines.append(tools.words.say("stances_people", lang))
    for one in found.standings:
        lines += person_lines(one, lang, tools)
    return "\n".join([*lines, *gap_lines(found.gaps, lang, tools)])


def position_lines(found: Position, account: str, asof: date, lang: str, tools: Tools) -> list[str]:
    """Return the light with the score, and its reasons."""
    words = tools.words
    light = words.say(f"stances_light_{found.light}", lang)
    head = words.say(
        "stances_position",
        lang,
        account=" ".join(account.split()),
        day=asof,
        light=light,
        score=signed(found.score),
        best=found.best,
    )
    said = [reason_line(reason, found.score, lang, tools) for reason in found.reasons]
    if found.light == GREEN:
        said = [_green(found.standings, lang, tools)]
    return [head, *(words.say("stances_reason", lang, reason=reason) for reason in said)]


def signed(score: int) -> str:
    """Return the number with its sign: +7, 0, −3."""
    return f"{score:+d}".replace("-", "−") if score else "0"


def reason_line(reason: Reason, score: int, lang: str, tools: Tools) -> str:
    """Return why the light is not green."""
    return tools.words.say(
        f"stances_reason_{reason.rule.when}", lang,
        people=named(reason.people, lang, tools), score=signed(score), limit=reason.rule.score,
    )  # fmt: skip


def _green(people: Sequence[Standing], lang: str, tools: Tools) -> str:
    return tools.words.say(
        "stances_reason_green", lang,
        deciders=named([one.contact.name for one in people if one.has_role(DECIDER)], lang, tools),
        coaches=named([one.contact.name for one in people if one.stance == "coach"], lang, tools),
    )  # fmt: skip


def person_lines(one: Standing, lang: str, tools: Tools) -> list[str]:
    """Return a person in two lines: the place with the last sign, and what to do next."""
    words, gap = tools.words, "" if lang == "zh" else " "
    place = words.say("stances_reason", lang, reason=person_line(one, lang, tools) + gap + _last(one, lang, tools))
    return [place, words.say("stances_move", lang, move=next_move(one, lang, tools))]


def _last(one: Standing, lang: str, tools: Tools) -> str:
    if not one.evidence:
        return tools.words.say("stances_last_none", lang)
    sign = one.evidence[-1]
    if not sign.quote:
        return tools.words.say("stances_last_unquoted", lang, day=sign.day)
    return tools.words.say("stances_last", lang, day=sign.day, quote=shortened(sign.quote))


def shortened(quote: str) -> str:
    """Return the quote on one line, cut when it is long."""
    return cut(quote, _QUOTED)


def next_move(one: Standing, lang: str, tools: Tools) -> str:
    """Return the advice for a person: how to move them a step, to protect a coach, to contain an enemy."""
    quotes = [sign.quote for sign in one.supporting]
    return advice_in_words(one.next_move, " ".join(one.contact.name.split()), quotes, lang, tools)


def advice_in_words(move: NextMove, name: str, quotes: Sequence[str], lang: str, tools: Tools) -> str:
    """Return the advice for whoever is called `name`: by the reason that the quotes tell, else what `move` means."""
    if answer := tools.reasons.answer(move.stance, quotes):
        return answer[lang].format(name=name)
    advice = getattr(tools.knowledge.stances[move.stance], move.advice)[lang]
    return str(advice[move.number % len(advice)].format(name=name))


def gap_lines(gaps: Sequence[Gap], lang: str, tools: Tools) -> list[str]:
    """Return each gap with what to do about it."""
    words = tools.words
    if not gaps:
        return [words.say("stances_no_gaps", lang)]
    said = [
        words.say(
            f"stances_gap_{gap.kind}", lang,
            people=named(gap.people, lang, tools), roles=role_names(gap.roles, lang, tools), day=gap.day,
        )
        for gap in gaps
    ]  # fmt: skip
    return [words.say("stances_gaps", lang), *(words.say("stances_reason", lang, reason=gap) for gap in said)]


def named(names: Sequence[str], lang: str, tools: Tools) -> str:
    """Return the names as a list; of many only the first, and how many there are."""
    shown = tools.words.listing([" ".join(name.split()) for name in names[:_NAMED]], lang)
    if len(names) <= _NAMED:
        return shown
    return tools.words.say("stances_and_more", lang, names=shown, count=len(names))
