"""The roles of a person are read in all that is told, else in the clause that tells one."""

import pytest

from coach.read.roles_told import roles_told
from coach.read.verdict import Verdict


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        # one clause tells the role, the rest is talk
        ("Olga reads a lot and has two cats, she signs off every payment, and we met at a fair in Lyon", ["approver"]),
        ("奥尔加爱看书,养了两只猫,超过五万的款都要她签字,我们是在展会上认识的", ["approver"]),
        # two in one breath
        ("Anna Berg has the final say, and she also signs off the budget", ["decider", "approver"]),
        ("供应商选哪家他定,预算也要他批准", ["decider", "approver"]),
        ("Tom first asked for a new pump, and he operates our machine every day", ["initiator", "user"]),
        ("需求是她最先提出来的,她自己也每天用这台泵", ["initiator", "user"]),
    ],
)
def test_roles_are_read_clause_by_clause(words, roles, tools):
    assert sorted(verdict.label for verdict in roles_told(words, None, tools.reader)) == sorted(roles)


@pytest.mark.parametrize(
    ("words", "title", "role"),
    [
        ("Tom Reed has been there for ten years, a tall man", "buyer", "buyer"),
        ("Tom Reed came to lunch, he signs off every payment", "buyer", "approver"),
        ("李工昨天来吃饭,下了一天雨", "influencer", "influencer"),
        ("李工昨天来吃饭,超过五万的款都要他签字", "influencer", "approver"),
    ],
)
def test_a_title_tells_the_role_where_nothing_else_does(words, title, role, tools):
    assert roles_told(words, Verdict(title, 0.5), tools.reader)[0].label == role


def test_the_words_of_a_part_are_quoted_where_they_stand(tools):
    words = "Olga reads a lot, she signs off every payment"
    role = roles_told(words, None, tools.reader)[0]
    assert all(words[proof.start : proof.end] == proof.text for proof in role.evidence)
