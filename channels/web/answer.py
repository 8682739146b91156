"""What every endpoint answers with: JSON, and refusals in the user's language."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

from coach.anonymous import places_of
from coach.assistant import shared_assistant
from coach.knowledge.schema import LANGUAGES
from coach.terminal import language
from coach.text.normalize import whole_characters

if TYPE_CHECKING:
    from sanic import HTTPResponse, Request

Json = dict[str, Any]
API = "/api/"
LANG_HEADER = "x-coach-lang"
TOO_LARGE, TROUBLE = 413, 500
CODES = {
    400: "bad_input",
    401: "signed_out",
    403: "forbidden",
    404: "not_found",
    405: "not_allowed",
    408: "too_slow",
    409: "conflict",
    413: "too_large",
    415: "wrong_kind",
    429: "too_many",
    503: "unavailable",
}
logger = logging.getLogger(__name__)


class Refused(Exception):  # noqa: N818
    """Ends a request with a fault; raise it anywhere below an endpoint."""

    def __init__(self, status: int, code: str | None = None, more: Json | None = None, **values: Any) -> None:
        super().__init__(code or CODES[status])
        self.status, self.code, self.more, self.values = status, code or CODES[status], more, values


def answer(value: Any, status: int = 200, **headers: str) -> HTTPResponse:
    """Return `value` as JSON that nobody keeps."""
    from sanic.response import HTTPResponse

    return HTTPResponse(
        json.dumps(value, ensure_ascii=False),
        status=status,
        headers={"cache-control": "no-store", "x-content-type-options": "nosniff", **headers},
        content_type="application/json; charset=utf-8",
    )


def fault(
    request: Request, status: int, code: str, *,
    name: Any = "", limit: Any = "", reason: Any = "", said: str = "", more: Json | None = None,
) -> HTTPResponse:  # fmt: skip
    """Return the refusal `code` (words: web_fault_<code>) with what is wrong and what to do, in the user's language.

    `name`, `limit` and `reason` are what its sentence may name; `said` is another sentence in its place, already in
    that language; `more` stands beside the error.
    """
    words = shared_assistant().tools.words
    message = said or words.say(f"web_fault_{code}", lang_of(request), name=name, limit=limit, reason=reason)
    return answer({"error": {"code": code, "message": message}, **(more or {})}, status)


def lang_of(request: Request) -> str:
    """Return "zh" or "en": what the page asks for, else what the browser prefers, else what the server speaks."""
    asked = request.args.get("lang") or request.headers.get(LANG_HEADER)
    if asked in LANGUAGES:
        return asked
    return _preferred(request.headers.get("accept-language", "")) or language()


def body_of(request: Request) -> Json:
    """Return the JSON object that was sent. Raises Refused."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Refused(415)
    try:
        body = json.loads(request.body)
    except (ValueError, RecursionError) as error:  # not JSON, not UTF-8, or nested without end
        raise Refused(400, "bad_json") from error
    if not isinstance(body, dict):
        raise Refused(400, "bad_json")
    if b"\\u" in request.body or b"\xed" in request.body:  # it may hold half a character, which cannot be stored
        return dict(json.loads(whole_characters(json.dumps(body, ensure_ascii=False))))
    return body


def text_in(body: Json, name: str) -> str:
    """Return the text `name` of a body. Raises Refused when it is missing or something else."""
    value = body.get(name)
    if not isinstance(value, str):
        raise Refused(400, "bad_field", name=name)
    return value


def number_in(request: Request, name: str) -> int | None:
    """Return the whole number `name` of the query, None when it is not there. Raises Refused."""
    value = request.args.get(name)
    if value is None:
        return None
    if not (value.isascii() and value.isdigit() and len(value) < 17):
        raise Refused(400, "bad_field", name=name)
    return int(value)


def answer_error(request: Request, error: Exception) -> HTTPResponse | None:
    """Answer whatever went wrong under /api/ in our form; None leaves it to Sanic."""
    if request is None or not request.path.startswith(API):
        return None
    if isinstance(error, Refused):
        return fault(request, error.status, error.code, more=error.more, **error.values)
    status = getattr(error, "status_code", TROUBLE)
    if status not in CODES:
        logger.error("request.failed %s", places_of(error))  # neither the address nor what was sent: both are personal
        return fault(request, TROUBLE, "trouble")
    if status == TOO_LARGE:
        return fault(request, status, CODES[status], limit=_megabytes(request.app.config.REQUEST_MAX_SIZE))
    return fault(request, status, CODES[status], **({"name": request.method} if status == 405 else {}))


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:g} MB"


def _preferred(header: str) -> str | None:
    """Return the first of our languages in an Accept-Language header, by weight."""
    weighed = []
    for position, part in enumerate(header[:1000].split(",")):
        tag, _, weight = part.strip().partition(";q=")
        lang = tag.lower().partition("-")[0].strip()
        if lang in LANGUAGES and (value := _weight(weight)) > 0:
            weighed.append((-value, position, lang))
    return min(weighed)[2] if weighed else None


def _weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0
