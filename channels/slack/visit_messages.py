"""What is sent before and after a visit: the brief, and the button that asks how it went."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Any

from channels.slack.blocks import BLOCKS, LABEL, Answer, messages, plain_text, short
from channels.slack.desk import Desk
from channels.slack.incoming import VISIT
from channels.slack.schedule import Reminded
from coach.accounts.records import Account, Dossier, Visit
from coach.brief.brief import brief
from coach.brief.markdown import markdown
from coach.visits.moments import AFTER, Moment, begins, zone_of

Json = dict[str, Any]
MINUTE = "%Y-%m-%d %H:%M"


def shown_time(at: datetime, zone: str) -> str:
    """Return a moment on the user's clock: 2026-12-03 10:00."""
    return at.astimezone(zone_of(zone)).strftime(MINUTE)


def message_for(moment: Moment, dossier: Dossier, visit: Visit, who: Reminded, desk: Desk) -> Json:
    """Return text and blocks of the message that comes at `moment`."""
    account = dossier.account
    when = shown_time(begins(visit, who.zone), who.zone)
    if moment.kind == AFTER:
        return _after(account, visit, when, who, desk)
    day = moment.at.astimezone(zone_of(who.zone)).date()
    page = markdown(brief(dossier, visit, day, who.lang, desk.assistant.tools))
    head = desk.say("slack_brief_before", who.lang, account=account.name, when=when)
    [first, *_] = messages(Answer([page], before=head))
    return {**first, "blocks": first["blocks"][:BLOCKS]}


def _after(account: Account, visit: Visit, when: str, who: Reminded, desk: Desk) -> Json:
    [made] = messages(Answer([desk.say("slack_after_visit", who.lang, account=account.name, when=when)]))
    label = short(desk.say("slack_button_after", who.lang), LABEL)
    value = json.dumps({"a": account.id, "v": visit.id})
    press = {
        "type": "button", "action_id": f"{VISIT}:after", "value": value,
        "text": plain_text(label),
    }  # fmt: skip
    row = {"type": "actions", "block_id": f"choices:after:{visit.id[:40]}", "elements": [press]}
    return {**made, "blocks": [*made["blocks"], row]}


def digest_of(message: Json) -> str:
    """Return a short hash of a message: the same for the same words."""
    return hashlib.sha256(json.dumps(message, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]
