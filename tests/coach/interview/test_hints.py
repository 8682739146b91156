"""Where people stand by what is told of them in passing, over several clauses and messages."""

from datetime import date
from pathlib import Path

import pytest

from benchmarks.people import hear
from coach.context import Context
from coach.interview.hints import is_hint, newest, settled
from coach.interview.people import standing_of
from coach.interview.state import Observation

DAY = date(2026, 11, 26)


def stances(lang, messages, tools):
    state = hear(lang, messages, Context(tools, DAY, Path("unused")))
    return {person.name: standing_of(person, tools.knowledge).stance for person in state.people}


@pytest.mark.parametrize(
    ("lang", "messages", "expected"),
    [
        # what hurts them today, and what they fear, is not against us
        ("en", ["Tom complains that their current supplier is always late"], {"Tom": "unknown"}),
        ("en", ["Julia is afraid she will lose her job if the line stops again"], {"Julia": "unknown"}),
        ("en", ["Mr Weber is fed up with the scanners they have now, they freeze daily"], {"Mr Weber": "unknown"}),
        ("zh", ["陈工抱怨现在用的阀门老漏"], {"陈工": "unknown"}),
        ("zh", ["李经理很怕再出一次事故,怕被老板骂"], {"李经理": "unknown"}),
        ("zh", ["周主任说现在那家老断货,他急得睡不着"], {"周主任": "unknown"}),
        # nothing is known, and it is said
        ("en", ["The CFO is Ms. Novak, never met her, no idea which way she leans"], {"Ms. Novak": "unknown"}),
        ("en", ["Mr. Ito signs off. I have no information on his view"], {"Mr. Ito": "unknown"}),
        ("zh", ["财务总监是徐总,没打过交道,他怎么看我们不清楚"], {"徐总": "unknown"}),
        ("zh", ["最后签字的是孙总,连面都没见过,态度说不上来"], {"孙总": "unknown"}),
        # the evidence is spread over clauses and messages
        (
            "en",
            [
                "Bill runs the kiln. Says our brick never cracks and tells his crew so",
                "Bill rang to ask when more will come",
            ],
            {"Bill": "supporter"},
        ),
        ("zh", ["邓师傅管烧窑,对谁都是一句等通知,只认检测报告"], {"邓师傅": "neutral"}),
        # a clause whose subject is the one who was spoken of tells of that one
        (
            "en",
            ["Grace keeps the door and she phones me the minute the director is in, she would be fired for it"],
            {"Grace": "coach"},
        ),
    ],
)
def test_where_people_stand(lang, messages, expected, tools):
    found = stances(lang, messages, tools)
    assert {name: found.get(name) for name in expected} == expected


def hint(label, chance, turn=1, grade=""):
    return Observation(label, f"{label} {chance}", f"learned.attitude.{label}", chance, turn, grade)


def test_the_clearest_hint_is_quoted_and_a_rule_has_the_word():
    ruled = Observation("opponent", "is against us", "stances/opponent.sure", 0.95, 2)
    signs = [hint("supporter", 0.7), hint("supporter", 0.9), hint("opponent", 0.95), ruled]
    assert [(sign.label, sign.quote) for sign in settled(signs)] == [
        ("supporter", "supporter 0.9"),
        ("opponent", "is against us"),
    ]
    assert settled([hint("enemy", 0.6)])[0].grade == "tone"
    assert settled([hint("enemy", 0.9)])[0].grade == "behaviour"
    assert settled([hint("enemy", 0.41)]) == []


def test_a_sign_from_the_account_book_is_no_hint():
    assert not is_hint(hint("enemy", 0.3, grade="tone"))


def test_the_clearest_hints_are_kept():
    kept = newest([hint("neutral", chance) for chance in (0.4, 0.7, 0.5, 0.6, 0.9)], 3)
    assert [sign.confidence for sign in kept] == [0.7, 0.6, 0.9]
