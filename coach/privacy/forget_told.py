"""What an interview holds of a person who need not be in the book, and how it is forgotten beside the book."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from coach.accounts.names import name_key
from coach.context import Context
from coach.interview.state import Interview, Person
from coach.privacy.files import clear_files
from coach.privacy.forget import mentions_of
from coach.privacy.mentions import Called, Mentions, forms_of, parts_of
from coach.privacy.request import forget_request
from coach.privacy.stored import stored_conversations
from coach.privacy.subject import Subject


@dataclass(frozen=True)
class Told:
    """`gone` counts what the interview loses, by kind; `mentions` finds the person in texts."""

    subject: Subject
    mentions: Mentions
    gone: Counter[str]
    context: Context

    def clear_around(self) -> list[tuple[str, str]]:
        """Take the person out of the user's own stored conversations on this account and out of saved pages.

        Returns what could not be deleted, with the reason. Others' conversations are on people of their own.
        """
        request = forget_request(self.subject, self.mentions, list(self.subject.contacts), [])
        answer = stored_conversations(self.context.home)({**request, "only": self.context.user})
        cleared = clear_files(self.context.home, self.subject, self.mentions)
        return [*(tuple(one) for one in answer["left"]), *cleared.left]


def told_of(
    interview: Interview, person: Person | None, also: Sequence[str], others: Sequence[str], context: Context
) -> Told:
    """Return what `interview` holds of `person`, who is also called `also`; `others` are names of other people."""
    tools = context.tools
    own = tuple(dict.fromkeys((*(person.names if person else ()), *also)))
    firms = (interview.account,) if interview.account else ()
    others = tuple(name for name in others if name_key(name) not in set(map(name_key, own)))
    spare = (*firms, *others)
    called = Called(own, (), parts_of(own, spare), forms_of(own, others, tools.knowledge), spare)
    key = person.id if person else ""
    subject = Subject(own[0], context.user, (), firms, called, (key,), (context.user,))
    mentions = mentions_of(subject, tools)
    return Told(subject, mentions, _gone(interview, person, mentions), context)


def _gone(interview: Interview, person: Person | None, mentions: Mentions) -> Counter[str]:
    if person is None:
        return Counter()
    return +Counter(
        needs=len(list(interview.of(person.id))),
        observations=len(person.roles) + len(person.stances),
        answers=sum(mentions.inside(answer.get("text")) for answer in interview.answers),
    )
