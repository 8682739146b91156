"""What the home tab shows: coming visits, gaps in accounts, unfinished rehearsals, each with its buttons."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from channels.slack.blocks import Block, block_of, plain_text, short
from channels.slack.desk import Desk
from channels.slack.forms import HOME
from channels.slack.people import Speaker
from channels.slack.rendering import escaped, length, pieces
from channels.slack.turns import language_for, sender_of, state_of
from coach.accounts.errors import BookError
from coach.accounts.say import trouble
from coach.view.state import conversation_in
from coach.visits.plan import Pair, coming, shown_start

MOST_TALKS = 20  # conversations in which an unfinished rehearsal is looked for
MOST_VISITS, MOST_GAPS, LONGEST_GAPS = 15, 10, 700  # 100 blocks are the most that a view holds


async def view(who: Speaker, desk: Desk, note: str = "") -> dict[str, Any]:
    """Return the tab of a person."""
    lang = language_for(who, "")
    blocks = [_section(note)] if note else []
    try:
        blocks += await asyncio.to_thread(_visits, who, lang, desk)
        blocks += await _unfinished(who, lang, desk)
    except BookError as error:
        blocks.append(_section(trouble(error, lang, desk.assistant.tools.words)))
    blocks += [{"type": "divider"}, *(block_of(piece) for piece in pieces(desk.say("slack_help", lang)))]
    return {"type": "home", "blocks": blocks[:100]}


def _visits(who: Speaker, lang: str, desk: Desk) -> list[Block]:
    """Return the coming visits, then what is not known of their accounts."""
    context = desk.context(who)
    pairs = coming(context.book, context.today)
    blocks = [_header(desk.say("slack_home_visits", lang))]
    if not pairs:
        blocks.append(_section(desk.say("slack_home_no_visits", lang)))
    for pair in pairs[:MOST_VISITS]:
        blocks += _visit(pair, who.tz or "", lang, desk)
    if len(pairs) > MOST_VISITS:
        blocks.append(_section(desk.say("visits_more", lang, count=len(pairs) - MOST_VISITS)))
    of_any = _button("contact", "", lang, desk) | {"text": plain_text(desk.say("slack_button_contact_any", lang))}
    blocks.append(_row("new", [of_any]))
    return [*blocks, *_gaps(pairs, who, lang, desk)]


def _visit(pair: Pair, zone: str, lang: str, desk: Desk) -> list[Block]:
    account, visit = pair
    line = " · ".join(filter(None, (shown_start(visit, zone), account.name, visit.place)))
    value = json.dumps({"a": account.id, "v": visit.id})
    stop = _button("cancel", value, lang, desk, visit.id)
    stop["confirm"] = {
        "title": plain_text(desk.say("slack_button_cancel", lang)), "text": plain_text(short(line, 300)),
        "confirm": plain_text(desk.say("slack_confirm_cancel", lang)), "deny": plain_text(desk.say("slack_keep", lang)),
    }  # fmt: skip
    row = [
        _button("brief", short(account.name, 2000), lang, desk, visit.id),
        _button("move", value, lang, desk, visit.id), stop,
        _button("contact", value, lang, desk, visit.id),
        _button("stance", value, lang, desk, visit.id),
    ]  # fmt: skip
    return [_section(line), _row(visit.id, row)]


def _gaps(pairs: list[Pair], who: Speaker, lang: str, desk: Desk) -> list[Block]:
    """Return what is not known of the person's own accounts."""
    from coach.stances.own_gaps import own_gaps
    from coach.stances.page import gap_lines

    found, more = own_gaps(pairs, MOST_GAPS, desk.context(who))
    texts = []
    for account, gaps in found:
        said = gap_lines(gaps, lang, desk.assistant.tools)[1:]
        shown = ["\n".join(piece.text for piece in pieces(line)) for line in said]
        texts.append(short("\n".join([account.name, *shown]), LONGEST_GAPS))
    if more:
        texts.append(desk.say("slack_home_more", lang, count=more))
    return [_header(desk.say("slack_home_gaps", lang)), *map(_section, texts)] if texts else []


async def _unfinished(who: Speaker, lang: str, desk: Desk) -> list[Block]:
    """Return the rehearsals that were left: that of the direct message with a button, those of threads by place."""
    known = desk.store.noted(f"dm {who.team} {who.id}")
    blocks: list[Block] = []
    if known and (found := await _left(sender_of(who.team, known), lang, desk)):
        scenario, name = found
        blocks += [_section(name), _row("rehearsal", [_button("resume", scenario, lang, desk)])]
    for sender in desk.store.talks_of(who.team, who.id, MOST_TALKS):
        channel, _, thread = sender.removeprefix(f"slack-{who.team}-").partition("-")
        if thread and (found := await _left(sender, lang, desk)):
            place = desk.say("slack_home_here", lang) if channel.startswith("D") else f"<#{channel}>"
            said = desk.say("slack_home_in_thread", lang, name=escaped(found[1]), place=place)
            blocks.append({"type": "section", "text": {"type": "mrkdwn", "text": said}})
    return [_header(desk.say("slack_home_unfinished", lang)), *blocks] if blocks else []


async def _left(sender: str, lang: str, desk: Desk) -> tuple[str, str] | None:
    """Return id and name of the scenario whose rehearsal is not over in a conversation."""
    scenarios = desk.assistant.tools.knowledge.scenarios
    rehearsal = conversation_in(await state_of(sender, desk)).rehearsal
    if rehearsal is None or rehearsal.over or rehearsal.scenario not in scenarios:
        return None
    return rehearsal.scenario, scenarios[rehearsal.scenario].name[lang]


def _button(what: str, value: str, lang: str, desk: Desk, place: str = "new") -> Block:
    """Return a button; its action id is the only one in the view."""
    label = plain_text(_labels(desk, lang)[what])
    button = {"type": "button", "action_id": f"{HOME}:{what}:{place}", "text": label}
    return {**button, "value": value} if value else button


def _labels(desk: Desk, lang: str) -> dict[str, str]:
    return {
        "brief": desk.say("slack_button_brief", lang),
        "move": desk.say("slack_button_move", lang),
        "cancel": desk.say("slack_button_cancel", lang),
        "contact": desk.say("slack_button_contact", lang),
        "stance": desk.say("slack_button_stance", lang),
        "resume": desk.say("slack_button_resume", lang),
    }


def _row(name: str, elements: list[Block]) -> Block:
    return {"type": "actions", "block_id": f"{HOME}:{name}", "elements": elements}


def _header(text: str) -> Block:
    return {"type": "header", "text": plain_text(short(text, 150))}


def _section(text: str) -> Block:
    return {"type": "section", "text": plain_text(text if length(text) <= 3000 else short(text, 3000))}
