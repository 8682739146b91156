"""What the YAML reader stumbled over, as faults of our own: its own messages are in English and speak of its inside."""

from __future__ import annotations

import yaml

from coach.knowledge.fault import Fault, fault

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C, where it was built
_REASONS = {  # libyaml's message -> kind
    "mapping values are not allowed in this context": "colon",
    "could not find expected ':'": "no_colon",
    "did not find expected key": "key",
    "did not find expected '-' indicator": "dash",
    "block sequence entries are not allowed in this context": "dash",
    "did not find expected ',' or ']'": "list",
    "did not find expected ',' or '}'": "braces",
    "did not find expected node content": "content",
    "did not find expected <document start>": "after_end",
    "but found another document": "documents",
    "found unexpected end of stream": "quote",
    "found unexpected document indicator": "quote",
    "found unknown escape character": "escape",
    "found character that cannot start any token": "start",
    "found a tab character that violates indentation": "tab",
    "found a tab character where an indentation space is expected": "tab",
    "did not find expected alphabetic or numeric character": "star",
    "found undefined alias": "star",
}


def reason_of(message: str) -> Fault | str:
    """Return why it is no YAML; the reader's own words where there are none of ours."""
    if message in _REASONS:
        return fault(f"yaml_{_REASONS[message]}")
    return fault("yaml_control") if message.endswith("control characters are not allowed") else message
