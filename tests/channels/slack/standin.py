"""A stand-in for Slack on the loopback address: records every call, checks it, and can be told to fail."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import WSMsgType, web

from tests.channels.slack.block_kit import faults_of_message, faults_of_view
from tests.waiting import COMES_S, until
from tests.yaml_files import held

METHODS = held(Path(__file__).parent / "methods.yml")
JSON_ARGUMENTS = ("blocks", "metadata", "view", "files", "attachments")
ALL_SCOPES = frozenset(
    [
        "chat:write",
        "im:write",
        "im:history",
        "channels:history",
        "users:read",
        "users:read.email",
        "files:read",
        "files:write",
    ]
)


@dataclass(frozen=True)
class Call:
    """One call: by which workspace's token, with which arguments (JSON read), when."""

    method: str
    team: str
    arguments: dict[str, Any]
    at: float = field(default_factory=time.monotonic)
    answered: str = "ok"  # or Slack's word for what was wrong, or "hang", "drop"


@dataclass(frozen=True)
class Trouble:
    """What to answer instead: a status with a word and headers; `hang` never answers, `drop` acts and cuts the line."""

    status: int = 200
    error: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    kind: str = "answer"


RATE_LIMITED = Trouble(429, "ratelimited", {"Retry-After": "1"})
DOWN = Trouble(503, "service_unavailable")
DROP = Trouble(kind="drop")
HANG = Trouble(kind="hang")


def error(word: str) -> Trouble:
    """Return Slack's ordinary refusal: status 200, ok false."""
    return Trouble(200, word)


class StandIn:
    """Two workspaces, TONE and TTWO, whose tokens are xoxb-one and xoxb-two."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.faults: list[str] = []
        self.tokens = {"xoxb-one": "TONE", "xoxb-two": "TTWO"}
        self.scopes = set(ALL_SCOPES)
        self.users: dict[str, dict[str, Any]] = {}
        self.files: dict[str, tuple[bytes, dict[str, str], int]] = {}
        self.messages: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self.responses: list[dict[str, Any]] = []
        self.downloads: list[tuple[str, str]] = []
        self.scheduled: dict[str, dict[str, Any]] = {}  # by Slack's id: what is kept for later
        self.uploads: dict[str, bytes] = {}
        self.announced: dict[str, dict[str, Any]] = {}  # by the file's id: with what its address was asked for
        self.clock: Callable[[], float] = time.time
        self.envelopes: list[str] = []  # acknowledged over the socket
        self.acks: dict[str, Any] = {}
        self.down = False
        self._troubles: dict[str, deque[Trouble]] = defaultdict(deque)
        self._lock = threading.Lock()
        self._stamp = 1_772_000_000
        self._sockets: list[web.WebSocketResponse] = []
        self.url = ""
        self.loop: asyncio.AbstractEventLoop | None = None

    @property
    def api(self) -> str:
        return f"{self.url}/api/"

    def trouble(self, method: str, *troubles: Trouble) -> None:
        """Let the next calls of a method fail so, one after the other."""
        self._troubles[method].extend(troubles)

    def said(self, method: str = "chat.postMessage", channel: str | None = None) -> list[str]:
        """Return the texts that arrived by a method, as blocks show them."""
        return [
            shown(call.arguments)
            for call in self.done(method)
            if channel is None or call.arguments.get("channel") == channel
        ]

    def done(self, method: str) -> list[Call]:
        """Return the calls of a method that were carried out."""
        return [call for call in list(self.calls) if call.method == method and call.answered in ("ok", "drop")]

    def wait(self, fits: Callable[[], Any]) -> Any:
        """Return what `fits` returns as soon as it is true. Raises AssertionError."""
        return until(fits, told=lambda: ([(c.method, c.answered) for c in self.calls], self.faults))

    def stamp(self) -> str:
        with self._lock:
            self._stamp += 1
            return f"{self._stamp}.000100"

    # the server

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        form = await request.json() if request.content_type == "application/json" else dict(await request.post())
        token = request.headers.get("Authorization", "").removeprefix("Bearer ") or form.pop("token", "")
        form.pop("token", None)
        team = self.tokens.get(token, "app" if token.startswith("xapp-") else "")
        arguments = {k: json.loads(v) if k in JSON_ARGUMENTS and isinstance(v, str) else v for k, v in form.items()}
        trouble = self._troubles[method].popleft() if self._troubles[method] else (DOWN if self.down else None)
        if trouble and trouble.kind == "hang":
            self.calls.append(Call(method, team, arguments, answered="hang"))
            await asyncio.sleep(120)
        if trouble and trouble.kind == "answer":
            self.calls.append(Call(method, team, arguments, answered=trouble.error))
            body = {"ok": False, "error": trouble.error}
            return web.json_response(body, status=trouble.status, headers=trouble.headers)
        word, answer = self._checked(method, team, arguments)
        self.calls.append(Call(method, team, arguments, answered="drop" if trouble else word))
        if trouble and request.transport:
            request.transport.close()  # carried out, and nobody is told
        return web.json_response(answer)

    def _checked(self, method: str, team: str, arguments: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        known = METHODS.get(method)
        if known is None:
            self.faults.append(f"unknown method {method}")
            return "unknown_method", {"ok": False, "error": "unknown_method"}
        if not team:
            return "invalid_auth", {"ok": False, "error": "invalid_auth"}
        allowed = {*known["required"], *known["optional"], *known.get("one_of", [])}
        wrong = sorted(set(arguments) - allowed)
        wrong += [f"missing {name}" for name in known["required"] if name not in arguments]
        if known.get("one_of") and not set(known["one_of"]) & set(arguments):
            wrong.append(f"missing one of {known['one_of']}")
        if method.startswith("chat.") and "text" in arguments:
            wrong += faults_of_message(arguments)
        if "view" in arguments:
            wrong += faults_of_view(arguments["view"])
        if wrong:
            self.faults += [f"{method}: {fault}" for fault in wrong]
            return "invalid_arguments", {"ok": False, "error": "invalid_arguments"}
        missing = [scope for scope in known["scopes"] if scope not in self.scopes]
        if missing:
            provided = ",".join(sorted(self.scopes))
            return "missing_scope", {"ok": False, "error": "missing_scope", "needed": missing[0], "provided": provided}
        answer = self._answer(method, team, arguments)
        return answer.get("error", "ok"), answer

    def _answer(self, method: str, team: str, arguments: dict[str, Any]) -> dict[str, Any]:
        if method == "auth.test":
            return {"ok": True, "team_id": team, "user_id": f"UBOT{team[1:]}", "bot_id": "B1", "user": "coach"}
        if method == "users.info":
            return self._user(team, arguments["user"])
        if method == "conversations.open":
            return {"ok": True, "channel": {"id": f"D{arguments['users'][1:]}"}}
        if method in ("chat.postMessage", "chat.postEphemeral"):
            stamp = self.stamp()
            if method == "chat.postMessage":
                self.messages[arguments["channel"]].append({"ts": stamp, **arguments})
            return {"ok": True, "channel": arguments["channel"], "ts": stamp, "message_ts": stamp}
        if method in ("conversations.history", "conversations.replies"):
            return {"ok": True, "messages": list(reversed(self.messages[arguments["channel"]])), "has_more": False}
        if method == "apps.connections.open":
            return {"ok": True, "url": self.url.replace("http://", "ws://") + "/socket"}
        if method == "chat.scheduleMessage":
            return self._schedule(team, arguments)
        if method == "chat.scheduledMessages.list":
            return self._scheduled(team, arguments)
        if method == "chat.deleteScheduledMessage":
            there = self.scheduled.get(arguments["scheduled_message_id"])
            if there is None or there["post_at"] - self.clock() < 60:
                return {"ok": False, "error": "invalid_scheduled_message_id"}
            del self.scheduled[arguments["scheduled_message_id"]]
            return {"ok": True}
        if method == "files.getUploadURLExternal":
            number = f"F{self.stamp()}"
            self.announced[number] = arguments
            return {"ok": True, "upload_url": f"{self.url}/upload/{number}", "file_id": number}
        if method == "files.completeUploadExternal":
            files = [
                {"id": file["id"], "name": self.announced[file["id"]]["filename"], **file}
                for file in arguments["files"]
            ]
            self.messages[arguments["channel_id"]].append({"ts": self.stamp(), "text": "", "files": files})
            return {"ok": True, "files": files}
        return {"ok": True}

    def _schedule(self, team: str, arguments: dict[str, Any]) -> dict[str, Any]:
        at, now = int(arguments["post_at"]), self.clock()
        near = [
            one
            for one in self.scheduled.values()
            if one["channel"] == arguments["channel"] and abs(one["post_at"] - at) < 150
        ]
        if at <= now or at > now + 120 * 86400 or len(near) >= 30:
            word = "time_in_past" if at <= now else "time_too_far" if at > now + 120 * 86400 else "restricted_too_many"
            return {"ok": False, "error": word}
        number = f"Q{self.stamp()}"
        self.scheduled[number] = {**arguments, "team": team, "post_at": at}
        return {"ok": True, "channel": arguments["channel"], "scheduled_message_id": number, "post_at": at}

    def _scheduled(self, team: str, arguments: dict[str, Any]) -> dict[str, Any]:
        """List page by page, two at a time; Slack gives neither blocks nor metadata."""
        found = [
            {"id": number, "channel_id": one["channel"], "post_at": one["post_at"], "date_created": 1, "text": one["text"]}
            for number, one in self.scheduled.items()
            if one["team"] == team and arguments.get("channel", one["channel"]) == one["channel"]
            and int(arguments.get("oldest", 0)) <= one["post_at"] <= int(arguments.get("latest", 1 << 40))
        ]  # fmt: skip
        start = int(arguments.get("cursor") or 0)
        more = str(start + 2) if len(found) > start + 2 else ""
        page = found[start : start + 2]
        return {"ok": True, "scheduled_messages": page, "response_metadata": {"next_cursor": more}}

    def _user(self, team: str, user: str) -> dict[str, Any]:
        default = {
            "id": user, "team_id": team, "name": user.lower(), "locale": "zh-CN", "tz": "Asia/Shanghai",
            "profile": {"display_name": f"name of {user}", "email": f"{user}@Example.com"},
        }  # fmt: skip
        found = {**default, **self.users.get(user, {})}
        if "users:read.email" not in self.scopes:
            found["profile"] = {k: v for k, v in found["profile"].items() if k != "email"}
        return {"ok": True, "user": found}

    async def _file(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        self.downloads.append((name, request.headers.get("Authorization", "")))
        body, headers, status = self.files[name]
        return web.Response(body=body, headers=headers, status=status)

    async def _respond(self, request: web.Request) -> web.StreamResponse:
        self.responses.append(await request.json())
        return web.Response(text="ok")

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        self.uploads[request.match_info["number"]] = await request.read()
        return web.Response(text="OK - 1")

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A1"}})
        self._sockets.append(socket)
        async for message in socket:
            if message.type == WSMsgType.TEXT:
                answer = json.loads(message.data)
                self.envelopes.append(answer["envelope_id"])
                self.acks[answer["envelope_id"]] = answer.get("payload")
        self._sockets.remove(socket)
        return socket

    def envelope(self, number: str, kind: str, payload: dict[str, Any], **more: Any) -> None:
        """Send something over the open socket."""
        body = {"envelope_id": number, "type": kind, "payload": payload, "accepts_response_payload": False, **more}
        assert self.loop is not None
        socket = self.wait(lambda: list(self._sockets))[-1]
        asyncio.run_coroutine_threadsafe(socket.send_json(body), self.loop).result(COMES_S)

    def cut_sockets(self) -> None:
        """Close all sockets, as Slack does every few hours."""
        assert self.loop is not None
        for socket in list(self._sockets):
            asyncio.run_coroutine_threadsafe(socket.close(), self.loop).result(COMES_S)

    def application(self) -> web.Application:
        app = web.Application(client_max_size=20_000_000)
        app.router.add_post("/api/{method}", self._call)
        app.router.add_get("/files/{name}", self._file)
        app.router.add_post("/respond/{name}", self._respond)
        app.router.add_post("/upload/{number}", self._upload)
        app.router.add_get("/socket", self._socket)
        return app


def shown(arguments: dict[str, Any]) -> str:
    """Return what a person sees of a message: the text of its blocks, line by line."""
    lines = []
    for block in arguments.get("blocks") or [{"text": {"text": arguments.get("text", "")}}]:
        if "text" in block:
            lines.append(block["text"]["text"])
        for element in block.get("elements", []):
            lines.append(element["text"] if isinstance(element["text"], str) else f"[{element['text']['text']}]")
    return "\n".join(lines)


@contextmanager
def standing_in() -> Iterator[StandIn]:
    """Run the stand-in in a thread of its own."""
    stand_in = StandIn()
    loop = asyncio.new_event_loop()
    stand_in.loop = loop
    ready = threading.Event()

    async def serve() -> web.AppRunner:
        runner = web.AppRunner(stand_in.application(), access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        stand_in.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        ready.set()
        return runner

    runner = None

    def run() -> None:
        nonlocal runner
        asyncio.set_event_loop(loop)
        runner = loop.run_until_complete(serve())
        loop.run_forever()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert ready.wait(COMES_S)
    try:
        yield stand_in
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(5)
        if runner is not None:
            loop.run_until_complete(runner.cleanup())
        loop.close()
