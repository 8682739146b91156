"""A receipt proves a score: it holds the lines and hashes from which anybody can compute it again."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from coach import __version__
from coach.context import Tools
from coach.knowledge.schema import LANGUAGES
from coach.rehearsal.state import Rehearsal

FORMAT = 1
Json = dict[str, Any]
_COMMON = {"format", "lang", "today", "knowledge", "version", "result", "hash"}
_FIELDS = {
    "rehearsal": _COMMON | {"scenario", "difficulty", "opened", "lines", "scenario_hash"},
    "review": _COMMON | {"utterances", "sides"},
}
_TEXTS = {"scenario", "difficulty", "opened", "today", "hash"}


class ReceiptError(ValueError):
    """A receipt that cannot be read; the message says what is wrong."""


def receipt_of(state: Rehearsal, result: Json, tools: Tools) -> Json:
    """Return the receipt of a debrief: transcript, hashes of scenario and knowledge, version, the result itself."""
    source = tools.knowledge.sources[("scenarios", state.scenario)].path
    body = {
        "format": FORMAT,
        "scenario": state.scenario,
        "difficulty": state.difficulty,
        "lang": state.lang,
        "opened": state.opened,
        "today": state.today,
        "lines": [turn.seller for turn in state.turns],
        "knowledge": tools.knowledge.digest,
        "scenario_hash": hashlib.sha256(source.read_bytes()).hexdigest(),
        "version": __version__,
        "result": verdicts(result),
    }
    return {**body, "hash": hash_of(body)}


def verdicts(result: Json) -> Json:
    """Return what a replay compares: score, criteria, needs, and each line with its marks and the reply."""
    return as_read(
        {
            **{key: result[key] for key in ("score", "passed", "criteria", "faults", "needs", "opening")},
            "turns": [{key: turn[key] for key in ("seller", "buyer", "told", "marks")} for turn in result["turns"]],
        }
    )


def as_read(value: Json) -> Json:
    """Return `value` as it comes back from a file, where a tuple is a list: only so can two results be compared."""
    back: Json = json.loads(json.dumps(value))
    return back


def hash_of(body: Json) -> str:
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()


def read_receipt(data: Any) -> Json:
    """Return the receipt in `data` (a receipt, or a debrief or review that holds one). Raises ReceiptError."""
    receipt = data.get("receipt", data) if isinstance(data, dict) else None
    found = receipt if isinstance(receipt, dict) else {}
    kind = found.get("kind", "rehearsal")
    if not isinstance(kind, str) or kind not in _FIELDS:
        raise ReceiptError(f"a receipt of kind '{kind}', this program reads {', '.join(_FIELDS)}")
    if missing := sorted(_FIELDS[kind] - set(found)):
        raise ReceiptError(f"not a receipt: missing {', '.join(missing)}")
    if found["format"] != FORMAT:
        raise ReceiptError(f"a receipt of format {found['format']}, this program reads {FORMAT}")
    for name in sorted(_FIELDS[kind] & _TEXTS):
        if not isinstance(found[name], str):
            raise ReceiptError(f"'{name}' must be a text")
    if found.get("opened", LANGUAGES[0]) not in LANGUAGES:
        raise ReceiptError(f"'opened' must be one of {', '.join(LANGUAGES)}")
    lines = found.get("lines", [])
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise ReceiptError("'lines' must be a list of texts")
    return found
