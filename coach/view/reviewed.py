"""Keeps a review as a receipt and in the progress, as a rehearsal's debrief is kept, and shows it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from coach.context import Context
from coach.progress.private import make_private, write_private
from coach.progress.record import REVIEW, Record
from coach.progress.store import RECEIPTS, folder_of, note
from coach.view.review import review_view

Json = dict[str, Any]
_LONGEST = 80  # characters of a file's name


def keep_review(review: Json, name: str, lang: str, context: Context) -> Json:
    """Keep the review and return it as it is shown; one that cannot be kept is shown all the same, and says so."""
    shown = review_view(review, lang, context.tools)
    try:
        kept = _kept(review, context)
        record = Record(
            review["receipt"]["today"], REVIEW, Path(name).stem[:_LONGEST] or REVIEW, review["score"],
            {row["id"]: round(row["earned"] / row["points"], 3) for row in review["criteria"] if row["points"]},
            receipt=kept.stem,
        )  # fmt: skip
        note(context.home, context.user, record)
    except OSError as error:
        reason = error.strerror or str(error)
        said = context.tools.words.say("receipt_failed", lang, path=context.home, reason=reason)
        return {**shown, "kept": None, "not_kept": said}
    return {**shown, "kept": kept.stem}


def _kept(review: Json, context: Context) -> Path:
    receipt = review["receipt"]
    folder = folder_of(context.home / RECEIPTS, context.user)
    make_private(folder)
    path = folder / f"{receipt['today']}-review-{receipt['hash'][:12]}.json"
    write_private(path, json.dumps(review, ensure_ascii=False))
    return path
