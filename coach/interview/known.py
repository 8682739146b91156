"""Find people in a text, given who and what the interview knows already."""

from __future__ import annotations

from coach.context import Context
from coach.interview.state import Interview
from coach.people.capitals import is_latin
from coach.people.mention import Mention
from coach.people.same import SamePerson
from coach.read.report import Report


def names_known(state: Interview, same: SamePerson) -> list[str]:
    """Return the names that are found as such: Latin ones, full names, nicknames; 王工 might open 王工程师."""
    names = (name for person in state.people if not person.titled for name in person.names)
    return [name for name in names if is_latin(name) or not same.is_address(name)]


def firms_known(state: Interview) -> list[str]:
    return [state.account] if state.account else []


def find_people(state: Interview, text: str, context: Context) -> list[Mention]:
    """Return who is mentioned in `text`."""
    tools = context.tools
    return tools.finder.find(text, names_known(state, tools.same), firms_known(state))


def report_of(state: Interview, text: str, context: Context) -> Report:
    """Return what `text` reports, read with what is known."""
    return context.tools.report(text, names_known(state, context.tools.same), firms_known(state))
