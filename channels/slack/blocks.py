"""Messages of the coach as Slack's blocks, within Slack's limits."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from textwrap import dedent
from typing import Any

from channels.slack.incoming import SAY
from channels.slack.rendering import TEXT, Piece, cut, escaped, length, pieces, plain

Block = dict[str, Any]
BLOCKS = 50  # of a message
BUTTONS = 5  # in a row: readable on a phone (Slack allows 25)
LABEL, VALUE = 75, 2000
FALLBACK = 3900  # Slack advises 4,000
TOGETHER = 12_000  # characters of all blocks of one message; Slack refuses somewhat more
CHOICES = "choices"


@dataclass(frozen=True)
class Choice:
    """A quick reply: `label` is on the button, `send` is what the assistant gets when it is pressed."""

    label: str
    send: str


@dataclass(frozen=True)
class Answer:
    """What the coach says: Markdown messages and quick replies. `before`: a line above, in small print."""

    texts: Sequence[str]
    choices: Sequence[Choice] = field(default=())
    before: str = ""


@dataclass(frozen=True)
class Origin:
    """To which conversation and turn the buttons of an answer belong."""

    sender: str
    turn: int


def messages(answer: Answer, origin: Origin | None = None) -> list[dict[str, Any]]:
    """Return `text` and `blocks` of one or several messages; the buttons are under the last one."""
    blocks = [context(answer.before)] if answer.before else []
    texts = [dedent(text) for text in answer.texts]  # remarks are set in, where the line above is in the same text
    blocks += [block_of(piece) for text in texts for piece in pieces(text)]
    rows = buttons(answer.choices, origin) if origin else []
    groups = _groups(blocks, room=len(rows))
    fallback = cut("\n\n".join(filter(None, [answer.before, *map(plain, texts)])), FALLBACK)
    said = [escaped_to(fallback[number] if number < len(fallback) else "", FALLBACK) for number in range(len(groups))]
    made = [{"text": text or _text_of(group), "blocks": group} for text, group in zip(said, groups, strict=True)]
    if made:
        made[-1]["blocks"] = [*made[-1]["blocks"], *rows]
    return made


def _groups(blocks: list[Block], room: int) -> list[list[Block]]:
    """Divide blocks into messages."""
    groups: list[list[Block]] = []
    size = 0
    for block in blocks:
        weight = length(_text_of([block]))
        if not groups or len(groups[-1]) >= BLOCKS - room or size + weight > TOGETHER:
            groups.append([])
            size = 0
        groups[-1].append(block)
        size += weight
    return groups


def _text_of(blocks: Sequence[Block]) -> str:
    return "\n".join(str(block["text"]["text"]) for block in blocks if "text" in block)[:FALLBACK]


def escaped_to(text: str, longest: int) -> str:
    """Return `text` escaped, and short enough also then."""
    shown = text
    while length(escaped(shown)) > longest:
        shown = shown[: len(shown) - max(1, (length(escaped(shown)) - longest) // 5)]
    return escaped(shown)


def plain_text(text: str) -> Block:
    """Return a text that Slack shows as it is: nothing in it becomes a mention, a link or an emoji."""
    return {"type": "plain_text", "text": text, "emoji": False}


def block_of(piece: Piece) -> Block:
    """Return the block that shows a piece."""
    if piece.header:
        return {"type": "header", "text": plain_text(piece.text)}
    if piece.markup:
        return {"type": "section", "expand": True, "text": {"type": "mrkdwn", "text": piece.text, "verbatim": True}}
    return {"type": "section", "expand": True, "text": plain_text(piece.text)}


def context(text: str) -> Block:
    """Return a line in small print."""
    return {"type": "context", "elements": [plain_text(short(text, TEXT))]}


def buttons(choices: Sequence[Choice], origin: Origin) -> list[Block]:
    """Return rows of buttons. A choice too long to be sent back whole has none."""
    elements = []
    for number, choice in enumerate(choices):
        value = json.dumps({"s": origin.sender, "n": origin.turn, "t": choice.send}, ensure_ascii=False)
        if choice.label.strip() and length(value) <= VALUE:
            label = plain_text(short(choice.label, LABEL))
            elements.append({"type": "button", "action_id": f"{SAY}:{number}", "text": label, "value": value})
    return [
        {
            "type": "actions",
            "block_id": f"{CHOICES}:{origin.turn}:{start}",
            "elements": elements[start : start + BUTTONS],
        }
        for start in range(0, len(elements), BUTTONS)
    ]


def short(text: str, longest: int) -> str:
    """Return `text`, cut with an ellipsis when it is longer."""
    if length(text) <= longest:
        return text
    kept = text[: longest - 1]
    while length(kept) >= longest:
        kept = kept[:-1]
    return f"{kept}…"


def settled(blocks: Sequence[Block], line: str) -> list[Block]:
    """Return the blocks of a message that was answered: without its buttons, with a line that says what was chosen."""
    kept = [_clean(block) for block in blocks if not str(block.get("block_id", "")).startswith(CHOICES)]
    return [*kept[: BLOCKS - 1], context(line)]


def _clean(block: Block) -> Block:
    """Slack hands plain text back with & < > escaped; sent as it is, it would be shown so."""
    text = block.get("text")
    if not isinstance(text, dict) or text.get("type") != "plain_text":
        return block
    shown = text["text"].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return {**block, "text": {**text, "text": shown}}
