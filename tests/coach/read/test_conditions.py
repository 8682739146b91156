"""A condition and what follows from it are one need with one quote."""

import pytest


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("她说再出一次问题，总经理就要换人了", "再出一次问题，总经理就要换人了"),
        ("如果月底还不到货，他就得向董事会检讨", "如果月底还不到货，他就得向董事会检讨"),
        ("One more recall, and he's out of a job", "One more recall, and he's out of a job"),
        ("He said if it leaks again, he will lose his post", "if it leaks again, he will lose his post"),
    ],
)
def test_one_quote(tools, text, quote):
    needs = tools.report(text).needs
    assert [need.quote[tools.manners.spoken(need.quote) :] for need in needs] == [quote]


@pytest.mark.parametrize(
    "text",
    ["如果要五百台，质保五年，交期三十天", "If we get there, five years' warranty, delivery in 30 days"],
)
def test_a_list_behind_a_condition_stays_a_list(tools, text):
    assert len(tools.report(text).needs) >= 2
