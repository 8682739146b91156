"""Somebody was met whose firm is not told: a person of the customer, and no firm to be opened in the book."""

import pytest

from tests.coach.conversation.chat import talk

MET = [
    (["今天见了王海川，管采购的"], None, "王海川", "buyer"),
    (["恒达水泵", "今天见了王海川，管采购的"], "恒达水泵", "王海川", "buyer"),
    (["恒达水泵", "今天见了王总，管采购的"], "恒达水泵", "王总", "buyer"),
    (["恒达水泵", "今天见了采购经理王海川"], "恒达水泵", "王海川", "buyer"),
    (["今天见了王海川，采购经理"], None, "王海川", "buyer"),
    (["I just met Peter Lang, he handles purchasing"], None, "Peter Lang", "buyer"),
    (["Nordlicht", "I just saw Ingrid Solheim, she does the buying"], "Nordlicht", "Ingrid Solheim", "buyer"),
]


@pytest.mark.parametrize(("told", "account", "name", "role"), MET)
def test_who_was_met_is_no_firm(context, told, account, name, role):
    state, _ = talk(context, told)
    (person,) = state.interview.people
    assert (state.interview.account, person.name) == (account, name)
    assert [sign.label for sign in person.roles] == [role]
    assert state.wish is None


@pytest.mark.parametrize(
    "told", ["今天见了海川泵业", "上午拜访了海川泵业，做船用泵的", "I just met Peter Lang of Nordlicht"]
)
def test_a_firm_that_was_visited_is_offered_to_be_kept(context, told):
    assert talk(context, [told])[0].wish is not None
