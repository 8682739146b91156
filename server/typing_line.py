"""Reads what the user types: with editing and history in a terminal, plainly from a pipe."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator


async def lines(prompt: str) -> AsyncIterator[str]:
    """Yield one message after the other until the input ends (Ctrl-D). Raises KeyboardInterrupt on Ctrl-C."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        for line in sys.stdin:
            yield line.rstrip("\r\n")
        return
    os.environ["PROMPT_TOOLKIT_NO_CPR"] = "1"  # else it warns in terminals that do not tell where the cursor is
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import InMemoryHistory

    # a paste of several lines arrives as one text (bracketed paste); history is not kept: it may name customers
    session: PromptSession[str] = PromptSession(history=InMemoryHistory())
    while True:
        try:
            yield await session.prompt_async(prompt)
        except EOFError:
            return
