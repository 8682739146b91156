"""`/coach ...`: read the words behind the command, and answer in the direct message."""

from __future__ import annotations

import asyncio
import difflib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from channels.slack.blocks import Answer, Origin
from channels.slack.desk import Desk
from channels.slack.files import file_posts
from channels.slack.incoming import Incoming
from channels.slack.letters import Letter
from channels.slack.people import Speaker, direct_channel, speaker
from channels.slack.pictures import DRAWN_S, Picture, beside, pictures_of, upload
from channels.slack.replies import NOTHING, Done, next_talk, posts
from channels.slack.reviewing import LARGEST, kinds_read
from channels.slack.talking import missing_scope
from channels.slack.turns import (
    State,
    choices,
    is_played,
    is_under_way,
    lang_of,
    language_for,
    sender_of,
    state_of,
    take_turn,
)  # fmt: skip
from coach.accounts.errors import BookError
from coach.conversation.aside import aside
from coach.conversation.briefing import names_form
from coach.conversation.opening import fitting_accounts
from coach.conversation.visits import missing_day
from coach.knowledge.schema import LANGUAGES

NAMES = ("brief", "rehearse", "visit", "review", "progress", "map", "help")
_CLOSE = 0.5


@dataclass(frozen=True)
class Command:
    """One command: `rest` is what stands behind its name; the answer goes to `channel`, the direct message."""

    name: str
    rest: str
    lang: str
    channel: str
    who: Speaker
    letter: Letter

    @property
    def sender(self) -> str:
        return sender_of(self.who.team, self.channel)


Handler = Callable[[Command, Desk], Awaitable[Done]]


async def command(letter: Letter, desk: Desk) -> Done:
    """Answer a command. Raises LaterError or CallFailedError."""
    incoming = letter.incoming
    who = await speaker(incoming.team, incoming.user, desk.store, desk.api)
    if who is None:
        return NOTHING
    # a command may also be typed in a direct message with a colleague, where the assistant can say nothing
    channel = await direct_channel(incoming.team, incoming.user, desk.store, desk.api)
    name, rest = parsed(incoming.text, desk)
    given = Command(name, rest, language_for(who, incoming.text), channel, who, letter)
    if desk.reminders is not None:
        desk.reminders.remind(who, channel)
    done = await HANDLERS.get(name, unknown)(given, desk)
    return Done([*done.posts, *missing_scope(who, channel, given.lang, desk)], done.talk)


def parsed(text: str, desk: Desk) -> tuple[str, str]:
    """Return the command's name ("" when it is none of ours) and the rest."""
    first, _, rest = text.strip().partition(" ")
    if not first:
        return "help", ""
    return _named(desk).get(first.casefold(), ""), rest.strip()


def _named(desk: Desk) -> Mapping[str, str]:
    """Return the commands by what they may be called, in all languages."""
    words = desk.assistant.tools.words
    return {
        called.casefold(): name
        for name in NAMES
        for lang in LANGUAGES
        for called in (name, *words.wordings(f"slack_name_{name}", lang))
    }


async def help_(given: Command, desk: Desk) -> Done:
    return _told(given, desk.say("slack_help", given.lang))


async def unknown(given: Command, desk: Desk) -> Done:
    """Say that there is no such command; name the nearest one."""
    typed = given.letter.incoming.text.split(" ")[0]
    near = difflib.get_close_matches(typed.casefold(), list(_named(desk)), 1, _CLOSE)
    said = desk.say("slack_unknown", given.lang, typed=typed[:40])
    if near:
        said += desk.say("slack_meant", given.lang, name=near[0])
    return _told(given, said, desk.say("slack_help", given.lang))


async def brief(given: Command, desk: Desk) -> Done:
    """Show the brief on an account, or send it as a file; what was said of it in the interview counts."""
    if names_form(given.rest):
        return await _beside(given, desk.say("slack_say_brief", given.lang, rest=given.rest), desk)
    done = await _page(given, "brief", desk)
    name = await _account_of(given, desk)

    def drawn() -> list[Picture]:
        context = desk.context(given.who)
        fitting = fitting_accounts(name, context) if name else []
        kinds = ("map", "iceberg")
        return pictures_of(context.book.dossier(fitting[0].id), given.lang, context, kinds) if len(fitting) == 1 else []

    try:
        pictures = await asyncio.to_thread(drawn)
    except BookError:  # the page says so
        return done
    key = given.letter.incoming.keys[0]
    told = await beside(pictures, key, given.who.team, given.channel, desk, given.lang)
    return replace(done, posts=[*done.posts, *told])


async def progress(given: Command, desk: Desk) -> Done:
    return await _page(given, "progress", desk)


async def _page(given: Command, asked: str, desk: Desk) -> Done:
    state, context = await state_of(given.sender, desk), desk.context(given.who)
    return _told(given, *await asyncio.to_thread(aside, state, asked, given.rest, given.lang, context))


async def review(given: Command, desk: Desk) -> Done:
    limit = LARGEST // 1_000_000
    return _told(given, desk.say("slack_review", given.lang, limit=limit, kinds=kinds_read(given.lang, desk)))


async def rehearse(given: Command, desk: Desk) -> Done:
    """Begin a rehearsal in the direct message; one that is on waits."""
    return await _beside(given, desk.say("slack_say_rehearse", given.lang, name=given.rest), desk, is_played)


async def map_(given: Command, desk: Desk) -> Done:
    """Draw who stands where at an account, as pictures with alt text."""
    context = desk.context(given.who)
    name = await _account_of(given, desk)
    if not name:
        return _told(given, desk.say("brief_no_account", given.lang))
    fitting = await asyncio.to_thread(fitting_accounts, name, context)
    if len(fitting) != 1:
        listed = desk.assistant.tools.words.listing([account.name for account in fitting], given.lang)
        which = desk.say("account_which", given.lang, accounts=listed)
        return _told(given, which if fitting else desk.say("book_not_found", given.lang, name=name[:60]))

    def drawn() -> list[Picture]:
        return pictures_of(context.book.dossier(fitting[0].id), given.lang, context)

    found = await asyncio.to_thread(drawn)
    if not found:
        return _told(given, desk.say("map_nobody", given.lang))
    done = f"drawn {given.letter.incoming.keys[0]}"
    if desk.store.noted(done) is None:  # else the process ended between the pictures and the end of the letter
        await upload(found, given.who.team, given.channel, desk)
        desk.store.note(done, "", DRAWN_S)
    return NOTHING


async def _account_of(given: Command, desk: Desk) -> str:
    """Return the account that the command names, else that of the conversation."""
    if given.rest:
        return given.rest
    state = await state_of(given.sender, desk)
    return str(((state or {}).get("interview") or {}).get("account") or "")


async def visit(given: Command, desk: Desk) -> Done:
    """Note a visit, as in the conversation; without a day, which would be an answer there, the day is asked for."""
    if asked := missing_day(given.rest, given.lang, desk.context(given.who)):
        return _told(given, asked)
    return await _beside(given, desk.say("slack_say_visit", given.lang, rest=given.rest), desk)


async def _beside(given: Command, text: str, desk: Desk, is_on: Callable[[State | None], bool] = is_under_way) -> Done:
    """Say `text` in the conversation; what `is_on` says is on, and would take it for its own, is left first."""
    texts = [desk.say("slack_say_stop", given.lang)] if is_on(await state_of(given.sender, desk)) else []
    return await converse(given, [*texts, text.strip()], desk)


async def converse(given: Command, texts: list[str], desk: Desk) -> Done:
    """Say `texts` in the conversation of the direct message for the person."""
    incoming, key = given.letter.incoming, given.letter.incoming.keys[0]
    answers: list[str] = []
    for number, text in enumerate(texts):
        said = await take_turn(text, given.sender, given.who, f"{key}/{number}", desk, again=given.letter.begun)
        answers += said.texts
    lang, now = lang_of(said.state, given.lang), next_talk(desk.store.talk(given.sender), _dated(incoming))
    answer = Answer(answers, choices(said.state, lang, desk, answers))
    files = await file_posts(said.state, given.sender, (given.channel, None), given.who, lang, desk)
    return Done([*posts(given.channel, None, answer, Origin(given.sender, now.turns)), *files], (given.sender, now))


def _dated(incoming: Incoming) -> Incoming:
    """A command has no time stamp by which messages could come late."""
    return replace(incoming, at="0")


def _told(given: Command, *texts: str) -> Done:
    return Done(posts(given.channel, None, Answer(texts)))


HANDLERS: dict[str, Handler] = {
    "help": help_, "brief": brief, "progress": progress, "review": review, "rehearse": rehearse, "visit": visit,
    "map": map_,
}  # fmt: skip
