"""The assistant as channels see it: one turn in, one turn out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from coach.context import Context, Tools, build_tools
from coach.conversation.after_visit import waiting_line
from coach.conversation.greet import greet
from coach.conversation.keep import forget_vanished, keep_unreadable
from coach.conversation.state import Conversation, from_json
from coach.conversation.step import step
from coach.handing import KEPT
from coach.interview.step import MAX_LENGTH
from coach.knowledge.check import check_once
from coach.knowledge.load import stamp_of
from coach.newest import Newest
from coach.read.verdict import Verdict
from coach.settings import Settings, settings
from coach.text.normalize import whole_characters

State = dict[str, Any]


@dataclass(frozen=True)
class Turn:
    """The state after a turn (plain JSON, to be kept by the channel) and what the assistant says."""

    state: State
    messages: tuple[str, ...]


class Assistant:
    """Knowledge, reader and modes together. Thread-safe: it keeps no state of any conversation."""

    def __init__(self, where: Settings) -> None:
        """Load and check the knowledge. Raises KnowledgeError with every problem when it is broken."""
        self.where = where
        self._newest = Newest(lambda: stamp_of(where.knowledge), self._build)

    @property
    def tools(self) -> Tools:
        """The tools of the newest sound knowledge. An edited file is taken in in the background, within seconds."""
        return self._newest.get()

    def reloaded(self, timeout: float = 60.0) -> bool:
        """Wait until every edit made so far is in use or refused; False when `timeout` seconds do not suffice."""
        return self._newest.settled(timeout)

    def _build(self) -> Tools:
        tools = build_tools(check_once(self.where.knowledge, self.where.cache), self.where.cache)
        tools.warm_up()
        return tools

    def command(self, text: str) -> Verdict:
        """Return whether `text` is a control word or content."""
        return self.tools.reader.command(whole_characters(text[:MAX_LENGTH]))

    def take_turn(
        self,
        state: State | None,
        text: str,
        *,
        today: date,
        user: str = "user",
        ask_after_visits: bool = True,
        zone: str = "",
        files: str = KEPT,
    ) -> Turn:
        """Return the next state and messages. Never raises on anything a user can type.

        `user` is the channel's name for who speaks: results of rehearsals are kept by it. `ask_after_visits`: False
        where the channel shows the greeting, which tells of visits that have passed. `zone`: the user's time zone, in
        which visits are noted, "" where it is not known. `files`: how files reach the user (coach/handing.py); what the
        channel hands over is named in the state.
        """
        tools = self.tools
        context = Context(tools, today, self.where.home, user, ask_after_visits, zone, files)
        before, lost = _read(state)
        forget_vanished(before, tools.knowledge)
        before.forgot = False
        after, messages = step(before, whole_characters(text), context)
        if lost:
            kept = keep_unreadable(state, self.where.home / "unreadable")
            messages.insert(0, tools.words.say("state_lost", after.lang, path=kept))
        return Turn(after.to_json(), tuple(messages))

    def greeting(
        self, state: State | None, lang: str, *, user: str | None = None, today: date | None = None
    ) -> tuple[str, ...]:
        """Return what is said when a conversation is opened: a welcome, or where it was left.

        With `user` and `today` also that a visit has passed, until the next turn has seen it.
        """
        conversation, _ = _read(state)
        forget_vanished(conversation, self.tools.knowledge)
        said = greet(conversation, conversation.lang if state else lang, self.tools)
        if user is None or today is None:
            return said
        waiting = waiting_line(conversation, Context(self.tools, today, self.where.home, user))
        return (*said[:-1], waiting, *said[-1:]) if waiting else said


def _read(state: State | None) -> tuple[Conversation, bool]:
    """Return the conversation in `state`, and whether it could not be read and a new one begins."""
    try:
        return from_json(state), False
    except ValueError:
        return Conversation(), True


@lru_cache(maxsize=1)
def shared_assistant() -> Assistant:
    """Return this process' assistant. Raises KnowledgeError when `knowledge/` is broken."""
    return Assistant(settings())
