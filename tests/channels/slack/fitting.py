"""Whether what the assistant says fits into Slack's messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from channels.slack.blocks import Answer, Choice, Origin, messages
from tests.channels.slack.block_kit import faults_of_message

ORIGIN = Origin("slack-T0123456789-D0123456789-1772430001.000100", 99)


def faults_of_answer(texts: Iterable[str], offered: Sequence[Choice] = ()) -> list[str]:
    """Return what Slack would refuse of an answer with these quick replies."""
    made = messages(Answer(list(texts), list(offered)), ORIGIN)
    return [fault for message in made for fault in faults_of_message(message)]
