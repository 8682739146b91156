"""A message to the assistant: in the direct message, or in a thread of a channel where others read along.

What is said of customers never goes into a channel: only rehearsals and drills are held there. Everything else is
answered in the direct message, which also stays where it can be found again, as a message that only one sees does not.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace

from channels.slack.blocks import Answer, Origin
from channels.slack.desk import Desk
from channels.slack.files import file_posts
from channels.slack.incoming import Incoming
from channels.slack.letters import Letter, Post
from channels.slack.people import Speaker, direct_channel, name_of, note_direct, speaker
from channels.slack.pictures import Picture, beside, picture_of_debrief
from channels.slack.replies import NOTHING, Done, next_talk, posts, whispers
from channels.slack.reviewing import review_files
from channels.slack.turns import (
    State,
    choices,
    is_played,
    is_practice,
    lang_of,
    language_for,
    sender_of,
    state_of,
    take_turn,
    wants_practice,
)  # fmt: skip
from channels.slack.unescape import mentioned, unescaped
from coach.view.results import stored

QUOTE = 80  # characters by which an older message is recalled
TOLD_S = 24 * 3600.0


async def message(letter: Letter, desk: Desk) -> Done:
    """Answer a message. Raises LaterError or CallFailedError."""
    incoming = letter.incoming
    home = str(incoming.details.get("from", ""))
    who = await speaker(incoming.team, incoming.user, desk.store, desk.api, home)
    if who is None:
        return NOTHING
    if incoming.direct:
        note_direct(incoming.team, incoming.user, incoming.channel, desk.store)
    text = await shown_text(incoming, desk)
    if incoming.direct:
        if desk.reminders is not None:  # from the first message on, also of visits that are planned elsewhere
            desk.reminders.remind(who, incoming.channel)
        files = incoming.details["files"]
        if files:
            return await review_files(incoming, who, files, text, desk)
        return await converse(letter, who, text, incoming.channel, incoming.thread, desk)
    return await among_others(letter, who, text, desk)


async def shown_text(incoming: Incoming, desk: Desk) -> str:
    """Return the text as the person saw it, without the mention of the assistant."""
    bot = incoming.bot or desk.api.bots.get(incoming.team, "")
    names = {
        user: await name_of(incoming.team, user, desk.store, desk.api)
        for user in set(mentioned(incoming.text)) - {bot}
    }  # fmt: skip
    return unescaped(incoming.text, names, bot)


async def converse(letter: Letter, who: Speaker, text: str, channel: str, thread: str | None, desk: Desk) -> Done:
    """Take a turn of the conversation in `channel` and answer there."""
    incoming = letter.incoming
    if not text:
        return NOTHING
    sender = sender_of(incoming.team, channel, thread)
    talk, before = desk.store.talk(sender), await state_of(sender, desk)
    said = await take_turn(text, sender, who, incoming.keys[0], desk, again=letter.begun)
    lang, now = lang_of(said.state, language_for(who, text)), next_talk(talk, incoming)
    files = await file_posts(said.state, sender, (channel, thread), who, lang, desk)
    if not channel.startswith("D") and not (is_played(before) or is_practice(said.state)):
        return Done([*whispers(incoming, *said.texts), *files], (sender, now))  # it was no practice after all
    late = talk is not None and float(incoming.at) < float(talk.last)
    recalled = desk.say("slack_late", lang, text=text[:QUOTE]) if late else ""
    answer = Answer(said.texts, choices(said.state, lang, desk, said.texts), recalled)
    made = [*posts(channel, thread, answer, Origin(sender, now.turns)), *files]
    made += await _debrief_drawn(before, said.state, letter, who, (sender, channel, thread), desk)
    return Done([*made, *missing_scope(who, channel, lang, desk)], (sender, now))


async def _debrief_drawn(
    before: State | None,
    after: State | None,
    letter: Letter,
    who: Speaker,
    where: tuple[str, str, str | None],
    desk: Desk,
) -> list[Post]:
    """Upload the iceberg of the rehearsal that ended in this turn; return what there is to say of it."""
    sender, channel, thread = where
    name = (after or {}).get("debrief")
    if not name or (name == (before or {}).get("debrief") and not letter.begun):
        return []

    def drawn() -> tuple[list[Picture], str]:
        context = desk.context(who)
        result = stored(context.home, context.user, name)
        if not result or "scenario" not in result:
            return [], ""
        lang = str(result.get("lang") or language_for(who, ""))
        return [picture_of_debrief(result, lang, context)], lang

    pictures, lang = await asyncio.to_thread(drawn)
    return await beside(pictures, f"{sender} {name}", who.team, channel, desk, lang, thread)


def missing_scope(who: Speaker, channel: str, lang: str, desk: Desk) -> list[Post]:
    """Say, once a day, which scope is missing to know the person by their address."""
    key = f"told {who.team} {who.id} {who.missing}"
    if not who.missing or not channel.startswith("D") or desk.store.noted(key):
        return []
    desk.store.note(key, "told", TOLD_S)
    return posts(channel, None, Answer([desk.say("slack_scope_email", lang, scope=who.missing)]))


async def among_others(letter: Letter, who: Speaker, text: str, desk: Desk) -> Done:
    """In a channel: practice in a thread that belongs to one person; all else in the direct message."""
    incoming = letter.incoming
    thread = incoming.thread or incoming.at
    sender = sender_of(incoming.team, incoming.channel, thread)
    talk = desk.store.talk(sender)
    lang = language_for(who, text)
    if talk is not None and talk.owner != incoming.user:
        return Done(whispers(incoming, desk.say("slack_thread_taken", lang))) if incoming.mentioned else NOTHING
    practising = is_practice(await state_of(sender, desk))
    if talk is not None and practising:
        return await converse(letter, who, text, incoming.channel, thread, desk)
    if not incoming.mentioned:
        return NOTHING
    if not text:
        return Done(whispers(incoming, desk.say("slack_hello_channel", lang)))
    if wants_practice(text, desk):
        return await converse(letter, who, text, incoming.channel, thread, desk)
    return await _in_private(letter, who, text, lang, desk)


async def _in_private(letter: Letter, who: Speaker, text: str, lang: str, desk: Desk) -> Done:
    incoming = letter.incoming
    channel = await direct_channel(incoming.team, incoming.user, desk.store, desk.api)
    recalled = desk.say("slack_you_wrote", lang, text=text[:QUOTE])
    done = await converse(letter, who, text, channel, None, desk)
    note = whispers(incoming, desk.say("slack_private", lang))
    above = posts(channel, None, Answer([], before=recalled))
    return replace(done, posts=[*note, *above, *done.posts])
