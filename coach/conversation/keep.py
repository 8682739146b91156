"""What to do with a stored state that does not fit: put it aside, or mend what the knowledge no longer holds."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

from coach.conversation.state import AFTER_VISIT, INTERVIEW, Conversation
from coach.knowledge.load import Knowledge
from coach.knowledge.needed import GENERAL_TOPICS
from coach.rehearsal.state import can_go_on

_PLACES = {AFTER_VISIT: "after"}  # modes whose state has another name


def keep_unreadable(state: Any, folder: Path) -> Path:
    """Write `state` as JSON into `folder` and return the file; the same state always gets the same name.

    A folder that cannot be written is no reason to stop the conversation: then the path is only a name.
    """
    text = json.dumps(state, ensure_ascii=False, sort_keys=True, default=str)
    path = folder / f"{hashlib.sha256(text.encode()).hexdigest()[:16]}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        os.chmod(path, 0o600)  # notes on people are personal data
    except OSError:
        pass
    return path


def forget_vanished(conversation: Conversation, knowledge: Knowledge) -> None:
    """Drop what an edit removed: a rehearsal of a lost scenario, a lost drill or product.

    Needs of a removed topic are pointed to the general one of their depth.
    """
    rehearsal, drill = conversation.rehearsal, conversation.drill
    if rehearsal is not None and not can_go_on(rehearsal, knowledge):
        conversation.rehearsal = None
    if drill is not None and drill.drill not in knowledge.drills:
        conversation.drill = None
    if getattr(conversation, _PLACES.get(conversation.mode, conversation.mode)) is None:
        conversation.mode = INTERVIEW
    state = conversation.interview
    after = [conversation.after.interview] if conversation.after else []
    for need in (need for interview in (state, *after) for need in interview.needs):
        if need.topic not in knowledge.needs:
            need.topic = GENERAL_TOPICS[need.level]
    if state.product not in knowledge.products:
        state.product = None
    if state.trade not in knowledge.catalogues:
        state.trade = None
