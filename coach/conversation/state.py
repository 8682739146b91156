"""What a channel keeps: the mode and the state of each mode, as plain JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from coach.after_visit.state import AfterVisit
from coach.after_visit.state import from_json as after_from_json
from coach.drill.round import Round
from coach.drill.round import from_json as drill_from_json
from coach.interview.state import VERSION as INTERVIEW_VERSION
from coach.interview.state import Interview
from coach.interview.state import from_json as interview_from_json
from coach.rehearsal.state import Rehearsal
from coach.rehearsal.state import from_json as rehearsal_from_json

VERSION = 2
INTERVIEW, REHEARSAL, DRILL, AFTER_VISIT = "interview", "rehearsal", "drill", "after_visit"


@dataclass
class Conversation:
    """`asking`: what the assistant waits for (a choice: "scenario", "drill", "open"; a yes: "keep").

    `feedback`: after each turn or not. `hints`: asked for since the last line; `helped`: in the whole rehearsal.
    A rehearsal that was left stays in `rehearsal`, to go on with it later, the questions after a visit in `after`.
    `later`: a question of that kind that something else came before, with what waits for its answer.
    `wish`: what is to be done with the visit that is asked about. `looked`: the day on which visits that passed were
    last looked for; `offered`: those that were asked about. `turned_down`: marks of the facts that are not to be kept.
    """

    interview: Interview = field(default_factory=Interview)
    mode: str = INTERVIEW
    rehearsal: Rehearsal | None = None
    drill: Round | None = None
    after: AfterVisit | None = None
    asking: str | None = None
    feedback: bool = True
    hints: int = 0
    helped: int = 0
    debrief: str | None = None  # the stored debrief of the rehearsal that just ended, until something else begins
    wish: dict[str, Any] | None = None
    later: dict[str, Any] | None = None
    looked: str = ""
    offered: list[str] = field(default_factory=list)
    turned_down: list[str] = field(default_factory=list)
    files: list[dict[str, Any]] = field(default_factory=list)  # handed out in this turn, where the channel does it
    took_back: str | None = None  # the user's words that this turn took back
    forgot: bool = False  # this turn forgot somebody: the channel must not keep its messages either

    @property
    def lang(self) -> str:
        return self.interview.lang

    def to_json(self) -> dict[str, Any]:
        return {
            "version": VERSION,
            **vars(self),
            "interview": self.interview.to_json(),
            "rehearsal": self.rehearsal.to_json() if self.rehearsal else None,
            "drill": self.drill.to_json() if self.drill else None,
            "after": self.after.to_json() if self.after else None,
        }


Said = tuple[Conversation, list[str]]  # what a turn leads to: the state after it, and the messages


def from_json(data: dict[str, Any] | None) -> Conversation:
    """Return the conversation in `data`; a new one for None. An interview kept by an older version is taken in.

    Raises ValueError when `data` is neither: the caller starts anew and says so.
    """
    if data is None:
        return Conversation()
    if data.get("version") == INTERVIEW_VERSION:
        return Conversation(interview_from_json(data))
    try:
        values = dict(data)
        if values.pop("version") != VERSION:
            raise ValueError("state of another version")
        values["interview"] = interview_from_json(values["interview"])
        values["rehearsal"] = rehearsal_from_json(values["rehearsal"]) if values["rehearsal"] else None
        values["drill"] = drill_from_json(values["drill"]) if values["drill"] else None
        values["after"] = after_from_json(values["after"]) if values.get("after") else None
        return Conversation(**values)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"state cannot be read: {error}") from error
