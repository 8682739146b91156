"""A visit to another firm, told while a customer is under discussion, tells nothing of that customer."""

from __future__ import annotations

import pytest

from coach.context import Context
from tests.coach.conversation.chat import NAME, talk

OTHERS = [
    ("en", "I just visited Kestrel Foods and their maintenance man told me the conveyor stops twice a shift", "Kestrel Foods"),
    ("en", "We got back from Brynmor Dairy, where the pumps seize up every few weeks and the staff curse", "Brynmor Dairy"),
    ("zh", "我刚拜访了恒达食品，他们车间主任老吴说输送带老是停机，一个班停两次，开春前想换供应商。", "恒达食品"),
]  # fmt: skip
THEIRS = [
    ("en", "I just visited Nordlicht and the line there stops twice a shift because of all the dust"),
    ("en", "We visited their plant in Ghent, and the line stops twice a shift because of the dust there"),
    ("zh", "昨天去了他们嘉兴厂，看了下生产线，输送带老是停机，一个班停两次。"),
]


@pytest.mark.parametrize(("lang", "text", "firm"), OTHERS)
def test_another_firm_is_asked_about(context: Context, lang: str, text: str, firm: str) -> None:
    state, said = talk(context, [NAME[lang], text])
    assert firm in said
    assert state.interview.account == NAME[lang]
    assert (state.interview.needs, state.interview.people) == ([], [])


@pytest.mark.parametrize(("lang", "text"), THEIRS)
def test_the_customer_at_hand_is_told_of(context: Context, lang: str, text: str) -> None:
    state, _ = talk(context, [NAME[lang], text])
    assert state.interview.account == NAME[lang]
