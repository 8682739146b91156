"""What a transcript holds: who said what and when, and the lines that could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Utterance:
    """Words of one speaker. `start` in seconds from the beginning, None when unknown; `line` of the file, from 1."""

    speaker: str
    text: str
    start: float | None
    line: int


@dataclass(frozen=True)
class Fault:
    """A line that could not be read. `kind` is the end of a key `transcript_*` in words/; `found` what stands there."""

    line: int
    kind: str
    found: str = ""


@dataclass
class Transcript:
    """The utterances in order, and the faults in order of line."""

    utterances: list[Utterance] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def speakers(self) -> list[str]:
        """Names in order of their first words."""
        return list(dict.fromkeys(said.speaker for said in self.utterances))


@dataclass(frozen=True)
class Raw:
    """A line with words, before it is known who speaks. `speaker` is given where the format names it."""

    line: int
    text: str
    start: float | None = None
    speaker: str | None = None
    timed: bool = False  # the line itself bears a time, so a new utterance begins


def joined_turns(utterances: list[Utterance]) -> list[Utterance]:
    """Return turns: neighbouring utterances of one speaker become one, since recorders cut in mid-sentence."""
    turns: list[Utterance] = []
    for said in utterances:
        if turns and turns[-1].speaker == said.speaker:
            before = turns[-1]
            turns[-1] = Utterance(before.speaker, _glued(before.text, said.text), before.start, before.line)
        else:
            turns.append(said)
    return turns


def _glued(before: str, after: str) -> str:
    """Join two pieces; Chinese needs no space between them."""
    space = " " if before[-1:].isascii() and after[:1].isascii() else ""
    return f"{before}{space}{after}"
