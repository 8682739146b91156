"""What all launchers share: silence, errors as clear lines, an up-to-date model, an open file, a loaded agent."""

from __future__ import annotations

import functools
import logging
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from channels.slack.settings import HalfConfiguredError, slack_settings
from coach.knowledge.load import KnowledgeError
from coach.knowledge.telling import teller
from coach.settings import settings
from coach.terminal import language
from server import rasa_patches
from server.model import TrainingError, model_path, train
from server.project import CREDENTIALS, ENDPOINTS
from server.quiet import hush, speak_utf8
from server.words import Voice, voice

if TYPE_CHECKING:
    from rasa.core.agent import Agent
    from rasa.core.channels.channel import InputChannel
    from rasa.core.tracker_store import TrackerStore
    from rasa.core.utils import AvailableEndpoints

    from server.messages import Messages


SLOW_S = 3.0  # from which waiting is explained
INTERRUPTED = 130  # what shells expect of a command ended by Ctrl-C
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Loaded:
    """A bot that can answer."""

    agent: Agent
    store: TrackerStore
    endpoints: AvailableEndpoints

    @property
    def messages(self) -> Messages:
        """The log of turns."""
        messages: Messages = self.store.messages
        return messages


def say(line: str) -> None:
    """Tell the user something about the programme itself; answers of the coach go to stdout."""
    print(line, file=sys.stderr, flush=True)


def my_voice() -> Voice:
    """Return the voice in the language of this terminal. Raises KnowledgeError."""
    return voice(settings().knowledge)


def launcher(main: Callable[..., int]) -> Callable[..., int]:
    """Make a command of `main`: silent libraries, exit 1 with clear lines on what the user can mend."""

    @functools.wraps(main)
    def run(*args: object, **kwargs: object) -> int:
        os.umask(0o077)  # conversations are personal data: what is written here is for this user alone
        speak_utf8()
        hush(settings().home / "server.log")
        rasa_patches.before_import()
        from server.database import UnusableDatabaseError

        try:
            return main(*args, **kwargs)
        except KnowledgeError as error:
            say(teller(language(), settings().knowledge).lines(error.problems))
        except UnusableDatabaseError as error:
            say(my_voice().say(f"server_database_{error.kind}", path=error.path, reason=error.reason))
        except HalfConfiguredError as error:
            say(my_voice().say(f"server_slack_{error.kind}", name=error.name))
        except TrainingError as error:
            say(my_voice().say("server_training_failed", reason=error))
        except KeyboardInterrupt:
            return INTERRUPTED
        except Exception:  # ours: the user gets one line, the log what is needed to mend it
            logger.exception("launcher.failed")
            say(my_voice().say("server_failed", log=settings().home / "server.log"))
        return 1

    return run


def ensure_model() -> Path:
    """Return the model, training it first when its sources changed. Raises TrainingError."""
    model = model_path()
    if not model.exists():
        say(my_voice().say("server_training"))
        model = train()
    return model


def wake_assistant() -> None:
    """Read the knowledge and build the matchers: now rather than in the first turn. Raises KnowledgeError."""
    from coach.assistant import shared_assistant

    shared_assistant().command("hello")


def ensure_reader() -> None:
    """Fit what the reader learns from examples where they changed, so that no start waits for it.

    What takes long is said. Raises KnowledgeError.
    """
    slow = threading.Timer(SLOW_S, say, [my_voice().say("server_loading")])
    slow.start()
    try:
        wake_assistant()
    finally:
        slow.cancel()


def keep_house() -> None:
    """Once a day, forget what is older than the retention time; before the file of conversations is opened."""
    from coach.assistant import shared_assistant
    from coach.privacy.daily import daily
    from coach.today import today
    from server.stored import FILE, carry_out

    home = settings().home
    stored = partial(carry_out, path=home / FILE)
    for line in daily(home, today(), my_voice().lang, shared_assistant().tools, stored):
        say(line)


def load(model: Path, endpoints_file: Path = ENDPOINTS) -> Loaded:
    """Return the bot: conversations file open, actions in this process. Raises UnusableDatabaseError."""
    from rasa.core.agent import Agent
    from rasa.core.lock_store import LockStore
    from rasa.core.tracker_store import TrackerStore
    from rasa.core.utils import AvailableEndpoints

    from server.action_endpoint import InProcessEndpoint

    rasa_patches.after_import()
    endpoints = AvailableEndpoints.read_endpoints(str(endpoints_file))
    store = TrackerStore.create(endpoints.tracker_store)
    _tell_if_put_aside(store)
    agent = Agent.load(
        model,
        generator=endpoints.nlg,
        tracker_store=store,
        lock_store=LockStore.create(endpoints.lock_store),
        action_endpoint=InProcessEndpoint(),
    )
    return Loaded(agent, store, endpoints)


def input_channels(credentials_file: Path = CREDENTIALS) -> list[InputChannel]:
    """Return the channels named in credentials.yml, Rasa's own by name, ours by module path; and Slack, if it is on."""
    import rasa.shared.utils.io
    from rasa.core.channels import BUILTIN_CHANNELS
    from rasa.shared.utils.common import class_from_module_path

    named = rasa.shared.utils.io.read_config_file(str(credentials_file))
    channels = [
        (BUILTIN_CHANNELS.get(name) or class_from_module_path(name)).from_credentials(fields)
        for name, fields in named.items()
    ]
    if (slack := slack_settings(os.environ)) is not None:
        from channels.slack.channel import SlackChannel

        channels.append(SlackChannel(slack))
    return channels


def _tell_if_put_aside(store: TrackerStore) -> None:
    database = getattr(store, "database", None)
    if database is not None and database.put_aside is not None:
        say(my_voice().say("server_database_corrupt", path=database.path, aside=database.put_aside))
