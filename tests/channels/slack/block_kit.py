"""Slack's published limits of blocks: what of a message or view Slack would refuse, as a list of faults."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Block = dict[str, Any]
MESSAGE_BLOCKS, VIEW_BLOCKS = 50, 100
HOUSE_BUTTONS = 5  # Slack allows 25 in a row; a phone shows five well
_TEXTS = {"section": 3000, "header": 150}
_FIELDS = {  # what a block may have, beside type and block_id
    "section": {"text", "fields", "accessory", "expand"}, "header": {"text"}, "divider": set(),
    "context": {"elements"}, "actions": {"elements"}, "image": {"image_url", "alt_text", "title", "slack_file"},
    "input": {"label", "element", "hint", "optional", "dispatch_action"},
}  # fmt: skip
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt);)")
_ANGLE = re.compile(r"<(?![@#!]|https?://|mailto:)")


def units(text: str) -> int:
    """Return the length as JavaScript counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def faults_of_message(arguments: dict[str, Any]) -> list[str]:
    """Return what is wrong with the arguments of chat.postMessage and its kin."""
    blocks = arguments.get("blocks") or []
    found = list(faults_of_blocks(blocks, MESSAGE_BLOCKS))
    text = arguments.get("text", "")
    if blocks and not text.strip():
        found.append("no text beside the blocks: notifications and screen readers have nothing to say")
    if units(text) > 4000:
        found.append(f"text of {units(text)}, advised are at most 4000")
    if _ENTITY.search(text) or _ANGLE.search(text):
        found.append("text is not escaped")
    if sum(units(str(block)) for block in blocks) > 40_000:
        found.append("blocks together too long")
    return found


def faults_of_view(view: dict[str, Any]) -> list[str]:
    """Return what is wrong with a modal or a home tab."""
    found = list(faults_of_blocks(view.get("blocks") or [], VIEW_BLOCKS))
    if view.get("type") == "modal":
        for name in ("title", "submit", "close"):
            if name in view:
                found += _text(view[name], 24, name, plain=True)
        if "title" not in view:
            found.append("a modal needs a title")
    if units(view.get("private_metadata", "")) > 3000:
        found.append("private_metadata over 3000")
    if units(view.get("callback_id", "")) > 255:
        found.append("callback_id over 255")
    return found


def faults_of_blocks(blocks: list[Block], most: int) -> Iterator[str]:
    if len(blocks) > most:
        yield f"{len(blocks)} blocks, at most {most}"
    names = [block["block_id"] for block in blocks if "block_id" in block]
    if len(names) != len(set(names)):
        yield "block_id twice"
    actions = [e.get("action_id") for b in blocks if b.get("type") == "actions" for e in b["elements"]]
    if len(actions) != len(set(actions)):
        yield "action_id twice"
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    kind = block.get("type", "")
    if kind not in _FIELDS:
        yield f"unknown block {kind!r}"
        return
    if extra := set(block) - _FIELDS[kind] - {"type", "block_id"}:
        yield f"{kind}: unknown fields {sorted(extra)}"
    if units(block.get("block_id", "")) > 255:
        yield "block_id over 255"
    if kind in _TEXTS:
        if not (block.get("text") or block.get("fields")):
            yield f"{kind}: no text"
        if block.get("text"):
            yield from _text(block["text"], _TEXTS[kind], kind, plain=kind == "header")
    fields = block.get("fields", [])
    if len(fields) > 10:
        yield f"{len(fields)} fields, at most 10"
    for field in fields:
        yield from _text(field, 2000, "field")
    if kind == "context":
        yield from _count(block["elements"], 1, 10, "context")
        for element in block["elements"]:
            if element["type"] != "image":
                yield from _text(element, 3000, "context")
    if kind == "actions":
        yield from _count(block["elements"], 1, HOUSE_BUTTONS, "actions")
        for element in block["elements"]:
            yield from _element(element)
    if "accessory" in block:
        yield from _element(block["accessory"])
    if kind == "image":
        if not 1 <= units(block.get("alt_text", "")) <= 2000:
            yield "image: alt_text of 1 to 2000"
        if units(block.get("image_url", "")) > 3000:
            yield "image_url over 3000"
    if kind == "input":
        yield from _text(block["label"], 2000, "label", plain=True)
        if "hint" in block:
            yield from _text(block["hint"], 2000, "hint", plain=True)
        yield from _element(block["element"])


def _element(element: Block) -> Iterator[str]:
    kind = element.get("type", "")
    if not 1 <= units(element.get("action_id", "x")) <= 255:
        yield f"{kind}: action_id of 1 to 255"
    if kind == "button":
        yield from _text(element["text"], 75, "button", plain=True)
        if units(element.get("value", "")) > 2000:
            yield "button: value over 2000"
        if units(element.get("url", "")) > 3000:
            yield "button: url over 3000"
        if element.get("style", "primary") not in ("primary", "danger"):
            yield "button: unknown style"
    if "placeholder" in element:
        yield from _text(element["placeholder"], 150, "placeholder", plain=True)
    options = element.get("options", [])
    if len(options) > 100:
        yield "more than 100 options"
    for option in options:
        yield from _text(option["text"], 75, "option", plain=kind not in ("radio_buttons", "checkboxes"))
        if units(option.get("value", "")) > 150:
            yield "option: value over 150"


def _text(text: Block, most: int, where: str, *, plain: bool = False) -> Iterator[str]:
    kind, said = text.get("type"), text.get("text", "")
    if kind not in ("plain_text", "mrkdwn") or (plain and kind != "plain_text"):
        yield f"{where}: text of type {kind}"
    if set(text) - {"type", "text", "emoji" if kind == "plain_text" else "verbatim"}:
        yield f"{where}: unknown fields of a text"
    if not 1 <= units(said) <= most:
        yield f"{where}: text of {units(said)}, must be 1 to {most}"
    if kind == "mrkdwn" and (_ENTITY.search(said) or _ANGLE.search(said)):
        yield f"{where}: not escaped"


def _count(elements: list[Block], least: int, most: int, where: str) -> Iterator[str]:
    if not least <= len(elements) <= most:
        yield f"{where}: {len(elements)} elements, must be {least} to {most}"
