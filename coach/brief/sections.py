"""The sections of the brief, in the order in which they are read on the way to the customer."""

from __future__ import annotations

from coach.brief.brief import Maker
from coach.brief.deal import place, position_line, season_lines, since_lines
from coach.brief.people import meet, pitches
from coach.brief.questions import ask, needs, unknown
from coach.brief.visit import agenda, materials, objections

SECTIONS: dict[str, Maker] = {
    "visit": place,
    "position": position_line,
    "meet": meet,
    "needs": needs,
    "unknown": unknown,
    "ask": ask,
    "pitch": pitches,
    "objections": objections,
    "agenda": agenda,
    "materials": materials,
    "since": since_lines,
    "season": season_lines,
}
