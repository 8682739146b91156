"""Leave a rehearsal: pause it, or end it with the debrief, which is kept as a receipt and in the progress."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from coach.context import Context
from coach.conversation.keeping import offer_rehearsal
from coach.conversation.state import INTERVIEW, Conversation, Said
from coach.progress.private import make_private, write_private
from coach.progress.record import REHEARSAL
from coach.progress.store import Record, folder_of, note
from coach.rehearsal.debrief import debrief
from coach.rehearsal.page import debrief_page


def pause(state: Conversation, context: Context) -> Said:
    """Go back to the interview; the rehearsal waits."""
    state.mode = INTERVIEW
    return state, [context.tools.words.say("rehearsal_paused", state.lang)]


def finish(state: Conversation, context: Context) -> Said:
    """Show the debrief and end the rehearsal."""
    rehearsal = state.rehearsal
    assert rehearsal is not None
    result = debrief(rehearsal, context.tools)
    page = debrief_page(result, context.tools, rehearsal.lang)
    hints, state.mode, state.rehearsal, state.helped = state.helped, INTERVIEW, None, 0
    if not result["turns"]:
        return state, [page]
    said = [page, context.tools.words.say("rehearsal_next", rehearsal.lang)]
    try:
        state.debrief = keep_receipt(result, context).stem
        note(context.home, context.user, record_of(result, context.today, hints, state.debrief))
    except OSError as error:
        reason = error.strerror or str(error)
        said.append(context.tools.words.say("receipt_failed", rehearsal.lang, path=context.home, reason=reason))
    if asked := offer_rehearsal(state, result["scenario"], result["score"], result["passed"], context):
        said.append(asked)
    return state, said


def record_of(result: dict[str, Any], today: date, hints: int, receipt: str | None = None) -> Record:
    """Return what the progress keeps of a debrief: the share of each criterion, 0..1, how hard it was, the help."""
    skills = {row["id"]: round(row["earned"] / row["points"], 3) for row in result["criteria"] if row["points"]}
    return Record(
        today.isoformat(), REHEARSAL, result["scenario"], result["score"], skills,
        difficulty=result["difficulty"], hints=hints, receipt=receipt,
    )  # fmt: skip


def keep_receipt(result: dict[str, Any], context: Context) -> Path:
    """Write the debrief, receipt included, under the user's folder; the same call always has the same name."""
    receipt = result["receipt"]
    folder = folder_of(context.home / "receipts", context.user)
    make_private(folder)
    path = folder / f"{receipt['today']}-{receipt['scenario']}-{receipt['hash'][:12]}.json"
    write_private(path, json.dumps(result, ensure_ascii=False))
    return path
