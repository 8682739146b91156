"""Find people in a text, given who and what the interview knows already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coach.context import Context
from coach.interview.relatives import in_charge, is_bystander, with_owners
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
    found = tools.finder.find(text, names_known(state, tools.same), firms_known(state))
    return with_owners(found, state, text, context)


def report_of(state: Interview, text: str, context: Context) -> Report:
    """Return what `text` reports, read with what is known."""
    report = _report(state, text, context, [])
    bystanders = [found.mention.start for found in report.people if found.mention and is_bystander(found, state)]
    return _report(state, text, context, bystanders) if bystanders else report


def _report(state: Interview, text: str, context: Context, bystanders: Sequence[int]) -> Report:
    names, firms = names_known(state, context.tools.same), firms_known(state)
    report = context.tools.report(text, names, firms, bystanders)
    mentions = [found.mention for found in report.people if found.mention]
    if not any(mention.kin for mention in mentions):
        return report
    called = iter(with_owners(mentions, state, text, context))
    people = [replace(found, mention=next(called)) if found.mention else found for found in report.people]
    return replace(report, people=tuple(in_charge(found, context) for found in people))
