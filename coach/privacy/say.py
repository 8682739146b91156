"""What is told of a deletion: counts by kind, never what was deleted."""

from __future__ import annotations

from collections.abc import Mapping

from coach.context import Tools
from coach.privacy.forget import Outcome
from coach.privacy.retention import Due

# the order in which kinds are told; what only helps the program (its search index) is not
KINDS = (
    "accounts", "contacts", "observations", "needs", "visits", "next_steps", "orders", "opportunities", "rehearsals",
    "notes", "changes", "texts", "shares", "accesses", "outside_ids", "conversations", "pages", "receipts", "backups",
    "unreadable", "damaged", "answers",
)  # fmt: skip


def gone_listed(gone: Mapping[str, int], lang: str, tools: Tools) -> str:
    """Return the counts as a list in words."""
    words = tools.words
    told = [words.say(f"gone_{kind}", lang, count=gone[kind]) for kind in KINDS if gone.get(kind)]
    return words.listing(told, lang) if told else words.say("forget_nothing", lang)


def outcome_lines(outcome: Outcome, lang: str, tools: Tools) -> tuple[list[str], list[str]]:
    """Return what was done, and what was not and why, in words."""
    words = tools.words
    done = [words.say("forget_done", lang, what=gone_listed(outcome.gone, lang, tools))]
    if outcome.in_firm_name:
        done.append(words.say("forget_firm_name", lang))
    done += [words.say("forget_mentioned", lang, path=path) for path in outcome.mentioned]
    trouble = [words.say("forget_left", lang, path=path, reason=reason) for path, reason in outcome.left]
    if not outcome.done:
        trouble.append(words.say("forget_kept", lang))
    return (done if outcome.done or outcome.gone else []), trouble


def due_lines(due: Due, lang: str, tools: Tools) -> list[str]:
    """Return the accounts and contacts of which nothing younger is known, one a line."""
    words = tools.words
    firms = [words.say("retention_account", lang, name=one.name, owner=one.owner) for one in due.accounts]
    people = [words.say("retention_contact", lang, account=one.name, name=one.contact) for one in due.contacts]
    return [words.say("retention_line", lang, what=what) for what in (*firms, *people)]
