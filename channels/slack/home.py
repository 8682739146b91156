"""The home tab: coming visits, unfinished rehearsals, gaps in accounts, each with its buttons."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any

from slack_bolt.async_app import AsyncApp

from channels.slack import modals
from channels.slack.api import CallFailedError, LaterError
from channels.slack.blocks import Block, block_of, plain_text, short
from channels.slack.desk import Desk
from channels.slack.incoming import COMMAND, Incoming, lane_of
from channels.slack.modals import HOME, action
from channels.slack.people import Speaker, direct_channel, speaker
from channels.slack.rendering import escaped, length, pieces
from channels.slack.turns import language_for, sender_of, state_of
from coach.accounts.errors import BookError
from coach.accounts.overview import last_touched, own_dossiers
from coach.accounts.say import trouble
from coach.anonymous import mark_of
from coach.view.state import conversation_in
from coach.visits.plan import Pair, cancel, coming, shown_start, visit_of

MOST_LOOKED_AT, MOST_TALKS = 100, 20  # accounts whose gaps are looked for; conversations
MOST_VISITS, MOST_GAPS, LONGEST_GAPS = 15, 10, 700  # 100 blocks are the most that a view holds
logger = logging.getLogger(__name__)


def listen(app: AsyncApp, desk: Desk) -> None:
    """Publish the tab when it is opened, and do what its buttons say."""

    @app.event("app_home_opened")
    async def opened(event: dict[str, Any], body: dict[str, Any]) -> None:
        if event.get("tab") == "home":
            await publish(body["team_id"], event["user"], desk)

    @app.action(action("brief"))
    async def brief(ack: Any, body: dict[str, Any], payload: dict[str, Any]) -> None:
        await ack()
        await _as_command(body, "brief", str(payload.get("value", "")), desk)

    @app.action(action("resume"))
    async def resume(ack: Any, body: dict[str, Any]) -> None:
        await ack()
        await _as_command(body, "rehearse", "", desk)

    @app.action(action("cancel"))
    async def cancelled(ack: Any, body: dict[str, Any], payload: dict[str, Any]) -> None:
        await ack()
        await _cancel(body, str(payload.get("value", "")), desk)

    modals.listen(app, desk, publish)


async def _remind(who: Speaker, desk: Desk) -> None:
    """From the first look on, visits planned elsewhere are reminded of here too."""
    if desk.reminders is not None:
        channel = await direct_channel(who.team, who.id, desk.store, desk.api)
        desk.reminders.remind(who, channel)
        desk.reminders.wake(lane_of(who.team, who.id))


async def publish(team: str, user: str, desk: Desk, note: str = "") -> None:
    """Show the tab to a person; when Slack cannot be reached, the next opening does it."""
    try:
        who = await speaker(team, user, desk.store, desk.api)
        if who is not None:
            await desk.api.call(team, "views.publish", user_id=user, view=await view(who, desk, note))
            await _remind(who, desk)
    except (CallFailedError, LaterError) as error:
        reason = getattr(error, "error", None) or getattr(error, "reason", "")
        logger.error("slack.home.failed error=%s team=%s person=%s", reason, team, mark_of(lane_of(team, user)))


async def _as_command(body: dict[str, Any], name: str, rest: str, desk: Desk) -> None:
    """Put a command into the inbox as if the person had typed it: it is answered in order, and once."""
    team, user = body["team"]["id"], body["user"]["id"]
    try:
        channel = await direct_channel(team, user, desk.store, desk.api)
    except (CallFailedError, LaterError):
        return await publish(team, user, desk)
    keys = (f"trigger {body.get('trigger_id', '')}",)
    what = Incoming(COMMAND, keys, team, channel, user, "0", f"{name} {rest}".strip(), direct=True)
    if desk.store.take(what):
        desk.wake(what.lane)
    return None


async def _cancel(body: dict[str, Any], value: str, desk: Desk) -> None:
    team, user = body["team"]["id"], body["user"]["id"]
    who = await speaker(team, user, desk.store, desk.api)
    if who is None:
        return
    note = ""
    try:
        await asyncio.to_thread(_cancelled, value, who, desk)
    except BookError as error:
        note = trouble(error, language_for(who, ""), desk.assistant.tools.words)
    except (ValueError, KeyError, TypeError):
        pass  # a value of another form
    if desk.reminders is not None:
        desk.reminders.wake(lane_of(team, user))
    await publish(team, user, desk, note)


def _cancelled(value: str, who: Speaker, desk: Desk) -> None:
    given, book = json.loads(value), desk.context(who).book
    pair = visit_of(book, str(given["a"]), str(given["v"]))
    if pair is not None:
        cancel(book, pair[1])


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
    from coach.stances.page import gap_lines
    from coach.stances.position import position

    context, tools = desk.context(who), desk.assistant.tools
    book, lines, more = context.book, [], 0
    own = [account for account in book.accounts() if account.owner == book.user]
    touched = last_touched(book, [account.id for account in own])
    soon = {account.id: -number for number, (account, _) in reversed(list(enumerate(pairs)))}
    # the next visits first, then what was touched last
    own.sort(
        key=lambda account: (account.id in soon, soon.get(account.id, 0), touched.get(account.id, "")), reverse=True
    )
    there = own_dossiers(book, own[:MOST_LOOKED_AT])
    for account in own[:MOST_LOOKED_AT]:
        found = position(there[account.id], context.today, tools.knowledge.ledger)
        if not (gaps := gap_lines(found.gaps, lang, tools)[1:] if found.gaps else []):
            continue
        if len(lines) == MOST_GAPS:
            more += 1
            continue
        shown = ["\n".join(piece.text for piece in pieces(gap)) for gap in gaps]
        lines.append(short("\n".join([account.name, *shown]), LONGEST_GAPS))
    if more:
        lines.append(desk.say("slack_home_more", lang, count=more + max(0, len(own) - MOST_LOOKED_AT)))
    return [_header(desk.say("slack_home_gaps", lang)), *map(_section, lines)] if lines else []


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
