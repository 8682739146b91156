"""`python -m server.chat`: the bot in this terminal. The conversation is kept and goes on next time."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from coach.conversation.slot import SLOT, language_in, spoken_in, state_in
from coach.privacy.anew import is_due
from coach.progress.store import forget
from coach.settings import settings
from coach.sign_in.sessions import Sessions
from coach.terminal import LANG, user
from coach.today import today
from server.launch import Loaded, ensure_model, keep_house, launcher, load, my_voice, say, wake_assistant
from server.leaving import leaving
from server.progress import progress
from server.typing_line import lines
from server.words import Voice

CHANNEL = "cmdline"


@launcher
def main(argv: Sequence[str] | None = None) -> int:
    """Chat until the user leaves."""
    arguments = _arguments(argv)
    if arguments.lang:
        os.environ[LANG] = arguments.lang
    voice = my_voice()
    try:
        model = ensure_model()
        with leaving(), progress(voice.say("server_loading")):
            wake_assistant()
            keep_house()
            loaded = load(model)
        if arguments.forget:
            return forget_user(arguments.user or user(), loaded, voice)
        voice = asyncio.run(chat(loaded, voice, user(), lang=arguments.lang))
    except KeyboardInterrupt:
        print()
    print(voice.say("server_goodbye"))
    return 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m server.chat", description=__doc__)
    parser.add_argument("--lang", choices=("zh", "en"), help="language to go on in (default: the locale's at first)")
    parser.add_argument(
        "--forget", action="store_true", help="delete your stored conversation, results and receipts, and end"
    )
    parser.add_argument("--user", metavar="WHO", help="with --forget: not yours but those of this user of the server")
    arguments = parser.parse_args(argv)
    if arguments.user and not arguments.forget:
        parser.error("--user goes with --forget only")
    return arguments


def forget_user(who: str, loaded: Loaded, voice: Voice) -> int:
    """Delete what is kept of a user: conversation, results, receipts, sessions of the page. 1 when something remains.

    An invite stays: whoever gave it takes it back (`coach invite --revoke`).
    """
    asyncio.run(loaded.store.forget_user(who))
    try:
        forget(settings().home, who)
        Sessions(settings().home).end_all(who)
    except OSError as error:
        say(voice.say("server_not_forgotten", path=error.filename, reason=error.strerror))
        return 1
    say(voice.say("server_forgotten"))
    if is_due(path := loaded.store.database.path):
        say(voice.say("server_bytes_left", path=path))
        return 1
    return 0


async def chat(loaded: Loaded, voice: Voice, sender_id: str, *, lang: str | None = None) -> Voice:
    """Greet, then answer line by line until the input ends. A conversation that was kept goes on in `lang`.

    Returns the voice in which to say good-bye: in the language that was spoken last.
    """
    from coach.assistant import shared_assistant

    if lang:
        await speak(loaded, sender_id, lang)
    state = await stored_state(loaded, sender_id)
    show(shared_assistant().greeting(state, voice.lang, user=sender_id, today=today()))
    async for text in lines(voice.say("server_prompt")):
        if text.strip():
            show(await answers(loaded, sender_id, text))
    state = await stored_state(loaded, sender_id)
    return replace(voice, lang=language_in(state, voice.lang))


async def stored_state(loaded: Loaded, sender_id: str) -> Any:
    """Return the state in which the conversation was left, or None."""
    tracker = await loaded.store.retrieve(sender_id)
    return state_in(tracker.get_slot(SLOT) if tracker else None)


async def speak(loaded: Loaded, sender_id: str, lang: str) -> None:
    """Let the conversation that is kept go on in `lang`."""
    from rasa.shared.core.events import SlotSet

    tracker = await loaded.store.retrieve(sender_id)
    if tracker and (kept := spoken_in(tracker.get_slot(SLOT), lang)):
        tracker.update(SlotSet(SLOT, kept))
        await loaded.store.save(tracker)


async def answers(loaded: Loaded, sender_id: str, text: str) -> list[str]:
    """Return what the bot says to `text`."""
    from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

    collected = CollectingOutputChannel()
    await loaded.agent.handle_message(UserMessage(text, collected, sender_id, input_channel=CHANNEL))
    return [message["text"] for message in collected.messages if message.get("text")]


def show(messages: Sequence[str]) -> None:
    """Print what the assistant says, a blank line after each message."""
    for message in messages:
        print(message, end="\n\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
