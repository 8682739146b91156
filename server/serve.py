"""`python -m server.serve`: the bot over HTTP on the loopback address, with the channels of credentials.yml."""

from __future__ import annotations

import argparse
import os
import socket
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from channels.slack.settings import slack_settings
from coach.people.chinese_names import load_dictionary
from coach.settings import settings
from coach.terminal import LANG
from server.launch import (
    Loaded,
    ensure_model,
    input_channels,
    keep_house,
    launcher,
    load,
    my_voice,
    say,
    wake_assistant,
)
from server.responsive import keep_responsive

if TYPE_CHECKING:
    from sanic import HTTPResponse, Request, Sanic

    from channels.web.sign_in.settings import SignIn
    from server.words import Voice

PORT = 5005
LOOPBACK = "127.0.0.1"
LARGEST_REQUEST = 1_000_000  # bytes; a pasted call transcript is far below


@launcher
def main(argv: Sequence[str] | None = None) -> int:
    """Serve until stopped. Returns 1 when the port is taken."""
    arguments = _arguments(argv)
    if arguments.lang:
        os.environ[LANG] = arguments.lang
    voice = my_voice()
    slack_settings(os.environ)  # a half configuration is refused before anything is loaded
    sign_in = _sign_in(arguments.host, voice)
    if sign_in is None:
        return 1
    try:
        listening = _listen(arguments.host, arguments.port)
    except OSError:
        say(voice.say("server_port_taken", port=arguments.port, other=arguments.port + 1))
        return 1
    model = ensure_model()
    say(voice.say("server_loading"))
    wake_assistant()
    load_dictionary()
    keep_house()
    app = create_app(load(model), sign_in)
    keep_responsive()
    host, port = listening.getsockname()[:2]

    async def tell_ready(app: Sanic, loop: Any) -> None:
        say(voice.say("server_ready", url=f"http://{host}:{port}"))

    app.register_listener(tell_ready, "after_server_start")
    app.run(sock=listening, access_log=False, debug=False)
    return 0


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m server.serve", description=__doc__)
    parser.add_argument("--port", type=int, default=PORT, help="0 takes any free port (default %(default)s)")
    parser.add_argument("--host", default=LOOPBACK, help="address to listen on (default %(default)s)")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the lines in this terminal")
    return parser.parse_args(argv)


def _sign_in(host: str, voice: Voice) -> SignIn | None:
    """Return how people sign in; None, after saying what to do, when that would not be safe."""
    from channels.web.sign_in.settings import BadSignInError, is_loopback, sign_in_settings

    try:
        found = sign_in_settings(os.environ, host)
    except BadSignInError as error:
        for kind, value, name, least, most in error.problems:
            say(voice.say(f"server_sign_in_{kind}", value=value, name=name, least=least, most=most))
        return None
    if not (is_loopback(host) or found.public_url.startswith("https:")):
        say(voice.say("server_sign_in_plain"))
    return found


def _listen(host: str, port: int) -> socket.socket:
    """Return a bound socket: a taken port is known before anything is loaded, and port 0 gets its number."""
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()  # so that a second server on the port fails here, too
    except OSError:
        listening.close()
        raise
    return listening


def create_app(loaded: Loaded, sign_in: SignIn | None = None) -> Sanic:
    """Return the Sanic application with all channels: the web page at /, others under /webhooks/."""
    from rasa.core.channels import channel
    from sanic import Sanic

    from channels.web.pages import secure
    from channels.web.sign_in.gate import gate_of
    from channels.web.sign_in.guard import attach
    from channels.web.sign_in.settings import SignIn

    app = Sanic("sales_coach", configure_logging=False)
    app.config.update(
        {
            "REQUEST_MAX_SIZE": LARGEST_REQUEST,
            "FALLBACK_ERROR_FORMAT": "json",
            "RESPONSE_TIMEOUT": 300,
            "KEEP_ALIVE_TIMEOUT": 75,
        }
    )
    app.ctx.agent = loaded.agent
    app.ctx.conversations, app.ctx.messages = loaded.store, loaded.messages
    channel.register(input_channels(), app, route="/webhooks/")
    app.register_middleware(refuse_foreign_page, "request")
    app.register_middleware(secure, "response")
    attach(app, gate_of(sign_in or SignIn(), settings().home))

    async def connect_broker(app: Sanic, loop: Any) -> None:
        from rasa.core.brokers.broker import EventBroker

        loaded.store.event_broker = await EventBroker.create(loaded.endpoints.event_broker, loop=loop)

    if loaded.endpoints.event_broker is not None:
        app.register_listener(connect_broker, "before_server_start")
    return app


async def refuse_foreign_page(request: Request) -> HTTPResponse | None:
    """Refuse what a page of another site sends: any site open in the browser can reach the loopback address."""
    from sanic import response

    from channels.web.answer import API, fault

    origin = request.headers.get("origin")
    ours = {request.host, urlsplit(request.app.ctx.sign_in.settings.public_url).netloc} - {""}
    if origin is None or urlsplit(origin).netloc in ours:
        return None
    if request.path.startswith(API):
        return fault(request, 403, "foreign_page")
    return response.json({"status": 403, "message": "another site's page"}, status=403)


if __name__ == "__main__":
    raise SystemExit(main())
